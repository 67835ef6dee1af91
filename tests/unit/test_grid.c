/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named columns and rows of text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"

static struct grid *people(void)
{
	static const char *const rows[][2] = {
		{ "Öberg", "1" }, { "Ek", "2" }, { "Åberg", "3" }, { "Ek", "4" },
	};
	struct grid *g = grid_new("people");

	grid_add_column(g, "name");
	grid_add_column(g, "number");
	for (size_t i = 0; i < 4; i++) {
		size_t row = grid_add_row(g, 10 + i);

		grid_set(g, row, 0, rows[i][0]);
		grid_set(g, row, 1, rows[i][1]);
	}
	return g;
}

static void an_empty_grid_has_nothing(void **state)
{
	struct grid *g = grid_new("nothing");

	(void)state;
	assert_string_equal(grid_name(g), "nothing");
	assert_int_equal(grid_columns(g), 0);
	assert_int_equal(grid_rows(g), 0);
	assert_int_equal(grid_find_column(g, "a"), -1);
	grid_free(g);
	grid_free(NULL);
}

static void columns_are_found_by_name(void **state)
{
	struct grid *g = people();

	(void)state;
	assert_int_equal(grid_columns(g), 2);
	assert_string_equal(grid_column_name(g, 1), "number");
	assert_int_equal(grid_find_column(g, "number"), 1);
	assert_int_equal(grid_find_column(g, "Number"), -1);
	assert_int_equal(grid_find_column(g, ""), -1);
	grid_free(g);
}

static void cells_are_copies_and_never_null(void **state)
{
	struct grid *g = grid_new("g");
	char text[] = "value";
	size_t row;

	(void)state;
	grid_add_column(g, "a");
	grid_add_column(g, "b");
	row = grid_add_row(g, 0);
	assert_string_equal(grid_get(g, row, 0), "");
	grid_set(g, row, 0, text);
	text[0] = 'x';
	assert_string_equal(grid_get(g, row, 0), "value");
	grid_set(g, row, 0, NULL);
	assert_string_equal(grid_get(g, row, 0), "");
	grid_set_part(g, row, 1, "longer", 4);
	assert_string_equal(grid_get(g, row, 1), "long");
	grid_set(g, row, 0, grid_get(g, row, 1));
	assert_string_equal(grid_get(g, row, 0), "long");
	grid_free(g);
}

static void cells_are_read_by_the_name_of_the_column(void **state)
{
	struct grid *g = people();

	(void)state;
	assert_string_equal(grid_named(g, 2, "name"), "Åberg");
	assert_string_equal(grid_named(g, 2, "nothing"), "");
	assert_int_equal(grid_line(g, 2), 12);
	grid_free(g);
}

static void the_first_row_with_a_text_is_found(void **state)
{
	struct grid *g = people();

	(void)state;
	assert_int_equal(grid_find_row(g, 0, "Ek"), 1);
	assert_int_equal(grid_find_row(g, 1, "4"), 3);
	assert_int_equal(grid_find_row(g, 0, "ek"), -1);
	assert_int_equal(grid_find_row(g, 0, ""), -1);
	grid_free(g);
}

static void sorting_takes_whole_rows_with_their_lines(void **state)
{
	struct grid *g = people();

	(void)state;
	grid_sort(g, 0, strcmp);
	assert_string_equal(grid_get(g, 0, 1), "2");
	assert_string_equal(grid_get(g, 1, 1), "4");
	assert_string_equal(grid_get(g, 2, 0), "Åberg");
	assert_int_equal(grid_line(g, 2), 12);
	assert_string_equal(grid_get(g, 3, 0), "Öberg");
	assert_int_equal(grid_line(g, 3), 10);
	grid_free(g);
}

static int by_first_letter(const char *a, const char *b)
{
	return (a[0] > b[0]) - (a[0] < b[0]);
}

static void sorting_keeps_the_order_of_equals(void **state)
{
	(void)state;
	for (unsigned rows = 0; rows < 200; rows += 1 + rows / 3) {
		struct grid *g = grid_new("g");
		unsigned seed = 12345 + rows;

		grid_add_column(g, "key");
		for (unsigned i = 0; i < rows; i++) {
			char text[16];

			seed = seed * 1103515245 + 12345;
			snprintf(text, sizeof(text), "%c%05u", 'a' + seed / 65536 % 4, i);
			grid_set(g, grid_add_row(g, i), 0, text);
		}
		grid_sort(g, 0, by_first_letter);
		/* Keys begin with a random letter and end with their first place. */
		for (unsigned i = 1; i < rows; i++)
			assert_true(strcmp(grid_get(g, i - 1, 0), grid_get(g, i, 0)) < 0);
		grid_free(g);
	}
}

static void many_rows_fit(void **state)
{
	struct grid *g = grid_new("g");
	char text[16];

	(void)state;
	for (size_t c = 0; c < 30; c++) {
		snprintf(text, sizeof(text), "c%zu", c);
		assert_int_equal(grid_add_column(g, text), c);
	}
	for (size_t r = 0; r < 5000; r++) {
		size_t row = grid_add_row(g, r + 2);

		snprintf(text, sizeof(text), "r%zu", r);
		assert_int_equal(row, r);
		grid_set(g, row, 29, text);
	}
	assert_string_equal(grid_get(g, 0, 29), "r0");
	assert_string_equal(grid_get(g, 4999, 29), "r4999");
	assert_string_equal(grid_get(g, 4999, 28), "");
	assert_int_equal(grid_find_row(g, 29, "r4321"), 4321);
	grid_free(g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_grid_has_nothing),
		cmocka_unit_test(columns_are_found_by_name),
		cmocka_unit_test(cells_are_copies_and_never_null),
		cmocka_unit_test(cells_are_read_by_the_name_of_the_column),
		cmocka_unit_test(the_first_row_with_a_text_is_found),
		cmocka_unit_test(sorting_takes_whole_rows_with_their_lines),
		cmocka_unit_test(sorting_keeps_the_order_of_equals),
		cmocka_unit_test(many_rows_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
