/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of a register: going about, lists, the year, figures keyed in place. */

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

static struct tui *start(void)
{
	struct tui *t = screens_start(24, 80);

	tui_expect_row(t, 0, "(DEMO) · 2025");
	tui_expect(t, "Att göra");
	return t;
}

/* What stands at the right end of the title. */
static long title_count(struct tui *t)
{
	const char *row = tui_row(t, 0), *blank = strrchr(row, ' ');

	return blank ? atol(blank + 1) : -1;
}

static void every_screen_opens_and_closes(void **state)
{
	static const struct {
		const char *key, *title;
	} screens[] = {
		{ "1", "Deltagare" }, { "2", "Insatser" },       { "3", "Antal" },
		{ "4", "Ekonomi" },   { "5", "Årets tabeller" }, { "6", "Kontroll" },
		{ "7", "Leveranser" },
		{ "9", "Inställningar" },
	};
	struct tui *t = start();

	(void)state;
	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
		tui_keys(t, screens[i].key);
		tui_expect_row(t, 0, screens[i].title);
		tui_keys(t, i % 2 ? "?" : "F1");
		tui_expect_row(t, 0, "Hjälp");
		tui_expect(t, "F1 igen visar tangenterna.");
		tui_keys(t, "Esc");
		tui_expect_row(t, 0, screens[i].title);
		tui_keys(t, "Esc");
		tui_expect_row(t, 0, "samreg");
	}
	screens_leave(t);
}

static void cards_follow_the_list(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "1");
	tui_expect_row(t, 0, "· Deltagare");
	tui_expect_row(t, 3, "D-0");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Deltagande");
	tui_expect_row(t, 0, " 1 av ");
	tui_expect(t, "Samtycke lämnat");
	tui_keys(t, "F8");
	tui_expect_row(t, 0, " 2 av ");
	tui_keys(t, "F7 F7");
	tui_expect(t, "listans första post");
	tui_keys(t, "F10 Esc 2");
	tui_expect_row(t, 0, "Insatser");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, "Arbetsspåret");
	tui_keys(t, "End");
	tui_expect(t, "År för år");
	tui_keys(t, "v");
	tui_expect(t, "tryck p eller n");
	tui_keys(t, "p");
	tui_expect_row(t, 0, "Deltagare · Arbetsspåret");
	tui_keys(t, "Esc Esc Esc");
	tui_expect_row(t, 0, "samreg");
	screens_leave(t);
}

static void forms_follow_the_list_too(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "1");
	tui_expect_row(t, 3, "D-0");
	tui_keys(t, "a");
	tui_expect_row(t, 0, "Avslut");
	tui_expect_row(t, 0, "1/");
	tui_keys(t, "F8");
	tui_expect_row(t, 0, "2/");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "· Deltagare");
	tui_expect_cursor(t, 4, 0);
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void a_filter_is_live_and_goes_away(void **state)
{
	struct tui *t = start();
	char all[24];

	(void)state;
	tui_keys(t, "1");
	tui_expect_row(t, 0, "· Deltagare");
	tui_expect_row(t, 3, "D-0");
	snprintf(all, sizeof(all), "av %ld", title_count(t));
	tui_keys(t, "/");
	tui_expect_row(t, 22, "Filter:");
	tui_send(t, "UNGA f");
	tui_expect_row(t, 2, "Filter: UNGA f");
	tui_expect_row(t, 4, "Unga framåt");
	tui_expect_row(t, 0, all);
	tui_keys(t, "Enter");
	tui_expect_row(t, 23, "Enter öppna");
	tui_keys(t, "Esc");
	tui_expect_row(t, 2, "Nr");
	tui_keys(t, "/");
	tui_send(t, "ingenheterså");
	tui_expect(t, "Ingen rad passar filtret.");
	tui_keys(t, "Esc");
	tui_expect_gone(t, "Ingen rad passar filtret.");
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void full_fields_stay_when_told_so(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "9 Down Down Down Down");
	tui_expect_row(t, 7, "Fulla fält går vidare  ja");
	tui_keys(t, "Enter");
	tui_expect_row(t, 7, "Fulla fält går vidare  nej");
	tui_keys(t, "Esc Ctrl-N");
	tui_expect_row(t, 0, "Nytt deltagande");
	tui_send(t, "arbetss\r\r20250110");
	/* With one key more the date is taken and the next field has the cursor. */
	tui_expect(t, "[20250110");
	tui_keys(t, "Enter");
	tui_expect(t, "2025-01-10");
	tui_keys(t, "F10 k");
	tui_expect(t, "Att göra");
	screens_leave(t);
	screens_expect("SELECT value FROM setting WHERE name = 'move_on'", "0");
}

