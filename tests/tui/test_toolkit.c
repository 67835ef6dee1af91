/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit in a terminal: drawing, keys, sizes, and every way the program ends. */

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

/* Where the demo puts what was half typed. */
static const char *rescue_file(void)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/rescue", getenv("HOME"));
	return path;
}

static struct tui *start_with(const char *const env[], const char *option)
{
	const char *argv[] = { "tests/tui/toolkit_demo", rescue_file(), option, NULL };

	return tui_start(argv, env, 24, 80);
}

static struct tui *start(void)
{
	struct tui *t = start_with(NULL, NULL);

	tui_expect(t, "Allt väl.");
	return t;
}

static void leave(struct tui *t)
{
	tui_keys(t, "F10 a");
	assert_int_equal(tui_wait(t), 0);
	assert_true(tui_restored(t));
	tui_free(t);
}

static void the_frame_is_in_its_place(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_expect_row(t, 0, " Provbild");
	tui_expect_row(t, 0, "1 av 100");
	assert_string_equal(tui_cell(t, 0, 78).text, "0");
	tui_expect_row(t, 1, "────");
	tui_expect_row(t, 2, " rad 1 åäö");
	tui_expect_row(t, 21, " rad 20 åäö");
	tui_expect_row(t, 22, " Allt väl.");
	tui_expect_row(t, 23, "Enter öppna  F9 välj  F3 filter  F10 avsluta  F1 hjälp");
	tui_expect_cursor(t, 2, 0);
	assert_true(tui_cell(t, 2, 1).reverse);
	assert_false(tui_cell(t, 3, 1).reverse);
	leave(t);
}

static void moving_follows_the_cursor(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "j Down PgDn");
	tui_expect_row(t, 0, "22 av 100");
	tui_expect_cursor(t, 21, 0);
	tui_keys(t, "G");
	tui_expect_row(t, 21, "rad 100");
	tui_keys(t, "Home");
	tui_expect_cursor(t, 2, 0);
	leave(t);
}

static void a_line_is_edited(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Fältet");
	tui_expect_cursor(t, 2, 14);
	tui_send(t, "räksmörgås");
	tui_expect_cursor(t, 2, 20);
	/* Ctrl-Left as xterm sends it, then a letter with its mark apart. */
	tui_send(t, "\033[1;5D" "e\xCC\x81");
	tui_expect_row(t, 2, "e\xCC\x81räksmörgås");
	tui_expect_cursor(t, 2, 11);
	tui_keys(t, "Left Del Enter");
	tui_expect(t, "INFO  skrev <räksmörgås>");
	leave(t);
}

static void long_lines_scroll(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	tui_send(t, "abcdefghijklmnopqrstuvwxyzåäö");
	tui_expect_row(t, 2, "klmnopqrstuvwxyzåäö");
	tui_expect_cursor(t, 2, 29);
	tui_keys(t, "Home");
	tui_expect_row(t, 2, "abcdefghijklmnopqrst");
	tui_expect_cursor(t, 2, 10);
	tui_keys(t, "Esc");
	tui_expect(t, "Allt väl.");
	leave(t);
}

static void a_paste_goes_into_one_field(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	tui_paste(t, "två\rrader\x1b[A\n");
	tui_expect_row(t, 2, "två rader");
	tui_keys(t, "Enter");
	tui_expect(t, "skrev <två rader");
	leave(t);
}

static void broken_bytes_take_nothing_with_them(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	tui_send(t, "a\xC3" "b\xFF" "cå\xE2\x82");
	tui_keys(t, "Enter");
	tui_expect(t, "skrev <abcå>");
	tui_send(t, "\xFF");
	tui_expect(t, "INFO  Ett tecken kunde inte läsas");
	leave(t);
}

static void unknown_keys_leave_no_rubbish(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	/* Shift-F5, Alt-F1, a mouse report: nothing here knows them. */
	tui_send(t, "\033[15;2~x\033[1;3Py\033[<0;10;10Mz");
	tui_keys(t, "Enter");
	tui_expect(t, "skrev <xyz>");
	leave(t);
}

