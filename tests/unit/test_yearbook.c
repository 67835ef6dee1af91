/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's report of a register, shown whole and protected. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/catalog.h"
#include "app/inside.h"
#include "app/yearbook.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "model/report.h"
#include "store/db.h"

static struct app *a;

#define BY "'2024-01-01T00:00:00', 'u', '2024-01-01T00:00:00', 'u'"

/* Six women and two men, one participation each. */
static const char rows[] =
	"INSERT INTO intervention VALUES"
	" ('b-A', 'blekinge', 'Spår', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY ");"
	"WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 8) "
	"INSERT INTO person SELECT 'b-' || n, 'blekinge', n,"
	" iif(n < 3, 'man', 'woman'), 1980, " BY " FROM i;"
	"INSERT INTO participation SELECT id, 'b-A', id, '2024-05-01', NULL, NULL,"
	" 'compulsory', 'up_to_3y', NULL, NULL, NULL, " BY " FROM person;"
	"INSERT INTO support SELECT id, 'before', 'none', NULL FROM participation;"
	"INSERT INTO occupation"
	" SELECT id, 'before', 0, NULL, NULL, 0, NULL, 1 FROM participation;";

static int open_register(void **state)
{
	struct err e;

	(void)state;
	a = fixture_open();
	return db_script(a->db, rows, &e) ? 0 : -1;
}

static int close_register(void **state)
{
	(void)state;
	fixture_close(a);
	return 0;
}

static void make(struct yearbook *book, const struct report *only)
{
	struct yearbook_order order = { .year = 2024, .reports = &only,
					.report_count = only ? 1 : 0 };
	struct err e;

	if (!yearbook_make(a, &order, book, &e))
		fail_msg("%s", e.text);
}

static void protect(struct yearbook *book, int threshold)
{
	struct err e;

	if (!yearbook_protect(a, book, threshold, &e))
		fail_msg("%s", e.text);
}

/* The value in the file of the page; "" when it is not there. */
static const char *value(const struct yearbook *book, const char *table, const char *row,
			 const char *column)
{
	static char found[256];
	struct grid *g = report_page_grid(&book->page);

	found[0] = '\0';
	for (size_t i = 0; i < grid_rows(g); i++)
		if (!strcmp(grid_get(g, i, 0), table) &&
		    !strcmp(grid_get(g, i, 1), row) &&
		    !strcmp(grid_get(g, i, 2), column))
			snprintf(found, sizeof(found), "%s", grid_get(g, i, 3));
	grid_free(g);
	return found;
}

static void small_counts_are_hidden_and_shown_again(void **state)
{
	struct yearbook book;

	(void)state;
	make(&book, NULL);
	assert_string_equal(value(&book, "sex_age", "total", "men"), "2");
	protect(&book, YEARBOOK_THRESHOLD);
	assert_string_equal(value(&book, "sex_age", "total", "men"), "..");
	assert_string_equal(value(&book, "sex_age", "total", "men_pct"), "..");
	assert_string_equal(value(&book, "education", "total", "men"), "..");
	assert_string_equal(value(&book, "interventions_by_kind", "total", "total"), "1");
	assert_int_equal(book.page.hiding->threshold, YEARBOOK_THRESHOLD);
	protect(&book, 2);
	assert_string_equal(value(&book, "sex_age", "total", "men"), "2");
	protect(&book, 0);
	assert_null(book.page.hiding);
	assert_string_equal(value(&book, "sex_age", "total", "men"), "2");
	yearbook_done(&book);
}

static void one_table_hides_what_all_hide(void **state)
{
	const struct reports *reports = catalog_reports(app_catalog(a));
	struct yearbook all, one;

	(void)state;
	make(&all, NULL);
	protect(&all, 5);
	for (size_t i = 0; i < reports_count(reports); i++) {
		const struct report *r = reports_at(reports, i);
		struct grid *g;

		make(&one, r);
		protect(&one, 5);
		g = report_page_grid(&one.page);
		for (size_t row = 0; row < grid_rows(g); row++)
			assert_string_equal(grid_get(g, row, 3),
					    value(&all, r->id, grid_get(g, row, 1),
						  grid_get(g, row, 2)));
		grid_free(g);
		yearbook_done(&one);
	}
	yearbook_done(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_counts_are_hidden_and_shown_again),
		cmocka_unit_test(one_table_hides_what_all_hide),
	};

	return cmocka_run_group_tests(tests, open_register, close_register);
}
