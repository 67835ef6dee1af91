/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields keyed in the entry screen as a person keys them: what is shown, what is wrong,
 * what any terminal sends. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "tests/tui/entry_world.h"
#include "tests/tui/tui.h"

static void the_form_looks_as_it_should(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_expect_row(t, 0, "Samordningsförbundet i Blekinge · Nytt deltagande");
	tui_expect_row(t, 0, "ny · 1 av 7");
	tui_expect_row(t, 2, " Deltagande");
	tui_expect_row(t, 3, " * Insats                      [");
	tui_expect_row(t, 3, "] Arbetsspåret");
	tui_expect_cursor(t, 3, 32);
	tui_expect_row(t, 21, " Insatsen som personen deltar i.");
	tui_expect_row(t, 22, " registreras en och en, de pågående först.");
	tui_expect_row(t, 23, "Tab nästa  F2 spara  F9 lista  Ctrl-W nästa fynd  ");
	tui_send(t, "arb\r" "\r" "250110");
	tui_expect_row(t, 7, " * Samtycke lämnat              2025-01-10");
	tui_expect_row(t, 7, "fredag");
	tui_expect_row(t, 0, "utkast · 2 av 7");
	/* The date moved on by itself: the first Tab skips nothing. */
	tui_keys(t, "Tab");
	tui_expect_cursor(t, 8, 32);
	tui_keys(t, "Tab Del");
	tui_expect_row(t, 9, "] 1 Ja · 0 Nej");
	tui_send(t, "n");
	tui_expect_row(t, 9, "[n                         ] = Nej");
	tui_keys(t, "Up");
	tui_expect_row(t, 9, "  Nej");
	world_discard(t);
}

static void what_is_wrong_stays_and_is_told(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "251399");
	tui_expect_row(t, 21, "FEL  Samtycke lämnat: Skriv ett datum som finns");
	tui_expect_row(t, 22, "      250304, 4/3 eller i för i dag.");
	tui_expect_row(t, 7, " ! Samtycke lämnat              251399");
	tui_expect_row(t, 0, "utkast !1 · 2 av 7");
	tui_keys(t, "Down");
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
	/* A rule is told by its number; a field's own condition has none. */
	tui_keys(t, "F4");
	tui_send(t, "startd\r" "251201");
	tui_keys(t, "Up");
	tui_expect_row(t, 20, " ! FEL  Datumet ligger framåt i tiden. Rätta det.");
	tui_expect_gone(t, "Rätta det. (");
	world_discard(t);
}

static void choices_are_added_and_taken_away(void **state)
{
	struct tui *t = world_start();

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
	world_discard(t);
}

static void rows_come_and_go(void **state)
{
	struct tui *t = world_start();

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
	world_discard(t);
}

static void the_list_opens_by_plus_too(void **state)
{
	struct tui *t = world_start();

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
	world_discard(t);
}

