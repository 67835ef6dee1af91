/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole main job, keyed as a person would: from no register at all to a year's table
 * and its files. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

static void key_intervention(struct tui *t)
{
	tui_keys(t, "2");
	tui_expect(t, "Inga insatser det här året.");
	tui_keys(t, "Ctrl-N");
	tui_expect_row(t, 0, "Ny insats");
	/* Namn, beskrivning, inriktning, preciserad, ytterligare, registrering, start */
	tui_send(t, "Arbetsspåret\r\rind\rreh\r\rdeltagare\r20250101");
	tui_expect_row(t, 10, "[");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat: Arbetsspåret.");
	tui_keys(t, "Esc");
	tui_expect_row(t, 3, "Arbetsspåret");
	tui_keys(t, "Esc");
	tui_expect(t, "Inget väntar på att bli gjort.");
}

static void key_participation(struct tui *t)
{
	tui_keys(t, "Ctrl-N");
	tui_expect_row(t, 0, "Nytt deltagande");
	/* Insats, tidigare deltagare, samtycke, beteckning, hälsa */
	tui_send(t, "arb\r\r250110"
		    "2025/17\r1");
	/* Start, kommun, aktualiserad av, målgrupper */
	tui_send(t, "20250113karlskr\rsoc\r\r");
	/* Kön, födelseår, utbildning, tid, två försörjningar, arbete, studier, söker */
	tui_send(t, "k\r197922försörjningsst\r100aktivitetsst\r\r\r001\r");
	tui_expect(t, "Spara posten?");
	tui_keys(t, "s");
	tui_expect(t, "Sparat: D-0001 · Arbetsspåret · 2025-01-13.");
	tui_expect_row(t, 0, "samreg");
	tui_expect_row(t, 2, "Deltagare              1");
}

static void expect_table(struct tui *t, const char *search, const char *title)
{
	tui_keys(t, "5 /");
	tui_send(t, search);
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, title);
}

/* From a figure to the record and back to the figure, which has changed. */
static void key_closure(struct tui *t)
{
	expect_table(t, "kön och ålder", "Kön och ålder");
	tui_keys(t, "Down Down");
	tui_expect_row(t, 22, "45–59 år, Kvinnor");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagare · 45–59 år, Kvinnor");
	tui_expect_row(t, 3, "D-0001");
	tui_expect_row(t, 3, "pågår");
	tui_keys(t, "a");
	tui_expect_row(t, 7, "Slutdatum");
	/* Slut, anledning, nästa steg, försörjning: ingen, arbetar 50 %, studerar inte */
	tui_send(t, "20251031\r1\r29\r\r1150\r0\r");
	tui_expect(t, "Spara posten?");
	tui_keys(t, "s");
	tui_expect(t, "Sparat: D-0001");
	tui_expect_row(t, 3, "avslutad");
	tui_keys(t, "Enter");
	tui_expect(t, "Samtycke lämnat");
	tui_keys(t, "PgDn");
	tui_expect(t, "Försörjningsstöd · 100 %");
	tui_keys(t, "End");
	tui_expect(t, "2025-10-31  fredag");
	/* Back in the same cell, of tables that know of the closure. */
	tui_keys(t, "Esc Esc");
	tui_expect_row(t, 22, "45–59 år, Kvinnor");
	tui_keys(t, "/");
	tui_send(t, "avslutningsanl");
	tui_keys(t, "Enter Enter");
	tui_expect(t, "Avslutad enligt plan");
	tui_expect(t, " 1 100      0 –      1 100");
	tui_keys(t, "F10");
	tui_expect(t, "100 %");
}

static void see_tables(struct tui *t)
{
	expect_table(t, "utbildningsn", "Utbildningsnivå");
	tui_expect(t,
		   "Gymnasium                               1 100      0 –      1 100");
	tui_keys(t, "F10");
	expect_table(t, "tid i insats", "Tid i insats");
	tui_expect(t, "7–12 månader");
	tui_keys(t, "F10");
	expect_table(t, "försörjning före insatsen", "Försörjning före insatsen");
	tui_expect(t, "Försörjningsstöd");
	tui_keys(t, "F10");
	tui_expect_row(t, 0, "samreg");
}

static void from_nothing_to_the_tables(void **state)
{
	struct tui *t = screens_start(24, 80);

	(void)state;
	tui_expect(t, "Det finns inget register än.");
	tui_send(t, "ronneby");
	tui_expect_row(t, 0, "1 förbund");
	tui_keys(t, "Enter");
	tui_expect(t, "Skapa registret?");
	tui_keys(t, "Enter");
	tui_expect(t, "Registret är tomt.");
	key_intervention(t);
	key_participation(t);
	key_closure(t);
	see_tables(t);
	screens_leave(t);
	screens_expect("SELECT start || ' ' || end || ' ' || closure_reason || ' ' || "
		       "education FROM participation",
		       "2025-01-13 2025-10-31 completed upper_secondary");
	screens_expect("SELECT group_concat(phase || ' ' || source || "
		       "coalesce(' ' || extent, '')) FROM support",
		       "after none,before activity_support,before social_assistance 100");
	screens_expect("SELECT work_extent FROM occupation WHERE phase = 'after'", "50");
	screens_expect("SELECT count(*) FROM draft", "0");
	screens_run("export --year 2025 --out \"$HOME/screens\"");
	assert_int_equal(system("grep -q ,2025-10-31,upper_secondary, "
				"\"$HOME\"/screens/*/participations.csv"),
			 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_nothing_to_the_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