static void the_help_derives_from_the_keys(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "F1");
	tui_expect(t, "Hjälp");
	tui_expect(t, "Ned, j");
	tui_keys(t, "Esc Enter F1");
	tui_expect(t, "Om fältet\n Här skrivs något.");
	tui_keys(t, "F1");
	tui_expect(t, "Ctrl-L");
	tui_expect_gone(t, "Om fältet");
	tui_keys(t, "F1 Esc");
	tui_expect(t, "Allt väl.");
	leave(t);
}

static void the_pick_list_filters(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Down Down F9");
	tui_expect(t, "┌─ Aktualiserad av ─");
	tui_expect(t, "4 av 4");
	tui_expect_row(t, 7, "ksoc  Kommun, socialtjänst");
	tui_expect_cursor(t, 7, 2);
	tui_send(t, "kommun");
	tui_expect(t, "2 av 4");
	tui_keys(t, "Down Enter");
	tui_expect(t, "valde <labour_market>");
	tui_expect_gone(t, "Aktualiserad av");
	tui_keys(t, "End F9");
	tui_expect_row(t, 13, "┌─ Aktualiserad av ─");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Health");
	tui_keys(t, "Ctrl-B Esc");
	tui_expect(t, "valde <inget>");
	tui_keys(t, "c");
	tui_expect(t, "[ ] ksoc");
	tui_send(t, "häls ");
	tui_expect(t, "[x] hsv");
	tui_expect(t, "4 av 4");
	tui_keys(t, "Up Enter F2");
	tui_expect(t, "valde <labour_market health_care>");
	leave(t);
}

static void the_prompt_tells_as_one_types(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "/");
	tui_expect_row(t, 22, "Filter:");
	tui_send(t, "så");
	tui_expect_cursor(t, 22, 11);
	tui_keys(t, "Enter");
	tui_expect(t, "filter 1 <så>");
	tui_keys(t, "/ x Esc");
	tui_expect(t, "filter -1 <>");
	leave(t);
}

static void a_lone_escape_is_quick(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "n");
	tui_expect(t, "En text att läsa.");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "En text att läsa.");
	tui_keys(t, "Esc");
	tui_expect(t, "F10 eller Ctrl-Q avslutar.");
	leave(t);
}

static void any_size_will_do(void **state)
{
	static const int sizes[][2] = { { 1, 1 },   { 2, 80 }, { 24, 1 },    { 9, 40 },
					{ 10, 39 }, { 3, 3 },  { 200, 300 }, { 1, 200 } };
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	tui_send(t, "kvar");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		tui_resize(t, sizes[i][0], sizes[i][1]);
		tui_keys(t, "x");
	}
	tui_resize(t, 9, 50);
	tui_expect(t, "Fönstret är för litet.");
	tui_resize(t, 10, 40);
	tui_expect_row(t, 9, "Enter klar");
	tui_expect_row(t, 2, "kvar");
	tui_resize(t, 24, 80);
	tui_expect_row(t, 23, "Enter klar");
	tui_keys(t, "Enter");
	tui_expect(t, "skrev <kvar");
	leave(t);
}

static void pop_ups_fit_small_windows(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "F9");
	tui_expect(t, "4 av 4");
	tui_resize(t, 10, 40);
	tui_expect_row(t, 9, "Enter välj");
	tui_expect(t, "ksoc");
	tui_keys(t, "End Enter");
	tui_expect(t, "valde <self>");
	tui_keys(t, "F10");
	tui_expect(t, "Avsluta");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Avsluta?");
	leave(t);
}

static void lines_can_be_plain(void **state)
{
	struct tui *t = start_with(NULL, "ascii");

	(void)state;
	tui_expect_row(t, 1, "--------");
	tui_keys(t, "F9");
	tui_expect(t, "+- Aktualiserad av -");
	tui_keys(t, "Esc");
	leave(t);
}

static void without_colour_all_is_said(void **state)
{
	const char *const env[] = { "NO_COLOR=1", NULL };
	struct tui *t = start_with(env, NULL);

	(void)state;
	tui_expect(t, "Allt väl.");
	for (int row = 0; row < 24; row++)
		for (int col = 0; col < 80; col++)
			assert_int_equal(tui_cell(t, row, col).foreground, -1);
	tui_keys(t, "Esc");
	tui_expect(t, "INFO");
	leave(t);
}

