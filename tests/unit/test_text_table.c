/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a table as text, and a table for a spreadsheet. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/table_grid.h"
#include "app/text_table.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/figures.h"
#include "pages.h"

static struct pages pages;

static int init(void **state)
{
	(void)state;
	pages_init(&pages);
	return 0;
}

static int done(void **state)
{
	(void)state;
	pages_done(&pages);
	return 0;
}

static void assert_table(const char *id, const struct text_table_setup *setup,
			 const char *expected)
{
	const struct figure_table *t = figures_find(pages.page.figures, id);
	struct text_table layout;
	struct text out = { 0 };

	text_table_init(&layout, &pages.page, t, setup);
	text_table_print(&layout, &out);
	text_table_done(&layout);
	assert_string_equal(text_get(&out), expected);
	text_done(&out);
}

static void the_change_stands_beside_where_there_is_room(void **state)
{
	struct text_table_setup setup = { .ascii = true, .change = true };

	(void)state;
	assert_table("persons", &setup,
		     "Antal        Kvinnor    Män  Totalt   2024  Ändring\n"
		     "Deltaganden       45     15      60     60        0\n"
		     "Personer          38     15      45     45        0\n");
	setup.width = 46;
	assert_table("persons", &setup,
		     "Antal        Kvinnor    Män  Totalt   2024\n"
		     "Deltaganden       45     15      60     60\n"
		     "Personer          38     15      45     45\n");
}

static void one_column_of_figures_is_compared_whole(void **state)
{
	struct text_table_setup setup = { .ascii = true, .change = true, .only = 2 };

	(void)state;
	assert_table("sex_age", &setup,
		     "                                                      Riket\n"
		     "Ålder vid start        Män       2024    Ändring       2021\n"
		     "                 antal   %  antal   %  antal   %  antal   %\n"
		     "–29 år               3  20      4  25     -1  -5  3 394  42\n"
		     "30–44 år             5  33      4  25     +1  +8  2 559  32\n"
		     "45–59 år             6  40      5  31     +1  +9  1 789  22\n"
		     "60 år–               1   7      3  19     -2 -12    270   3\n"
		     "Totalt              15 100     16 100     -1   0  8 012 100\n");
}

/* The rows of a table by year have no last year of their own. */
static void years_are_compared_with_the_published(void **state)
{
	struct text_table_setup setup = { .ascii = true, .change = true, .only = 1 };

	(void)state;
	assert_table("work_or_studies_over_time", &setup,
		     "År    Kvinnor  Riket\n"
		     "            %      %\n"
		     "2021        -     31\n"
		     "2022        -      -\n"
		     "2023        -      -\n"
		     "2024       18      -\n"
		     "2025       17      -\n");
}

static void a_change_of_what_is_hidden_is_hidden(void **state)
{
	struct report_hiding hiding = { 5, pages_hide_column, "women" };
	struct text_table_setup setup = { .ascii = true, .change = true, .only = 1 };

	(void)state;
	pages.page.hiding = &hiding;
	assert_table("persons", &setup,
		     "Antal        Kvinnor   2024  Ändring\n"
		     "Deltaganden       ..     ..       ..\n"
		     "Personer          ..     ..       ..\n");
	pages.page.hiding = NULL;
}

static void assert_row(const struct grid *g, size_t row, const char *expected)
{
	struct text cells = { 0 };

	for (size_t i = 0; i < grid_columns(g); i++)
		text_addf(&cells, "%s%s", i ? "|" : "", grid_get(g, row, i));
	assert_string_equal(text_get(&cells), expected);
	text_done(&cells);
}

static void a_spreadsheet_has_one_line_of_heads(void **state)
{
	struct grid *g = table_grid_make(&pages.page,
					 figures_find(pages.page.figures, "sex_age"));

	(void)state;
	assert_int_equal(grid_columns(g), 9);
	assert_string_equal(grid_column_name(g, 0), "Ålder vid start");
	assert_string_equal(grid_column_name(g, 2), "Kvinnor, %");
	assert_string_equal(grid_column_name(g, 7), "2024: Totalt, %");
	assert_string_equal(grid_column_name(g, 8), "Riket 2021: Totalt, %");
	assert_int_equal(grid_rows(g), 5);
	assert_row(g, 4, "Totalt|45|100|15|100|60|100|100|100");
	grid_free(g);
	pages.page.part = "Skåne län";
	g = table_grid_make(&pages.page, figures_find(pages.page.figures, "sex_age"));
	assert_string_equal(grid_column_name(g, 0), "Ålder vid start (Skåne län)");
	grid_free(g);
	pages.page.part = NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_change_stands_beside_where_there_is_room),
		cmocka_unit_test(one_column_of_figures_is_compared_whole),
		cmocka_unit_test(years_are_compared_with_the_published),
		cmocka_unit_test(a_change_of_what_is_hidden_is_hidden),
		cmocka_unit_test(a_spreadsheet_has_one_line_of_heads),
	};

	return cmocka_run_group_tests(tests, init, done);
}
