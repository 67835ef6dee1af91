/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year-end tables of a national register by county and federation. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

static void shell(const char *words)
{
	struct text command = { 0 };

	text_addf(&command,
		  "mkdir -p \"$HOME/screens\" && cd \"$HOME/screens\" && S=\"$SAMREG\" "
		  "&& { %s; } >/dev/null", words);
	if (system(text_get(&command)))
		fail_msg("%s", words);
	text_done(&command);
}

/* A national register to which two federations have delivered 2021. */
static int set_up(void **state)
{
	(void)state;
	shell("rm -rf ./*; $S demo --db all.db --size national --year 2021");
	shell("for f in blekinge gotland; do "
	      "$S export --db all.db --year 2021 --federation $f --out sent; done");
	shell("$S init --db register.db --national && "
	      "$S import --db register.db sent/blekinge-2021-r1 sent/gotland-2021-r1");
	return 0;
}

/* The latest year that came in is shown, although it is 2025. */
static struct tui *start(int rows, int cols)
{
	struct tui *t = screens_start(rows, cols);

	tui_expect(t, "Att göra");
	tui_expect_row(t, 0, "2021");
	tui_keys(t, "5");
	tui_expect_row(t, 0, "Hela landet · 2021 · Årets tabeller");
	return t;
}

static void leave(struct tui *t)
{
	tui_keys(t, "F10");
	tui_expect_row(t, 0, "Hela landet · 2021   ");
	screens_leave(t);
}

static void choose(struct tui *t, const char *typed, const char *title)
{
	tui_keys(t, "l");
	tui_expect(t, "Län eller förbund");
	tui_send(t, typed);
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, title);
}

static char *ask_interventions(const char *federation)
{
	char sql[300];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM intervention WHERE federation LIKE '%s' AND "
		 "(start IS NULL OR start <= '2021-12-31') AND "
		 "(end IS NULL OR end >= '2021-01-01')", federation);
	return screens_ask(sql);
}

/* All interventions of the year are the last row of the first table. */
static void expect_interventions(struct tui *t, const char *federation)
{
	char *number = ask_interventions(federation), cell[40];

	snprintf(cell, sizeof(cell), " %s 100   100", number);
	tui_expect_row(t, 9, "Totalt  ");
	tui_expect_row(t, 9, cell);
	free(number);
}

static void a_part_is_counted_and_then_the_whole(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "Enter");
	expect_interventions(t, "%");
	tui_expect(t, "2 av 76 förbund har lämnat uppgifter för 2021. Saknas: ");
	choose(t, "blek", "Blekinge län · 2021 · Årets tabeller");
	expect_interventions(t, "blekinge");
	tui_expect(t, "1 av 1 förbund har lämnat uppgifter för 2021.");
	tui_keys(t, "p");
	tui_expect_row(t, 0, "Blekinge län · 2021 · Årets tabeller · skyddade");
	tui_keys(t, "p -");
	tui_expect_row(t, 0, "Blekinge län · 2020 · Årets tabeller");
	tui_expect(t, "0 av 1 förbund har lämnat uppgifter för 2020. Saknas: ");
	tui_keys(t, "+");
	choose(t, "gotland", "Samordningsförbundet Finsam Gotland · 2021 · Årets");
	expect_interventions(t, "gotland");
	choose(t, "hela", "Hela landet · 2021 · Årets tabeller");
	expect_interventions(t, "%");
	choose(t, "12", "Skåne län · 2021 · Årets tabeller");
	tui_keys(t, "l");
	tui_expect(t, "Län eller förbund");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Skåne län · 2021 · Årets tabeller");
	tui_keys(t, "Esc Esc");
	tui_expect_row(t, 0, "Hela landet · 2021   ");
	screens_leave(t);
}

static void what_is_behind_and_written_is_of_the_part(void **state)
{
	char *all = ask_interventions("%"), *gotland = ask_interventions("gotland");
	char *individual = screens_ask(
		"SELECT count(*) FROM intervention WHERE federation = 'gotland' AND "
		"kind = 'individual' AND (start IS NULL OR start <= '2021-12-31') AND "
		"(end IS NULL OR end >= '2021-01-01')");
	char end[20];
	struct tui *t = start(24, 80);

	(void)state;
	assert_string_not_equal(all, gotland);
	choose(t, "09", "Gotlands län · 2021 · Årets tabeller");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 0, "Gotlands län · 2021 · Insatser · Individinriktad, Totalt");
	snprintf(end, sizeof(end), "  %s", individual);
	tui_expect_row(t, 0, end);
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Gotlands län · 2021 · Årets tabeller");
	tui_keys(t, "e");
	tui_expect(t, "Skriv som");
	tui_keys(t, "Enter");
	tui_expect(t, "interventions_by_kind-2021-09.csv");
	tui_keys(t, "Home");
	tui_send(t, getenv("HOME"));
	tui_send(t, "/screens/");
	tui_keys(t, "Enter");
	tui_expect(t, "Tabellen är skriven");
	tui_keys(t, "/");
	tui_send(t, "diagram 3a");
	tui_keys(t, "Enter d");
	tui_expect(t, "█ ");
	tui_expect_row(t, 0, "Gotlands län · 2021 · ");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Gotlands län · 2021 · Årets tabeller");
	leave(t);
	shell("grep -q '^[^;]*Insatser (Gotlands län);' "
	      "interventions_by_kind-2021-09.csv");
	free(all);
	free(gotland);
	free(individual);
}

static void it_bears_english_and_a_wide_terminal(void **state)
{
	struct tui *t = start(60, 200);

	(void)state;
	tui_keys(t, "Ctrl-B l");
	tui_expect(t, "County or federation");
	tui_send(t, "10");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Blekinge län · 2021 · Year-end tables");
	tui_expect(t, "1 of 1 federation has delivered 2021.");
	tui_expect_row(t, 59, "county/federation");
	tui_keys(t, "F1");
	tui_expect(t, "l chooses what is counted");
	tui_keys(t, "Esc Ctrl-B");
	leave(t);
}

static void a_federation_has_no_parts(void **state)
{
	struct tui *t;

	(void)state;
	screens_demo();
	t = screens_start(24, 80);
	tui_expect(t, "Att göra");
	tui_keys(t, "5");
	tui_expect_row(t, 23, "Enter öppna");
	tui_expect_gone(t, "län/förbund");
	tui_keys(t, "l Enter");
	tui_expect_row(t, 2, "Insatser efter inriktning");
	tui_keys(t, "F10");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_is_counted_and_then_the_whole),
		cmocka_unit_test(what_is_behind_and_written_is_of_the_part),
		cmocka_unit_test(it_bears_english_and_a_wide_terminal),
		cmocka_unit_test(a_federation_has_no_parts),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