static void any_size_will_do(void **state)
{
	struct tui *t = world_start();

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
	world_discard(t);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Its end was lost on the way, or the terminal sends none. */
static void a_paste_without_end_ends_with_silence(void **state)
{
	struct tui *t = world_start();
	double since;

	(void)state;
	tui_send(t, "arb\r" "\r" "250110");
	tui_expect_row(t, 7, "2025-01-10");
	since = now();
	tui_send(t, "\033[200~halva avtalet");
	tui_expect_row(t, 8, "halva avtalet");
	assert_true(now() - since < 1.9);
	tui_send(t, " 7\r");
	tui_expect_row(t, 8, "halva avtalet 7");
	tui_send(t, "\033[201~");
	world_discard(t);
}

static void odd_input_does_no_harm(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110");
	tui_paste(t, "a\xCC\x8A" "terstäl\rld");
	tui_expect_row(t, 8, "terstäl ld");
	tui_send(t, "\xC3\x28o\xCC\x88" "\xFF!\r");
	tui_expect_row(t, 8, "återstäl ld(ö!");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat som utkast");
	tui_keys(t, "Esc");
	world_leave(t);
	world_asks("SELECT hex(new) FROM journal WHERE field = 'consent_reference'",
		   "C3A57465727374C3A46C206C6428C3B621");
}

static void the_language_is_switched_where_one_stands(void **state)
{
	struct tui *t = world_start();

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
	world_discard(t);
}

static void help_tells_all_of_a_field(void **state)
{
	struct tui *t = world_start_at("participation", NULL, 60, 100);

	(void)state;
	tui_expect(t, "Nytt deltagande");
	tui_keys(t, "F4");
	tui_send(t, "startd\r");
	tui_keys(t, "F1");
	tui_expect(t, "Den ska ligga inom insatsens tid och inte framåt i tiden.");
	tui_expect(t, "FEL (R-101): Startdatumet ligger före insatsens start.");
	tui_expect(t, "  Tid i insats");
	tui_keys(t, "F1");
	tui_expect(t, "Samma värde som i förra posten");
	tui_keys(t, "Esc Esc");
	world_leave(t);
}

/* Whoever ends every field with Enter gets to the same fields as who does not. */
static void an_enter_too_many_skips_nothing(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "\r" "250110\r" "\r" "1\r" "20250113\r" "karlskr\r");
	tui_expect_row(t, 11, "2025-01-13");
	tui_expect_row(t, 12, "Karlskrona");
	tui_send(t, "soc\r" "\r" "1\r" "1979\r" "2\r");
	tui_expect(t, "Gymnasium");
	tui_expect(t, " Tid i offentlig försörjning [");
	world_discard(t);
}

static void findings_are_reviewed(void **state)
{
	struct tui *t = world_start_at("participation", NULL, 40, 140);

	(void)state;
	tui_expect(t, "Inget just nu.");
	world_key_start(t);
	tui_send(t, "ingen\r" "a-kassa\r" "\r" "0" "0" "1\r");
	tui_expect(t, "Spara posten?");
	tui_keys(t, "g");
	tui_expect(t, "FEL");
	tui_send(t, "tillsammans\r");
	tui_expect_row(t, 0, "6 av 7");
	tui_expect(t, "(R-121)");
	tui_keys(t, "Ctrl-X");
	tui_expect_gone(t, "(R-121)");
	world_discard(t);
}

static void a_warning_is_overruled_with_a_reason(void **state)
{
	struct tui *t = world_start();

	(void)state;
	world_key_start(t);
	world_key_rest(t);
	tui_keys(t, "Esc F4");
	tui_send(t, "födelse\r" "1950");
	tui_expect_row(t, 21, "VARNING  Födelseår: Åldern vid start är ovanlig");
	tui_keys(t, "Up");
	tui_expect(t, "~ VARNING");
	tui_keys(t, "Ctrl-E");
	tui_expect(t, "Varför stämmer det ändå?");
	tui_send(t, "Har fyllt\r");
	tui_expect(t, "Varningen är godkänd.");
	tui_expect_gone(t, "~ VARNING");
	tui_keys(t, "Ctrl-E");
	tui_expect(t, "Här finns ingen varning att godkänna.");
	tui_keys(t, "F2");
	tui_expect(t, "INFO  Sparat: D-0001");
	tui_keys(t, "Esc");
	world_leave(t);
	world_asks("SELECT rule || ' ' || text FROM remark", "R-112 Har fyllt");
}

int main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_form_looks_as_it_should),
		TEST(what_is_wrong_stays_and_is_told),
		TEST(choices_are_added_and_taken_away),
		TEST(rows_come_and_go),
		TEST(the_list_opens_by_plus_too),
		TEST(any_size_will_do),
		TEST(a_paste_without_end_ends_with_silence),
		TEST(odd_input_does_no_harm),
		TEST(the_language_is_switched_where_one_stands),
		TEST(help_tells_all_of_a_field),
		TEST(an_enter_too_many_skips_nothing),
		TEST(findings_are_reviewed),
		TEST(a_warning_is_overruled_with_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
