/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of yearly figures: what a cell stores, refuses, takes away. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/entry.h"
#include "app/inside.h"
#include "app/ledger.h"
#include "app/yearly.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"

static struct app *a;
static char *detailed, *volume;

static int setup(void **state)
{
	(void)state;
	a = fixture_open();
	detailed = fixture_intervention(a, "Arbetsspåret");
	volume = fixture_store(a, "intervention", "name", "Frukostmöten", "kind",
			       "structural", "orientation", "dialogue", "registration",
			       "volume", "start", "2023-01-01", "esf", "0", NULL);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_close(a);
	free(detailed);
	free(volume);
	return 0;
}

static const struct ledger_column *column(const char *name)
{
	for (int kind = LEDGER_COUNTS; kind <= LEDGER_MONEY; kind++)
		for (size_t i = 0; i < ledger_column_count((enum ledger_kind)kind); i++) {
			const struct ledger_column *c =
				ledger_column_at((enum ledger_kind)kind, i);

			if (!strcmp(c->name, name))
				return c;
		}
	fail_msg("no column %s", name);
	return NULL;
}

static size_t row_of(const struct grid *g, const char *intervention)
{
	long row = grid_find_row(g, 0, intervention);

	assert_true(row >= 0);
	return (size_t)row;
}

static bool set(const char *intervention, const char *name, const char *typed,
		struct text *remarks, struct err *e)
{
	struct grid *g = ledger_load(a, 2025, e);
	struct ledger_cell cell = { .intervention = intervention, .year = 2025 };
	bool ok;

	assert_non_null(g);
	cell.place = ledger_place_of(g, row_of(g, intervention), column(name));
	assert_non_null(cell.place);
	ok = ledger_set(a, &cell, typed, remarks, e);
	grid_free(g);
	return ok;
}

static void sets(const char *intervention, const char *name, const char *typed)
{
	struct text remarks = { 0 };
	struct err e = { "" };

	if (!set(intervention, name, typed, &remarks, &e))
		fail_msg("%s: %s", name, e.text);
	assert_string_equal(text_get(&remarks), "");
	text_done(&remarks);
}

