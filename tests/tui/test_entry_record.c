/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole records keyed in the entry screen, then read in the database: saved, left, kept
 * as drafts, cut off. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/inside.h"
#include "base/err.h"
#include "store/db.h"
#include "tests/tui/entry_world.h"
#include "tests/tui/tui.h"
#include "tests/unit/app_fixture.h"

static void a_participation_is_keyed_blind(void **state)
{
	struct tui *t = world_start();

	(void)state;
	world_key_start(t);
	world_key_rest(t);
	tui_expect(t, "Allt är ifyllt och inget är fel.");
	tui_keys(t, "s");
	tui_expect(t, "INFO  Sparat: D-0001 · Arbetsspåret · 2025-01-13.");
	world_leave(t);
	world_asks("SELECT start || municipality || education || support_duration || "
		   "referrer FROM participation",
		   "2025-01-131080upper_secondaryup_to_3ysocial_services");
	world_asks("SELECT number || sex || birth_year FROM person", "1woman1979");
	world_asks("SELECT given_on || form_reference || covers_health_data FROM consent",
		   "2025-01-102025/171");
	world_asks("SELECT group_concat(source || coalesce(extent, ' –'), ', ') "
		   "FROM support",
		   "activity_support –, social_assistance100");
	world_asks("SELECT group_concat(target_group) FROM participation_target_group",
		   "long_term_sick,other");
	world_asks("SELECT works || studies || seeks_work FROM occupation", "001");
	world_asks("SELECT count(*) FROM draft", "0");
}

static void after_one_paper_comes_the_next(void **state)
{
	struct tui *t = world_start();

	(void)state;
	world_key_start(t);
	world_key_rest(t);
	tui_keys(t, "Enter");
	tui_expect(t, "Sparat: D-0001");
	tui_expect_row(t, 0, "Nytt deltagande");
	tui_expect_row(t, 3, " » Insats");
	/* Confirmed by Enter; the date as on the paper before. */
	tui_keys(t, "Enter Enter F5");
	tui_expect_row(t, 3, " * Insats                       Arbetsspåret");
	tui_expect_row(t, 7, "2025-01-10");
	tui_send(t, "2025/18\r");
	tui_keys(t, "F6");
	tui_expect_row(t, 8, "2025/18");
	tui_expect_row(t, 9, "Ja");
	/* What tells the two apart is not copied. */
	tui_expect_row(t, 11, " * Startdatum");
	assert_null(strstr(tui_row(t, 11), "2025"));
	world_discard(t);
	world_asks("SELECT count(*) FROM participation", "1");
}

static void saving_is_never_refused(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110");
	tui_keys(t, "F2");
	tui_expect(t, "VARNING  Sparat som utkast. Saknas eller är fel: 8.");
	tui_expect_row(t, 11, " ! Startdatum");
	tui_keys(t, "Ctrl-W");
	tui_expect_row(t, 11, "[");
	tui_expect_row(t, 20, " ! FEL  Startdatum: uppgiften saknas.");
	world_asks("SELECT state || count(*) FROM draft", "kept1");
	world_asks("SELECT count(*) FROM participation", "0");
	/* Nothing is changed since: no question. */
	tui_keys(t, "Esc");
	world_leave(t);
	t = world_start_at("participation", "-", 24, 80);
	tui_expect_row(t, 7, "2025-01-10");
	tui_expect_row(t, 11, "[");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat som utkast");
	tui_keys(t, "Esc");
	world_leave(t);
	world_asks("SELECT count(*) FROM draft", "1");
}

static void escape_goes_one_step_at_a_time(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "gammal\r" "1");
	tui_keys(t, "Up Up");
	tui_send(t, "ny text");
	tui_keys(t, "F1");
	tui_expect(t, "Hjälp");
	tui_keys(t, "Esc");
	tui_expect_row(t, 8, "[ny text");
	tui_keys(t, "Esc");
	tui_expect_row(t, 8, "[gammal");
	tui_keys(t, "Esc");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Lämna posten");
	tui_keys(t, "Esc");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "s");
	tui_expect(t, "Sparat som utkast.");
	world_leave(t);
	world_asks("SELECT state FROM draft", "kept");
}

