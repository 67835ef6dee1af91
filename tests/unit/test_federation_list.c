/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which federations and municipalities are listed for a year, and in all forms. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/catalog.h"
#include "app/federation_list.h"
#include "app/inside.h"
#include "app/report.h"
#include "app/report_html.h"
#include "app/report_json.h"
#include "app/report_text.h"
#include "app/report_xlsx.h"
#include "app/yearbook.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "model/report.h"
#include "store/db.h"

static struct app *a;

static void run(const char *sql)
{
	struct err e = { "" };

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

/*
 * Two federations of two municipalities each, one of them divided between both:
 * Karlskrona moved from the one to the other at the end of 2022.
 */
static int open_register(void **state)
{
	(void)state;
	a = fixture_open();
	run("DELETE FROM membership;"
	    "INSERT INTO federation (id, name, registered_at, registered_by, changed_at,"
	    " changed_by) VALUES ('alfa', 'Alfa', '', '', '', '');"
	    "UPDATE federation SET name = 'Ö & \"co\"' WHERE id = 'blekinge';"
	    "INSERT INTO membership SELECT column1, column2, column3, column4, column5,"
	    " column6, '', '', '', '' FROM (VALUES"
	    " ('1', 'alfa', '1080', NULL, '2022-12-30', NULL),"
	    " ('2', 'blekinge', '1080', '2022-12-31', NULL, NULL),"
	    " ('3', 'alfa', '1060', '2020-01-01', '2022-12-31', 'norr'),"
	    " ('4', 'blekinge', '1060', '2020-01-01', NULL, 'söder'),"
	    " ('5', 'alfa', '0980', '2020-01-01', NULL, NULL))");
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	fixture_close(a);
	return 0;
}

static const struct report_scope all;

static void assert_list_of(struct report_scope scope, int year, const char *expected)
{
	struct text told = { 0 };
	struct err e = { "" };
	struct grid *g = federation_list_make(a, year, &scope, &e);

	if (!g)
		fail_msg("%s", e.text);
	for (size_t row = 0; row < grid_rows(g); row++)
		text_addf(&told, "%s: %s, %s: %s\n", grid_named(g, row, "key"),
			  grid_named(g, row, "county"), grid_named(g, row, "federation"),
			  grid_named(g, row, "municipalities"));
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
	grid_free(g);
}

static void assert_list(int year, const char *expected)
{
	assert_list_of(all, year, expected);
}

static void memberships_count_on_the_last_day(void **state)
{
	(void)state;
	assert_list(2021, "09_alfa: Gotlands län, Alfa: Gotland\n"
			  "10_alfa: Blekinge län, Alfa: Karlskrona, Olofström (norr)\n"
			  "10_blekinge: Blekinge län, Ö & \"co\": Olofström (söder)\n");
	assert_list(2022,
		    "09_alfa: Gotlands län, Alfa: Gotland\n"
		    "10_alfa: Blekinge län, Alfa: Olofström (norr)\n"
		    "10_blekinge: Blekinge län, Ö & \"co\": Karlskrona, "
		    "Olofström (söder)\n");
	assert_list(2023,
		    "09_alfa: Gotlands län, Alfa: Gotland\n"
		    "10_blekinge: Blekinge län, Ö & \"co\": Karlskrona, "
		    "Olofström (söder)\n");
}

static void a_part_of_the_country_has_its_own(void **state)
{
	static const char *const codes[] = { "blekinge" };

	(void)state;
	assert_list_of((struct report_scope){ codes, 1 }, 2021,
		       "10_blekinge: Blekinge län, Ö & \"co\": Olofström (söder)\n");
}

/* The same register as a national one: the municipalities of no federation are named. */
static void a_national_register_has_those_without(void **state)
{
	char *outside;
	struct grid *g;
	struct err e = { "" };
	size_t none = 0, row;

	(void)state;
	run("UPDATE register SET level = 'national', federation = NULL");
	outside = fixture_ask(a, "SELECT group_concat(name, ', ') FROM (SELECT name FROM "
				 "municipality WHERE county = '10' AND code NOT IN "
				 "('1080', '1060') ORDER BY name COLLATE sv)");
	g = federation_list_make(a, 2022, &all, &e);
	assert_non_null(g);
	for (row = 0; row < grid_rows(g); row++)
		none += !*grid_named(g, row, "federation");
	/* One for each county but Gotland. */
	assert_int_equal(none, 20);
	row = (size_t)grid_find_row(g, 0, "10_none");
	assert_string_equal(grid_named(g, row, "municipalities"), outside);
	assert_string_equal(grid_get(g, row - 1, 0), "10_blekinge");
	grid_free(g);
	free(outside);
	run("UPDATE register SET level = 'federation', federation = 'blekinge'");
}

static void make(struct yearbook *book)
{
	const struct reports *reports = catalog_reports(app_catalog(a));
	const struct report *only = reports_find(reports, "federation_list");
	const struct yearbook_order order = { .year = 2022,
					      .reports = &only,
					      .report_count = 1 };
	struct err e = { "" };

	if (!yearbook_make(a, &order, book, &e))
		fail_msg("%s", e.text);
}

static void assert_has(const struct text *out, const char *part)
{
	if (!strstr(text_get(out), part))
		fail_msg("lacks %s:\n%s", part, text_get(out));
}

static void every_form_has_it(void **state)
{
	struct yearbook book;
	struct text out = { 0 };
	struct err e = { "" };
	struct grid *g;

	(void)state;
	make(&book);
	report_text_print(&book.page, false, &out);
	assert_has(&out, "Blekinge län\n  Alfa\n    Olofström (norr)\n  Ö & \"co\"\n"
			 "    Karlskrona, Olofström (söder)\n");
	text_clear(&out);
	report_json_print(&book.page, &out);
	assert_has(&out, "\"municipalities\": \"Karlskrona, Olofström (söder)\"");
	assert_has(&out, "\"federation\": \"Ö & \\\"co\\\"\"");
	text_clear(&out);
	assert_true(report_html_print(&book.page, &out, &e));
	assert_has(&out, "<th scope=\"row\">Blekinge län</th>\n"
			 "<td class=\"words\">Ö &amp; &quot;co&quot;</td>\n"
			 "<td class=\"words\">Karlskrona, Olofström (söder)</td>\n");
	text_clear(&out);
	assert_true(report_xlsx_print(&book.page, &out, &e));
	assert_true(out.length > 1000);
	g = report_page_grid(&book.page);
	assert_int_equal(grid_rows(g), 9);
	assert_string_equal(grid_get(g, 8, 1), "10_blekinge");
	assert_string_equal(grid_get(g, 8, 2), "municipalities");
	assert_string_equal(grid_get(g, 8, 3), "Karlskrona, Olofström (söder)");
	grid_free(g);
	text_done(&out);
	yearbook_done(&book);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memberships_count_on_the_last_day),
		cmocka_unit_test(a_part_of_the_country_has_its_own),
		cmocka_unit_test(a_national_register_has_those_without),
		cmocka_unit_test(every_form_has_it),
	};

	return cmocka_run_group_tests(tests, open_register, close_register);
}
