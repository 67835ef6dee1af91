/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal harness itself, tried on small programs everybody has. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/tui/tui.h"

static struct tui *start_shell(const char *script)
{
	const char *const argv[] = { "sh", "-c", script, NULL };

	return tui_start(argv, NULL, 24, 80);
}

static void reads_rows_cells_and_cursor(void **state)
{
	struct tui *t = start_shell("printf 'ett\\r\\n\\033[1;31mtv\\303\\245\\033[0m "
				    "\\033[7me\\314\\201x\\033[0m'");

	(void)state;
	tui_expect(t, "ett\ntvå e\xcc\x81x");
	tui_expect_row(t, 1, "två");
	tui_expect_cursor(t, 1, 6);
	assert_string_equal(tui_row(t, 0), "ett");
	assert_string_equal(tui_cell(t, 1, 2).text, "å");
	assert_true(tui_cell(t, 1, 2).bold);
	assert_int_equal(tui_cell(t, 1, 2).foreground, 1);
	assert_string_equal(tui_cell(t, 1, 4).text, "e\xcc\x81");
	assert_true(tui_cell(t, 1, 4).reverse);
	assert_int_equal(tui_cell(t, 1, 4).foreground, -1);
	assert_string_equal(tui_cell(t, 9, 9).text, "");
	assert_int_equal(tui_wait(t), 0);
	assert_true(tui_restored(t));
	tui_free(t);
}

static void typed_text_arrives(void **state)
{
	struct tui *t = start_shell("read -r line; echo \"<$line>\"");

	(void)state;
	tui_send(t, "räksmörgås");
	tui_keys(t, "Enter");
	tui_expect(t, "<räksmörgås>");
	assert_int_equal(tui_wait(t), 0);
	tui_free(t);
}

static void keys_send_what_a_terminal_sends(void **state)
{
	struct tui *t = start_shell("stty raw opost -echo; echo ready; "
				    "head -c 30 | od -An -c");

	(void)state;
	tui_expect(t, "ready");
	tui_keys(t, "Tab Shift-Tab F2 F5 PgDn Up Ctrl-N Alt-x å Del Backspace Esc");
	tui_expect(t, "\\t 033   [   Z 033   O   Q 033   [   1   5   ~ 033   [   6   ~");
	tui_expect(t, "033   [   A 016 033   x 303 245 033   [   3   ~ 177 033");
	tui_free(t);
}

static void more_input_than_the_line_holds(void **state)
{
	struct tui *t = start_shell("stty raw -echo; echo ready; head -c 200000 | wc -c");
	char *text = malloc(200001);

	(void)state;
	memset(text, 'x', 200000);
	text[200000] = '\0';
	tui_expect(t, "ready");
	tui_send(t, text);
	tui_expect(t, "200000");
	free(text);
	tui_free(t);
}

static void paste_is_bracketed_when_asked_for(void **state)
{
	struct tui *t = start_shell("stty raw -echo; printf 'plain\\033[?2004l'; "
				    "head -c 2 >/dev/null; printf '\\033[?2004hready'; "
				    "head -c 14 | od -An -c");

	(void)state;
	tui_expect(t, "plain");
	tui_paste(t, "ab");
	tui_expect(t, "ready");
	tui_paste(t, "cd");
	tui_expect(t, "033   [   2   0   0   ~   c   d 033   [   2   0   1   ~");
	tui_free(t);
}

static void resizing_is_told_to_the_program(void **state)
{
	struct tui *t = start_shell("trap 'stty size' WINCH; echo ready; "
				    "while :; do read -r line && exit; done");

	(void)state;
	tui_expect(t, "ready");
	tui_resize(t, 10, 120);
	tui_expect(t, "10 120");
	tui_resize(t, 1, 1);
	tui_resize(t, 24, 80);
	tui_expect(t, "24 80");
	tui_keys(t, "Enter");
	assert_int_equal(tui_wait(t), 0);
	tui_free(t);
}

static void the_environment_is_changed(void **state)
{
	const char *const argv[] = {
		"sh", "-c", "echo \"$TERM/$NEW/${HOME-none}\"", NULL
	};
	const char *const env[] = { "NEW=a=b", "HOME", NULL };
	struct tui *t = tui_start(argv, env, 5, 40);

	(void)state;
	tui_expect_row(t, 0, "xterm-256color/a=b/none");
	tui_free(t);
}

static void an_untidy_end_is_noticed(void **state)
{
	static const char *const untidy[] = {
		"stty -echo", "printf '\\033[?1049h'", "printf '\\033[?25l'",
		"printf '\\033[?2004h'",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(untidy) / sizeof(untidy[0]); i++) {
		struct tui *t = start_shell(untidy[i]);

		assert_int_equal(tui_wait(t), 0);
		assert_false(tui_restored(t));
		tui_free(t);
	}
}

static void what_goes_away_is_waited_for(void **state)
{
	struct tui *t = start_shell("echo here; read -r line; clear; echo there");

	(void)state;
	tui_expect(t, "here");
	tui_keys(t, "Enter");
	tui_expect(t, "there");
	tui_expect_gone(t, "\nhere");
	tui_free(t);
}

static void ends_are_told_apart(void **state)
{
	struct tui *t = start_shell("exit 7");

	(void)state;
	assert_int_equal(tui_wait(t), 7);
	tui_free(t);
	t = start_shell("echo ready; read -r line");
	tui_expect(t, "ready");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	t = start_shell("echo ready; read -r line");
	tui_expect(t, "ready");
	tui_hangup(t);
	assert_int_equal(tui_wait(t), 128 + SIGHUP);
	tui_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_rows_cells_and_cursor),
		cmocka_unit_test(typed_text_arrives),
		cmocka_unit_test(keys_send_what_a_terminal_sends),
		cmocka_unit_test(more_input_than_the_line_holds),
		cmocka_unit_test(paste_is_bracketed_when_asked_for),
		cmocka_unit_test(resizing_is_told_to_the_program),
		cmocka_unit_test(the_environment_is_changed),
		cmocka_unit_test(an_untidy_end_is_noticed),
		cmocka_unit_test(what_goes_away_is_waited_for),
		cmocka_unit_test(ends_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
