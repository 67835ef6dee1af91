/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question from the national follow-up, answered on its field: all the way there and
 * back. */

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

/* Runs shell words in the folder of the register, with $S samreg. */
static void shell(const char *words)
{
	struct text command = { 0 };

	text_addf(&command, "cd \"$HOME/screens\" && S=\"$SAMREG\" && { %s; } >/dev/null",
		  words);
	if (system(text_get(&command)))
		fail_msg("%s", words);
	text_done(&command);
}

/* The row is what the query on the register tells. */
static void ask(const char *row, const char *words)
{
	struct text command = { 0 };
	char *name = screens_ask(row);

	text_addf(&command, "$S query --db nation.db --record '%s' %s", name, words);
	shell(text_get(&command));
	text_done(&command);
	free(name);
}

static void send_questions(void)
{
	shell("$S query --db nation.db --write asked");
	screens_run("import \"$HOME/screens/asked\"");
}

static void deliver(void)
{
	screens_demo();
	screens_run("export --year 2024 --out \"$HOME/screens/sent\"");
	shell("$S init --national --db nation.db && "
	      "$S import --db nation.db sent/demo-2024-r1");
}

static void set_up(void)
{
	deliver();
	ask("SELECT id FROM intervention WHERE registration = 'detailed' "
	    "ORDER BY name LIMIT 1", "--field start --text 'Började den verkligen då?'");
	send_questions();
}

static void to_the_field(struct tui *t)
{
	tui_expect(t, "?    1  fråga från den nationella uppföljningen väntar på svar");
	tui_keys(t, "Home Down Enter");
	tui_expect_row(t, 0, "Frågor");
	tui_expect(t, "Började den verkligen då?");
	tui_keys(t, "Enter");
	tui_expect(t, "?Start");
	tui_keys(t, "F4");
	tui_send(t, "start");
	tui_keys(t, "Enter");
	tui_expect(t, "? FRÅGA (F12 svarar): Började den verkligen då?");
}

static void answer(struct tui *t)
{
	tui_keys(t, "F12");
	tui_expect(t, "Fråga från den nationella uppföljningen 2025-11-14");
	tui_expect(t, "Historik");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Historik");
	tui_keys(t, "Ctrl-K");
	tui_expect(t, "Svar:");
	tui_send(t, "Ja, enligt avtålet");
	tui_keys(t, "Down");
	tui_send(t, "Avtal i pärm 7");
	tui_expect(t, "Avtal i pärm 7");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat. Ett svar följer med");
	tui_expect_gone(t, "?Start");
	/* What is noted of a record does not stand in the way of saving it. */
	tui_keys(t, "F2");
	tui_expect(t, "Sparat: ");
	tui_keys(t, "F12");
	tui_expect(t, "Svar: Ja, enligt avtålet");
	tui_expect(t, "Anteckning: Avtal i pärm 7");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Answer: Ja, enligt avtålet");
	tui_expect(t, "Note: Avtal i pärm 7");
	tui_keys(t, "Ctrl-B Esc Esc");
	tui_expect(t, "Inga frågor väntar på svar.");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "väntar på svar");
}

/* The year 2024 is locked: the answer waits for the delivery of 2025. */
static void there_and_back(void **state)
{
	struct tui *t;

	(void)state;
	set_up();
	t = screens_start(24, 80);
	to_the_field(t);
	answer(t);
	screens_leave(t);
	screens_run("export --year 2025 --out \"$HOME/screens/sent\"");
	shell("grep -q '^query:.*,interventions,.*,start,\"Ja, enligt avtålet\"' "
	      "sent/demo-2025-r1/remarks.csv && ! grep -q pärm sent/*/*");
	shell("$S import --db nation.db sent/demo-2025-r1 && "
	      "$S query --db nation.db --list | grep -q 'svar: Ja, enligt avtålet'");
	screens_run("import \"$HOME/screens/sent\"");
	screens_expect("SELECT count(*) FROM delivery WHERE received_at IS NOT NULL",
		       "2");
}

