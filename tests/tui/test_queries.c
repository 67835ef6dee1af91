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

static void ask(const char *field, const char *question)
{
	struct text words = { 0 };
	char *id = screens_ask("SELECT id FROM intervention WHERE registration = "
			       "'detailed' ORDER BY name LIMIT 1");

	text_addf(&words, "$S query --db nation.db --record %s --field %s --text '%s'",
		  id, field, question);
	shell(text_get(&words));
	text_done(&words);
	free(id);
}

static void set_up(void)
{
	screens_demo();
	screens_run("export --year 2024 --out \"$HOME/screens/sent\"");
	shell("$S init --national --db nation.db && "
	      "$S import --db nation.db sent/demo-2024-r1");
	ask("start", "Började den verkligen då?");
	shell("$S query --db nation.db --write asked");
	screens_run("import \"$HOME/screens/asked\"");
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
		cmocka_unit_test(a_note_is_ones_own),
		cmocka_unit_test(a_new_record_is_saved_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
