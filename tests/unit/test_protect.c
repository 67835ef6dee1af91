/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hidden in a table, and that no other table would show the same. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "model/figures.h"
#include "model/protect.h"
#include "model/report.h"
#include "tables.h"

/* ---- one table, its figures set by hand ---- */

enum { ROWS = 5, WOMEN = 0, MEN = 1, TOTAL = 2 };

/* Commenced months, 1-6 to 25 and more, by sex; with its totals. */
static struct figures *small_table(const int cells[ROWS][2])
{
	const struct report *r =
		reports_find(tables_world.reports, "time_in_intervention");
	struct figures *f = figures_new(&r, 1, 2021);
	struct figure_table *t = &f->tables[0];

	assert_int_equal(t->rows.count, ROWS + 1);
	for (size_t row = 0; row < ROWS; row++) {
		for (size_t sex = WOMEN; sex <= MEN; sex++) {
			int n = cells[row][sex];

			figure_at(t, row, sex)->n = n;
			figure_at(t, row, TOTAL)->n += n;
			figure_at(t, ROWS, sex)->n += n;
			figure_at(t, ROWS, TOTAL)->n += n;
		}
	}
	for (size_t row = 0; row <= ROWS; row++) {
		for (size_t column = 0; column <= TOTAL; column++) {
			figure_at(t, row, column)->d = figure_at(t, ROWS, column)->n;
			figure_at(t, row, column)->divided = true;
		}
	}
	return f;
}

static struct protection *protect(const struct figures *f, int threshold)
{
	struct protection_order order = { &f, 1, tables_world.lists, threshold };

	return protection_new(&order);
}

static bool hides(const struct protection *p, const struct figures *f, size_t row,
		  size_t column)
{
	return protection_hides(p, &f->tables[0], row, column, REPORT_COUNT);
}

/* The hidden rows of a column, as "01.3.." */
static const char *hidden_rows(const struct protection *p, const struct figures *f,
			       size_t column)
{
	static char out[4][ROWS + 2];
	char *at = out[column];

	for (size_t row = 0; row <= ROWS; row++)
		at[row] = hides(p, f, row, column) ? (char)('0' + row) : '.';
	at[ROWS + 1] = '\0';
	return at;
}

static void hidden_cells_together_reach_the_threshold(void **state)
{
	const int cells[ROWS][2] = { { 15 }, { 5 }, { 3 } };
	struct figures *f = small_table(cells);
	struct protection *p = protect(f, 11);

	(void)state;
	assert_string_equal(hidden_rows(p, f, WOMEN), "012...");
	assert_string_equal(hidden_rows(p, f, MEN), "......");
	assert_string_equal(hidden_rows(p, f, TOTAL), "012...");
	protection_free(p);
	figures_free(f);
}

static void the_smallest_cells_are_chosen(void **state)
{
	const int cells[ROWS][2] = { { 60, 60 }, { 40, 40 }, { 5, 20 }, { 3, 30 },
				     { 15, 25 } };
	struct figures *f = small_table(cells);
	struct protection *p = protect(f, 11);

	(void)state;
	assert_string_equal(hidden_rows(p, f, WOMEN), "..234.");
	assert_string_equal(hidden_rows(p, f, MEN), "..234.");
	assert_string_equal(hidden_rows(p, f, TOTAL), "......");
	protection_free(p);
	figures_free(f);
}

static void a_table_without_small_cells_is_shown(void **state)
{
	const int cells[ROWS][2] = { { 60, 60 }, { 0, 5 }, { 5, 0 }, { 0, 0 }, { 5, 5 } };
	struct figures *f = small_table(cells);
	struct protection *p = protect(f, 5);

	(void)state;
	assert_false(protection_hides_any(p, &f->tables[0]));
	protection_free(p);
	figures_free(f);
}

static void zeros_are_shown_and_their_share_is_not_of_a_hidden_base(void **state)
{
	const int cells[ROWS][2] = { { 30, 2 }, { 20, 0 }, { 50, 1 } };
	struct figures *f = small_table(cells);
	struct protection *p = protect(f, 5);
	const struct figure_table *t = &f->tables[0];

	(void)state;
	assert_true(protection_hides_any(p, t));
	assert_string_equal(hidden_rows(p, f, MEN), "0.2..5");
	assert_true(protection_hides(p, t, 1, MEN, REPORT_PERCENT));
	assert_false(protection_hides(p, t, 1, MEN, REPORT_COUNT));
	assert_false(protection_hides(p, t, 1, WOMEN, REPORT_COUNT));
	protection_free(p);
	figures_free(f);
}

/* ---- an attacker who tries all tables there could be ---- */

