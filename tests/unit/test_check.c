/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules asked of records that are stored already. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/check.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/grid.h"
#include "store/db.h"

/* A participation of 2024 in an intervention that goes on since 2023. */
static const char content[] =
	"INSERT INTO person VALUES"
	" ('b-W', 'blekinge', 1, 'woman', 1988, 't', 'u', 't', 'u');"
	"INSERT INTO participation SELECT 'b-1', id, 'b-W', '2024-05-01', '2024-11-30',"
	" '1080', 'compulsory', 'up_to_3y', 'self', 'completed', 'work',"
	" 't', 'u', 't', 'u' FROM intervention;"
	"INSERT INTO consent VALUES ('b-1', '2024-04-20', '17', 1, NULL);"
	"INSERT INTO support VALUES ('b-1', 'before', 'social_assistance', '100'),"
	" ('b-1', 'after', 'none', NULL);"
	"INSERT INTO occupation VALUES ('b-1', 'before', 0, NULL, NULL, 0, NULL, 1),"
	" ('b-1', 'after', 1, 'unsubsidised', 100, 0, NULL, NULL);";

static void run(struct app *a, const char *sql)
{
	struct err e = { "" };

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static int open_register(void **state)
{
	struct app *a = fixture_open();
	char *intervention = fixture_intervention(a, "Spåret");

	run(a, content);
	free(intervention);
	*state = a;
	return 0;
}

static int close_register(void **state)
{
	fixture_close(*state);
	return 0;
}

static void check(struct app *a, int year, struct check *done)
{
	struct err e = { "" };

	if (!check_register(a, year, done, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < grid_rows(done->findings); i++)
		print_message("%s %s %s\n", grid_named(done->findings, i, "form"),
			      grid_named(done->findings, i, "rule"),
			      grid_named(done->findings, i, "message"));
}

static void what_is_right_has_no_findings(void **state)
{
	struct check done;

	check(*state, 0, &done);
	assert_int_equal(done.errors, 0);
	assert_int_equal(done.warnings, 0);
	assert_int_equal(grid_rows(done.findings), 0);
	/* The federation, its 5 municipalities, the intervention, the participant, the
	 * participation and its closure. */
	assert_int_equal(done.records, 10);
	check_done(&done);
}

static void a_record_made_wrong_is_found(void **state)
{
	struct check done;
	long found;
	size_t row;

	/* By hand: the form would have refused it. */
	run(*state, "UPDATE participation SET start = '2022-05-01';");
	check(*state, 0, &done);
	found = grid_find_row(done.findings, 3, "R-101");
	assert_true(found >= 0 && done.errors >= 1);
	row = (size_t)found;
	assert_string_equal(grid_named(done.findings, row, "form"), "participation");
	assert_string_equal(grid_named(done.findings, row, "id"), "b-1");
	assert_string_equal(grid_named(done.findings, row, "severity"), "error");
	assert_string_equal(grid_named(done.findings, row, "field"), "start");
	assert_non_null(strstr(grid_named(done.findings, row, "title"), "Spåret"));
	check_done(&done);
}

static void a_year_has_what_concerns_it(void **state)
{
	struct check done;

	run(*state, "UPDATE participation SET start = '2022-05-01';");
	check(*state, 2024, &done);
	assert_true(done.errors >= 1);
	check_done(&done);
	check(*state, 2025, &done);
	assert_int_equal(grid_find_row(done.findings, 0, "participation"), -1);
	assert_int_equal(done.records, 8);
	check_done(&done);
}

static void an_overruled_warning_is_told_but_not_counted(void **state)
{
	struct check done;

	run(*state, "UPDATE consent SET given_on = '2024-05-02';");
	check(*state, 0, &done);
	assert_int_equal(done.errors, 0);
	assert_int_equal(done.warnings, 1);
	check_done(&done);
	run(*state, "INSERT INTO remark VALUES"
		    " ('b-R', 'overruled', 'participation', 'b-1', 'consent_given_on',"
		    " 'R-105', 'Muntligt', 't', 'u', 't', 'u');");
	check(*state, 0, &done);
	assert_int_equal(done.warnings, 0);
	assert_int_equal(grid_rows(done.findings), 1);
	assert_string_equal(grid_named(done.findings, 0, "reason"), "Muntligt");
	check_done(&done);
}

static void drafts_are_left_alone(void **state)
{
	struct app *a = *state;
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "participation", "b-1", &e);
	struct check done;
	char *drafts;

	assert_non_null(entry);
	fixture_type(entry, "start", 0, "1999-01-01");
	assert_true(entry_close(entry, &e));
	check(a, 0, &done);
	assert_int_equal(done.errors, 0);
	check_done(&done);
	drafts = fixture_ask(a, "SELECT count(*) || min(state) FROM draft");
	assert_string_equal(drafts, "1kept");
	free(drafts);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(what_is_right_has_no_findings),
		TEST(a_record_made_wrong_is_found),
		TEST(a_year_has_what_concerns_it),
		TEST(an_overruled_warning_is_told_but_not_counted),
		TEST(drafts_are_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
