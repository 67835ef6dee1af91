/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records keyed in the entry screen as a person keys them: the screen, then the
 * database. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "tests/tui/tui.h"
#include "tests/unit/app_fixture.h"

static struct app *a;
static char *intervention;

static int setup(void **state)
{
	(void)state;
	a = fixture_open();
	intervention = fixture_intervention(a, "Arbetsspåret");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_close(a);
	free(intervention);
	return 0;
}

static struct tui *start_at(const char *form, const char *id, int rows, int cols)
{
	const char *const argv[] = { "tests/tui/entry_demo", app_path(a), form, id,
				     NULL };

	return tui_start(argv, NULL, rows, cols);
}

static struct tui *start(void)
{
	struct tui *t = start_at("participation", NULL, 24, 80);

	tui_expect(t, "Nytt deltagande");
	return t;
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

/* Out of the empty screen beneath. */
static void leave(struct tui *t)
{
	tui_expect(t, "Här är listan.");
	tui_keys(t, "Esc");
	assert_int_equal(tui_wait(t), 0);
	assert_true(tui_restored(t));
	tui_free(t);
}

/* Out of a record that holds something: what was done is thrown away. */
static void discard(struct tui *t)
{
	tui_keys(t, "F10");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "k");
	leave(t);
	asks("SELECT count(*) FROM draft", "0");
}

static void key_start(struct tui *t)
{
	/* Insats, tidigare deltagare, samtycke, beteckning, hälsa */
	tui_send(t, "arb\r" "\r" "250110" "2025/17\r" "1");
	/* Start, kommun, aktualiserad av, målgrupper */
	tui_send(t, "20250113" "karlskr\r" "soc\r" "4" "1" "\r");
	/* Kön, födelseår, utbildning, tid */
	tui_send(t, "k\r" "1979" "2" "2");
}

static void key_rest(struct tui *t)
{
	tui_send(t, "försörjningsst\r" "100" "aktivitetsst\r" "\r" "\r");
	/* Arbetar, studerar, söker */
	tui_send(t, "0" "0" "1");
	tui_expect(t, "Sista fältet");
}

static void a_participation_is_keyed_blind(void **state)
{
	struct tui *t = start();

	(void)state;
	key_start(t);
	key_rest(t);
	tui_expect(t, "Allt är ifyllt och inget är fel.");
	tui_keys(t, "s");
	tui_expect(t, "INFO  Sparat: D-0001 · Arbetsspåret · 2025-01-13.");
	leave(t);
	asks("SELECT start || municipality || education || support_duration || referrer "
	     "FROM participation",
	     "2025-01-131080upper_secondaryup_to_3ysocial_services");
	asks("SELECT number || sex || birth_year FROM person", "1woman1979");
	asks("SELECT given_on || form_reference || covers_health_data FROM consent",
	     "2025-01-102025/171");
	asks("SELECT group_concat(source || coalesce(extent, ' –'), ', ') FROM support",
	     "activity_support –, social_assistance100");
	asks("SELECT group_concat(target_group) FROM participation_target_group",
	     "long_term_sick,other");
	asks("SELECT works || studies || seeks_work FROM occupation", "001");
	asks("SELECT count(*) FROM draft", "0");
}

static void the_form_looks_as_it_should(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_expect_row(t, 0, "Samordningsförbundet i Blekinge · Nytt deltagande");
	tui_expect_row(t, 0, "ny · 1 av 7");
	tui_expect_row(t, 2, " Deltagande");
	tui_expect_row(t, 3, " * Insats                      [");
	tui_expect_row(t, 3, "] Arbetsspåret");
	tui_expect_cursor(t, 3, 32);
	tui_expect_row(t, 22, " Insatsen som personen deltar i.");
	tui_expect_row(t, 23, "Tab nästa  F2 spara  F9 lista  Ctrl-W nästa fynd  ");
	tui_send(t, "arb\r" "\r" "250110");
	tui_expect_row(t, 7, " * Samtycke lämnat              2025-01-10");
	tui_expect_row(t, 7, "fredag");
	tui_expect_row(t, 0, "utkast · 2 av 7");
	tui_keys(t, "Tab Del");
	tui_expect_row(t, 9, "] 1 Ja · 0 Nej");
	tui_send(t, "n");
	tui_expect_row(t, 9, "[n                         ] = Nej");
	tui_keys(t, "Up");
	tui_expect_row(t, 9, "  Nej");
	discard(t);
}