struct attack {
	const struct figures *f;
	const struct protection *p;
	int cells[ROWS][2];
	int least;                  /* a hidden cell can be */
	size_t row, column;         /* what the attacker is after */
	int at_least;               /* the cell could be; 0: all but what it is */
	long tries;
};

static int true_value(const struct attack *a, size_t row, size_t column)
{
	return (int)figure_at(&a->f->tables[0], row, column)->n;
}

static int sum_of(const struct attack *a, size_t row, size_t column)
{
	int sum = 0;

	for (size_t r = 0; r < ROWS; r++)
		for (size_t c = 0; c < 2; c++)
			if ((row == ROWS || r == row) && (column == TOTAL || c == column))
				sum += a->cells[r][c];
	return sum;
}

/* Whether a cell of the imagined table is what is shown, or could be what is hidden. */
static bool fits(const struct attack *a, size_t row, size_t column)
{
	int value = sum_of(a, row, column), real = true_value(a, row, column);

	if (!hides(a->p, a->f, row, column))
		return value == real;
	if (row == a->row && column == a->column)
		return a->at_least ? value >= a->at_least :
				     value != real && value >= a->least;
	return value >= a->least;
}

static bool exceeds(const struct attack *a, size_t row, size_t column)
{
	return !hides(a->p, a->f, row, column) &&
	       sum_of(a, row, column) > true_value(a, row, column);
}

/* Fills the table from cell number `at`; true when one that fits is found. */
static bool imagine(struct attack *a, size_t at)
{
	size_t row = at / 2, column = at % 2;
	int real, low, high;

	assert_true(a->tries++ < 20 * 1000 * 1000);
	if (at == (size_t)ROWS * 2)
		return fits(a, ROWS, WOMEN) && fits(a, ROWS, MEN) &&
		       fits(a, ROWS, TOTAL);
	real = true_value(a, row, column);
	low = hides(a->p, a->f, row, column) ? 0 : real;
	high = hides(a->p, a->f, row, column) ? real + 12 : real;
	/* The real value first: most cells can keep theirs. */
	for (int i = 0; i <= 2 * (high - low) + 1; i++) {
		int value = real + (i % 2 ? (i + 1) / 2 : -i / 2);

		if (value < low || value > high)
			continue;
		a->cells[row][column] = value;
		if (fits(a, row, column) && (column == WOMEN || fits(a, row, TOTAL)) &&
		    !exceeds(a, ROWS, column) && !exceeds(a, row, TOTAL) &&
		    imagine(a, at + 1))
			return true;
	}
	a->cells[row][column] = 0;
	return false;
}

static bool could_be(const struct protection *p, const struct figures *f, size_t row,
		     size_t column, int at_least)
{
	struct attack a = { .f = f, .p = p, .row = row, .column = column,
			    .at_least = at_least, .least = at_least ? 0 : 1 };

	return imagine(&a, 0);
}

static void check_cell(const struct protection *p, const struct figures *f, size_t row,
		       size_t column, int threshold)
{
	long long n = figure_at(&f->tables[0], row, column)->n;

	if (!hides(p, f, row, column)) {
		assert_true(n == 0 || n >= threshold);
		return;
	}
	assert_true(n > 0);
	assert_true(could_be(p, f, row, column, threshold));
	assert_true(could_be(p, f, row, column, 0));
	assert_true(protection_hides(p, &f->tables[0], row, column, REPORT_PERCENT));
}

static void no_table_there_could_be_gives_a_hidden_cell_away(void **state)
{
	int hidden = 0, whole = 0;

	(void)state;
	for (uint32_t i = 0; i < 250; i++) {
		int cells[ROWS][2], threshold;
		struct figures *f;
		struct protection *p;

		tables_seed = i;
		threshold = 2 + tables_any(6);
		for (size_t row = 0; row < ROWS; row++)
			for (size_t sex = 0; sex < 2; sex++)
				cells[row][sex] = tables_any(3)
							? tables_any(4 + tables_any(15))
							: 0;
		f = small_table((const int (*)[2])cells);
		p = protect(f, threshold);
		for (size_t row = 0; row <= ROWS; row++)
			for (size_t column = 0; column <= TOTAL; column++) {
				check_cell(p, f, row, column, threshold);
				hidden += hides(p, f, row, column);
			}
		whole += !hides(p, f, ROWS, TOTAL);
		protection_free(p);
		figures_free(f);
	}
	assert_true(hidden > 1000 && whole > 180);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hidden_cells_together_reach_the_threshold),
		cmocka_unit_test(the_smallest_cells_are_chosen),
		cmocka_unit_test(a_table_without_small_cells_is_shown),
		cmocka_unit_test(zeros_are_shown_and_their_share_is_not_of_a_hidden_base),
		cmocka_unit_test(no_table_there_could_be_gives_a_hidden_cell_away),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
