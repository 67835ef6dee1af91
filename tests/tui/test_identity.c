/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A personal identity number keyed with a participation: what it fills in, what is seen
 * of it, and that the disk never sees it. The numbers are Skatteverket's test numbers.
 */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"
#include "tests/tui/entry_world.h"
#include "tests/tui/tui.h"
#include "tests/unit/app_fixture.h"

enum { MAX_FILE = 1 << 24 };

static char *beside(const char *ending)
{
	struct text file = { 0 };

	text_addf(&file, "%s%s", app_path(world_app()), ending);
	return text_take(&file);
}

static int setup(void **state)
{
	struct err e = { "" };

	world_setup(state);
	free(fixture_store(world_app(), "party", "kind", "municipality", "name",
			   "Karlskrona", NULL));
	if (!db_script(world_app()->db,
		       "UPDATE federation SET person_data = 'identified', controller = "
		       "'Karlskrona', legal_basis = 'Lag', decision_date = '2025-01-01'",
		       &e))
		fail_msg("%s", e.text);
	return 0;
}

static int teardown(void **state)
{
	char *key = beside(".key");

	unlink(key);
	free(key);
	return world_teardown(state);
}

/* A file of the register may not be there; what is there holds no part of the number. */
static void holds_no_number(const char *ending)
{
	static const char *const parts[] = { "850505", "052384", "0505-2384" };
	char *file = beside(ending);
	struct text bytes = { 0 };
	struct err e;

	if (path_exists(file) && !path_read(file, MAX_FILE, &bytes, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; bytes.length && i < sizeof(parts) / sizeof(parts[0]); i++)
		if (memmem(bytes.bytes, bytes.length, parts[i], strlen(parts[i])))
			fail_msg("%s: %s", file, parts[i]);
	text_done(&bytes);
	free(file);
}

static void the_disk_holds_no_number(void)
{
	holds_no_number("");
	holds_no_number("-wal");
	holds_no_number("-shm");
	holds_no_number(".key");
}

/* A whole participation, the number first: neither sex nor birth year is typed. */
static void key_participation(struct tui *t, const char *number, const char *start)
{
	tui_send(t, "arb\r");
	tui_send(t, number);
	/* It moved on by itself: one Enter more is for the next field. */
	tui_send(t, "\r" "\r" "250110" "2025/17\r" "1");
	tui_send(t, start);
	tui_send(t, "karlskr\r" "soc\r" "4" "1" "\r" "2" "2");
}

static void a_number_fills_in_sex_and_birth_year(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_expect_row(t, 4, "   Personnummer");
	key_participation(t, "850505-2384", "250113");
	tui_expect_row(t, 0, "6 av 7");
	tui_expect(t, "# Kön                          Kvinna");
	tui_expect(t, "# Födelseår                    1985");
	world_key_rest(t);
	the_disk_holds_no_number();
	tui_send(t, "s");
	tui_expect(t, "INFO  Sparat: D-0001");
	world_leave(t);
	world_asks("SELECT sex || birth_year || i.current FROM person p "
		   "JOIN person_identity i ON i.person = p.id", "woman19851");
	world_asks("SELECT count(*) FROM draft", "0");
	the_disk_holds_no_number();
}

static void it_is_hidden_until_it_is_asked_for(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "198505052384");
	tui_expect_row(t, 5, "   Tidigare deltagare          [");
	tui_expect_row(t, 4, "   Personnummer                 19850505-****");
	tui_keys(t, "Ctrl-V");
	tui_expect(t, "Här finns inget dolt att visa.");
	tui_keys(t, "Up");
	tui_expect_row(t, 4, "[19850505-**** ]");
	tui_keys(t, "Ctrl-V");
	tui_expect_row(t, 4, "[19850505-2384 ]");
	tui_keys(t, "Down");
	tui_expect_row(t, 4, "   Personnummer                 19850505-****");
	/* Taken away, what was shown does not come back with the focus. */
	tui_keys(t, "Up Del");
	tui_expect_row(t, 4, "[              ]");
	tui_keys(t, "Ctrl-Z");
	tui_expect_row(t, 4, "[19850505-**** ]");
	world_discard(t);
	world_asks("SELECT count(*) FROM audit WHERE action = 'identity_shown'", "1");
}