static void after_one_paper_comes_the_next(void **state)
{
	struct tui *t = start();

	(void)state;
	key_start(t);
	key_rest(t);
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
	discard(t);
	asks("SELECT count(*) FROM participation", "1");
}

static void what_is_wrong_stays_and_is_told(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "251399");
	tui_expect_row(t, 22, "FEL  Samtycke lämnat: Skriv ett datum som finns");
	tui_expect_row(t, 7, " ! Samtycke lämnat              251399");
	tui_expect_row(t, 0, "utkast !1 · 2 av 7");
	tui_keys(t, "Tab");
	tui_send(t, "kanske\r");
	tui_expect_row(t, 9, " ! Omfattar uppgifter om hälsa  kanske");
	tui_keys(t, "Up");
	tui_expect_row(t, 9, "[kanske");
	tui_expect_row(t, 20, " ! FEL  ”kanske” finns inte bland valen.");
	tui_send(t, "nej\r");
	tui_expect_row(t, 9, " * Omfattar uppgifter om hälsa  Nej");
	/* Ctrl-W goes round: what is missing after here, then back to the date. */
	tui_keys(t, "Up Ctrl-W");
	tui_expect_row(t, 11, "[            ]");
	tui_keys(t, "F4");
	tui_expect(t, "Gå till fält");
	tui_send(t, "samtycke l\r");
	tui_expect_row(t, 7, "[251399      ]");
	tui_send(t, "250110");
	tui_expect_row(t, 7, " * Samtycke lämnat              2025-01-10");
	discard(t);
}

static void saving_is_never_refused(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110");
	tui_keys(t, "F2");
	tui_expect(t, "VARNING  Sparat som utkast. Saknas eller är fel: 8.");
	tui_expect_row(t, 11, " ! Startdatum");
	tui_keys(t, "Ctrl-W");
	tui_expect_row(t, 11, "[");
	tui_expect_row(t, 20, " ! FEL  Startdatum: uppgiften saknas.");
	asks("SELECT state || count(*) FROM draft", "kept1");
	asks("SELECT count(*) FROM participation", "0");
	/* Nothing is changed since: no question. */
	tui_keys(t, "Esc");
	leave(t);
	t = start_at("participation", "-", 24, 80);
	tui_expect_row(t, 7, "2025-01-10");
	tui_expect_row(t, 11, "[");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat som utkast");
	tui_keys(t, "Esc");
	leave(t);
	asks("SELECT count(*) FROM draft", "1");
}

static void escape_goes_one_step_at_a_time(void **state)
{
	struct tui *t = start();

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
	leave(t);
	asks("SELECT state FROM draft", "kept");
}

static void choices_are_added_and_taken_away(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "F4");
	tui_send(t, "prior\r");
	tui_expect_row(t, 14, "] 1 Långtidssjuk");
	tui_send(t, "annan\r");
	tui_expect_row(t, 14, "[Annan, ");
	tui_send(t, "1");
	tui_expect_row(t, 14, "[Långtidssjukskrivna, Annan, ");
	tui_keys(t, "Backspace");
	tui_expect_row(t, 14, "[Långtidssjukskrivna,  ");
	tui_keys(t, "F9");
	tui_expect(t, "[x] 1");
	tui_keys(t, "Down Space F2");
	tui_expect_row(t, 14, "ssjukskrivna, Unga med aktivitetsersättning,  ]");
	/* What is no choice stays, and can be mended. */
	tui_send(t, "xyz\r");
	tui_expect_row(t, 14, " ! Prioriterade målgrupper     [");
	tui_expect_row(t, 20, " ! FEL  ”xyz” finns inte bland valen.");
	tui_keys(t, "Ctrl-Z");
	tui_expect_row(t, 14, "ssjukskrivna, Unga med aktivitetsersättning,  ]");
	tui_keys(t, "Enter");
	tui_expect_row(t, 16, "[");
	discard(t);
}

