/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: a register is made by choosing whose it is. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

static int no_register(void **state)
{
	char command[600];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s/screens'", getenv("HOME"));
	return system(command);
}

static struct tui *start(void)
{
	struct tui *t = screens_start(24, 80);

	tui_expect(t, "Det finns inget register än.");
	tui_expect_row(t, 0, "76 förbund");
	return t;
}

static void a_federation_is_found_by_a_municipality(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "RONNEBY");
	tui_expect_row(t, 0, "1 förbund");
	tui_expect_row(t, 7, "Samordningsförbundet i Blekinge");
	tui_keys(t, "Enter");
	tui_expect(t, "Skapa registret?");
	tui_expect(t, "Olofström, Karlskrona, Ronneby, Karlshamn, Sölvesborg");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Samordningsförbundet i Blekinge · 2025");
	tui_expect(t, "Registret är tomt. Börja med insatserna");
	screens_leave(t);
	screens_expect("SELECT federation || ' ' || demo FROM register", "blekinge 0");
	screens_expect("SELECT count(*) FROM membership", "5");
	t = screens_start(24, 80);
	tui_expect_row(t, 0, "Samordningsförbundet i Blekinge · 2025");
	screens_leave(t);
}

static void nothing_is_made_before_it_is_confirmed(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "gotl");
	tui_keys(t, "Enter");
	tui_expect(t, "Skapa registret?");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Skapa registret?");
	tui_keys(t, "Backspace Backspace Backspace Backspace");
	tui_expect_row(t, 0, "76 förbund");
	assert_int_not_equal(access(screens_register(), F_OK), 0);
	screens_leave(t);
	assert_int_not_equal(access(screens_register(), F_OK), 0);
}

static void a_federation_of_ones_own(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "finnsinte");
	tui_expect_row(t, 0, "0 förbund");
	tui_keys(t, "Enter");
	tui_expect(t, "Förbundets namn:");
	tui_send(t, "Finsam Åre & Ö");
	tui_keys(t, "Enter");
	tui_expect(t, "Medlemskommuner");
	tui_send(t, "gotland");
	tui_expect(t, "0980");
	tui_keys(t, "Space F2");
	tui_expect(t, "Skapa registret?");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Finsam Åre & Ö · 2025");
	screens_leave(t);
	screens_expect("SELECT id FROM federation", "finsam-are-o");
	screens_expect("SELECT group_concat(municipality) FROM membership", "0980");
}

static void the_whole_country(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_send(t, "finnsinte");
	tui_expect_row(t, 0, "0 förbund");
	tui_keys(t, "Down Enter");
	tui_expect(t, "Skapa registret?");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Hela landet · 2025");
	tui_keys(t, "Ctrl-N");
	tui_expect(t, "Du får inte ändra i registret.");
	screens_leave(t);
	screens_expect("SELECT level FROM register", "national");
}

static void a_small_window_and_back(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_resize(t, 10, 40);
	tui_expect(t, "Sök:");
	tui_resize(t, 3, 12);
	tui_resize(t, 60, 200);
	tui_expect(t, "Nässjö, Sävsjö, Vetlanda, ");
	screens_leave(t);
}

#define TEST(name) cmocka_unit_test_setup(name, no_register)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_federation_is_found_by_a_municipality),
		TEST(nothing_is_made_before_it_is_confirmed),
		TEST(a_federation_of_ones_own),
		TEST(the_whole_country),
		TEST(a_small_window_and_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