static void a_killed_program_leaves_a_draft(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "2025/17\r" "1");
	tui_expect_row(t, 11, "[");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	world_asks(
		"SELECT group_concat(new, ' ') FROM journal WHERE field LIKE 'consent%'",
		"2025-01-10 2025/17");
	t = world_start_at("participation", "-", 24, 80);
	tui_expect_row(t, 8, "2025/17");
	tui_keys(t, "Esc");
	world_leave(t);
}

static void what_is_half_typed_is_kept_at_an_unwanted_end(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "2025/1");
	tui_expect_row(t, 8, "[2025/1");
	tui_kill(t, SIGTERM);
	assert_int_equal(tui_wait(t), 128 + SIGTERM);
	assert_true(tui_restored(t));
	tui_free(t);
	world_asks("SELECT new FROM journal WHERE field = 'consent_reference'", "2025/1");
	world_asks("SELECT state FROM draft", "kept");
}

static char *keyed_participation(const char *start_date)
{
	return fixture_store(world_app(), "participation", "intervention", "arb",
			     "consent_given_on", "2025-01-02", "start", start_date,
			     "sex", "kvinna", "birth_year", "1979", "education", "gymn",
			     "support_duration", "up_to_3y", "support_before", "a-kassa",
			     "works", "0", "studies", "0", "seeks_work", "1", NULL);
}

static void records_are_gone_through(void **state)
{
	char *first = keyed_participation("2025-02-03");
	char *second = keyed_participation("2025-03-04");
	const char *const argv[] = { "tests/tui/entry_demo",
				     app_path(world_app()),
				     "participation",
				     first,
				     second,
				     NULL };
	struct tui *t = tui_start(argv, NULL, 24, 80);

	(void)state;
	tui_expect_row(t, 0, "1/2 · sparad · 1 av 7");
	tui_keys(t, "F8");
	tui_expect_row(t, 0, "2/2 · sparad");
	tui_expect_row(t, 11, "2025-03-04");
	tui_keys(t, "F8");
	tui_expect(t, "Listan är slut.");
	tui_keys(t, "PgDn PgDn");
	tui_send(t, "20250305");
	tui_expect_row(t, 0, "2/2 · ändrad");
	tui_keys(t, "F7");
	tui_expect(t, "Ändringarna är inte sparade.");
	tui_keys(t, "s");
	tui_expect_row(t, 0, "1/2 · sparad");
	tui_expect(t, "Sparat: D-0002");
	tui_keys(t, "Esc");
	world_leave(t);
	world_asks("SELECT group_concat(start) FROM participation ORDER BY start",
		   "2025-02-03,2025-03-05");
	free(first);
	free(second);
}

static void a_participation_is_ended(void **state)
{
	char *id = keyed_participation("2025-02-03");
	struct tui *t = world_start_at("closure", id, 24, 80);

	(void)state;
	/* What came with the participation is locked: the end is the first field. */
	tui_expect_row(t, 3, " # Insats");
	tui_expect_row(t, 7, " * Slutdatum                [");
	tui_send(t, "20251031\r" "1\r" "2" "9" "\r\r");
	tui_expect_row(t, 0, "5 av 5");
	tui_send(t, "1" "1" "50\r" "0\r");
	tui_expect(t, "Spara posten?");
	tui_keys(t, "Enter");
	tui_expect(t, "Sparat: D-0001");
	world_leave(t);
	world_asks("SELECT end || closure_reason || next_step FROM participation",
		   "2025-10-31completedstudies");
	world_asks("SELECT source FROM support WHERE phase = 'after'", "none");
	free(id);
}