static void both_languages_where_one_stands(void **state)
{
	const char *const env[] = { "LANGUAGE=en", NULL };
	struct tui *t = start_with(env, NULL);

	(void)state;
	tui_expect(t, "Provbild");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Språk: svenska.");
	tui_expect_row(t, 23, "F1 hjälp");
	leave(t);
}

/* What was half typed when the program had to end. */
static const char *rescued(void)
{
	static char text[64];
	FILE *file = fopen(rescue_file(), "r");
	size_t n = file ? fread(text, 1, sizeof(text) - 1, file) : 0;

	text[n] = '\0';
	if (file)
		fclose(file);
	remove(rescue_file());
	return text;
}

static struct tui *start_typing(void)
{
	struct tui *t = start();

	tui_keys(t, "Enter");
	tui_expect(t, "Fältet");
	tui_send(t, "halvt");
	tui_expect(t, "halvt");
	return t;
}

static void signals_end_in_good_order(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT };

	(void)state;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct tui *t = start_typing();

		tui_kill(t, signals[i]);
		assert_int_equal(tui_wait(t), 128 + signals[i]);
		assert_true(tui_restored(t));
		assert_string_equal(rescued(), "halvt");
		tui_free(t);
	}
}

static void a_lost_line_ends_too(void **state)
{
	struct tui *t = start_typing();

	(void)state;
	tui_hangup(t);
	assert_int_equal(tui_wait(t), 128 + SIGHUP);
	assert_string_equal(rescued(), "halvt");
	tui_free(t);
}

static void a_crash_gives_the_terminal_back(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "X");
	assert_int_equal(tui_wait(t), 128 + SIGSEGV);
	assert_true(tui_restored(t));
	tui_expect(t, "samreg: programmet stannade av ett inre fel");
	tui_free(t);
	t = start();
	tui_kill(t, SIGABRT);
	assert_int_equal(tui_wait(t), 128 + SIGABRT);
	assert_true(tui_restored(t));
	tui_free(t);
	t = start();
	tui_keys(t, "M");
	assert_int_equal(tui_wait(t), 70);
	assert_true(tui_restored(t));
	tui_expect(t, "samreg: no memory");
	tui_free(t);
}

static void unfit_terminals_are_refused(void **state)
{
	static const char *const terms[] = { "TERM=dumb", "TERM=no-such-terminal",
					     "TERM" };

	(void)state;
	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		const char *const env[] = { terms[i], NULL };
		struct tui *t = start_with(env, NULL);

		assert_int_equal(tui_wait(t), 1);
		tui_expect(t, "samreg: terminal: TERM");
		tui_expect(t, "skriver tabellerna utan");
		assert_true(tui_restored(t));
		tui_free(t);
	}
}

static void without_a_terminal_it_refuses(void **state)
{
	const char *const argv[] = { "sh", "-c", "tests/tui/toolkit_demo x </dev/null",
				     NULL };
	struct tui *t = tui_start(argv, NULL, 24, 80);

	(void)state;
	tui_expect(t, "samreg: terminal: programmet körs inte i en terminal");
	assert_int_equal(tui_wait(t), 1);
	tui_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_frame_is_in_its_place),
		cmocka_unit_test(moving_follows_the_cursor),
		cmocka_unit_test(a_line_is_edited),
		cmocka_unit_test(long_lines_scroll),
		cmocka_unit_test(a_paste_goes_into_one_field),
		cmocka_unit_test(broken_bytes_take_nothing_with_them),
		cmocka_unit_test(unknown_keys_leave_no_rubbish),
		cmocka_unit_test(the_help_derives_from_the_keys),
		cmocka_unit_test(the_pick_list_filters),
		cmocka_unit_test(the_prompt_tells_as_one_types),
		cmocka_unit_test(a_lone_escape_is_quick),
		cmocka_unit_test(any_size_will_do),
		cmocka_unit_test(pop_ups_fit_small_windows),
		cmocka_unit_test(lines_can_be_plain),
		cmocka_unit_test(without_colour_all_is_said),
		cmocka_unit_test(both_languages_where_one_stands),
		cmocka_unit_test(signals_end_in_good_order),
		cmocka_unit_test(a_lost_line_ends_too),
		cmocka_unit_test(a_crash_gives_the_terminal_back),
		cmocka_unit_test(unfit_terminals_are_refused),
		cmocka_unit_test(without_a_terminal_it_refuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
