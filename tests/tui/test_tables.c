/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year-end tables on the screen, and the records behind a figure. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

static int demo(void **state)
{
	(void)state;
	screens_demo();
	return 0;
}

static struct tui *start(int rows, int cols)
{
	struct tui *t = screens_start(rows, cols);

	tui_expect(t, "Att göra");
	tui_keys(t, "5");
	tui_expect_row(t, 0, "· 2025 · Årets tabeller");
	tui_expect(t, "Insatser efter inriktning");
	return t;
}

static void leave(struct tui *t)
{
	tui_keys(t, "F10");
	tui_expect(t, "Att göra");
	screens_leave(t);
}

/* Detailed participations of the year with that education. */
static char *count(const char *education, int year)
{
	char sql[512];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM participation WHERE start <= '%d-12-31' AND "
		 "coalesce(end, '9') >= '%d-01-01' AND education LIKE '%s' AND "
		 "closure_reason IS NOT 'registered_in_error'",
		 year, year, education);
	return screens_ask(sql);
}

static void expect_total(struct tui *t, int row, const char *education, int year)
{
	char *number = count(education, year);
	char cell[40];

	snprintf(cell, sizeof(cell), " %s ", number);
	tui_expect_row(t, row, cell);
	free(number);
}

static void a_table_is_found_and_shown(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "UTBILDN");
	tui_expect_row(t, 2, "Söker: UTBILDN");
	tui_expect_row(t, 4, "Utbildningsnivå");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, "Utbildningsnivå");
	tui_expect_row(t, 5, "Högsta slutförda utbildning");
	tui_expect_row(t, 5, "Kvinnor");
	tui_expect_row(t, 6, "antal   %");
	tui_expect_row(t, 7, "Grundskola");
	expect_total(t, 7, "compulsory", 2025);
	expect_total(t, 8, "upper_secondary", 2025);
	expect_total(t, 15, "%", 2025);
	tui_expect_row(t, 15, "100");
	tui_expect(t, "Bas: deltaganden med personuppgifter");
	tui_keys(t, "-");
	tui_expect_row(t, 0, "· 2024 ·");
	expect_total(t, 7, "compulsory", 2024);
	tui_keys(t, "t");
	tui_expect_row(t, 2, "Söker: UTBILDN");
	tui_keys(t, "Esc");
	tui_expect_row(t, 2, "Insatser");
	leave(t);
}

static void a_figure_leads_to_its_records(void **state)
{
	char *women = screens_ask(
		"SELECT count(*) FROM participation p JOIN person q ON q.id = p.person "
		"WHERE p.start <= '2025-12-31' AND coalesce(p.end, '9') >= '2025-01-01' "
		"AND education = 'upper_secondary' AND q.sex = 'woman' AND "
		"closure_reason IS NOT 'registered_in_error'");
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter Down");
	tui_expect_row(t, 22, "Gymnasium, Kvinnor");
	tui_expect_row(t, 8, women);
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagare · Gymnasium, Kvinnor");
	tui_expect_row(t, 0, women);
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagande  ");
	tui_expect(t, " · kvinna · ");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Deltagare · Gymnasium, Kvinnor");
	tui_keys(t, "Esc");
	tui_expect_row(t, 22, "Gymnasium, Kvinnor");
	tui_keys(t, "F7 F7");
	tui_keys(t, "Esc Esc");
	leave(t);
	free(women);
}

static void the_list_stands_beside_the_table(void **state)
{
	struct tui *t = start(50, 160);

	(void)state;
	tui_expect_row(t, 2, "Insatser efter inriktning");
	tui_expect(t, "Individinriktad ");
	tui_keys(t, "Down");
	tui_expect(t, "2021 ");
	tui_keys(t, "Right");
	tui_expect_row(t, 48, "2021, Totalt");
	tui_resize(t, 24, 80);
	tui_expect_row(t, 2, "Insatser över tid");
	tui_keys(t, "Left");
	tui_expect_row(t, 2, " Insatser");
	leave(t);
}

