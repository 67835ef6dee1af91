/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what was being keyed when the program was killed is offered again. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

static char *before;

/* A demo whose drafts are counted, and a new intervention cut off in the middle. */
static int cut_off(void **state)
{
	struct tui *t;

	(void)state;
	screens_demo();
	free(before);
	before = screens_ask("SELECT count(*) FROM draft");
	t = screens_start(24, 80);
	tui_expect(t, "Att göra");
	tui_keys(t, "2 Ctrl-N");
	tui_expect_row(t, 0, "Ny insats");
	tui_send(t, "Mitt i alltihop");
	tui_keys(t, "Enter");
	tui_expect(t, "Mitt i alltihop");
	tui_expect_row(t, 0, "utkast");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	return 0;
}

static struct tui *start_again(void)
{
	struct tui *t = screens_start(24, 80);

	tui_expect(t, "Ett utkast blev avbrutet");
	tui_expect(t, "Ny insats");
	tui_expect(t, "Allt som hade skrivits finns kvar.");
	return t;
}

static void it_can_be_gone_on_with(void **state)
{
	struct tui *t = start_again();

	(void)state;
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Ny insats");
	tui_expect(t, "Mitt i alltihop");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	t = start_again();
	tui_keys(t, "V");
	tui_expect_row(t, 0, "Utkast");
	tui_expect(t, "! avbrutet");
	tui_keys(t, "Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

static void it_can_be_thrown_away(void **state)
{
	struct tui *t = start_again();

	(void)state;
	tui_keys(t, "K");
	tui_expect(t, "Utkastet är kastat.");
	screens_leave(t);
	screens_expect("SELECT count(*) FROM draft", before);
	t = screens_start(24, 80);
	tui_expect(t, "Att göra");
	screens_leave(t);
}

static void it_can_wait(void **state)
{
	struct tui *t = start_again();

	(void)state;
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Ett utkast blev avbrutet");
	tui_keys(t, "Home Enter");
	tui_expect_row(t, 0, "Utkast");
	tui_keys(t, "Del");
	tui_expect(t, "Kasta utkastet?");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

#define TEST(name) cmocka_unit_test_setup(name, cut_off)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_can_be_gone_on_with),
		TEST(it_can_be_thrown_away),
		TEST(it_can_wait),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
