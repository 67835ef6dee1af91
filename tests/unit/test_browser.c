/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a list there is room for, and what stays selected. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "ui/browser.h"
#include "ui/browser_draw.h"

enum { NAME, KIND, START, COUNT, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[NAME] = { .heading = "Namn", .flexible = true },
	[KIND] = { .heading = "Slag", .rank = 1 },
	[START] = { .heading = "Start", .rank = 2 },
	[COUNT] = { .heading = "Antal", .align = ALIGN_RIGHT, .by_number = true },
};

static const struct browser_setup with_columns = { columns, COLUMNS, NULL, "" };

static struct browser b;

static struct grid *rows(const char *const *keys, size_t count)
{
	struct grid *g = grid_new("rows");

	for (size_t c = 0; c <= COLUMNS; c++)
		grid_add_column(g, "");
	for (size_t i = 0; i < count; i++) {
		size_t row = grid_add_row(g, 0);

		grid_set(g, row, NAME, "Ett namn på trettio kolumner å");
		grid_set(g, row, KIND, "tolv tecken.");
		grid_set(g, row, START, "2025-01-13");
		grid_set(g, row, COUNT, "12");
		grid_set(g, row, COLUMNS, keys[i]);
	}
	return g;
}

static int setup(void **state)
{
	static const char *const keys[] = { "a", "b", "c" };

	(void)state;
	browser_init(&b, &with_columns);
	rowset_take(&b.rows, rows(keys, 3));
	browser_measure(&b);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	browser_done(&b);
	return 0;
}

static void fits(int width, int name, int kind, int start, int count)
{
	int widths[COLUMNS];

	browser_fit(&b, width, widths);
	assert_int_equal(widths[NAME], name);
	assert_int_equal(widths[KIND], kind);
	assert_int_equal(widths[START], start);
	assert_int_equal(widths[COUNT], count);
}

static void columns_are_as_wide_as_their_texts(void **state)
{
	(void)state;
	fits(200, 30, 12, 10, 5);
	/* 1 + 30 + 2 + 12 + 2 + 10 + 2 + 5 */
	fits(64, 30, 12, 10, 5);
}

static void the_flexible_one_gives_way_first(void **state)
{
	(void)state;
	fits(60, 26, 12, 10, 5);
	fits(50, 16, 12, 10, 5);
}

static void then_columns_go_by_their_rank(void **state)
{
	(void)state;
	fits(49, 27, 12, 0, 5);
	fits(38, 16, 12, 0, 5);
	fits(37, 29, 0, 0, 5);
	fits(30, 22, 0, 0, 5);
	fits(20, 12, 0, 0, 5);
	fits(5, 8, 0, 0, 5);
}

static void stepping_ends_at_the_ends(void **state)
{
	(void)state;
	assert_string_equal(browser_selected(&b), "a");
	assert_string_equal(browser_step(&b, -1), "");
	assert_string_equal(browser_step(&b, 1), "b");
	assert_string_equal(browser_step(&b, 1), "c");
	assert_string_equal(browser_step(&b, 1), "");
	assert_string_equal(browser_selected(&b), "c");
}

static void one_stays_where_one_stands(void **state)
{
	static const char *const fewer[] = { "c", "b" };

	(void)state;
	browser_select(&b, "b");
	rowset_take(&b.rows, rows(fewer, 2));
	browser_select(&b, "b");
	assert_string_equal(browser_selected(&b), "b");
	browser_select(&b, "gone");
	assert_string_equal(browser_selected(&b), "b");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(columns_are_as_wide_as_their_texts),
		TEST(the_flexible_one_gives_way_first),
		TEST(then_columns_go_by_their_rank),
		TEST(stepping_ends_at_the_ends),
		TEST(one_stays_where_one_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
