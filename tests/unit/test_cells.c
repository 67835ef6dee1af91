/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as they are exchanged: what was counted, not what is shown of it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "model/cells.h"
#include "model/figures.h"
#include "model/report.h"
#include "model/tabulate.h"
#include "tables.h"

/* A structural intervention's year for which nobody has said how many are planned. */
static void add_unplanned(struct tabulation *t)
{
	struct fact fact;

	fact_clear(&fact, FACT_INTERVENTION_YEAR);
	fact.year = 2021;
	fact.code[FACT_KIND] = (signed char)tables_code(FACT_KIND, "structural");
	tabulation_add(t, &fact);
}

/* The cells of 2021 with that year and with `count` participations, the first half of
 * them of men. */
static struct figures *figures_of(int count)
{
	const int year = 2021;
	struct tabulation *t = tables_tabulation(&year, 1);
	struct figures *f;

	for (int i = 0; i < count; i++) {
		struct fact fact;

		tables_participation(&fact, "2021-02-01", "2021-10-31");
		if (i < count / 2)
			fact.code[FACT_SEX] =
				(signed char)tables_code(FACT_SEX, "man");
		tabulation_add(t, &fact);
	}
	add_unplanned(t);
	f = tabulation_take(t, 0);
	tabulation_free(t);
	return f;
}

static struct grid *cells_of(int count)
{
	struct figures *f = figures_of(count);
	struct grid *g = cells_make(f);

	figures_free(f);
	return g;
}

/* The n/d of a cell, "n" alone without d, "none" when there is no such cell. */
static const char *cell(const struct grid *g, const char *table, const char *row,
			const char *column)
{
	static char found[64];

	for (size_t i = 0; i < grid_rows(g); i++)
		if (!strcmp(grid_named(g, i, "table"), table) &&
		    !strcmp(grid_named(g, i, "row"), row) &&
		    !strcmp(grid_named(g, i, "column"), column)) {
			strcpy(found, grid_named(g, i, "n"));
			if (*grid_named(g, i, "d")) {
				strcat(found, "/");
				strcat(found, grid_named(g, i, "d"));
			}
			return found;
		}
	return "none";
}

static void shares_travel_as_what_they_are_made_of(void **state)
{
	struct grid *g = cells_of(5);

	(void)state;
	assert_string_equal(cell(g, "sex_age", "30_44", "women"), "3/3");
	assert_string_equal(cell(g, "sex_age", "30_44", "total"), "5/5");
	assert_string_equal(cell(g, "sex_age", "u30", "total"), "0/5");
	assert_string_equal(cell(g, "participants_by_registration", "personal", "total"),
			    "5/5");
	assert_string_equal(cell(g, "sex_age", "30_44", "women_pct"), "none");
	grid_free(g);
}

static void what_has_no_base_has_no_divisor(void **state)
{
	struct grid *g = cells_of(1);

	(void)state;
	assert_string_equal(cell(g, "participants_by_registration", "started_in_year",
				 "total"), "1");
	grid_free(g);
}

static void what_says_nothing_is_left_out(void **state)
{
	struct grid *g = cells_of(2);

	(void)state;
	/* Optional, and nothing mentioned. */
	assert_string_equal(cell(g, "support_before", "missing", "total"), "none");
	assert_string_equal(cell(g, "support_before", "sickness_benefit", "men"), "1/1");
	assert_string_equal(cell(g, "structural_participants", "planned", "total"),
			    "none");
	grid_free(g);
}

static void a_row_left_out_has_what_it_is_divided_by(void **state)
{
	struct figures *f = figures_of(2);
	struct grid *g = cells_make_whole(f);

	(void)state;
	assert_string_equal(cell(g, "support_before", "missing", "total"), "0/2");
	grid_free(g);
	figures_free(f);
}

static void every_cell_comes_once(void **state)
{
	struct grid *g = cells_of(4);

	(void)state;
	assert_true(grid_rows(g) > 100);
	for (size_t i = 0; i < grid_rows(g); i++)
		for (size_t j = 0; j < i; j++)
			assert_false(!strcmp(grid_get(g, i, 0), grid_get(g, j, 0)) &&
				     !strcmp(grid_get(g, i, 1), grid_get(g, j, 1)) &&
				     !strcmp(grid_get(g, i, 2), grid_get(g, j, 2)));
	grid_free(g);
}

static void cells_become_the_figures_they_were(void **state)
{
	struct grid *g = cells_of(5), *again;
	const struct report *all[200];
	struct figures *f;
	size_t count = reports_count(tables_world.reports), strange;

	(void)state;
	for (size_t i = 0; i < count; i++)
		all[i] = reports_at(tables_world.reports, i);
	f = figures_new(all, count, 2021);
	strange = grid_add_row(g, 0);
	grid_set(g, strange, 0, "sex_age");
	grid_set(g, strange, 1, "u31");
	assert_int_equal(cells_put(g, f), 1);
	again = cells_make(f);
	assert_int_equal(grid_rows(again), strange);
	for (size_t row = 0; row < strange; row++)
		for (size_t column = 0; column < grid_columns(g); column++)
			assert_string_equal(grid_get(again, row, column),
					    grid_get(g, row, column));
	assert_true(cells_have_table(g, "sex_age"));
	assert_false(cells_have_table(g, "sex_aged"));
	grid_free(again);
	figures_free(f);
	grid_free(g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_travel_as_what_they_are_made_of),
		cmocka_unit_test(what_has_no_base_has_no_divisor),
		cmocka_unit_test(what_says_nothing_is_left_out),
		cmocka_unit_test(a_row_left_out_has_what_it_is_divided_by),
		cmocka_unit_test(every_cell_comes_once),
		cmocka_unit_test(cells_become_the_figures_they_were),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
