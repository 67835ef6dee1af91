/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of what the register holds, and the year at a glance, over a real register. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/entry.h"
#include "app/inside.h"
#include "app/lists.h"
#include "app/overview.h"
#include "app_fixture.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"

#define STAMPS "'2025-01-01T00:00:00', 't', '2025-01-01T00:00:00', 't'"
#define PERSON(n, sex, born) \
	"INSERT INTO person VALUES ('p" #n "', 'blekinge', " #n ", '" sex "', " #born \
	", " STAMPS ");"
#define PARTICIPATION(id, intervention, person, start, end, reason) \
	"INSERT INTO participation (id, intervention, person, start, end, education, " \
	"support_duration, closure_reason, registered_at, registered_by, changed_at, " \
	"changed_by) VALUES ('" id "', '" intervention "', '" person "', '" start "', " \
	end ", 'compulsory', 'up_to_1y', " reason ", " STAMPS ");"
#define AFTER(id, works, studies) \
	"INSERT INTO occupation (participation, phase, works, studies) VALUES ('" id \
	"', 'after', " #works ", " #studies ");"
#define INTERVENTION(id, name, kind, registration, end) \
	"INSERT INTO intervention (id, federation, name, kind, orientation, " \
	"registration, start, end, esf, registered_at, registered_by, changed_at, " \
	"changed_by) VALUES ('" id "', 'blekinge', '" name "', '" kind "', 'other', '" \
	registration "', '2021-01-01', " end ", 0, " STAMPS ");"

static struct app *a;

/* The clock of tests stands at 2025-11-14. */
static const char *const register_sql[] = {
	INTERVENTION("i1", "Årstaspåret", "individual", "detailed", "NULL"),
	INTERVENTION("i2", "Arbetsspåret", "individual", "detailed", "'2025-06-30'"),
	INTERVENTION("i3", "Frukostmöten", "structural", "volume", "NULL"),
	INTERVENTION("i4", "Öppet hus", "structural", "volume", "'2023-12-31'"),
	PERSON(1, "woman", 1988) PERSON(2, "man", 1999) PERSON(42, "woman", 1979),
	PARTICIPATION("a", "i1", "p1", "2025-01-13", "NULL", "NULL"),
	PARTICIPATION("b", "i1", "p2", "2023-11-13", "NULL", "NULL"),
	PARTICIPATION("c", "i2", "p2", "2025-02-01", "NULL", "NULL"),
	PARTICIPATION("d", "i1", "p42", "2024-03-01", "'2025-10-31'", "'completed'"),
	PARTICIPATION("e", "i2", "p42", "2024-03-01", "'2025-05-01'", "'completed'"),
	PARTICIPATION("f", "i1", "p42", "2025-03-01", "'2025-05-01'",
		      "'registered_in_error'"),
	PARTICIPATION("g", "i1", "p42", "2022-03-01", "'2023-05-01'", "'completed'"),
	PARTICIPATION("h", "i1", "p1", "2023-11-14", "'2025-12-31'", "'illness'"),
	AFTER("d", 1, 1) AFTER("e", 0, 0) AFTER("f", 1, 0),
	"INSERT INTO anonymous_count VALUES ('n', 'i1', 2025, 'woman', 4, " STAMPS ");",
	"INSERT INTO volume VALUES ('v', 'i3', 2025, NULL, 7, 20, 3, 0, " STAMPS ");",
	"INSERT INTO intervention_year VALUES "
	"('y', 'i3', 2024, 30, 1000, 900, NULL, NULL, " STAMPS ");",
};

static int setup(void **state)
{
	(void)state;
	a = fixture_open();
	for (size_t i = 0; i < sizeof(register_sql) / sizeof(register_sql[0]); i++) {
		struct err e = { "" };

		if (!db_script(a->db, register_sql[i], &e))
			fail_msg("%s: %s", register_sql[i], e.text);
	}
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_close(a);
	return 0;
}

