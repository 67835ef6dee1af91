/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is meant by what is typed, and when nothing more need be typed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "base/lang.h"
#include "model/choices.h"
#include "model/codes.h"
#include "model/form.h"
#include "ui/entry_guess.h"

static const struct code referrers[] = {
	{ "employment_service", { "Arbetsförmedlingen", "Employment Service" }, "" },
	{ "social_insurance_agency", { "Försäkringskassan", "Social Insurance" }, "" },
	{ "social_services", { "Kommun, socialtjänst", "Social services" }, "" },
	{ "self", { "Egen ansökan", "Own application" }, "" },
};
static const struct code durations[] = {
	{ "up_to_1y", { "Upp till 1 år", "Up to 1 year" }, "" },
	{ "up_to_3y", { "Upp till 3 år", "Up to 3 years" }, "" },
	{ "up_to_6y", { "Upp till 6 år", "Up to 6 years" }, "" },
};
static const struct code extents[] = {
	{ "25", { "25 %", "25%" }, "" },
	{ "100", { "100 %", "100%" }, "" },
	{ "unknown", { "Okänd omfattning", "Unknown extent" }, "" },
};
static const struct code ages[] = {
	{ "u30", { "–29 år", "Under 30" }, "" },
	{ "30_44", { "30–44 år", "30–44 years" }, "" },
	{ "45_59", { "45–59 år", "45–59 years" }, "" },
};
static const struct code times[] = {
	{ "short", { "Högst 30 dagar", "30 days at most" }, "" },
	{ "middle", { "En månad", "A month" }, "" },
	{ "long", { "Mer än så", "More than that" }, "" },
};
static const struct code_list lists[] = {
	{ "referrer", referrers, 4 }, { "support_duration", durations, 3 },
	{ "extent", extents, 3 },     { "age", ages, 3 },
	{ "time", times, 3 },
};

static struct form_field select_of(size_t list)
{
	return (struct form_field){ .type = FIELD_SELECT_ONE, .name = "x",
				    .codes = &lists[list] };
}

static void typed_means_choice(void **state)
{
	static const struct {
		size_t list;
		const char *typed;
		long choice;
		bool full;
	} rows[] = {
		{ 0, "soc", 2, false },       /* though two codes begin so */
		{ 0, "2", 1, true },          { 0, "5", CHOICES_NONE, false },
		{ 0, "0", CHOICES_NONE, false }, { 0, "01", CHOICES_NONE, false },
		{ 0, "e", 3, false },         { 0, "self", 3, true },
		{ 0, "", CHOICES_NONE, false }, { 0, "SOCIAL_SERVICES", 2, true },
		{ 0, "ans", 3, false },       { 0, "xyz", CHOICES_NONE, false },
		/* The third is "upp till 6 år", but "3" stands in another label. */
		{ 1, "2", 1, true },          { 1, "3", 2, false },
		{ 1, "upp", CHOICES_SEVERAL, false },
		/* The third, unless more digits make it a label. */
		{ 4, "3", 2, false },         { 4, "30", 0, false },
		{ 4, "2", 1, true },          { 3, "30", 1, false },
		/* Codes that are digits are typed as they are. */
		{ 2, "25", 0, true },         { 2, "100", 1, true },
		{ 2, "1", 1, false },         { 2, "okänd", 2, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct form_field field = select_of(rows[i].list);
		struct choices *c = choices_from_codes(field.codes, "");

		assert_int_equal(entry_guess_choice(&field, c, rows[i].typed),
				 rows[i].choice);
		assert_int_equal(entry_guess_is_full(&field, c, rows[i].typed),
				 rows[i].full);
		choices_free(c);
	}
}

static void a_number_waits_for_its_second_digit(void **state)
{
	struct code many[12];
	struct code_list list = { "many", many, 12 };
	struct form_field field = { .type = FIELD_SELECT_ONE, .name = "x",
				    .codes = &list };
	struct choices *c;

	(void)state;
	for (size_t i = 0; i < 12; i++)
		many[i] = (struct code){ "a", { "A", "A" }, "" };
	c = choices_from_codes(&list, "");
	assert_false(entry_guess_is_full(&field, c, "1"));
	assert_true(entry_guess_is_full(&field, c, "2"));
	assert_true(entry_guess_is_full(&field, c, "12"));
	assert_int_equal(entry_guess_choice(&field, c, "12"), 11);
	choices_free(c);
}

static void signs_are_what_can_be_typed(void **state)
{
	struct form_field referrer = select_of(0), extent = select_of(2);
	struct form_field record = { .type = FIELD_SELECT_ONE, .name = "x" };
	struct grid *g = grid_new("interventions");
	struct choices *c = choices_from_codes(referrer.codes, "");
	char room[24];

	(void)state;
	assert_string_equal(entry_guess_sign(&referrer, c, 2, room, sizeof(room)), "3");
	choices_free(c);
	c = choices_from_codes(extent.codes, "");
	assert_string_equal(entry_guess_sign(&extent, c, 1, room, sizeof(room)), "100");
	assert_string_equal(entry_guess_sign(&extent, c, 2, room, sizeof(room)), "");
	choices_free(c);
	grid_add_column(g, "code");
	grid_add_column(g, "sv");
	grid_add_column(g, "en");
	grid_add_row(g, 0);
	grid_add_row(g, 0);
	grid_set(g, 0, 0, "blekinge-01JABCDEFGHJ");
	grid_set(g, 0, 1, "Spåret");
	grid_set(g, 1, 0, "1080");
	grid_set(g, 1, 1, "Karlskrona");
	c = choices_from_grid(g);
	assert_string_equal(entry_guess_sign(&record, c, 0, room, sizeof(room)), "");
	assert_string_equal(entry_guess_sign(&record, c, 1, room, sizeof(room)), "1080");
	assert_true(entry_guess_is_full(&record, c, "1080"));
	/* Not the first record of the list, but the municipality whose code begins so. */
	assert_int_equal(entry_guess_choice(&record, c, "1"), 1);
	choices_free(c);
	grid_free(g);
}

static void dates_and_years_have_a_width(void **state)
{
	static const struct {
		enum field_type type;
		const char *name, *typed;
		bool full;
	} rows[] = {
		{ FIELD_DATE, "start", "250304", true },
		{ FIELD_DATE, "start", "202503", false },
		{ FIELD_DATE, "start", "198503", false },
		{ FIELD_DATE, "start", "20250304", true },
		{ FIELD_DATE, "start", "2025-03-0", false },
		{ FIELD_DATE, "start", "2025-03-04", true },
		{ FIELD_DATE, "start", "4/3", false },
		{ FIELD_DATE, "start", "", false },
		{ FIELD_DATE, "start", "2503", false },
		{ FIELD_INTEGER, "birth_year", "1979", true },
		{ FIELD_INTEGER, "birth_year", "79", false },
		{ FIELD_INTEGER, "year", "2025", true },
		{ FIELD_INTEGER, "women", "1979", false },
		{ FIELD_INTEGER, "yearly", "1979", false },
		{ FIELD_TEXT, "year", "1979", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct form_field field = { .type = rows[i].type, .name = rows[i].name };

		assert_int_equal(entry_guess_is_full(&field, NULL, rows[i].typed),
				 rows[i].full);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typed_means_choice),
		cmocka_unit_test(a_number_waits_for_its_second_digit),
		cmocka_unit_test(signs_are_what_can_be_typed),
		cmocka_unit_test(dates_and_years_have_a_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
