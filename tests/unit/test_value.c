/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between what a person types and what is kept. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/value.h"

static struct choices *supports;

static int setup(void **state)
{
	static const char *const rows[][3] = {
		{ "sickness_benefit", "Sjuk- eller rehabpenning", "Sickness benefit" },
		{ "social_assistance", "Försörjningsstöd", "Social assistance" },
		{ "missing", "Uppgift saknas", "Missing" },
	};
	struct grid *g = grid_new("support");

	(void)state;
	grid_add_column(g, "code");
	grid_add_column(g, "sv");
	grid_add_column(g, "en");
	for (size_t i = 0; i < 3; i++) {
		grid_add_row(g, 0);
		for (size_t c = 0; c < 3; c++)
			grid_set(g, i, c, rows[i][c]);
	}
	supports = choices_from_grid(g);
	grid_free(g);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	choices_free(supports);
	return 0;
}

static bool is_select(enum field_type type)
{
	return type == FIELD_SELECT_ONE || type == FIELD_SELECT_MULTIPLE;
}

/* Types `typed` into a field of the type: the value kept and whether it was taken. */
static void types(enum field_type type, const char *typed, const char *kept, bool taken)
{
	const struct form_field field = { .type = type, .name = "field" };
	struct text out = { 0 };
	struct err e = { "" };
	int today = 0;

	assert_true(date_from_ymd(2025, 11, 14, &today));
	assert_int_equal(value_parse(&field, is_select(type) ? supports : NULL, typed,
				     today, &out, &e), taken);
	assert_string_equal(text_get(&out), kept);
	assert_true(taken || e.text[0]);
	assert_int_equal(value_is_valid(&field, is_select(type) ? supports : NULL, kept,
					NULL), taken);
	text_done(&out);
}

static void shows(enum field_type type, const char *kept, const char *shown)
{
	const struct form_field field = { .type = type, .name = "field" };
	struct text out = { 0 };

	value_show(&field, is_select(type) ? supports : NULL, kept, &out);
	assert_string_equal(text_get(&out), shown);
	text_done(&out);
}

static void numbers_take_blanks_and_both_decimal_signs(void **state)
{
	(void)state;
	types(FIELD_INTEGER, "12 500", "12500", true);
	types(FIELD_INTEGER, "12\xC2\xA0""500", "12500", true);
	types(FIELD_INTEGER, " 007 ", "7", true);
	types(FIELD_INTEGER, "0", "0", true);
	types(FIELD_INTEGER, "-5", "-5", true);
	types(FIELD_DECIMAL, "12,5", "12.5", true);
	types(FIELD_DECIMAL, "12.5", "12.5", true);
	types(FIELD_DECIMAL, "0,25", "0.25", true);
}

static void wrong_numbers_stay_as_they_were_typed(void **state)
{
	(void)state;
	types(FIELD_INTEGER, "tolv", "tolv", false);
	types(FIELD_INTEGER, "12,5", "12,5", false);
	types(FIELD_INTEGER, "-", "-", false);
	types(FIELD_INTEGER, "1-2", "1-2", false);
	types(FIELD_DECIMAL, "1,2,3", "1,2,3", false);
	types(FIELD_DECIMAL, "12,", "12,", false);
	types(FIELD_INTEGER, "12345678901234567890", "12345678901234567890", false);
}

static void dates_become_iso(void **state)
{
	(void)state;
	types(FIELD_DATE, "4/3", "2025-03-04", true);
	types(FIELD_DATE, "250304", "2025-03-04", true);
	types(FIELD_DATE, "i", "2025-11-14", true);
	types(FIELD_DATE, "igår", "2025-11-13", true);
	types(FIELD_DATE, "+7", "2025-11-21", true);
	types(FIELD_DATE, "2025-02-30", "2025-02-30", false);
	types(FIELD_DATE, "snart", "snart", false);
}

static void codes_are_guessed_and_several_sorted(void **state)
{
	(void)state;
	types(FIELD_SELECT_ONE, "försörj", "social_assistance", true);
	types(FIELD_SELECT_ONE, ".", "missing", true);
	types(FIELD_SELECT_ONE, "okänt", "okänt", false);
	types(FIELD_SELECT_MULTIPLE, "missing sickness_benefit",
	      "sickness_benefit missing", true);
	types(FIELD_SELECT_MULTIPLE, "rehab", "sickness_benefit", true);
	types(FIELD_SELECT_MULTIPLE, "missing rehab", "sickness_benefit missing", true);
	types(FIELD_SELECT_MULTIPLE, "missing xyz", "missing xyz", false);
}

static void texts_are_trimmed_composed_and_cleaned(void **state)
{
	(void)state;
	types(FIELD_TEXT, "  Arbetsspa\xCC\x8Aret ", "Arbetsspåret", true);
	types(FIELD_TEXT, "a\xE2\x80\xAE""b", "ab", true);
	types(FIELD_TEXT, ".", "", true);
	types(FIELD_TEXT, "", "", true);
}

static void values_are_shown_as_people_write_them(void **state)
{
	(void)state;
	shows(FIELD_INTEGER, "1979", "1979");
	shows(FIELD_INTEGER, "25000", "25 000");
	shows(FIELD_INTEGER, "-1250000", "-1 250 000");
	shows(FIELD_DECIMAL, "12.5", "12,5");
	shows(FIELD_SELECT_ONE, "social_assistance", "Försörjningsstöd");
	shows(FIELD_SELECT_MULTIPLE, "sickness_benefit missing",
	      "Sjuk- eller rehabpenning, Uppgift saknas");
	shows(FIELD_SELECT_MULTIPLE, "missing xyz", "Uppgift saknas, xyz");
	shows(FIELD_SELECT_ONE, "wrong", "wrong");
	shows(FIELD_INTEGER, "tolv", "tolv");
}

static void a_date_is_echoed_with_its_weekday(void **state)
{
	const struct form_field field = { .type = FIELD_DATE, .name = "start" };
	struct text out = { 0 };

	(void)state;
	value_echo(&field, "2025-11-14", &out);
	assert_string_equal(text_get(&out), "fredag");
	text_clear(&out);
	value_echo(&field, "2025-02-30", &out);
	assert_string_equal(text_get(&out), "");
	text_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_take_blanks_and_both_decimal_signs),
		cmocka_unit_test(wrong_numbers_stay_as_they_were_typed),
		cmocka_unit_test(dates_become_iso),
		cmocka_unit_test(codes_are_guessed_and_several_sorted),
		cmocka_unit_test(texts_are_trimmed_composed_and_cleaned),
		cmocka_unit_test(values_are_shown_as_people_write_them),
		cmocka_unit_test(a_date_is_echoed_with_its_weekday),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
