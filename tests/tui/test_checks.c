/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of the year, as a coordinator goes through them: to the field, mended and
 * back; overruled with a reason; in a year that is locked. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/err.h"
#include "store/db.h"
#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

/* Of the demo of 2025: 18 warnings, of them one that R-136 gives and two that
 * R-105 gives, and two that are overruled. */
#define SEEKS_WORK \
	"SELECT coalesce(o.seeks_work, '-') FROM occupation o JOIN participation p " \
	"ON p.id = o.participation JOIN person q ON q.id = p.person " \
	"WHERE o.phase = 'before' AND q.number = 173 AND p.start = '2024-11-25'"
#define CONSENT \
	"SELECT c.given_on FROM consent c JOIN participation p " \
	"ON p.id = c.participation JOIN person q ON q.id = p.person " \
	"WHERE q.number = 134 AND p.start = '2024-08-08'"
#define REASONS "SELECT count(*) FROM remark WHERE kind = 'overruled'"

static int demo(void **state)
{
	(void)state;
	screens_demo();
	return 0;
}

/* Something no form would have stored. */
static void spoil(const char *sql)
{
	struct err e = { "" };
	struct db *db;

	if (!db_open(screens_register(), DB_WRITE, &db, &e) || !db_script(db, sql, &e))
		fail_msg("%s", e.text);
	db_close(db);
}

static struct tui *start(void)
{
	struct tui *t = screens_start(24, 80);

	tui_expect(t, "Att göra");
	return t;
}

static struct tui *open_checks(void)
{
	struct tui *t = start();

	tui_keys(t, "6");
	tui_expect_row(t, 0, "Kontroll");
	return t;
}

static void filter(struct tui *t, const char *text)
{
	tui_keys(t, "/");
	tui_expect(t, "Filter:");
	tui_send(t, text);
	tui_keys(t, "Enter");
	tui_expect_row(t, 2, text);
}

/* The first of two findings is mended: the place is then that of the second. */
static void a_finding_leads_to_its_field_and_back(void **state)
{
	struct tui *t = open_checks();

	(void)state;
	screens_expect(CONSENT, "2024-08-17");
	tui_expect_row(t, 0, "0 fel, 18 varningar");
	filter(t, "R-105");
	tui_expect_row(t, 4, "D-0134");
	tui_expect_row(t, 5, "D-0241");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagande · D-0134");
	tui_expect(t, "VARNING  Samtycke lämnat: Samtycket lämnades efter");
	/* The cursor stands in the field: what is typed is its value. */
	tui_send(t, "20240801");
	tui_expect(t, "2024-08-01");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat: D-0134");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "0 fel, 17 varningar");
	tui_expect_row(t, 2, "R-105");
	tui_expect_row(t, 4, "D-0241");
	tui_expect_cursor(t, 4, 0);
	tui_keys(t, "Esc Esc");
	tui_expect(t, "17  varningar i årets uppgifter");
	screens_leave(t);
	screens_expect(CONSENT, "2024-08-01");
}

static void errors_come_first_and_cannot_be_overruled(void **state)
{
	struct tui *t;

	(void)state;
	/* Begun before there was an intervention. */
	spoil("UPDATE participation SET start = '2010-01-04' "
	      "WHERE start = '2025-01-28'");
	t = start();
	tui_expect(t, "fel i årets uppgifter hindrar leveransen");
	tui_keys(t, "6");
	tui_expect_row(t, 3, "! fel");
	tui_keys(t, "o");
	tui_expect(t, "Ett fel kan inte godkännas.");
	tui_keys(t, "Enter");
	tui_expect(t, "FEL");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Kontroll");
	tui_keys(t, "Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
	screens_expect(REASONS, "2");
}

static void a_warning_is_overruled_with_a_picked_reason(void **state)
{
	struct tui *t = open_checks();

	(void)state;
	filter(t, "D-0189");
	tui_keys(t, "o");
	tui_expect(t, "Varför stämmer det ändå?");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Varför stämmer det ändå?");
	tui_expect_row(t, 0, "18 varningar");
	tui_keys(t, "o");
	tui_expect(t, "Kontrollerat mot underlaget");
	tui_send(t, "bekr");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "17 varningar");
	tui_expect_row(t, 4, "godkänd");
	tui_expect(t, "Varningen är godkänd. Skälet sparas med posten.");
	tui_expect(t, "Godkänd: Bekräftat av den som registrerade");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
	screens_expect("SELECT text FROM remark WHERE kind = 'overruled' "
		       "AND rule = 'R-112'", "Bekräftat av den som registrerade");
	/* It goes along with the delivery. */
	screens_run("export --year 2025 --out \"$HOME/screens\"");
	assert_int_equal(system("grep -q '^R-112,.*Bekräftat av den som registrerade' "
				"\"$HOME\"/screens/*/remarks.csv"), 0);
}