static void sorting_is_swedish_and_turns(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "9 Down Enter");
	tui_expect_row(t, 0, "Medlemskommuner");
	tui_expect(t, "Haparanda");
	tui_keys(t, "s 1 Enter");
	tui_expect_row(t, 22, "Sorterat efter Kommun.");
	tui_expect_row(t, 3, "Haparanda");
	tui_expect_row(t, 6, "Övertorneå");
	tui_keys(t, "s 1 Enter");
	tui_expect_row(t, 22, "fallande");
	tui_expect_row(t, 3, "Övertorneå");
	tui_keys(t, "Esc Esc");
	screens_leave(t);
}

static void frequencies_lead_to_their_rows(void **state)
{
	struct tui *t = start();
	char count[24];
	int women = 0;

	(void)state;
	tui_keys(t, "1 f");
	tui_expect(t, "Fördelning av");
	tui_keys(t, "2 Enter");
	tui_expect_row(t, 0, "Fördelning: Kön");
	tui_keys(t, "/");
	tui_send(t, "kvinna");
	tui_expect_row(t, 4, "Kvinna");
	tui_expect_row(t, 4, "%");
	assert_int_equal(sscanf(tui_row(t, 4), " Kvinna %d", &women), 1);
	tui_keys(t, "Enter Enter");
	tui_expect_row(t, 2, "Filter: Kön = Kvinna");
	snprintf(count, sizeof(count), " %d av ", women);
	tui_expect_row(t, 0, count);
	tui_keys(t, "Esc Esc");
	screens_leave(t);
}

static void the_year_is_switched_everywhere(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "-");
	tui_expect_row(t, 0, "· 2024");
	tui_keys(t, "2");
	tui_expect_row(t, 0, "· 2024 · Insatser");
	tui_keys(t, "+");
	tui_expect_row(t, 0, "· 2025 · Insatser");
	tui_keys(t, "Esc 3 -");
	tui_expect_row(t, 0, "· 2024 · Antal");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "· 2024 ");
	screens_leave(t);
}

static void counts_are_keyed_in_place(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "3");
	tui_expect_row(t, 3, "Digitala nätverksträffar");
	tui_keys(t, "Tab 7 Tab 1 2 Enter");
	tui_expect_row(t, 22, "Digitala nätverksträffar · Ej uppdelat");
	screens_expect("SELECT women || ' ' || men FROM volume v JOIN intervention i "
		       "ON i.id = v.intervention WHERE year = 2025 AND "
		       "name = 'Digitala nätverksträffar'",
		       "7 12");
	tui_keys(t, "Left Left x Down");
	tui_expect_row(t, 22, "FEL");
	tui_expect_row(t, 22, "x: inte sparat.");
	tui_keys(t, "Up Del");
	tui_expect_row(t, 22, "Digitala nätverksträffar · Kvinnor");
	screens_expect("SELECT women IS NULL FROM volume v JOIN intervention i "
		       "ON i.id = v.intervention WHERE year = 2025 AND "
		       "name = 'Digitala nätverksträffar'",
		       "1");
	tui_keys(t, "9 9 9 Esc");
	tui_expect_gone(t, "999");
	tui_keys(t, "4 F10");
	tui_expect_row(t, 0, "samreg");
	screens_expect("SELECT women FROM volume v JOIN intervention i "
		       "ON i.id = v.intervention WHERE year = 2025 AND "
		       "name = 'Digitala nätverksträffar'",
		       "4");
	screens_leave(t);
}

/* The file's first line and how many lines follow it; fails the test without one. */
static size_t read_list(const char *path, char *head, int size)
{
	FILE *file = fopen(path, "r");
	char line[500];
	size_t count = 0;

	assert_non_null(file);
	assert_non_null(fgets(head, size, file));
	while (fgets(line, sizeof(line), file))
		count++;
	fclose(file);
	return count;
}

static void write_list(struct tui *t, const char *kind, const char *path)
{
	tui_keys(t, "w");
	tui_expect(t, "CSV som svenska Excel öppnar");
	tui_send(t, kind);
	tui_keys(t, "Enter");
	tui_expect(t, "Skriv listan till filen: ");
	tui_send(t, path);
	tui_keys(t, "Enter");
	tui_expect(t, "till /");
}

