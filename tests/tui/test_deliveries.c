/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries on the screen: looked at before, made, looked into, unlocked, made again. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/path.h"
#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

/* A demo register, and nothing delivered to the usual folder yet. */
static int demo(void **state)
{
	char command[600];

	(void)state;
	screens_demo();
	snprintf(command, sizeof(command), "rm -rf '%s/leveranser' '%s/annan'",
		 getenv("HOME"), getenv("HOME"));
	return system(command);
}

static struct tui *start(void)
{
	struct tui *t = screens_start(24, 80);

	tui_expect(t, "7 Leveranser");
	tui_keys(t, "7");
	tui_expect_row(t, 0, "· Leveranser");
	tui_expect_row(t, 4, "2024    1  –");
	return t;
}

/* Whether the file of a delivery lies below HOME. */
static bool is_written(const char *name)
{
	char path[600];

	snprintf(path, sizeof(path), "%s/%s", getenv("HOME"), name);
	return path_exists(path);
}

/* From the list: the plan of 2024, confirmed; ends in the list. */
static void deliver(struct tui *t)
{
	tui_keys(t, "l");
	tui_expect(t, "Inte skapad.");
	tui_keys(t, "l");
	tui_expect(t, "Skapa leveransen?");
	tui_keys(t, "s");
	tui_expect(t, "Leveransen är skapad");
	tui_keys(t, "Enter");
	tui_expect(t, "levererad, låst");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "· Leveranser");
}

static void it_is_shown_before_it_is_made(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Down Enter");
	tui_expect_row(t, 0, "Leverans av 2024, revision 1");
	tui_expect_row(t, 2, "Nivå: detaljer.");
	tui_expect_row(t, 3, "Fel: 0.");
	tui_expect_row(t, 4, "/leveranser.");
	tui_expect(t, "participations.csv");
	/* The letter that sorts every list sorts this one too. */
	tui_keys(t, "s");
	tui_expect(t, "Sortera efter");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Sortera efter");
	tui_keys(t, "n");
	tui_expect_row(t, 2, "Nivå: antal.");
	tui_expect_gone(t, "participations.csv");
	/* A file is looked into, and the way back leads to it. */
	tui_keys(t, "/");
	tui_send(t, "interv");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 0, "interventions.csv");
	tui_expect(t, "Arbetsspåret");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "federation.csv");
	/* Not now. */
	tui_keys(t, "l");
	tui_expect(t, "Året låses");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Året låses");
	tui_keys(t, "Esc Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
	screens_expect("SELECT count(*) FROM delivery", "0");
	assert_false(is_written("leveranser"));
}

static void it_locks_the_year_until_that_is_unlocked(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Down");
	deliver(t);
	assert_true(is_written("leveranser/demo-2024-r1/participations.csv"));
	tui_keys(t, "l");
	tui_expect(t, "2024 är levererat och låst.");
	tui_keys(t, "u");
	tui_expect(t, "Varför låses året upp?");
	tui_keys(t, "Enter");
	tui_expect(t, "inget är upplåst");
	tui_keys(t, "u");
	tui_send(t, "Fel startdatum");
	tui_keys(t, "Enter");
	tui_expect(t, "2024 är upplåst.");
	tui_expect_row(t, 4, "2024    2  –");
	tui_expect_row(t, 5, "levererad, upplåst: Fel");
	deliver(t);
	tui_expect_row(t, 5, "ersatt");
	assert_true(is_written("leveranser/demo-2024-r2/datapackage.json"));
	tui_keys(t, "Esc");
	tui_expect(t, "1  leverans är skickad men inte mottagen");
	screens_leave(t);
	screens_expect("SELECT group_concat(revision || level || "
		       "(unlock_reason IS NULL), ' ') FROM delivery",
		       "1detailed0 2detailed1");
}

static void it_is_written_again_elsewhere(void **state)
{
	struct tui *t = start();
	char command[600];

	(void)state;
	tui_keys(t, "Down");
	deliver(t);
	tui_keys(t, "Enter v");
	tui_expect(t, "Mapp:");
	tui_keys(t, "Enter");
	tui_expect(t, "demo-2024-r1: finns redan");
	tui_keys(t, "v");
	tui_send(t, "~/annan");
	tui_keys(t, "Enter");
	tui_expect(t, "skriven som den levererades.");
	snprintf(command, sizeof(command),
		 "diff -r '%s/leveranser/demo-2024-r1' '%s/annan/demo-2024-r1'",
		 getenv("HOME"), getenv("HOME"));
	assert_int_equal(system(command), 0);
	/* The next one is offered the same folder. */
	tui_keys(t, "Esc Up l");
	tui_expect_row(t, 4, "/annan.");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
}