/* A count, an amount, and a source of support in its row of a participation. */
static void ask_about_other_files(void)
{
	deliver();
	ask("SELECT intervention || '/2024/' || sex FROM anonymous_count "
	    "WHERE year = 2024 ORDER BY id LIMIT 1",
	    "--file anonymous --field count --text 'Så få?'");
	ask("SELECT f.year || '/' || p.kind || '/' || f.kind || '/' || p.name "
	    "FROM funding f JOIN party p ON p.id = f.party WHERE f.year = 2024 "
	    "ORDER BY f.id LIMIT 1",
	    "--file funding --federation demo --field amount --text 'Så mycket?'");
	ask("SELECT participation || '/before/' || source FROM support s "
	    "JOIN participation p ON p.id = s.participation WHERE phase = 'before' "
	    "AND p.start < '2024-12-31' AND coalesce(p.end, '2024') >= '2024' "
	    "AND (SELECT count(*) FROM support o WHERE o.participation = p.id "
	    "     AND o.phase = 'before') = 2 "
	    "ORDER BY participation, source DESC LIMIT 1",
	    "--file support --field extent --text 'Hela tiden?'");
	send_questions();
}

/* From the list of questions, and back to it. */
static void answer_one(struct tui *t, const char *question, const char *answer)
{
	struct text status = { 0 };

	text_addf(&status, "? FRÅGA (F12 svarar): %s", question);
	tui_send(t, "/");
	tui_send(t, question);
	tui_keys(t, "Enter Enter");
	tui_expect(t, text_get(&status));
	text_done(&status);
	tui_keys(t, "F12");
	tui_send(t, answer);
	tui_keys(t, "F2");
	tui_expect(t, "Sparat. Ett svar följer med");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Frågor");
}

static void withdraw_the_last(void)
{
	struct tui *t;

	shell("$S query --db nation.db --withdraw $($S query --db nation.db --list | "
	      "sed -n '/ support.csv /{g;p};s/ .*//;h')");
	send_questions();
	t = screens_start(24, 100);
	tui_expect(t, "Att göra");
	tui_expect_gone(t, "från den nationella uppföljningen");
	screens_leave(t);
	screens_run("export --year 2025 --out \"$HOME/screens/sent\"");
	shell("$S import --db nation.db sent/demo-2025-r1 && "
	      "$S query --db nation.db --list >listed && "
	      "grep -q 'svar: Enligt beslut' listed && "
	      "grep -q 'svar: Ja' listed && grep -q återtagen listed");
}

static void any_file_is_asked_about(void **state)
{
	struct tui *t;

	(void)state;
	ask_about_other_files();
	t = screens_start(24, 100);
	tui_expect(t, "?    3  frågor från den nationella uppföljningen väntar på svar");
	tui_keys(t, "Home Down Enter");
	tui_expect_row(t, 0, "Frågor");
	answer_one(t, "Så få?", "Ja");
	answer_one(t, "Så mycket?", "Enligt beslut");
	/* In the row that is asked about, not in the other one. */
	tui_keys(t, "Esc Enter");
	tui_expect(t, "? FRÅGA (F12 svarar): Hela tiden?");
	tui_expect(t, "*?                             Aktivitetsstöd ");
	tui_expect(t, "* Försörjning                  Aktivitetsersättning");
	tui_keys(t, "Up");
	tui_expect_gone(t, "? FRÅGA");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
	withdraw_the_last();
}

/* Nothing is promised to go out when nobody asked. */
static void a_note_is_ones_own(void **state)
{
	struct tui *t;

	(void)state;
	screens_demo();
	t = screens_start(24, 80);
	tui_keys(t, "2 e F12");
	tui_expect(t, "Anteckning:");
	tui_send(t, "Avtal i pärm 7");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat. Anteckningen stannar i det egna registret.");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
}

static void a_new_record_is_saved_first(void **state)
{
	struct tui *t;

	(void)state;
	screens_demo();
	t = screens_start(24, 80);
	tui_keys(t, "2 Ctrl-N");
	tui_expect_row(t, 0, "Ny insats");
	tui_keys(t, "F12");
	tui_expect(t, "Spara posten först.");
	tui_keys(t, "Esc Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(any_file_is_asked_about),
		cmocka_unit_test(a_note_is_ones_own),
		cmocka_unit_test(a_new_record_is_saved_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
