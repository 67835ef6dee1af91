/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years that are frozen, and what has become of them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "app/freeze.h"
#include "app/inside.h"
#include "app/report_frozen.h"
#include "app/report_html.h"
#include "app/report_json.h"
#include "app/report_text.h"
#include "app/report_xlsx.h"
#include "app/yearbook.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"

#define BY "'2024-01-01T00:00:00', 'u', '2024-01-01T00:00:00', 'u'"

/* Six women and two men, one participation each; a budget not stated yet. */
static const char rows[] =
	"INSERT INTO intervention VALUES"
	" ('b-A', 'blekinge', 'Spår', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY ");"
	"INSERT INTO intervention_year VALUES"
	" ('b-Y', 'b-A', 2024, NULL, NULL, NULL, NULL, NULL, " BY ");"
	"WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 8) "
	"INSERT INTO person SELECT 'b-' || n, 'blekinge', n,"
	" iif(n < 3, 'man', 'woman'), 1980, " BY " FROM i;"
	"INSERT INTO participation SELECT id, 'b-A', id, '2024-05-01', NULL, NULL,"
	" 'compulsory', 'up_to_3y', NULL, NULL, NULL, " BY " FROM person;"
	"INSERT INTO support SELECT id, 'before', 'none', NULL FROM participation;"
	"INSERT INTO occupation"
	" SELECT id, 'before', 0, NULL, NULL, 0, NULL, 1 FROM participation;";

static struct app *a;