static void rows_come_and_go(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "PgDn PgDn PgDn PgDn PgDn");
	tui_expect_row(t, 0, "6 av 7");
	tui_send(t, "a-kassa\r" "50" "aktivitetsst\r" "75" "sjuk-\r" "100");
	tui_expect(t, "A-kassa                     50 %");
	tui_expect(t, "Aktivitetsstöd              75 %");
	tui_expect(t, "Sjuk- eller rehabpenning    100 %");
	/* Up to the middle one, empty it. */
	tui_keys(t, "Up Up Up Up Del Enter");
	tui_expect(t, "Raden är borttagen.");
	tui_expect_gone(t, "Aktivitetsstöd  ");
	tui_expect(t, "[Sjuk- eller rehabpenning");
	tui_keys(t, "Ctrl-Z");
	tui_expect(t, "Aktivitetsstöd ");
	tui_keys(t, "Ctrl-Y");
	tui_expect_gone(t, "Aktivitetsstöd  ");
	tui_keys(t, "Ctrl-X");
	tui_expect_gone(t, "Sjuk- eller rehabpenning");
	tui_keys(t, "Ctrl-A");
	tui_send(t, "försörjningsst\r" "\r" "\r");
	tui_expect_row(t, 0, "7 av 7");
	tui_expect(t, "Försörjningsstöd\n");
	discard(t);
}

static void the_list_opens_by_plus_too(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "F4");
	tui_send(t, "aktualis\r" "+");
	tui_expect(t, "8 av 8");
	tui_send(t, "sjukv");
	tui_expect(t, "1 av 8");
	tui_keys(t, "Enter");
	tui_expect_row(t, 13, "Region, hälso- och sjukvård");
	tui_expect_row(t, 14, "[");
	/* In a date it is a sign. */
	tui_keys(t, "F4");
	tui_send(t, "startd\r" "+0");
	tui_expect_row(t, 11, "] = 2025-11-14 fredag");
	tui_keys(t, "Tab Up Ctrl-R");
	tui_expect_row(t, 11, "[            ]");
	discard(t);
}

static void any_size_will_do(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "halvskriv");
	tui_expect(t, "[halvskriv");
	tui_resize(t, 1, 1);
	tui_resize(t, 10, 40);
	tui_expect_row(t, 5, "   Blankettens bet… [halvskriv");
	tui_expect_row(t, 0, "2 av 7");
	tui_resize(t, 60, 200);
	tui_expect(t, "Att se över");
	tui_resize(t, 24, 80);
	tui_expect_row(t, 8, "[halvskriv");
	tui_send(t, "et\r");
	tui_expect_row(t, 8, "halvskrivet");
	discard(t);
}

static void odd_input_does_no_harm(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110");
	tui_paste(t, "a\xCC\x8A" "terstäl\rld");
	tui_expect_row(t, 8, "terstäl ld");
	tui_send(t, "\xC3\x28o\xCC\x88" "\xFF!\r");
	tui_expect_row(t, 8, "återstäl ld(ö!");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat som utkast");
	tui_keys(t, "Esc");
	leave(t);
	asks("SELECT hex(new) FROM journal WHERE field = 'consent_reference'",
	     "C3A57465727374C3A46C206C6428C3B621");
}

static void a_killed_program_leaves_a_draft(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "2025/17\r" "1");
	tui_expect_row(t, 11, "[");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	asks("SELECT group_concat(new, ' ') FROM journal WHERE field LIKE 'consent%'",
	     "2025-01-10 2025/17");
	t = start_at("participation", "-", 24, 80);
	tui_expect_row(t, 8, "2025/17");
	tui_keys(t, "Esc");
	leave(t);
}

static void what_is_half_typed_is_kept_at_an_unwanted_end(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "2025/1");
	tui_expect_row(t, 8, "[2025/1");
	tui_kill(t, SIGTERM);
	assert_int_equal(tui_wait(t), 128 + SIGTERM);
	assert_true(tui_restored(t));
	tui_free(t);
	asks("SELECT new FROM journal WHERE field = 'consent_reference'", "2025/1");
	asks("SELECT state FROM draft", "kept");
}

static void the_language_is_switched_where_one_stands(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110" "halv");
	tui_keys(t, "Ctrl-B");
	tui_expect_row(t, 8, "   Reference of the form");
	tui_expect_row(t, 8, "[halv");
	tui_send(t, "\r" "y\r" "251399");
	tui_expect_row(t, 9, "Yes");
	tui_keys(t, "Up");
	tui_expect_row(t, 11, "[251399");
	tui_keys(t, "Ctrl-B");
	tui_expect_row(t, 9, "Ja");
	tui_expect_row(t, 20, "Skriv ett datum som finns");
	discard(t);
}