static void copies_of_what_is_emptied_are_named(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Down");
	deliver(t);
	tui_keys(t, "Enter");
	tui_expect(t, "participations.csv");
	assert_null(strstr(tui_screen(t), "förstöras"));
	tui_keys(t, "Esc");
	screens_sql("UPDATE delivery_file SET content = NULL "
		    "WHERE name = 'participations.csv'");
	tui_keys(t, "Enter");
	tui_expect(t, "Kopior som ska förstöras:");
	tui_expect_row(t, 5, "/leveranser/demo-2024-r1");
	tui_expect(t, "i leveransen är gallrade");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
}

static void errors_stand_in_its_way(void **state)
{
	struct tui *t;

	(void)state;
	/* A person's second participation in the same intervention at the same time. */
	screens_sql("INSERT INTO participation "
		    "SELECT id || 'X', intervention, person, start, end, municipality, "
		    "       education, support_duration, referrer, closure_reason, "
		    "       next_step, registered_at, registered_by, changed_at, "
		    "       changed_by FROM participation "
		    "WHERE start >= '2024-02-01' ORDER BY start LIMIT 1");
	t = start();
	tui_keys(t, "Down l");
	tui_expect(t, "Leveransen kan inte skapas förrän felen är rättade.");
	tui_keys(t, "l");
	tui_expect(t, "2024: levereras inte, fel som måste rättas först:");
	tui_keys(t, "r");
	tui_expect_row(t, 0, "· 2024 · Kontroll");
	tui_expect_row(t, 3, "! fel");
	tui_keys(t, "Esc");
	tui_expect(t, "Inte skapad.");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
	screens_expect("SELECT count(*) FROM delivery", "0");
}

static void it_bears_english_and_a_small_terminal(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Ctrl-B");
	tui_expect_row(t, 0, "· Deliveries");
	tui_expect_row(t, 4, "not created");
	tui_keys(t, "Down Enter");
	tui_expect_row(t, 0, "Delivery of 2024, revision 1");
	tui_expect(t, "Income support");
	tui_resize(t, 1, 1);
	tui_resize(t, 24, 80);
	tui_expect_row(t, 2, "Not created. Level: details.");
	tui_keys(t, "l");
	tui_expect(t, "Create the delivery?");
	tui_keys(t, "Esc Esc Esc Ctrl-B");
	screens_leave(t);
}

static void a_national_register_shows_what_came_in(void **state)
{
	char command[1400];
	const char *home = getenv("HOME"), *program = getenv("SAMREG");
	struct tui *t;

	(void)state;
	snprintf(command, sizeof(command),
		 "cd '%s' && %s --db screens/register.db export --year 2024 --out "
		 "leveranser >/dev/null && rm -r screens && %s --db screens/register.db "
		 "init --national >/dev/null && %s --db screens/register.db import "
		 "leveranser/demo-2024-r1 >/dev/null", home, program, program, program);
	assert_int_equal(system(command), 0);
	t = screens_start(24, 80);
	tui_expect(t, "7 Leveranser");
	tui_keys(t, "7");
	tui_expect_row(t, 0, "Mottagna leveranser");
	tui_expect_row(t, 3, "2024  Demoförbundet");
	tui_expect_row(t, 3, "detaljer");
	tui_keys(t, "Esc");
	screens_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(it_is_shown_before_it_is_made, demo),
		cmocka_unit_test_setup(it_locks_the_year_until_that_is_unlocked, demo),
		cmocka_unit_test_setup(it_is_written_again_elsewhere, demo),
		cmocka_unit_test_setup(copies_of_what_is_emptied_are_named, demo),
		cmocka_unit_test_setup(errors_stand_in_its_way, demo),
		cmocka_unit_test_setup(it_bears_english_and_a_small_terminal, demo),
		cmocka_unit_test_setup(a_national_register_shows_what_came_in, demo),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
