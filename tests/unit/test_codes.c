/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code lists: what is read, what is refused and where. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "model/codes.h"

static bool add(struct codes *c, const char *name, const char *csv, struct faults *f)
{
	struct grid *g = csvfile_parse("sex.csv", csv, strlen(csv), ',', f);
	bool ok = g && codes_add(c, name, g, f);

	grid_free(g);
	return ok;
}

static void list_keeps_order_and_both_languages(void **state)
{
	struct codes *c = codes_new();
	struct faults f = { 0 };
	const struct code_list *l;

	(void)state;
	assert_true(add(c, "sex", "code,sv,en\nwoman,Kvinna,Woman\nman,Man,Man\n", &f));
	l = codes_find(c, "sex");
	assert_non_null(l);
	assert_int_equal(codes_count(c), 1);
	assert_ptr_equal(codes_at(c, 0), l);
	assert_int_equal(l->count, 2);
	assert_string_equal(l->items[0].code, "woman");
	assert_string_equal(l->items[0].group, "");
	lang_set(LANG_SV);
	assert_string_equal(code_list_label(l, "woman"), "Kvinna");
	lang_set(LANG_EN);
	assert_string_equal(code_list_label(l, "woman"), "Woman");
	assert_string_equal(code_list_label(l, "bird"), "bird");
	assert_null(code_list_find(l, "Woman"));
	assert_null(codes_find(c, "age"));
	codes_free(c);
	faults_done(&f);
}

static void lists_stay_where_they_are_when_more_come(void **state)
{
	struct codes *c = codes_new();
	struct faults f = { 0 };
	const struct code_list *first;
	char name[] = "list_a";

	(void)state;
	assert_true(add(c, name, "code,sv,en,kind\n1,Ja,Yes,both\n", &f));
	first = codes_find(c, "list_a");
	for (name[5] = 'b'; name[5] <= 'z'; name[5]++)
		assert_true(add(c, name, "code,sv,en\n25,25 %,25%\n", &f));
	assert_ptr_equal(codes_find(c, "list_a"), first);
	assert_string_equal(first->items[0].group, "both");
	codes_free(c);
	faults_done(&f);
}

static void every_fault_is_told_at_its_place(void **state)
{
	static const struct {
		const char *csv;
		size_t row, column;
		const char *message;
	} cases[] = {
		{ "code,sv,en\nwoman,Kvinna,\n", 2, 3, "en: får inte vara tomt" },
		{ "code,sv,en\nwoman,,Woman\n", 2, 2, "sv: får inte vara tomt" },
		{ "code,sv,en\n,Kvinna,Woman\n", 2, 1, "code: får inte vara tomt" },
		{ "code,sv,en\nKvinna,Kvinna,Woman\n", 2, 1,
		  "Kvinna: en kod är små bokstäver a-z, siffror och _" },
		{ "code,sv,en\nman,Man,Man\nman,Herre,Gentleman\n", 3, 1,
		  "man: koden förekommer två gånger" },
		{ "code,sv,en,de\nman,Man,Man,Mann\n", 1, 4, "de: okänd kolumn" },
		{ "code,sv\nman,Man\n", 1, 0, "en: kolumnen saknas" },
		{ "code,sv,en\n", 0, 0, "sex: kodlistan är tom" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct codes *c = codes_new();
		struct faults f = { 0 };

		assert_false(add(c, "sex", cases[i].csv, &f));
		assert_int_equal(f.count, 1);
		assert_string_equal(f.items[0].file, "sex.csv");
		assert_int_equal(f.items[0].row, cases[i].row);
		assert_int_equal(f.items[0].column, cases[i].column);
		assert_string_equal(f.items[0].message, cases[i].message);
		assert_int_equal(codes_count(c), 0);
		codes_free(c);
		faults_done(&f);
	}
}

static void all_faults_of_a_list_come_at_once(void **state)
{
	struct codes *c = codes_new();
	struct faults f = { 0 };

	(void)state;
	assert_false(add(c, "sex", "code,sv,en\n,,\nÅ,Å,Å\n", &f));
	assert_int_equal(f.count, 4);
	codes_free(c);
	faults_done(&f);
}

static void same_list_twice_is_refused(void **state)
{
	struct codes *c = codes_new();
	struct faults f = { 0 };

	(void)state;
	assert_true(add(c, "sex", "code,sv,en\nman,Man,Man\n", &f));
	assert_false(add(c, "sex", "code,sv,en\nman,Man,Man\n", &f));
	assert_int_equal(f.count, 1);
	codes_free(c);
	faults_done(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list_keeps_order_and_both_languages),
		cmocka_unit_test(lists_stay_where_they_are_when_more_come),
		cmocka_unit_test(every_fault_is_told_at_its_place),
		cmocka_unit_test(all_faults_of_a_list_come_at_once),
		cmocka_unit_test(same_list_twice_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