static void run(const char *sql)
{
	struct err e;

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static int open_register(void **state)
{
	(void)state;
	a = fixture_open();
	run(rows);
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	fixture_close(a);
	return 0;
}

/* Freezes 2024; the revision that holds then, negative when it is an old one. */
static long long freeze(void)
{
	struct freeze f;
	long long revision;
	struct err e;
	bool kept;

	if (!freeze_year(a, 2024, &f, &kept, &e))
		fail_msg("%s", e.text);
	revision = kept ? f.revision : -f.revision;
	freeze_done(&f);
	return revision;
}

static void open_book(struct yearbook *book, int year)
{
	const struct yearbook_order order = { .year = year };
	struct err e;

	if (!yearbook_make(a, &order, book, &e))
		fail_msg("%s", e.text);
}

/* What has changed in 2024, as "table row column then>now" and a blank each; the caller
 * frees it. */
static char *changes(void)
{
	struct text all = { 0 };
	struct yearbook book;

	open_book(&book, 2024);
	assert_non_null(book.page.frozen);
	for (size_t i = 0; i < grid_rows(book.changes); i++)
		text_addf(&all, "%s %s %s %s>%s;", grid_get(book.changes, i, 0),
			  grid_get(book.changes, i, 1), grid_get(book.changes, i, 2),
			  grid_get(book.changes, i, 3), grid_get(book.changes, i, 4));
	yearbook_done(&book);
	return text_take(&all);
}

static void expect_changes(const char *expected)
{
	char *found = changes();

	assert_string_equal(found, expected);
	free(found);
}

static void a_year_is_not_frozen_by_itself(void **state)
{
	struct yearbook book;

	(void)state;
	open_book(&book, 2024);
	assert_null(book.page.frozen);
	yearbook_done(&book);
}

static void a_frozen_year_says_who_and_when(void **state)
{
	struct freeze f;
	struct err e;
	char *logged;

	(void)state;
	assert_int_equal(freeze(), 1);
	assert_true(freeze_read(a, 2024, &f, &e));
	assert_string_equal(f.at, "2025-11-14T10:00:00");
	assert_string_equal(f.by, app_user(a));
	assert_string_equal(f.version, PACKAGE_VERSION);
	freeze_done(&f);
	assert_true(freeze_read(a, 2023, &f, &e));
	assert_int_equal(f.revision, 0);
	freeze_done(&f);
	logged = fixture_ask(a, "SELECT action || record FROM audit");
	assert_string_equal(logged, "freeze2024");
	free(logged);
	expect_changes("");
}

static void later_corrections_are_differences(void **state)
{
	(void)state;
	assert_int_equal(freeze(), 1);
	run("UPDATE participation SET education = 'doctoral' WHERE id = 'b-1'");
	expect_changes("education compulsory men 2>1;education compulsory men_pct 100>50;"
		       "education compulsory total 8>7;"
		       "education compulsory total_pct 100>88;"
		       "education doctoral men 0>1;education doctoral men_pct 0>50;"
		       "education doctoral total 0>1;education doctoral total_pct 0>13;");
	run("UPDATE participation SET education = 'compulsory' WHERE id = 'b-1'");
	expect_changes("");
}

static void what_was_not_stated_is_no_zero(void **state)
{
	(void)state;
	assert_int_equal(freeze(), 1);
	run("UPDATE intervention_year SET esf_budget = 1000 WHERE id = 'b-Y'");
	expect_changes("esf budgeted sek >1000;");
}

static void rows_come_and_go(void **state)
{
	(void)state;
	run("UPDATE participation SET referrer = 'self'");
	assert_int_equal(freeze(), 1);
	/* "Not stated" is a row that is shown only when it counts someone. */
	run("UPDATE participation SET referrer = NULL WHERE id = 'b-8'");
	expect_changes("referrers self women 6>5;referrers self women_pct 100>83;"
		       "referrers self total 8>7;referrers self total_pct 100>88;"
		       "referrers not_stated women 0>1;"
		       "referrers not_stated women_pct >17;"
		       "referrers not_stated men_pct >0;"
		       "referrers not_stated total 0>1;"
		       "referrers not_stated total_pct >13;");
}

static void a_year_is_frozen_again_only_when_it_differs(void **state)
{
	(void)state;
	assert_int_equal(freeze(), 1);
	assert_int_equal(freeze(), -1);
	run("UPDATE participation SET education = 'doctoral' WHERE id = 'b-1'");
	assert_int_equal(freeze(), 2);
	assert_int_equal(freeze(), -2);
	expect_changes("");
}

static void a_refused_freeze_leaves_nothing(void **state)
{
	struct freeze f;
	struct err e;
	char *left;
	bool kept;

	(void)state;
	run("PRAGMA foreign_keys = OFF; DROP TABLE audit;");
	assert_false(freeze_year(a, 2024, &f, &kept, &e));
	assert_false(db_in_transaction(a->db));
	left = fixture_ask(a, "SELECT count(*) FROM frozen_year, frozen_cell");
	assert_string_equal(left, "0");
	free(left);
}

static void it_can_be_part_of_something_larger(void **state)
{
	struct err e;
	char *left;

	(void)state;
	assert_true(db_begin(a->db, &e));
	assert_int_equal(freeze(), 1);
	assert_true(db_in_transaction(a->db));
	db_rollback(a->db);
	left = fixture_ask(a, "SELECT count(*) FROM frozen_year");
	assert_string_equal(left, "0");
	free(left);
}

static void tables_of_a_newer_program_are_no_difference(void **state)
{
	(void)state;
	assert_int_equal(freeze(), 1);
	run("DELETE FROM frozen_cell WHERE cell_table <> 'sex_age'");
	run("UPDATE frozen_year SET version = '0.0'");
	expect_changes("");
	run("UPDATE frozen_cell SET n = 9"
	    " WHERE cell_row = 'total' AND cell_column = 'men'");
	expect_changes("sex_age total men 9>2;sex_age total men_pct 450>100;");
}

static void changes_are_told_in_words_but_not_to_others(void **state)
{
	struct text words = { 0 };
	struct yearbook book;
	const struct figure_table *education;
	struct err e;

	(void)state;
	assert_int_equal(freeze(), 1);
	run("UPDATE participation SET education = 'doctoral' WHERE id = 'b-1'");
	open_book(&book, 2024);
	education = figures_find(book.page.figures, "education");
	report_frozen_add_stamp(&book.page, &words);
	assert_string_equal(text_get(&words), "Året frystes 2025-11-14, revision 1. "
					      "8 värden har ändrats sedan dess.");
	text_clear(&words);
	report_frozen_add_changes(&book.page, education, 2, &words);
	assert_string_equal(text_get(&words),
			    "Ändrat sedan året frystes: Grundskola, Män 2, nu 1; "
			    "Grundskola, Män 100\xC2\xA0%, nu 50\xC2\xA0%; och 6 värden "
			    "till.");
	text_clear(&words);
	assert_true(yearbook_protect(a, &book, 5, &e));
	report_frozen_add_stamp(&book.page, &words);
	assert_string_equal(text_get(&words), "Året frystes 2025-11-14, revision 1.");
	assert_int_equal(report_frozen_count(&book.page, education), 0);
	text_done(&words);
	yearbook_done(&book);
}

static void assert_has(const struct text *t, const char *part)
{
	if (!strstr(text_get(t), part))
		fail_msg("no \"%s\"", part);
}

/* The texts of a workbook: one part of the archive, deflated. */
static void inflate_strings(const struct text *book, struct text *out)
{
	static const char name[] = "xl/sharedStrings.xml";
	unsigned char *at = memmem(book->bytes, book->length, name, strlen(name));
	z_stream z = { 0 };

	assert_non_null(at);
	/* Before the name stand its length and that of what lies behind it. */
	z.next_in = at + strlen(name) + at[-2];
	z.avail_in = (uInt)(book->bytes + book->length - (char *)z.next_in);
	text_reserve(out, 1 << 20);
	z.next_out = (Bytef *)out->bytes;
	z.avail_out = 1 << 20;
	assert_int_equal(inflateInit2(&z, -MAX_WBITS), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	out->length = z.total_out;
	out->bytes[out->length] = '\0';
	inflateEnd(&z);
}

static void every_form_tells_of_it(void **state)
{
	static const char stamp[] = "Året frystes 2025-11-14, revision 1. "
				    "8 värden har ändrats sedan dess.";
	static const char change[] = "Ändrat sedan året frystes: Grundskola, Män 2, nu 1";
	struct text html = { 0 }, text = { 0 }, json = { 0 }, book = { 0 }, words = { 0 };
	struct yearbook year;
	struct err e;

	(void)state;
	assert_int_equal(freeze(), 1);
	run("UPDATE participation SET education = 'doctoral' WHERE id = 'b-1'");
	open_book(&year, 2024);
	report_text_print(&year.page, false, &text);
	assert_has(&text, stamp);
	assert_has(&text, change);
	assert_true(report_html_print(&year.page, &html, &e));
	assert_has(&html, stamp);
	assert_has(&html, change);
	assert_true(report_xlsx_print(&year.page, &book, &e));
	inflate_strings(&book, &words);
	assert_has(&words, stamp);
	assert_has(&words, change);
	report_json_print(&year.page, &json);
	assert_has(&json, "\"frozen\": {\"at\": \"2025-11-14T");
	assert_has(&json, "\"revision\": 1}");
	assert_has(&json, "{\"row\": \"compulsory\", \"column\": \"men\", "
			  "\"value\": \"n\", \"then\": 2, \"now\": 1}");
	assert_true(yearbook_protect(a, &year, 5, &e));
	text_clear(&json);
	report_json_print(&year.page, &json);
	assert_has(&json, "\"revision\": 1}");
	assert_null(strstr(text_get(&json), "changed_since_frozen"));
	yearbook_done(&year);
	open_book(&year, 2023);
	text_clear(&json);
	report_json_print(&year.page, &json);
	assert_has(&json, "\"frozen\": null");
	yearbook_done(&year);
	text_done(&html);
	text_done(&text);
	text_done(&json);
	text_done(&book);
	text_done(&words);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_year_is_not_frozen_by_itself),
		TEST(a_frozen_year_says_who_and_when),
		TEST(later_corrections_are_differences),
		TEST(what_was_not_stated_is_no_zero),
		TEST(rows_come_and_go),
		TEST(a_year_is_frozen_again_only_when_it_differs),
		TEST(a_refused_freeze_leaves_nothing),
		TEST(it_can_be_part_of_something_larger),
		TEST(tables_of_a_newer_program_are_no_difference),
		TEST(changes_are_told_in_words_but_not_to_others),
		TEST(every_form_tells_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