static char *keyed_participation(const char *start_date)
{
	return fixture_store(a, "participation", "intervention", "arb",
			     "consent_given_on", "2025-01-02", "start", start_date,
			     "sex", "kvinna", "birth_year", "1979", "education", "gymn",
			     "support_duration", "up_to_3y", "support_before", "a-kassa",
			     "works", "0", "studies", "0", "seeks_work", "1", NULL);
}

static void records_are_gone_through(void **state)
{
	char *first = keyed_participation("2025-02-03");
	char *second = keyed_participation("2025-03-04");
	const char *const argv[] = { "tests/tui/entry_demo", app_path(a), "participation",
				     first, second, NULL };
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
	leave(t);
	asks("SELECT group_concat(start) FROM participation ORDER BY start",
	     "2025-02-03,2025-03-05");
	free(first);
	free(second);
}

static void a_participation_is_ended(void **state)
{
	char *id = keyed_participation("2025-02-03");
	struct tui *t = start_at("closure", id, 24, 80);

	(void)state;
	/* What came with the participation is locked: the end is the first field. */
	tui_expect_row(t, 3, " # Insats");
	tui_expect_row(t, 7, " * Slutdatum                [");
	tui_send(t, "20251031" "1" "2" "9" "\r");
	tui_expect_row(t, 0, "5 av 5");
	tui_send(t, "1" "1" "50\r" "0");
	tui_expect(t, "Sista fältet");
	tui_keys(t, "Enter");
	tui_expect(t, "Sparat: D-0001");
	leave(t);
	asks("SELECT end || closure_reason || next_step FROM participation",
	     "2025-10-31completedstudies");
	asks("SELECT source FROM support WHERE phase = 'after'", "none");
	free(id);
}

static void help_tells_all_of_a_field(void **state)
{
	struct tui *t = start_at("participation", NULL, 60, 100);

	(void)state;
	tui_expect(t, "Nytt deltagande");
	tui_keys(t, "F4");
	tui_send(t, "startd\r");
	tui_keys(t, "F1");
	tui_expect(t, "Den ska ligga inom insatsens tid och inte framåt i tiden.");
	tui_expect(t, "FEL (R-101): Startdatumet ligger före insatsens start.");
	tui_expect(t, "  time_in_intervention");
	tui_keys(t, "F1");
	tui_expect(t, "Samma värde som i förra posten");
	tui_keys(t, "Esc Esc");
	leave(t);
}

static void findings_are_reviewed(void **state)
{
	struct tui *t = start_at("participation", NULL, 40, 140);

	(void)state;
	tui_expect(t, "Inget just nu.");
	key_start(t);
	tui_send(t, "ingen\r" "a-kassa\r" "\r" "0" "0" "1");
	tui_expect(t, "Sista fältet");
	tui_keys(t, "g");
	tui_expect(t, "FEL");
	tui_send(t, "tillsammans\r");
	tui_expect_row(t, 0, "6 av 7");
	tui_expect(t, "(R-121)");
	tui_keys(t, "Ctrl-X");
	tui_expect_gone(t, "(R-121)");
	discard(t);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_participation_is_keyed_blind),
		TEST(the_form_looks_as_it_should),
		TEST(after_one_paper_comes_the_next),
		TEST(what_is_wrong_stays_and_is_told),
		TEST(saving_is_never_refused),
		TEST(escape_goes_one_step_at_a_time),
		TEST(choices_are_added_and_taken_away),
		TEST(rows_come_and_go),
		TEST(the_list_opens_by_plus_too),
		TEST(any_size_will_do),
		TEST(odd_input_does_no_harm),
		TEST(a_killed_program_leaves_a_draft),
		TEST(what_is_half_typed_is_kept_at_an_unwanted_end),
		TEST(the_language_is_switched_where_one_stands),
		TEST(records_are_gone_through),
		TEST(a_participation_is_ended),
		TEST(help_tells_all_of_a_field),
		TEST(findings_are_reviewed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
