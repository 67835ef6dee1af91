/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record that was deleted comes back whole, or not at all. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/deleted.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"

static struct app *a;
static char *track, *only;

static char *participation(const char *start)
{
	return fixture_store(a, "participation", "intervention", track,
			     "consent_given_on", "2024-01-02", "covers_health_data", "1",
			     "start", start, "municipality", "1080", "target_groups",
			     "long_term_sick", "sex", "woman", "birth_year", "1988",
			     "education", "compulsory", "support_duration", "up_to_3y",
			     "support_before", "social_assistance",
			     "support_before_extent", "100", "works", "1", "work_kind",
			     "subsidised", "work_extent", "25", "studies", "0", NULL);
}

static int open_register(void **state)
{
	(void)state;
	a = fixture_open();
	track = fixture_intervention(a, "Spåret");
	only = participation("2024-02-01");
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	free(track);
	free(only);
	fixture_close(a);
	return 0;
}

static void add_table(struct text *out, const char *table)
{
	struct text sql = { 0 };
	struct err e = { "" };
	struct grid *g;

	text_addf(&sql, "SELECT * FROM \"%s\" ORDER BY 1, 2", table);
	g = query_grid(a->db, &(struct query){ .sql = text_get(&sql) }, &e);
	assert_non_null(g);
	for (size_t i = 0; i < grid_rows(g); i++) {
		text_addf(out, "\n%s", table);
		for (size_t c = 0; c < grid_columns(g); c++)
			text_addf(out, "|%s", grid_get(g, i, c));
	}
	grid_free(g);
	text_done(&sql);
}

/* Everything in the register but its log. */
static void everything(struct text *out)
{
	struct err e = { "" };
	struct grid *g = query_grid(
		a->db,
		&(struct query){ .sql = "SELECT name FROM sqlite_schema WHERE type = "
					"'table' AND name NOT GLOB 'sqlite_*' AND name "
					"<> 'audit' ORDER BY name" },
		&e);

	assert_non_null(g);
	for (size_t i = 0; i < grid_rows(g); i++)
		add_table(out, grid_get(g, i, 0));
	grid_free(g);
}

static void take_back(const char *form, const char *id)
{
	struct err e = { "" };
	char *back;

	if (!deleted_take_back(a, form, &back, &e))
		fail_msg("%s", e.text);
	assert_string_equal(back, id);
	free(back);
}

static void refuse(const char *form, const char *why)
{
	struct err e = { "" };
	char *back;

	assert_false(deleted_take_back(a, form, &back, &e));
	assert_null(back);
	if (!strstr(e.text, why))
		fail_msg("%s", e.text);
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

static void the_whole_record_comes_back(void **state)
{
	struct text before = { 0 }, after = { 0 };
	struct err e = { "" };

	(void)state;
	everything(&before);
	assert_non_null(strstr(text_get(&before), "\nconsent|"));
	assert_true(records_delete(a, "participation", only, &e));
	asks("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM support)",
	     "0");
	take_back("participation", only);
	everything(&after);
	assert_string_equal(text_get(&before), text_get(&after));
	asks("SELECT group_concat(action, ' ') FROM (SELECT action FROM audit ORDER BY "
	     "id DESC LIMIT 2)", "undelete delete");
	refuse("participation", "inget att ångra");
	text_done(&before);
	text_done(&after);
}

static void only_the_latest_of_its_form_comes_back(void **state)
{
	char *second = participation("2024-03-01");
	struct err e = { "" };

	(void)state;
	refuse("participation", "inget att ångra");
	assert_true(records_delete(a, "participation", only, &e));
	assert_true(records_delete(a, "participation", second, &e));
	refuse("intervention", "inget att ångra");
	take_back("participation", second);
	refuse("participation", "inget att ångra");
	asks("SELECT count(*) FROM participation", "1");
	free(second);
}

/* A deletion that was refused leaves nothing to take back. */
static void what_was_not_deleted_does_not_come_back(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_false(records_delete(a, "intervention", track, &e));
	refuse("intervention", "inget att ångra");
}

static void what_no_longer_fits_is_refused(void **state)
{
	struct text after = { 0 };
	struct err e = { "" };

	(void)state;
	assert_true(records_delete(a, "participation", only, &e));
	/* Its number has gone to another. */
	free(participation("2024-03-01"));
	refuse("participation", "Registret har ändrats");
	assert_true(db_script(a->db, "DELETE FROM participation; DELETE FROM person; "
				     "DELETE FROM intervention", &e));
	refuse("participation", "Registret har ändrats");
	asks("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM support)",
	     "0");
	everything(&after);
	assert_null(strstr(text_get(&after), "\nconsent|"));
	asks("SELECT count(*) FROM audit WHERE action = 'undelete'", "0");
	text_done(&after);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(the_whole_record_comes_back),
		TEST(only_the_latest_of_its_form_comes_back),
		TEST(what_was_not_deleted_does_not_come_back),
		TEST(what_no_longer_fits_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