static void small_counts_are_hidden_by_a_key(void **state)
{
	struct tui *t = start(30, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter");
	tui_expect(t, "Forskarutbildning");
	tui_keys(t, "p");
	tui_expect_row(t, 0, "Årets tabeller · skyddade");
	tui_expect(t, "..  ..");
	tui_expect(t, ".. Visas inte, till skydd för enskilda");
	tui_keys(t, "-");
	tui_expect_row(t, 0, "· 2024 ·");
	tui_expect(t, "..  ..");
	tui_keys(t, "p");
	tui_expect(t, "Tabellerna visas med alla tal.");
	tui_expect_gone(t, "..  ..");
	leave(t);
}

static void each_column_is_compared_by_a_key(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter Down Right Right");
	tui_expect_row(t, 22, "Gymnasium, Män");
	tui_keys(t, "v");
	tui_expect_row(t, 5, "Män       2024");
	tui_expect_row(t, 5, "Ändring       2021");
	tui_expect_gone(t, "Kvinnor");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagare · Gymnasium, Män");
	tui_keys(t, "Esc");
	tui_expect(t, "Ändring");
	tui_keys(t, "v");
	tui_expect(t, "Totalt       2024");
	tui_keys(t, "v");
	tui_expect_row(t, 5, "Kvinnor");
	leave(t);
}

static void a_cell_of_several_kinds_leads_to_each(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "registreringss");
	tui_keys(t, "Enter Enter End Up");
	tui_expect_row(t, 22, "Totalt, Totalt");
	tui_keys(t, "Enter");
	tui_expect(t, "deltaganden och ");
	tui_expect(t, "registrerade antal.");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagare · Totalt, Totalt");
	tui_keys(t, "Esc");
	tui_expect_row(t, 22, "Totalt, Totalt");
	tui_keys(t, "Enter Right Enter");
	tui_expect_row(t, 0, "Bakom siffran · Totalt, Totalt");
	tui_keys(t, "Esc Up");
	tui_expect_row(t, 22, "volyminsatser, Totalt");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Bakom siffran · Deltagare i volyminsatser");
	tui_expect(t, "kvinnor ");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "· Antal i volyminsats ·");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Bakom siffran");
	tui_keys(t, "Esc");
	tui_expect_row(t, 22, "volyminsatser, Totalt");
	leave(t);
}

/* From the first cell of a table to the first record behind it and back to the cell. */
static void follow(struct tui *t, const char *search, const char *cell,
		   const char *record, const char *form)
{
	char title[160];

	tui_keys(t, "/");
	tui_send(t, search);
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 22, cell);
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Bakom siffran · ");
	tui_expect(t, record);
	tui_keys(t, "Enter");
	snprintf(title, sizeof(title), "· %s ·", form);
	tui_expect_row(t, 0, title);
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Bakom siffran");
	tui_keys(t, "Esc");
	tui_expect_row(t, 22, cell);
	tui_keys(t, "t");
}

static void money_and_memberships_lead_to_records(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	follow(t, "kostnader efter", "Individinriktad, Budget", "Arbetsspåret",
	       "Insatsens år");
	follow(t, "5.1.1", "Tilldelade medel, Belopp",
	       "Försäkringskassan, Tilldelade medel", "Medel");
	follow(t, "5.5", "Budgeterade medel från ESF, Belopp", "Vändpunkten",
	       "Insatsens år");
	follow(t, "diagram 1", "2021, Förbund", "Haparanda", "Medlemskommun");
	leave(t);
}

static void money_nobody_stated_is_a_dash_in_kronor(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "tabell 8");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, "Resultat och eget kapital");
	tui_expect(t, "2021               –         –");
	tui_keys(t, "t Esc /");
	tui_send(t, "5.1.1");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 4, "Belopp");
	tui_expect_row(t, 5, " kr ");
	tui_expect_gone(t, "antal");
	tui_keys(t, "t Esc");
	leave(t);
}