/* All cells of the columns, a blank between cells and ";" after a row. */
static void holds(struct grid *g, const char *columns, const char *expected)
{
	struct text said = { 0 };

	assert_non_null(g);
	for (size_t row = 0; row < grid_rows(g); row++) {
		const char *rest = columns, *word;
		size_t length;

		while ((word = text_next_word(&rest, &length))) {
			char name[64] = "";

			strncat(name, word, length);
			text_addf(&said, "%s ", grid_named(g, row, name));
		}
		text_add(&said, ";");
	}
	assert_string_equal(text_get(&said), expected);
	text_done(&said);
	grid_free(g);
}

static void participations_of_the_year(void **state)
{
	(void)state;
	holds(lists_participations(a, 2025, NULL, NULL), "number id intervention",
	      "D-0001 h Årstaspåret ;D-0001 a Årstaspåret ;D-0002 b Årstaspåret ;"
	      "D-0002 c Arbetsspåret ;D-0042 d Årstaspåret ;D-0042 e Arbetsspåret ;"
	      "D-0042 f Årstaspåret ;");
	holds(lists_participations(a, 2023, NULL, NULL), "id sex birth_year",
	      "h woman 1988 ;b man 1999 ;g woman 1979 ;");
	holds(lists_participations(a, 2025, "i2", NULL), "id start end",
	      "c 2025-02-01  ;e 2024-03-01 2025-05-01 ;");
	holds(lists_participations(a, 2020, NULL, NULL), "id", "");
}

static void how_it_is_with_a_participation(void **state)
{
	static const struct {
		const char *id;
		enum lists_state state;
		int months;
	} expected[] = {
		{ "h", LISTS_ENDED, 26 },      { "a", LISTS_ONGOING, 11 },
		{ "b", LISTS_LONG, 25 },       { "c", LISTS_OUTLASTING, 10 },
		{ "d", LISTS_ENDED, 20 },      { "e", LISTS_ENDED, 15 },
		{ "f", LISTS_ERROR, 3 },
	};
	struct grid *g = lists_participations(a, 2025, NULL, NULL);

	(void)state;
	assert_int_equal(grid_rows(g), 7);
	for (size_t i = 0; i < 7; i++) {
		int months;

		assert_string_equal(grid_named(g, i, "id"), expected[i].id);
		assert_int_equal(lists_participation_state(g, i, clock_today(), &months),
				 expected[i].state);
		assert_int_equal(months, expected[i].months);
	}
	grid_free(g);
}

static void a_draft_of_a_new_one_shows_what_is_keyed(void **state)
{
	struct entry *entry = entry_new(a, "participation", NULL, NULL);
	struct grid *g;
	size_t last;
	int months;

	(void)state;
	fixture_type(entry, "intervention", 0, "Årsta");
	fixture_type(entry, "start", 0, "2025-10-01");
	fixture_type(entry, "sex", 0, "Man");
	fixture_type(entry, "sex", 0, "Kvinna");
	assert_true(entry_close(entry, NULL));
	g = lists_participations(a, 2025, NULL, NULL);
	last = grid_rows(g) - 1;
	assert_int_equal(grid_rows(g), 8);
	assert_string_equal(grid_named(g, last, "id"), "");
	assert_string_not_equal(grid_named(g, last, "draft"), "");
	assert_string_equal(grid_named(g, last, "sex"), "woman");
	assert_string_equal(grid_named(g, last, "intervention"), "Årstaspåret");
	assert_int_equal(lists_participation_state(g, last, clock_today(), &months),
			 LISTS_DRAFT);
	grid_free(g);
	holds(lists_participations(a, 2025, "i2", NULL), "id", "c ;e ;");
	holds(lists_participations(a, 2024, NULL, NULL), "id", "h ;b ;d ;e ;");
}