static void shows(const char *intervention, const char *name, const char *expected)
{
	struct grid *g = ledger_load(a, 2025, NULL);

	assert_string_equal(grid_named(g, row_of(g, intervention), name), expected);
	grid_free(g);
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

static void a_cell_is_stored_where_it_belongs(void **state)
{
	(void)state;
	sets(volume, "women", "31");
	sets(volume, "men", "0");
	sets(volume, "occasions", "2");
	sets(volume, "planned", "40");
	sets(detailed, "women", "3");
	sets(detailed, "planned", "12");
	sets(detailed, "budget", "1 200 000");
	asks("SELECT women || ' ' || men || ' ' || coalesce(unspecified, '-') || ' ' || "
	     "occasions FROM volume",
	     "31 0 - 2");
	asks("SELECT group_concat(planned, ' ') FROM (SELECT planned FROM "
	     "intervention_year ORDER BY planned)",
	     "12 40");
	asks("SELECT sex || ' ' || count FROM anonymous_count", "woman 3");
	asks("SELECT max(budget) FROM intervention_year", "1200000");
	asks("SELECT count(*) FROM draft", "0");
	shows(volume, "men", "0");
	shows(volume, "unspecified", "");
	shows(detailed, "women", "3");
}

static void a_figure_can_be_taken_away(void **state)
{
	(void)state;
	sets(volume, "women", "31");
	sets(volume, "men", "2");
	sets(volume, "women", "");
	asks("SELECT count(*) FROM volume WHERE women IS NULL AND men = 2", "1");
	sets(volume, "men", "");
	asks("SELECT count(*) FROM volume", "0");
	sets(detailed, "men", "3");
	sets(detailed, "men", "0");
	asks("SELECT count(*) FROM anonymous_count", "0");
	sets(detailed, "men", "");
	asks("SELECT count(*) FROM draft", "0");
}

static void what_is_refused_changes_nothing(void **state)
{
	struct text remarks = { 0 };
	struct err e = { "" };

	(void)state;
	sets(volume, "women", "31");
	assert_false(set(volume, "women", "många", &remarks, &e));
	assert_string_not_equal(e.text, "");
	assert_false(set(volume, "men", "-1", &remarks, &e));
	assert_non_null(strstr(e.text, "mellan 0 och 1 000 000"));
	assert_false(set(detailed, "women", "x", &remarks, &e));
	shows(volume, "women", "31");
	shows(volume, "men", "");
	asks("SELECT count(*) FROM draft", "0");
	text_done(&remarks);
}

static void a_warning_is_told_and_stored(void **state)
{
	struct text remarks = { 0 };
	struct err e = { "" };

	(void)state;
	assert_true(set(detailed, "women", "101", &remarks, &e));
	assert_non_null(strstr(text_get(&remarks), "100"));
	shows(detailed, "women", "101");
	text_done(&remarks);
}

static void a_number_for_what_nobody_could_count(void **state)
{
	char *id = fixture_store(a, "volume", "intervention", volume, "year", "2025",
				 "not_stated", "1", NULL);

	(void)state;
	sets(volume, "unspecified", "94");
	asks("SELECT not_stated || ' ' || unspecified FROM volume", "0 94");
	free(id);
}

static void a_draft_is_not_run_over(void **state)
{
	const struct yearly_key key = { "volume", volume, "", 2025 };
	struct text remarks = { 0 };
	struct err e = { "" };
	struct entry *entry;

	(void)state;
	sets(volume, "women", "31");
	entry = yearly_open(a, &key, &e);
	fixture_type(entry, "women", 0, "32");
	assert_true(entry_close(entry, &e));
	assert_false(set(volume, "men", "5", &remarks, &e));
	assert_non_null(strstr(e.text, "utkast"));
	asks("SELECT women FROM volume", "31");
	asks("SELECT count(*) FROM draft", "1");
	text_done(&remarks);
}

static void sums_are_of_what_is_stated(void **state)
{
	struct text sum = { 0 };
	struct grid *g;

	(void)state;
	sets(volume, "women", "31");
	sets(detailed, "women", "3");
	g = ledger_load(a, 2025, NULL);
	ledger_sum(g, column("women"), &sum);
	assert_string_equal(text_get(&sum), "34");
	text_clear(&sum);
	ledger_sum(g, column("men"), &sum);
	assert_string_equal(text_get(&sum), "");
	assert_null(ledger_place_of(g, row_of(g, detailed), column("occasions")));
	grid_free(g);
	text_done(&sum);
}

static void a_new_yearly_record_knows_its_key(void **state)
{
	const struct yearly_key key = { "anonymous_count", detailed, "man", 2024 };
	struct text id = { 0 };
	struct err e = { "" };
	struct entry *entry = yearly_open(a, &key, &e);

	(void)state;
	assert_non_null(entry);
	fixture_type(entry, "count", 0, "2");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	asks("SELECT year || ' ' || sex || ' ' || count FROM anonymous_count",
	     "2024 man 2");
	assert_true(yearly_find(a, &key, &id, &e));
	assert_string_not_equal(text_get(&id), "");
	text_done(&id);
	entry = yearly_open(a, &key, &e);
	assert_true(entry_close(entry, &e));
	asks("SELECT count(*) FROM draft", "0");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cell_is_stored_where_it_belongs),
		TEST(a_figure_can_be_taken_away),
		TEST(what_is_refused_changes_nothing),
		TEST(a_warning_is_told_and_stored),
		TEST(a_number_for_what_nobody_could_count),
		TEST(a_draft_is_not_run_over),
		TEST(sums_are_of_what_is_stated),
		TEST(a_new_yearly_record_knows_its_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