/* The key bar names d only where it does something. */
static void no_diagram_is_offered_where_there_is_none(void **state)
{
	struct tui *t = start(24, 120);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "tabell 8");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, "Resultat och eget kapital");
	tui_expect_row(t, 23, "e till fil");
	tui_expect_gone(t, "d diagram");
	tui_keys(t, "d");
	tui_expect_row(t, 22, "Tabellen har inget diagram.");
	tui_keys(t, "t Esc /");
	tui_send(t, "diagram 3a");
	tui_expect_row(t, 4, "Sysselsättning före och efter");
	tui_keys(t, "Enter");
	tui_expect_row(t, 23, "d diagram");
	tui_keys(t, "Esc");
	leave(t);
}

static void money_that_was_deleted_comes_back(void **state)
{
	struct tui *t = screens_start(24, 80);
	char *before = screens_ask("SELECT count(*) || sum(amount) FROM funding");

	(void)state;
	tui_expect(t, "Att göra");
	tui_keys(t, "4 m");
	tui_expect_row(t, 0, "Förbundets medel och kostnader");
	tui_expect(t, "Medel");
	tui_keys(t, "Del");
	tui_expect(t, "Ta bort uppgiften?");
	tui_keys(t, "t");
	tui_expect(t, "Uppgiften är borttagen. Ctrl-Z ångrar.");
	tui_keys(t, "Ctrl-Z");
	tui_expect(t, "Uppgiften finns i registret igen.");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
	screens_expect("SELECT count(*) || sum(amount) FROM funding", before);
	free(before);
}

static void another_year_has_its_own_records(void **state)
{
	struct tui *t = start(24, 80);
	char *active = screens_ask(
		"SELECT count(*) || ' ' FROM intervention WHERE start <= '2023-12-31' "
		"AND coalesce(end, '9') >= '2023-01-01'");

	(void)state;
	active[strlen(active) - 1] = '\0';
	tui_keys(t, "/");
	tui_send(t, "insatser över tid");
	tui_keys(t, "Enter Enter Down Down");
	tui_expect_row(t, 22, "2023, Totalt");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Insatser · 2023, Totalt");
	tui_expect_row(t, 0, active);
	tui_keys(t, "Esc");
	tui_expect_row(t, 22, "2023, Totalt");
	leave(t);
	free(active);
}

/* A bar has its label before it and its value after it, in the same row. */
static void expect_no_wrapped_bars(struct tui *t)
{
	for (int row = 2; row < 58; row++) {
		const char *line = tui_row(t, row);
		const char *bar = strstr(line, "█");

		if (bar && (bar - line < 6 || !strstr(bar, " %")))
			fail_msg("row %d: %s", row, line);
	}
}

static void diagrams_show_women_men_and_all(void **state)
{
	static const char *const names[] = { "Diagram 1", "Diagram 2", "Diagram 3a",
					     "Diagram 3b", "Bilaga 4" };
	struct tui *t = start(60, 80);

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		tui_keys(t, "/");
		tui_send(t, names[i]);
		tui_keys(t, "Enter Enter d");
		tui_expect(t, "█ ");
		tui_expect_row(t, 0, names[i]);
		if (i == 3) {
			tui_expect(t, "Kvinnor\n\n Alla\n   Före   ");
			tui_expect(t, "\n Män\n");
			expect_no_wrapped_bars(t);
			tui_resize(t, 60, 200);
			tui_expect_row(t, 2, "Kvinnor   ");
			tui_expect_row(t, 2, "   Män   ");
			expect_no_wrapped_bars(t);
			tui_resize(t, 60, 80);
			tui_expect(t, "Kvinnor\n\n Alla\n   Före   ");
		}
		tui_keys(t, "Esc");
		tui_expect_gone(t, "█ ");
	}
	leave(t);
}

