/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where in every form of the report. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "base/text.h"
#include "pages.h"

static struct pages world;
static const struct report_page *page = &world.page;

static int init(void **state)
{
	(void)state;
	pages_init(&world);
	return 0;
}

static int done(void **state)
{
	(void)state;
	pages_done(&world);
	return 0;
}

static const struct figure_table *table(const char *id)
{
	const struct figure_table *t = figures_find(page->figures, id);

	assert_non_null(t);
	return t;
}

static size_t row_of(const struct figure_table *t, const char *key)
{
	long row = axis_find(&t->rows, key);

	assert_true(row >= 0);
	return (size_t)row;
}

/* The heads of all columns of values, or of the compared ones. */
static void assert_heads(const char *id, bool compared, const char *expected)
{
	const struct figure_table *t = table(id);
	size_t count = report_column_count(t);
	struct report_column columns[64];
	struct text found = { 0 };

	for (size_t i = 0; i < count; i++)
		columns[i] = report_column_at(t, i);
	if (compared)
		count = report_compared(t, columns);
	for (size_t i = 0; i < count; i++) {
		text_add(&found, i ? " | " : "");
		report_add_heading(t, columns[i], &found);
	}
	assert_string_equal(text_get(&found), expected);
	text_done(&found);
}

static void columns_of_values_follow_the_declaration(void **state)
{
	(void)state;
	assert_heads("sex_age", false,
		     "Kvinnor | Kvinnor, % | Män | Män, % | Totalt | Totalt, %");
	assert_heads("equity", false,
		     "Årets resultat, mnkr | Utgående eget kapital, mnkr");
	assert_heads("allocation", false, "Belopp, kr");
	assert_heads("registration_days", false,
		     "Kvinnor, medelvärde | Män, medelvärde | Totalt, medelvärde");
	assert_true(report_is_two_headed(table("sex_age")));
	assert_false(report_is_two_headed(table("equity")));
}

static void shares_of_the_total_are_compared_before_others(void **state)
{
	(void)state;
	assert_heads("sex_age", true, "Totalt, %");
	assert_heads("interventions_over_time", true,
		     "Individinriktad, % | Strukturövergripande, %");
	assert_heads("participants_over_time", true, "Totalt");
	assert_heads("equity", true,
		     "Årets resultat, mnkr | Utgående eget kapital, mnkr");
	assert_heads("occupation", true, "Totalt");
}

static void last_year_stands_beside_what_is_not_by_year(void **state)
{
	const struct figure_table *t = table("sex_age");
	struct report_column pct = { 2, REPORT_PERCENT };
	struct text out = { 0 };

	(void)state;
	assert_null(report_page_last_year(page, table("participants_over_time")));
	assert_int_equal(report_page_last_year(page, t)->year, 2024);
	assert_int_equal(report_page_last_value(page, t, row_of(t, "30_44"), pct, &out),
			 REPORT_DEFINED);
	assert_string_equal(text_get(&out), "33");
	text_done(&out);
}

static void published_figures_stand_beside_their_rows(void **state)
{
	const struct figure_table *age = table("sex_age");
	const struct figure_table *years = table("interventions_over_time");
	struct report_column pct = { 2, REPORT_PERCENT };
	struct report_column individual = { 1, REPORT_PERCENT };
	size_t u30 = row_of(age, "u30"), y2021 = row_of(years, "2021");

	(void)state;
	assert_true(report_page_has_published(page, age));
	assert_false(report_page_has_published(page, table("referrers")));
	assert_int_equal(report_page_published_year(page, age, u30), 2021);
	assert_string_equal(report_page_published(page, age, u30, pct), "36");
	assert_string_not_equal(report_page_published_note(page, age, u30, pct), "");
	assert_int_equal(report_page_published_year(page, years, y2021), 2021);
	assert_string_equal(report_page_published(page, years, y2021, individual), "54");
	assert_string_equal(report_page_published_note(page, years, y2021, individual),
			    "");
}

static void what_is_hidden_is_not_said(void **state)
{
	struct report_hiding hiding = { 5, pages_hide_column, "men" };
	const struct figure_table *t = table("sex_age");
	struct report_column women = { 0, REPORT_COUNT }, men = { 1, REPORT_COUNT };
	struct text out = { 0 };
	size_t row = row_of(t, "total");

	(void)state;
	world.page.hiding = &hiding;
	assert_int_equal(report_page_value(page, t, row, men, &out), REPORT_HIDDEN);
	assert_int_equal(report_page_last_value(page, t, row, men, &out), REPORT_HIDDEN);
	assert_string_equal(text_get(&out), "");
	assert_int_equal(report_page_value(page, t, row, women, &out), REPORT_DEFINED);
	world.page.hiding = NULL;
	text_done(&out);
}

static void assert_number(const char *number, const char *sv, const char *en)
{
	struct text out = { 0 };

	report_add_number(&out, number);
	assert_string_equal(text_get(&out), sv);
	text_clear(&out);
	lang_set(LANG_EN);
	report_add_number(&out, number);
	lang_set(LANG_SV);
	assert_string_equal(text_get(&out), en);
	text_done(&out);
}

static void numbers_are_written_as_the_language_does(void **state)
{
	(void)state;
	assert_number("0", "0", "0");
	assert_number("999", "999", "999");
	assert_number("1234567", "1\u00A0234\u00A0567", "1,234,567");
	assert_number("-1023.5", "\u22121\u00A0023,5", "\u22121,023.5");
}

static void shares_have_their_sign(void **state)
{
	struct text out = { 0 };

	(void)state;
	report_add_measured(&out, "34", REPORT_PERCENT);
	text_add_char(&out, ' ');
	report_add_measured(&out, "1000", REPORT_COUNT);
	assert_string_equal(text_get(&out), "34\u00A0% 1\u00A0000");
	text_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_values_follow_the_declaration),
		cmocka_unit_test(shares_of_the_total_are_compared_before_others),
		cmocka_unit_test(last_year_stands_beside_what_is_not_by_year),
		cmocka_unit_test(published_figures_stand_beside_their_rows),
		cmocka_unit_test(what_is_hidden_is_not_said),
		cmocka_unit_test(numbers_are_written_as_the_language_does),
		cmocka_unit_test(shares_have_their_sign),
	};

	return cmocka_run_group_tests(tests, init, done);
}
