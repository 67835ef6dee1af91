/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving and scrolling in a list, and the filter of a pick list. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "ui/key.h"
#include "ui/list.h"
#include "ui/picklist.h"

/* Rows one can stand on but for every `heading`th; 0: on all. */
struct rows {
	size_t count, heading;
};

static size_t rows_count(void *rows)
{
	return ((struct rows *)rows)->count;
}

static bool rows_selectable(void *rows, size_t i)
{
	const struct rows *r = rows;

	return !r->heading || i % r->heading;
}

static const struct list_rows ops = {
	.count = rows_count,
	.selectable = rows_selectable,
};

static void press(struct list *l, const char *keys)
{
	size_t length;
	const char *name;

	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key key;

		assert_true(key_parse(name, &key));
		assert_true(list_key(l, &key));
		list_fit(l, l->height);
		if (list_has_selection(l) && l->height) {
			assert_true(l->selected >= l->top);
			assert_true(l->selected < l->top + l->height);
		}
	}
}

static void assert_at(const struct list *l, size_t selected, size_t top)
{
	assert_int_equal(l->selected, selected);
	assert_int_equal(l->top, top);
}

static void moving_scrolls_as_little_as_needed(void **state)
{
	struct rows rows = { 100, 0 };
	struct list l;

	(void)state;
	list_init(&l, &ops, &rows);
	list_fit(&l, 10);
	assert_at(&l, 0, 0);
	press(&l, "Up");
	assert_at(&l, 0, 0);
	press(&l, "j j j Down Down Down Down Down Down");
	assert_at(&l, 9, 0);
	press(&l, "Down");
	assert_at(&l, 10, 1);
	press(&l, "k k");
	assert_at(&l, 8, 1);
	press(&l, "PgDn");
	assert_at(&l, 17, 8);
	press(&l, "PgUp PgUp");
	assert_at(&l, 0, 0);
	press(&l, "G");
	assert_at(&l, 99, 90);
	press(&l, "Down PgDn");
	assert_at(&l, 99, 90);
	press(&l, "Home");
	assert_at(&l, 0, 0);
	press(&l, "End g");
	assert_at(&l, 0, 0);
}

static void one_line_is_enough(void **state)
{
	struct rows rows = { 5, 0 };
	struct list l;

	(void)state;
	list_init(&l, &ops, &rows);
	list_fit(&l, 1);
	press(&l, "Down Down");
	assert_at(&l, 2, 2);
	press(&l, "PgDn");
	assert_at(&l, 3, 3);
	list_fit(&l, 0);
	press(&l, "End");
	assert_int_equal(l.selected, 4);
	list_fit(&l, 3);
	assert_at(&l, 4, 2);
}

static void headings_are_passed(void **state)
{
	struct rows rows = { 9, 4 };
	struct list l;

	(void)state;
	list_init(&l, &ops, &rows);
	list_fit(&l, 9);
	assert_at(&l, 1, 0);
	press(&l, "Up");
	assert_at(&l, 1, 0);
	press(&l, "Down Down Down");
	assert_at(&l, 5, 0);
	press(&l, "Up");
	assert_at(&l, 3, 0);
	press(&l, "End");
	assert_at(&l, 7, 0);
	press(&l, "Down");
	assert_at(&l, 7, 0);
}

static void rows_may_go(void **state)
{
	struct rows rows = { 50, 0 };
	struct list l;
	struct key down = { .code = K_DOWN };

	(void)state;
	list_init(&l, &ops, &rows);
	list_fit(&l, 10);
	press(&l, "End");
	rows.count = 12;
	list_fit(&l, 10);
	assert_at(&l, 11, 2);
	rows.count = 0;
	list_fit(&l, 10);
	assert_false(list_has_selection(&l));
	assert_true(list_key(&l, &down));
	rows.count = 3;
	list_fit(&l, 10);
	assert_true(list_has_selection(&l));
	rows = (struct rows){ 3, 1 };
	list_fit(&l, 10);
	assert_false(list_has_selection(&l));
	assert_true(list_key(&l, &down));
}

static void filter_finds_any_part(void **state)
{
	static const struct picklist_item items[] = {
		{ "social_services", { "Kommun, socialtjänst", "Social" }, "ksoc" },
		{ "labour_market", { "Kommun, arbetsmarknadsenhet", "Labour" }, "kam" },
		{ "self", { "Egen ansökan", "Own application" }, NULL },
		{ "other", { "Övrigt", "" }, "" },
		{ "social_insurance", { "Försäkringskassan", "Social Insurance" }, "2" },
	};
	static const struct {
		const char *filter, *found;
	} rows[] = {
		{ "othe", "" },
		{ "", "01234" },     { "KOMMUN", "01" }, { "soc", "0" },   { "kam", "1" },
		{ "ANSÖKAN", "2" },  { "övr", "3" },     { "labour", "1" }, { "xyz", "" },
		{ "ansO\xCC\x88kan", "2" },              { "elf", "2" },
		{ "insur", "4" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t out[5], n = picklist_filter(items, 5, rows[i].filter, out);
		char found[6] = "";

		for (size_t k = 0; k < n; k++)
			found[k] = (char)('0' + out[k]);
		assert_string_equal(found, rows[i].found);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moving_scrolls_as_little_as_needed),
		cmocka_unit_test(one_line_is_enough),
		cmocka_unit_test(headings_are_passed),
		cmocka_unit_test(rows_may_go),
		cmocka_unit_test(filter_finds_any_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