/* What is overruled goes last; one goes on with what came after it. */
static void the_next_finding_follows_an_overruled_one(void **state)
{
	struct tui *t = open_checks();

	(void)state;
	filter(t, "R-105");
	tui_expect_row(t, 4, "D-0134");
	tui_expect_row(t, 5, "D-0241");
	tui_keys(t, "o");
	tui_send(t, "bekr");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "17 varningar");
	tui_expect_row(t, 4, "D-0241");
	tui_expect_row(t, 5, "godkänd");
	tui_expect_cursor(t, 4, 0);
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

static void a_reason_can_be_typed(void **state)
{
	struct tui *t = open_checks();

	(void)state;
	filter(t, "D-0189");
	/* Esc and an empty reason change nothing. */
	tui_keys(t, "o");
	tui_expect(t, "Ett annat skäl, som du skriver");
	tui_send(t, "annat");
	tui_keys(t, "Enter");
	tui_expect_row(t, 22, "Varför stämmer det ändå?");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Varför stämmer det ändå?");
	tui_keys(t, "o");
	tui_send(t, "annat");
	tui_keys(t, "Enter");
	tui_expect_row(t, 22, "Varför stämmer det ändå?");
	tui_keys(t, "Space Enter");
	tui_expect_gone(t, "Varför stämmer det ändå?");
	tui_expect_row(t, 0, "18 varningar");
	tui_keys(t, "o");
	tui_send(t, "annat");
	tui_keys(t, "Enter");
	tui_expect_row(t, 22, "Varför stämmer det ändå?");
	tui_send(t, "Fyller sjutton i december");
	tui_keys(t, "Enter");
	tui_expect_row(t, 4, "godkänd");
	tui_expect(t, "Godkänd: Fyller sjutton i december");
	/* A reason once given is offered for the next. */
	tui_keys(t, "Esc o");
	tui_expect(t, "Fyller sjutton i december");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
	screens_expect(REASONS, "3");
}

static void a_locked_year_is_not_changed(void **state)
{
	struct tui *t;

	(void)state;
	screens_run("export --year 2025 --out \"$HOME/screens\"");
	t = open_checks();
	filter(t, "R-136");
	tui_keys(t, "Enter");
	tui_expect(t, "VARNING  Söker arbete aktivt");
	tui_send(t, "1");
	tui_keys(t, "F2");
	tui_expect(t, "är levererat och låst");
	tui_keys(t, "Esc");
	tui_send(t, "k");
	tui_expect_row(t, 0, "Kontroll");
	tui_keys(t, "o");
	tui_expect(t, "2025 är levererat och låst: lås upp året, med ett skäl");
	tui_expect_gone(t, "Varför stämmer det ändå?");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
	screens_expect(REASONS, "2");
	screens_expect(SEEKS_WORK, "-");
}

static void the_year_and_the_language_are_switched(void **state)
{
	struct tui *t = open_checks();

	(void)state;
	tui_keys(t, "-");
	tui_expect_row(t, 0, "2024 · Kontroll");
	tui_keys(t, "+");
	tui_expect_row(t, 0, "2025 · Kontroll");
	filter(t, "R-136");
	tui_keys(t, "Ctrl-B");
	tui_expect_row(t, 0, "0 errors, 18 warnings");
	tui_expect(t, "State whether the person actively seeks work.");
	tui_keys(t, "o");
	tui_expect(t, "Checked against the papers");
	tui_resize(t, 1, 1);
	tui_resize(t, 60, 200);
	tui_expect(t, "Checked against the papers");
	tui_keys(t, "Esc Ctrl-B");
	tui_expect(t, "Ange om personen söker arbete aktivt.");
	tui_resize(t, 1, 1);
	tui_resize(t, 24, 80);
	tui_expect_row(t, 0, "0 fel, 18 varningar");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

static void home_leads_to_the_warnings(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_expect(t, "18  varningar i årets uppgifter");
	/* The line above the first of the menu. */
	tui_keys(t, "Up Enter");
	tui_expect_row(t, 0, "Kontroll");
	tui_keys(t, "f");
	tui_expect(t, "Fördelning av");
	tui_send(t, "regel");
	tui_keys(t, "Enter");
	tui_expect(t, "R-155");
	tui_keys(t, "Esc Esc");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

#define TEST(name) cmocka_unit_test_setup(name, demo)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_finding_leads_to_its_field_and_back),
		TEST(errors_come_first_and_cannot_be_overruled),
		TEST(a_warning_is_overruled_with_a_picked_reason),
		TEST(the_next_finding_follows_an_overruled_one),
		TEST(a_reason_can_be_typed),
		TEST(a_locked_year_is_not_changed),
		TEST(the_year_and_the_language_are_switched),
		TEST(home_leads_to_the_warnings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
