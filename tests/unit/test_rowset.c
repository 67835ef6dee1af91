/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of texts: filtered, sorted, counted. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "base/text.h"
#include "ui/rowset.h"

static struct rowset r;

static struct grid *rows(void)
{
	static const char *const cells[][4] = {
		{ "Öppet hus", "12", "man", "a" }, { "Arbetsspåret", "9", "kvinna", "b" },
		{ "Ånge", "1 200", "man", "c" },   { "Arbetsspåret", "–", "man", "d" },
		{ "Zebra", "D-0100", "", "e" },
	};
	struct grid *g = grid_new("rows");

	grid_add_column(g, "name");
	grid_add_column(g, "number");
	grid_add_column(g, "sex");
	grid_add_column(g, "key");
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		grid_add_row(g, 0);
		for (size_t c = 0; c < 4; c++)
			grid_set(g, i, c, cells[i][c]);
	}
	return g;
}

static int setup(void **state)
{
	(void)state;
	rowset_take(&r, rows());
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	rowset_done(&r);
	return 0;
}

static void shows(const char *keys)
{
	struct text said = { 0 };

	for (size_t i = 0; i < r.count; i++)
		text_add(&said, rowset_key(&r, i));
	assert_string_equal(text_get(&said), keys);
	text_done(&said);
}

static void all_rows_as_they_came(void **state)
{
	(void)state;
	shows("abcde");
	assert_false(rowset_is_filtered(&r));
	assert_string_equal(rowset_get(&r, 2, 0), "Ånge");
	assert_int_equal(rowset_find(&r, "d"), 3);
	assert_int_equal(rowset_find(&r, "x"), -1);
}

static void a_filter_looks_in_every_shown_column(void **state)
{
	(void)state;
	rowset_filter(&r, "ARBETS");
	shows("bd");
	assert_int_equal(rowset_find(&r, "d"), 1);
	rowset_filter(&r, "kvinna");
	shows("b");
	rowset_filter(&r, "öp");
	shows("a");
	rowset_filter(&r, "e\nx");
	shows("");
	rowset_filter(&r, "");
	shows("abcde");
}

static void the_key_is_not_looked_in(void **state)
{
	(void)state;
	rowset_restrict(&r, 0, "Zebra");
	rowset_filter(&r, "c");
	shows("");
}

static void one_value_only(void **state)
{
	(void)state;
	rowset_restrict(&r, 2, "man");
	shows("acd");
	rowset_filter(&r, "arb");
	shows("d");
	rowset_filter(&r, "");
	rowset_restrict(&r, 2, "");
	shows("e");
	rowset_restrict(&r, 0, NULL);
	shows("abcde");
}

static void order_by_text_and_by_number(void **state)
{
	(void)state;
	rowset_sort(&r, 0, false, false);
	shows("bdeca");
	rowset_sort(&r, 0, false, true);
	shows("acebd");
	rowset_sort(&r, 1, true, false);
	shows("dbaec");
	rowset_sort(&r, 1, true, true);
	shows("ceabd");
}

static void new_rows_keep_filter_and_order(void **state)
{
	(void)state;
	rowset_sort(&r, 0, false, false);
	rowset_filter(&r, "man");
	rowset_take(&r, rows());
	shows("dca");
}

static void values_are_counted_among_those_shown(void **state)
{
	struct grid *g = rowset_count_values(&r, 2);

	(void)state;
	assert_int_equal(grid_rows(g), 3);
	assert_string_equal(grid_get(g, 0, 0), "man");
	assert_string_equal(grid_get(g, 0, 1), "3");
	assert_string_equal(grid_get(g, 1, 1), "1");
	grid_free(g);
	rowset_filter(&r, "arbets");
	g = rowset_count_values(&r, 0);
	assert_int_equal(grid_rows(g), 1);
	assert_string_equal(grid_get(g, 0, 0), "Arbetsspåret");
	assert_string_equal(grid_get(g, 0, 1), "2");
	grid_free(g);
}

static void nothing_at_all(void **state)
{
	struct rowset empty = { .grid = NULL };
	struct grid *g;

	(void)state;
	rowset_filter(&empty, "a");
	rowset_sort(&empty, 0, false, false);
	assert_int_equal(empty.count, 0);
	g = rowset_count_values(&empty, 0);
	assert_int_equal(grid_rows(g), 0);
	grid_free(g);
	rowset_done(&empty);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_rows_as_they_came),
		TEST(a_filter_looks_in_every_shown_column),
		TEST(the_key_is_not_looked_in),
		TEST(one_value_only),
		TEST(order_by_text_and_by_number),
		TEST(new_rows_keep_filter_and_order),
		TEST(values_are_counted_among_those_shown),
		TEST(nothing_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