static void a_draft_over_a_stored_one_is_told(void **state)
{
	struct entry *entry = entry_edit(a, "closure", "a", NULL);
	struct grid *g;
	int months;

	(void)state;
	fixture_type(entry, "end", 0, "2025-11-01");
	assert_true(entry_close(entry, NULL));
	g = lists_participations(a, 2025, NULL, NULL);
	assert_int_equal(lists_participation_state(g, 1, clock_today(), &months),
			 LISTS_CHANGING);
	grid_free(g);
}

static void interventions_of_the_year(void **state)
{
	(void)state;
	holds(lists_interventions(a, 2025, NULL), "name participants ongoing ended",
	      "Arbetsspåret 2 1 1 ;Frukostmöten 27   ;Årstaspåret 8 2 2 ;");
	holds(lists_interventions(a, 2023, NULL), "name participants",
	      "Arbetsspåret 0 ;Frukostmöten  ;Årstaspåret 3 ;Öppet hus  ;");
}

static void an_intervention_year_by_year(void **state)
{
	(void)state;
	holds(lists_intervention_years(a, "i1", 2025, NULL),
	      "year participations anonymous planned",
	      "2025 4 4  ;2024 3   ;2023 3   ;2022 1   ;2021 0   ;");
	holds(lists_intervention_years(a, "i4", 2025, NULL), "year",
	      "2023 ;2022 ;2021 ;");
	holds(lists_intervention_years(a, "i3", 2024, NULL),
	      "year planned volume budget actual",
	      "2024 30  1000 900 ;2023     ;2022     ;2021     ;");
}

static void the_rest(void **state)
{
	char *party = fixture_store(a, "party", "kind", "region", "name",
				    "Region Blekinge", NULL);

	(void)state;
	holds(lists_same_person(a, "d", NULL), "id intervention",
	      "g Årstaspåret ;e Arbetsspåret ;f Årstaspåret ;");
	holds(lists_of_form(a, "membership", NULL), "name",
	      "Karlshamn ;Karlskrona ;Olofström ;Ronneby ;Sölvesborg ;");
	holds(lists_of_form(a, "party", NULL), "kind name", "region Region Blekinge ;");
	assert_int_equal(lists_latest_year(a, 1999), 2025);
	free(party);
}

static void the_year_at_a_glance(void **state)
{
	struct overview o;
	struct err e = { "" };

	(void)state;
	if (!overview_load(a, 2025, &o, &e))
		fail_msg("%s", e.text);
	assert_int_equal(o.active, 6);
	assert_int_equal(o.ongoing, 3);
	assert_int_equal(o.ended, 3);
	assert_int_equal(o.started, 2);
	assert_int_equal(o.anonymous, 4);
	assert_int_equal(o.volume, 27);
	assert_int_equal(o.share, 33);
	assert_int_equal(o.national_share, 34);
	assert_int_equal(o.national_year, 2021);
	assert_int_equal(o.interventions, 4);
	assert_int_equal(o.drafts, 0);
	assert_int_equal(o.long_open, 1);
	assert_int_equal(o.outlasting, 1);
	assert_int_equal(o.without_actual, 2);
	assert_int_equal(o.without_volume, 1);
}

static void a_year_with_nothing_in_it(void **state)
{
	struct overview o;

	(void)state;
	assert_true(overview_load(a, 2019, &o, NULL));
	assert_int_equal(o.active, 0);
	assert_int_equal(o.share, -1);
	assert_int_equal(o.without_actual, 0);
	assert_int_equal(o.long_open, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(participations_of_the_year),
		TEST(how_it_is_with_a_participation),
		TEST(a_draft_of_a_new_one_shows_what_is_keyed),
		TEST(a_draft_over_a_stored_one_is_told),
		TEST(interventions_of_the_year),
		TEST(an_intervention_year_by_year),
		TEST(the_rest),
		TEST(the_year_at_a_glance),
		TEST(a_year_with_nothing_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