static void federations_are_listed(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "bilaga 1");
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, "Samordningsförbund och deras kommuner");
	tui_expect_row(t, 4, " Norrbottens län");
	tui_expect_row(t, 6, "     Haparanda, Kalix, Överkalix, Övertorneå");
	tui_expect(t, "Medlemskap som gäller den 31 december.");
	/* There are no cells to stand on, compare or draw. */
	tui_keys(t, "Down End Right Enter v d");
	tui_expect_row(t, 22, "Tabellen har inget diagram.");
	leave(t);
}

static void a_table_is_written_to_a_file(void **state)
{
	struct tui *t = start(24, 80);
	char path[600], line[200] = "";
	FILE *file;

	(void)state;
	snprintf(path, sizeof(path), "%s/screens/out.csv", getenv("HOME"));
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter e");
	tui_expect(t, "CSV som svenska Excel öppnar");
	tui_keys(t, "Enter");
	tui_expect(t, "Skriv tabellen till filen: education-2025.csv");
	tui_send(t, path);
	tui_keys(t, "Enter");
	tui_expect(t, "Tabellen är skriven till");
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	fclose(file);
	assert_string_equal(line, "\xEF\xBB\xBFHögsta slutförda utbildning;Kvinnor;"
				  "Kvinnor, %;Män;Män, %;Totalt;Totalt, %;"
				  "2024: Totalt, %;Riket 2021: Totalt, %\r\n");
	tui_keys(t, "e Enter");
	tui_send(t, path);
	tui_keys(t, "Enter");
	tui_expect(t, "finns redan");
	tui_keys(t, "e Esc");
	tui_expect_row(t, 22, "Grundskola, Kvinnor");
	leave(t);
}

static void drafts_left_out_are_named_and_shown(void **state)
{
	struct tui *t = start(24, 80);

	(void)state;
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter");
	tui_expect(t, "6 utkast räknas inte: ");
	tui_expect(t, "och 3 till. u visar dem.");
	tui_keys(t, "u");
	tui_expect_row(t, 0, "· Utkast");
	tui_keys(t, "Esc");
	tui_expect_row(t, 2, "Utbildningsnivå");
	leave(t);
}

static void a_frozen_year_tells_what_has_changed(void **state)
{
	struct tui *t;

	(void)state;
	screens_run("report --year 2025 --freeze");
	screens_sql("UPDATE participation SET education = 'doctoral' WHERE id IN "
		    "(SELECT id FROM participation WHERE start >= '2025-01-01' "
		    " AND education = 'compulsory' LIMIT 1)");
	t = start(40, 100);
	tui_keys(t, "/");
	tui_send(t, "utbildningsn");
	tui_keys(t, "Enter Enter");
	tui_expect(t, "Året frystes 2025-11-14, revision 1.");
	tui_expect(t, "värden har ändrats sedan dess.");
	tui_expect(t, "Ändrat sedan året frystes: Grundskola,");
	tui_keys(t, "p");
	tui_expect(t, "Året frystes 2025-11-14, revision 1.");
	tui_expect_gone(t, "Ändrat sedan året frystes");
	leave(t);
}

#define TEST(name) cmocka_unit_test_setup(name, demo)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_is_found_and_shown),
		TEST(a_figure_leads_to_its_records),
		TEST(small_counts_are_hidden_by_a_key),
		TEST(each_column_is_compared_by_a_key),
		TEST(a_cell_of_several_kinds_leads_to_each),
		TEST(money_and_memberships_lead_to_records),
		TEST(money_nobody_stated_is_a_dash_in_kronor),
		TEST(no_diagram_is_offered_where_there_is_none),
		TEST(money_that_was_deleted_comes_back),
		TEST(another_year_has_its_own_records),
		TEST(diagrams_show_women_men_and_all),
		TEST(federations_are_listed),
		TEST(a_table_is_written_to_a_file),
		TEST(drafts_left_out_are_named_and_shown),
		TEST(a_frozen_year_tells_what_has_changed),
		TEST(the_list_stands_beside_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