/* Asked wherever it is saved, and only a plain yes does it. */
static void a_consent_is_withdrawn_after_a_question(void **state)
{
	char *id = keyed_participation("2025-02-03");
	struct tui *t = world_start_at("closure", id, 24, 80);
	struct err e = { "" };

	(void)state;
	assert_true(db_script(world_app()->db,
			      "INSERT INTO delivery (year, revision, level, "
			      "participations, warnings, drafts, created_at, created_by, "
			      "unlocked_at, unlocked_by, unlock_reason) VALUES (2025, 1, "
			      "'detailed', 1, 0, 0, '-', '-', '-', '-', '-');"
			      "INSERT INTO delivery_file (year, revision, name, rows, "
			      "bytes, hash, content) SELECT 2025, 1, "
			      "'participations.csv', 1, 1, hex(zeroblob(32)), id "
			      "FROM participation;"
			      "INSERT INTO delivery_copy VALUES (2025, 1, '/sticka/x', "
			      "'2025-03-04T10:00:00')", &e));
	tui_send(t, "20251031\r" "återkallat\r" "20251031\r");
	tui_expect(t, "Spara posten?");
	tui_keys(t, "Enter");
	tui_expect(t, "Samtycket är återkallat");
	tui_expect(t, "blankettens beteckning");
	tui_keys(t, "Enter");
	tui_expect_gone(t, "Samtycket är återkallat");
	tui_keys(t, "F2");
	tui_expect(t, "Samtycket är återkallat");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Samtycket är återkallat");
	tui_expect_row(t, 13, "2025-10-31");
	tui_keys(t, "Esc");
	tui_expect(t, "Ändringarna är inte sparade.");
	tui_keys(t, "s");
	tui_expect(t, "Det kan inte ångras.");
	tui_keys(t, "n");
	tui_expect_gone(t, "Det kan inte ångras.");
	world_asks("SELECT coalesce(closure_reason, '-') || education "
		   "FROM participation", "-upper_secondary");
	tui_keys(t, "F2");
	tui_expect(t, "Det kan inte ångras.");
	tui_keys(t, "t");
	tui_expect(t, "Kopior som ska förstöras:");
	tui_expect(t, "/sticka/x  2025-03-04 10:00  (nås inte just nu)");
	tui_keys(t, "Enter");
	tui_expect(t, "Löpnumret D-0001 är bytt mot D-0002.");
	world_asks("SELECT closure_reason || education FROM participation",
		   "consent_withdrawnunknown");
	/* What is done is not asked again. */
	tui_keys(t, "Up Up");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat: D-0002");
	tui_keys(t, "Esc");
	world_leave(t);
	free(id);
}

static void a_journal_that_fails_is_told_loudly(void **state)
{
	struct tui *t = world_start();
	struct err e = { "" };

	(void)state;
	tui_send(t, "arb\r");
	tui_expect_row(t, 4, "[");
	assert_true(db_script(world_app()->db,
			      "CREATE TRIGGER stop BEFORE INSERT ON journal "
			      "BEGIN SELECT raise(ABORT, 'no room'); END",
			      &e));
	tui_send(t, "\r" "250110");
	tui_expect(t, "FEL  Det du skriver hamnar inte på disken");
	tui_expect_row(t, 7, "2025-01-10");
	tui_send(t, "2025/17\r");
	assert_true(db_script(world_app()->db, "DROP TRIGGER stop", &e));
	tui_keys(t, "Esc");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "Esc");
	tui_send(t, "0");
	tui_expect_gone(t, "Det du skriver hamnar inte på disken");
	world_asks(
		"SELECT group_concat(new, ' ') FROM journal WHERE field LIKE 'consent%'",
		"2025-01-10 2025/17");
	world_discard(t);
}

static void the_next_record_does_not_bring_back_the_last(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "kastas\r");
	tui_keys(t, "Ctrl-N");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "k");
	tui_expect_row(t, 0, "ny · 1 av 7");
	tui_expect_gone(t, "kastas");
	world_asks("SELECT count(*) FROM draft", "0");
	tui_send(t, "arb\r" "\r" "250111");
	tui_keys(t, "Ctrl-N");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "s");
	tui_expect(t, "Sparat som utkast.");
	tui_expect_row(t, 3, " » Insats");
	tui_keys(t, "Esc");
	world_leave(t);
	world_asks("SELECT group_concat(state) FROM draft", "kept");
}

int main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_participation_is_keyed_blind),
		TEST(after_one_paper_comes_the_next),
		TEST(saving_is_never_refused),
		TEST(escape_goes_one_step_at_a_time),
		TEST(a_killed_program_leaves_a_draft),
		TEST(what_is_half_typed_is_kept_at_an_unwanted_end),
		TEST(records_are_gone_through),
		TEST(a_participation_is_ended),
		TEST(a_consent_is_withdrawn_after_a_question),
		TEST(a_journal_that_fails_is_told_loudly),
		TEST(the_next_record_does_not_bring_back_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
