/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen in English, over a register whose own names have no Swedish letters: then
 * each such letter on the screen is a text that was left untranslated. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "store/db.h"
#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

/* Texts of the register itself, which no language changes. */
static const char *const own_texts[][2] = {
	{ "federation", "name" },          { "federation", "contact" },
	{ "party", "name" },               { "intervention", "name" },
	{ "intervention", "description" }, { "draft", "title" },
};

/* The reference data come back when the register is opened: these live elsewhere. */
static const char *const move =
	"UPDATE participation SET municipality = '0126' WHERE municipality = '2513';"
	"UPDATE participation SET municipality = '0128' WHERE municipality = '2518';"
	"UPDATE intervention_municipality SET municipality = '0126' "
	"WHERE municipality = '2513';"
	"UPDATE intervention_municipality SET municipality = '0128' "
	"WHERE municipality = '2518';"
	"UPDATE membership SET municipality = '0126' WHERE municipality = '2513';"
	"UPDATE membership SET municipality = '0128' WHERE municipality = '2518';";

static void replace_letters(struct db *db, const char *table, const char *column)
{
	static const char *const letters[][2] = {
		{ "å", "a" }, { "ä", "a" }, { "ö", "o" },
		{ "Å", "A" }, { "Ä", "A" }, { "Ö", "O" },
	};
	struct err e = { "" };

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		char sql[200];

		snprintf(sql, sizeof(sql),
			 "UPDATE %s SET %s = replace(%s, '%s', '%s') "
			 "WHERE %s LIKE '%%%s%%'",
			 table, column, column, letters[i][0], letters[i][1], column,
			 letters[i][0]);
		if (!db_script(db, sql, &e))
			fail_msg("%s", e.text);
	}
}

static int plain_register(void **state)
{
	struct err e = { "" };
	struct db *db;

	(void)state;
	screens_demo();
	if (!db_open(screens_register(), DB_WRITE, &db, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < sizeof(own_texts) / sizeof(own_texts[0]); i++)
		replace_letters(db, own_texts[i][0], own_texts[i][1]);
	if (!db_script(db, move, &e))
		fail_msg("%s", e.text);
	db_close(db);
	return 0;
}

static struct tui *start(void)
{
	const char *argv[] = { getenv("SAMREG"), "--lang",          "en",
			       "--db",           screens_register(), NULL };
	struct tui *t = tui_start(argv, NULL, 24, 80);

	tui_expect(t, "To do");
	return t;
}

static void assert_english(struct tui *t)
{
	static const char *const letters[] = { "å", "ä", "ö", "Å", "Ä", "Ö" };

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		const char *at = tui_screen(t);

		while ((at = strstr(at, letters[i])) != NULL) {
			/* Counties are called so: "Norrbottens län". */
			if (at < tui_screen(t) + 2 || strncmp(at - 2, " län", 5) != 0)
				fail_msg("%s on the screen:\n%s", letters[i],
					 tui_screen(t));
			at++;
		}
	}
}

/* The screen with this in its title, its help and its keys. */
static void screen_is_english(struct tui *t, const char *title)
{
	tui_expect_row(t, 0, title);
	assert_english(t);
	tui_keys(t, "F1");
	tui_expect_row(t, 0, "Help");
	assert_english(t);
	tui_keys(t, "F1");
	tui_expect_row(t, 0, "keys");
	assert_english(t);
	tui_keys(t, "End");
	tui_expect(t, "Redraw the screen");
	assert_english(t);
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, title);
}

static void lists_cards_and_grids(void **state)
{
	static const struct {
		const char *keys, *title;
	} screens[] = {
		{ "1", "· Participants" },
		{ "Enter", "· Participation" },
		{ "Esc Esc 2", "· Interventions" },
		{ "Enter", "1 of " },
		{ "Esc Esc 3", "· Counts" },
		{ "Esc 4", "· Economy" },
		{ "Esc 6", "· Checks" },
		{ "Esc 9", "· Settings" },
		{ "Down Enter", "· Member municipalities" },
		{ "Esc Down Enter", "· Parties" },
		{ "Esc Esc Home Enter", "· Drafts" },
	};
	struct tui *t = start();

	(void)state;
	screen_is_english(t, "samreg");
	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
		tui_keys(t, screens[i].keys);
		screen_is_english(t, screens[i].title);
	}
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

static void every_table(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "5");
	screen_is_english(t, "· Year-end tables");
	tui_keys(t, "Enter");
	tui_expect(t, "Base: interventions active");
	for (int i = 0; i < 60; i++) {
		tui_keys(t, "F8 ?");
		tui_expect_row(t, 0, "Help");
		assert_english(t);
		tui_keys(t, "Esc");
		tui_expect_row(t, 0, "· Year-end tables");
		assert_english(t);
	}
	tui_keys(t, "F10 Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

static void a_form_and_its_questions(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Ctrl-N");
	screen_is_english(t, "· New participation");
	tui_keys(t, "F4");
	tui_expect(t, "Go to field");
	assert_english(t);
	tui_keys(t, "Esc F9");
	tui_expect(t, "Filter:");
	assert_english(t);
	tui_keys(t, "Enter F2");
	tui_expect(t, "Saved as a draft. Missing or wrong: ");
	assert_english(t);
	tui_keys(t, "Ctrl-W");
	tui_expect(t, "ERROR");
	assert_english(t);
	tui_send(t, "2099-01-01");
	tui_keys(t, "Enter Esc");
	tui_expect(t, "Leave the record");
	assert_english(t);
	tui_keys(t, "d");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

static void the_language_is_switched_below_a_question_too(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "Ctrl-N");
	tui_expect_row(t, 0, "· New participation");
	tui_keys(t, "F2 Ctrl-W");
	tui_expect(t, "ERROR  Consent given: this is missing.");
	tui_keys(t, "F4");
	tui_expect(t, "Go to field");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Gå till fält");
	tui_expect(t, "FEL  Samtycke lämnat: uppg");
	tui_keys(t, "Esc Ctrl-B");
	tui_expect(t, "ERROR  Consent given: this is missing.");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "samreg");
	tui_keys(t, "2");
	tui_expect_row(t, 0, "· Interventions");
	/* One that nothing is registered on. */
	tui_keys(t, "Down Down Down Down Down Del");
	tui_expect(t, "Delete the intervention?");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Ta bort insatsen?");
	tui_expect(t, "ska tas bort ur registret");
	tui_expect_row(t, 2, "Inriktning");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "is to be deleted from the register");
	tui_keys(t, "Esc /");
	tui_expect(t, "Filter:");
	tui_keys(t, "Esc s Ctrl-B");
	tui_expect(t, "Sortera efter");
	tui_expect(t, "1  Insats");
	tui_keys(t, "Esc Ctrl-B Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_cards_and_grids),
		cmocka_unit_test(every_table),
		cmocka_unit_test(a_form_and_its_questions),
		cmocka_unit_test(the_language_is_switched_below_a_question_too),
	};

	return cmocka_run_group_tests(tests, plain_register, NULL);
}