static void what_is_wrong_is_told_at_once(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_send(t, "arb\r" "8505052394");
	tui_expect_row(t, 22, "FEL  Personnummer: Kontrollsiffran i personnumret");
	tui_expect_row(t, 4, " ! Personnummer                 ********-****");
	tui_keys(t, "Up");
	tui_send(t, "8505052384");
	tui_expect_row(t, 4, "   Personnummer                 19850505-****");
	tui_keys(t, "Up");
	tui_send(t, "20260101-2389");
	tui_expect(t, "Födelsedagen i personnumret ligger framåt i tiden.");
	tui_keys(t, "Up");
	tui_send(t, "191711602399");
	tui_expect(t, "VARNING  Personnummer: Samordningsnumret anger ingen födelsedag");
	/* The one before had filled them in, so they follow the new one. */
	tui_expect(t, "# Kön                          Man");
	tui_expect(t, "# Födelseår                    1917");
	world_discard(t);
}

static void what_was_stated_otherwise_is_not_overwritten(void **state)
{
	struct tui *t = world_start();

	(void)state;
	tui_keys(t, "F4");
	tui_send(t, "kön\r" "m\r" "1979");
	tui_keys(t, "F4");
	tui_send(t, "personn\r" "8505052384");
	tui_expect(t, "FEL  Personnummer: Enligt personnumret: Kvinna, 1985.");
	tui_expect(t, "födelseår: Man, 1979.");
	world_discard(t);
}

static void a_known_number_is_the_same_person(void **state)
{
	struct tui *t = world_start();

	(void)state;
	key_participation(t, "8505052384", "250113");
	world_key_rest(t);
	tui_send(t, "n");
	tui_expect(t, "INFO  Sparat: D-0001");
	tui_expect_row(t, 0, "ny");
	tui_keys(t, "Tab");
	tui_send(t, "8505052384");
	tui_expect_row(t, 5, "[D-0001");
	/* Two of the same person in one intervention may not overlap. */
	tui_send(t, "\r" "\r" "250110" "2025/18\r" "1" "250210");
	tui_expect(t, "Startdatum: Personen deltar redan i insatsen");
	world_discard(t);
	world_asks("SELECT count(*) FROM person", "1");
}

static void a_killed_program_leaves_no_number(void **state)
{
	struct tui *t = world_start();

	(void)state;
	key_participation(t, "8505052384", "250113");
	tui_expect_row(t, 0, "6 av 7");
	tui_kill(t, SIGKILL);
	assert_int_equal(tui_wait(t), 128 + SIGKILL);
	tui_free(t);
	the_disk_holds_no_number();
	/* The others are there, and so is the number, for who has the key. */
	t = world_start_at("participation", "-", 24, 80);
	tui_expect(t, "Nytt deltagande");
	tui_keys(t, "PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
	tui_expect_row(t, 4, "   Personnummer                 19850505-****");
	tui_expect_row(t, 8, "2025-01-10");
	tui_keys(t, "Esc");
	world_leave(t);
}

static void without_its_key_it_is_said_why(void **state)
{
	struct tui *t = world_start();
	char *key = beside(".key");

	(void)state;
	tui_send(t, "arb\r" "8505052384");
	tui_expect_row(t, 4, "19850505-****");
	world_discard(t);
	assert_int_equal(unlink(key), 0);
	free(key);
	t = world_start();
	tui_expect_row(t, 4, " ~ Personnummer");
	tui_send(t, "arb\r");
	tui_expect(t, "VARNING  Personnumret kan inte fyllas i:");
	tui_send(t, "8505052384");
	tui_expect(t, "Det du skriver hamnar inte på disken:");
	tui_expect_row(t, 4, " ~ Personnummer");
	tui_expect_gone(t, "****");
	the_disk_holds_no_number();
	tui_keys(t, "F10");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "k");
	world_leave(t);
}

static void a_register_without_numbers_shows_nothing(void **state)
{
	struct tui *t;
	struct err e;

	(void)state;
	assert_true(db_script(world_app()->db,
			      "UPDATE federation SET person_data = 'none'", &e));
	t = world_start();
	tui_expect_row(t, 4, "   Tidigare deltagare");
	tui_expect_gone(t, "Personnummer");
	tui_keys(t, "Esc");
	world_leave(t);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_number_fills_in_sex_and_birth_year),
		TEST(it_is_hidden_until_it_is_asked_for),
		TEST(what_is_wrong_is_told_at_once),
		TEST(what_was_stated_otherwise_is_not_overwritten),
		TEST(a_known_number_is_the_same_person),
		TEST(a_killed_program_leaves_no_number),
		TEST(without_its_key_it_is_said_why),
		TEST(a_register_without_numbers_shows_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