static void a_list_is_written_as_it_is_shown(void **state)
{
	struct tui *t = start();
	char path[600], again[620], head[200] = "";
	long shown;

	(void)state;
	snprintf(path, sizeof(path), "%s/screens/l", getenv("HOME"));
	remove(path);
	tui_keys(t, "1 /");
	tui_send(t, "arbetssp");
	tui_keys(t, "Enter");
	tui_expect_row(t, 0, " av ");
	shown = atol(strstr(tui_row(t, 0), " av ") - 2);
	write_list(t, "csv", path);
	tui_expect(t, "rader är skrivna till");
	assert_int_equal(read_list(path, head, sizeof(head)), shown);
	assert_string_equal(head, "Nr,Kön,Född,Insats,Start,Slut,Läge\n");
	snprintf(again, sizeof(again), "%s2", path);
	remove(again);
	tui_keys(t, "Esc Ctrl-B");
	tui_expect_row(t, 0, "Participants");
	tui_keys(t, "w");
	tui_expect(t, "workbook");
	tui_send(t, "xlsx");
	tui_keys(t, "Enter");
	tui_expect(t, "participants-2025.xlsx");
	tui_send(t, again);
	tui_keys(t, "Enter");
	tui_expect(t, "rows are written to");
	read_list(again, head, sizeof(head));
	assert_memory_equal(head, "PK", 2);
	tui_keys(t, "Ctrl-B Esc");
	screens_leave(t);
}

static void figures_are_written_to_a_file(void **state)
{
	struct tui *t = start();
	char path[600], head[200] = "";

	(void)state;
	snprintf(path, sizeof(path), "%s/screens/f", getenv("HOME"));
	remove(path);
	tui_keys(t, "3");
	tui_expect_row(t, 0, "Antal");
	write_list(t, "csv", path);
	assert_true(read_list(path, head, sizeof(head)) > 10);
	assert_memory_equal(head, "Insats,", 7);
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void what_others_refer_to_is_not_deleted(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "2 Del");
	tui_expect(t, "kan inte tas bort, för den används av Deltagande: ");
	tui_expect_gone(t, "Ta bort insatsen?");
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void what_is_deleted_comes_back(void **state)
{
	struct tui *t = start();
	char row[200];

	(void)state;
	tui_keys(t, "2 Ctrl-Z");
	tui_expect(t, "FEL  Det finns inget att ångra.");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "samreg");
	tui_keys(t, "1");
	tui_expect_row(t, 3, "D-0");
	tui_expect_row(t, 5, "D-0");
	tui_keys(t, "Down Down");
	tui_expect_cursor(t, 5, 0);
	snprintf(row, sizeof(row), "%s", tui_row(t, 5));
	tui_keys(t, "Del");
	tui_expect(t, "Ta bort deltagandet?");
	tui_keys(t, "t");
	tui_expect(t, "Uppgiften är borttagen. Ctrl-Z ångrar.");
	tui_expect_gone(t, row);
	tui_keys(t, "Ctrl-Z");
	tui_expect(t, "Uppgiften finns i registret igen.");
	tui_expect_row(t, 5, row);
	tui_keys(t, "Ctrl-Z");
	tui_expect(t, "FEL  Det finns inget att ångra.");
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void a_new_name_is_seen_at_once(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "9 Enter");
	tui_expect(t, "Organisationsnummer");
	tui_send(t, "Prov och öva\r");
	tui_expect(t, "Prov och öva");
	tui_keys(t, "F2");
	tui_expect(t, "Sparat");
	tui_keys(t, "Esc");
	tui_expect_row(t, 0, "Prov och öva (DEMO) · Inställningar");
	tui_expect_row(t, 3, "Prov och öva");
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void both_languages(void **state)
{
	struct tui *t = start();

	(void)state;
	tui_keys(t, "1");
	tui_expect(t, "Kvinna");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Woman");
	tui_expect_gone(t, "Kvinna");
	tui_keys(t, "Ctrl-B");
	tui_expect(t, "Kvinna");
	tui_keys(t, "Esc");
	screens_leave(t);
}

static void every_size(void **state)
{
	static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "9" };
	struct tui *t = start();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		tui_keys(t, keys[i]);
		tui_expect_gone(t, "Att göra");
		tui_resize(t, 10, 40);
		tui_resize(t, 1, 1);
		tui_resize(t, 60, 200);
		tui_expect_row(t, 59, "F1");
		tui_resize(t, 24, 80);
		tui_expect_row(t, 23, "F1");
		tui_keys(t, "Esc");
		tui_expect(t, "Att göra");
	}
	screens_leave(t);
}

#define TEST(name) cmocka_unit_test_setup(name, demo)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_screen_opens_and_closes),
		TEST(cards_follow_the_list),
		TEST(forms_follow_the_list_too),
		TEST(a_filter_is_live_and_goes_away),
		TEST(full_fields_stay_when_told_so),
		TEST(sorting_is_swedish_and_turns),
		TEST(frequencies_lead_to_their_rows),
		TEST(the_year_is_switched_everywhere),
		TEST(counts_are_keyed_in_place),
		TEST(a_list_is_written_as_it_is_shown),
		TEST(figures_are_written_to_a_file),
		TEST(what_others_refer_to_is_not_deleted),
		TEST(what_is_deleted_comes_back),
		TEST(a_new_name_is_seen_at_once),
		TEST(both_languages),
		TEST(every_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
