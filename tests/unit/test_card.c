/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored record to be read: which answers are shown, and how. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/card.h"
#include "app/entry.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "model/record.h"

static struct app *a;
static char *intervention, *participation;

static char *keyed(void)
{
	struct err e = { "" };
	struct entry *entry = entry_new(a, "participation", NULL, &e);
	static const char *const typed[][2] = {
		{ "intervention", "Arbets" },
		{ "consent_given_on", "2025-01-10" },
		{ "start", "2025-01-13" },
		{ "sex", "Kvinna" },
		{ "birth_year", "1979" },
		{ "education", "Gymnasium" },
		{ "support_duration", "up_to_3y" },
		{ "covers_health_data", "1" },
		{ "support_before", "social_assistance" },
		{ "support_before_extent", "100" },
		{ "works", "0" },
		{ "studies", "0" },
		{ "seeks_work", "1" },
	};
	char *id;

	assert_non_null(entry);
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		fixture_type(entry, typed[i][0], 0, typed[i][1]);
	fixture_type(entry, "support_before", 1, "activity_support");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	id = strdup(record_id(entry_record(entry)));
	assert_true(entry_close(entry, &e));
	return id;
}

static int setup(void **state)
{
	(void)state;
	lang_set(LANG_SV);
	a = fixture_open();
	intervention = fixture_intervention(a, "Arbetsspåret");
	participation = keyed();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_close(a);
	free(intervention);
	free(participation);
	return 0;
}

/* The row with that label and value, or a failure that names them. */
static size_t find(const struct grid *g, const char *label, const char *value)
{
	for (size_t row = 0; row < grid_rows(g); row++)
		if (!strcmp(grid_named(g, row, "label"), label) &&
		    !strcmp(grid_named(g, row, "value"), value))
			return row;
	fail_msg("no %s: %s", label, value);
	return 0;
}

static bool has_label(const struct grid *g, const char *label)
{
	return grid_find_row(g, 1, label) >= 0;
}

static struct grid *card(const char *form, const char *id, bool all)
{
	struct err e = { "" };
	struct grid *g = card_load(a, form, id, all, &e);

	if (!g)
		fail_msg("%s", e.text);
	return g;
}

static void answers_as_a_person_reads_them(void **state)
{
	struct grid *g = card("participation", participation, true);

	(void)state;
	find(g, "Insats", "Arbetsspåret");
	assert_string_equal(grid_named(g, find(g, "Startdatum", "2025-01-13"), "echo"),
			    "måndag");
	find(g, "Försörjning", "Försörjningsstöd · 100 %");
	find(g, "Försörjning", "Aktivitetsstöd");
	find(g, "Ålder vid start", "46");
	find(g, "Kommun", "");
	lang_set(LANG_EN);
	grid_free(g);
	g = card("participation", participation, true);
	find(g, "Sex", "Woman");
	grid_free(g);
}

static void what_does_not_concern_it_is_left_out(void **state)
{
	struct grid *g = card("participation", participation, true);

	(void)state;
	assert_true(has_label(g, "Arbetar"));
	assert_false(has_label(g, "Slag av arbete"));
	assert_false(has_label(g, "Insatsens start"));
	grid_free(g);
}

static void read_only_questions_only_when_asked_for(void **state)
{
	struct grid *g = card("closure", participation, true);

	(void)state;
	assert_true(has_label(g, "Startdatum"));
	grid_free(g);
	g = card("closure", participation, false);
	assert_false(has_label(g, "Startdatum"));
	find(g, "Slutdatum", "");
	grid_free(g);
}

static void a_record_that_is_not_there(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_null(card_load(a, "participation", "nowhere", true, &e));
	assert_string_not_equal(e.text, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(answers_as_a_person_reads_them),
		TEST(what_does_not_concern_it_is_left_out),
		TEST(read_only_questions_only_when_asked_for),
		TEST(a_record_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
