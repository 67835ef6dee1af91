/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists from spreadsheets: what is understood, and everything that is said of them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/import_sheet.h"
#include "base/csv_detect.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/path.h"
#include "base/text.h"
#include "tests/unit/app_fixture.h"
#include "tests/unit/import_world.h"

/* ---- what is understood ---- */

static void columns_and_codes_are_known_by_name_and_label(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     "Intervention;Samtycke lämnat;Covers health data;START;Sex;"
		     "birth_year;"
		     "Högsta slutförda utbildning;Tid i offentlig försörjning;"
		     "Försörjning direkt före insatsen: Försörjning 1;works;studies;"
		     "seeks_work;Kommun;Anteckning\n"
		     "ARBETSSPÅRET;20250110;yes;2025/1/13;woman;1979;Upper secondary "
		     "school;"
		     "Upp till 3 år;Försörjningsstöd;Nej;no;1;Karlskrona;läses inte\n",
		     NULL);
	import_assert_holds(
		a,
		"SELECT p.start || s.given_on || q.sex || q.birth_year || p.education "
		"|| p.municipality || (SELECT source FROM support) "
		"FROM participation p JOIN person q ON q.id = p.person "
		"JOIN consent s ON s.participation = p.id",
		"2025-01-132025-01-10woman1979upper_secondary1080social_assistance");
}

static void windows_text_is_read(void **state)
{
	static const char list[] = "kind,name\r\n"
				   "municipality,\"Bj\xF6rk\xE5s, S\xF6" "dra\"\r\n";
	struct app *a = *state;
	struct import_sheet *s = import_try(a, "party", list, NULL);
	const struct csv_detected *d = import_sheet_detected(s);
	struct err e = { "" };

	assert_int_equal(d->encoding, CSV_WINDOWS_1252);
	assert_int_equal(d->separator, ',');
	assert_string_equal(d->line_end, "\r\n");
	assert_int_equal(import_sheet_rows(s), 1);
	assert_true(import_sheet_store(s, &e));
	import_sheet_free(s);
	import_assert_holds(a, "SELECT name FROM party", "Björkås, Södra");
}

static void several_sources_stand_in_several_columns(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     HEAD ";support_before_extent_1;support_before_2;support_before_3\n"
		     BODY ";50;Aktivitetsstöd;\n", NULL);
	import_assert_holds(a,
			    "SELECT group_concat(source || coalesce(extent, '-'), ' ') "
			    "FROM support",
			    "activity_support- social_assistance50");
}

static void several_sources_stand_in_one_cell(void **state)
{
	static const char map[] = "column,field\n"
				  "support_before_1,support_before\n";
	static const char *const cells[] = {
		"social_assistance activity_support",
		"\"Försörjningsstöd; Aktivitetsstöd\"",
		"Försörjningsstöd, activity_support",
		"\"försörjningsstöd\nAKTIVITETSSTÖD\"",
	};
	struct app *a = *state;
	struct text list = { 0 };

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		text_clear(&list);
		text_addf(&list, HEAD ";support_before_extent\n"
			  "Arbetsspåret;2025-01-10;Ja;2025-01-13;Kvinna;198%zu;"
			  "upper_secondary;up_to_3y;%s;0;0;1;25 50\n", i, cells[i]);
		import_store(a, "participation", text_get(&list), map);
	}
	text_done(&list);
	import_assert_holds(a,
			    "SELECT group_concat(DISTINCT t) FROM (SELECT "
			    "participation, "
			    "group_concat(source || extent, ' ') AS t FROM support "
			    "GROUP BY participation)",
			    "activity_support50 social_assistance25");
	import_assert_holds(a, "SELECT count(*) FROM participation", "4");
}

static void per_cent_is_read_as_spreadsheets_write_it(void **state)
{
	import_store(*state, "participation",
		     HEAD ";support_before_extent_1\n"
		     BODY ";50%\n"
		     "Arbetsspåret;2025-01-10;Ja;2025-02-13;man;1980;unknown;up_to_1y;"
		     "social_assistance;0;0;1;50,00%\n"
		     "Arbetsspåret;2025-01-10;Ja;2025-02-13;man;1981;unknown;up_to_1y;"
		     "social_assistance;0;0;1;50 %\n", NULL);
	import_assert_holds(*state, "SELECT group_concat(extent) FROM support",
			    "50,50,50");
}

static void a_participant_is_known_by_number(void **state)
{
	struct app *a = *state;

	free(fixture_intervention(a, "Andra"));
	import_store(a, "participation", HEAD "\n" BODY "\n", NULL);
	import_store(a, "participation",
		     "Insats;consent_given_on;covers_health_data;Startdatum;person;"
		     "education;support_duration;support_before_1;works;studies;"
		     "seeks_work;end;closure_reason\n"
		     "andra;2024-01-10;1;2024-01-13;d-0001;upper_secondary;"
		     "up_to_3y;social_assistance;0;0;1;;\n", NULL);
	import_assert_holds(a, "SELECT count(DISTINCT person) FROM participation", "1");
}

static void codes_that_lost_their_noughts_are_known(void **state)
{
	struct app *a = *state;

	/* 0980 is a number to a spreadsheet. */
	import_store(a, "membership", "Kommun;Medlem från\n980;2024-01-01\n", NULL);
	import_assert_holds(a, "SELECT count(*) FROM membership WHERE "
			       "municipality = '0980'", "1");
}

static void text_that_was_guarded_is_as_it_was(void **state)
{
	struct app *a = *state;

	import_store(a, "party", "kind;name\nother;'=1+1\nother;'@x\nother;=2+2\n", NULL);
	import_assert_holds(a, "SELECT group_concat(name, ' ') FROM "
			       "(SELECT name FROM party ORDER BY name)",
			    "=1+1 =2+2 @x");
}

/* ---- what the columns are ---- */

static void a_map_names_columns_codes_and_constants(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     "Projekt;In;Kön;År;Utb;Förs;Jobb;Sex\n"
		     "Spåret;2025-01-13;K;1979;gy;soc;;man\n",
		     "column;field;value;code\n"
		     "projekt;intervention;;\n"
		     "Projekt;;Spåret;Arbetsspåret\n"
		     "In;Startdatum;;\n"
		     "Sex;-;;\n"
		     "Kön;;k;Kvinna\n"
		     "År;birth_year;;\n"
		     "Utb;education;gy;upper_secondary\n"
		     "Förs;support_before;SOC;social_assistance\n"
		     "Jobb;works;;nej\n"
		     ";studies;;0\n"
		     ";seeks_work;;Ja\n"
		     ";support_duration;;up_to_3y\n"
		     ";consent_given_on;;2025-01-10\n"
		     ";covers_health_data;;1\n");
	import_assert_holds(a, "SELECT education || start FROM participation",
			    "upper_secondary2025-01-13");
	import_assert_holds(a, "SELECT sex FROM person", "woman");
}

static void every_fault_of_a_map_is_told(void **state)
{
	import_assert_refused(*state, "kind;name\nother;x\n",
			      "column,field,value,code\n"
			      "Slag,kind,,\n"
			      "kind,sort,,\n"
			      "name,name,,\n"
			      ",colour,,red\n"
			      ",kind,x,othre\n",
			      "2:1 Slag: kolumnen finns inte i filen\n"
			      "3:2 sort: fältet finns inte\n"
			      "5:2 colour: fältet finns inte\n");
	import_assert_refused(*state, "kind;name\nother;x\n",
			      "column,field,value,code\nkind,,a,othre\n",
			      "2:4 othre: ”othre”: är varken kod eller namn i "
			      "listan\n");
	import_assert_refused(*state, "kind;name\nother;x\n", "column,colour\n",
			      "1:2 colour: okänd kolumn\n"
			      "1:0 kolumnen field saknas\n");
}

static void columns_must_be_clear(void **state)
{
	import_assert_refused(*state, "a;b\n1;2\n", NULL,
			      "1:0 ingen rubrik är ett fält i formuläret party\n");
	import_assert_refused(*state, "kind;name;Namn\nother;x;y\n", NULL,
			      "1:3 uppgiften står i flera kolumner\n");
	import_assert_refused(*state, "name;name\nx;y\n", NULL,
			      "1:2 name: kolumnen förekommer två gånger\n");
}

static void forms_that_are_no_lists_are_refused(void **state)
{
	static const char *const forms[] = { "closure", "person", "federation", "x" };
	struct text told = { 0 };

	for (size_t i = 0; i < 4; i++)
		assert_null(import_open(*state, forms[i], "end\n", 4, NULL, &told));
	assert_string_equal(text_get(&told),
			    "0:0 closure: står i samma lista som participation\n"
			    "0:0 person: formulärets poster hålls inte i listor\n"
			    "0:0 federation: formulärets poster hålls inte i listor\n"
			    "0:0 x: formuläret finns inte\n");
	text_done(&told);
}

/* ---- what is hostile ---- */

static void damaged_files_are_refused_with_every_fault(void **state)
{
	struct text told = { 0 }, list = { 0 };

	import_assert_refused(*state, "", NULL, "0:0 filen är tom\n");
	import_assert_refused(*state, "kind;name\nåther;\xC3\xA5\xFF\nothär;x;y\n", NULL,
			      "2:2 texten är inte giltig UTF-8\n"
			      "3:0 raden har 3 fält, rubrikraden 2\n");
	import_assert_refused(*state, "kind;name\nother;\"x\n", NULL,
			      "2:0 ett citattecken avslutas aldrig\n");
	assert_null(import_open(*state, "party", "kind;name\nother;\0\n", 18, NULL,
				&told));
	assert_null(import_open(*state, "party", "\xFF\xFEk\0", 4, NULL, &told));
	text_add(&list, "kind;name\nother;");
	for (int i = 0; i <= CSVFILE_MAX_FIELD; i++)
		text_add_char(&list, 'x');
	assert_null(import_open(*state, "party", text_get(&list), list.length, NULL,
				&told));
	assert_string_equal(text_get(&told),
			    "2:0 filen innehåller NUL-tecken\n"
			    "0:0 filen är Unicode-text (UTF-16); spara den som "
			    "”CSV UTF-8” i kalkylprogrammet\n"
			    "2:2 fältet är för långt\n");
	text_done(&told);
	text_done(&list);
}

static void any_bytes_are_read_or_refused(void **state)
{
	static const char *const pieces[] = {
		"kind", "name", ";", ",", "\n", "\r\n", "\"", "other", "\xE5", "å", "=1",
		"\t", "sep=;", "\xEF\xBB\xBF", "'", "12,5", "Anmärkning",
	};
	unsigned seed = 11;

	for (int i = 0; i < 400; i++) {
		struct text list = { 0 }, told = { 0 };
		struct import_sheet *s;
		struct err e = { "" };

		text_add(&list, i % 2 ? "kind;name\n" : "");
		for (int n = 0; n < 12; n++) {
			seed = seed * 1664525 + 1013904223;
			text_add(&list,
				 pieces[(seed >> 16) %
					(sizeof(pieces) / sizeof(pieces[0]))]);
		}
		s = import_open(*state, "party", text_get(&list), list.length, NULL,
				&told);
		assert_int_equal(s == NULL, told.length > 0);
		if (s)
			assert_true(import_sheet_write_remarks(s, import_copy, &e));
		import_sheet_free(s);
		text_done(&list);
		text_done(&told);
	}
}

/* ---- what is said ---- */

static void cells_that_cannot_be_read_are_all_told(void **state)
{
	import_assert_says(
		*state, "participation",
		HEAD ";work_extent\n"
		"Arbetsspår;10/1;kanske;2025-02-30;K;12,5;gymn;up_to_3y;"
		"Försörjningsstöd, sjuk;2;;.;50 %\n", NULL,
		"2A E ”Arbetsspår”: är varken kod eller namn i listan\n"
		"2B E ”10/1”: är inget datum; skriv det som 2025-03-04\n"
		"2C E ”kanske”: är varken kod eller namn i listan\n"
		"2D E ”2025-02-30”: är inget datum; skriv det som 2025-03-04\n"
		"2E E ”K”: är varken kod eller namn i listan\n"
		"2F E Skriv ett heltal, till exempel 12.\n"
		"2G E ”gymn”: är varken kod eller namn i listan\n"
		"2I E ”Försörjningsstöd, sjuk”: är varken kod eller namn i listan\n"
		"2J E ”2”: är varken kod eller namn i listan\n"
		"2K E Studerar: uppgiften saknas.\n"
		"2L E ”.”: är varken kod eller namn i listan\n"
		"2M E Skriv ett heltal, till exempel 12.\n");
}

static void rules_are_asked_of_every_row(void **state)
{
	import_assert_says(
		*state, "participation",
		HEAD "\n" BODY "\n\n"
		"Arbetsspåret;2025-01-14;Ja;2022-12-31;man;1801;unknown;up_to_1y;none;"
		"0;0;0\n", NULL,
		"4B W R-105 Samtycket lämnades efter starten. Kontrollera datumet; "
		"samtycke ska finnas innan uppgifter registreras.\n"
		"4D E R-101 Startdatumet ligger före insatsens start. Rätta datumet "
		"eller insatsen.\n"
		"4D W R-104 Starten ligger mer än två år tillbaka. Kontrollera "
		"årtalet.\n"
		"4F E birth_year Skriv födelseåret med fyra siffror, tidigast 1900, "
		"till exempel 1979.\n"
		"4H W R-116 Personen har ingen offentlig försörjning direkt före "
		"starten. Välj Ej tillämpligt om det stämmer.\n");
}

static void what_would_not_be_stored_is_told(void **state)
{
	struct app *a = *state;

	import_store(a, "participation", HEAD "\n" BODY "\n", NULL);
	import_assert_says(
		a, "participation",
		HEAD ";work_extent;person\n"
		"Arbetsspåret;2023-05-01;1;2023-05-02;man;1979;unknown;up_to_1y;"
		"sickness_benefit;0;0;1;50;D-0001\n", NULL,
		"2D E R-151 Personen deltar redan i insatsen under den här tiden. Två "
		"deltaganden i samma insats får inte överlappa.\n"
		"2D W R-104 Starten ligger mer än två år tillbaka. Kontrollera "
		"årtalet.\n"
		"2E E registret säger något annat: Kvinna\n"
		"2M W lagras inte: uppgiften hör inte till den här raden\n");
}

static void doubles_within_the_file_are_told(void **state)
{
	import_assert_says(*state, "party",
			   "kind;name\nother;A\nother;B\nother;A\nesf;A\n", NULL,
			   "4 E samma post som på rad 2\n"
			   "4B E R-711 Parten finns redan. Öppna den i stället.\n");
	/* Two new persons may have everything in common. */
	import_assert_says(
		*state, "participation", HEAD "\n" BODY "\n" BODY "\n", NULL,
		"3 W kan vara samma post som på rad 2\n"
		"3 W R-153 Det finns redan en deltagare i insatsen med samma start, "
		"kön och födelseår. Kontrollera att det inte är samma person.\n");
}

static void rows_and_columns_are_those_of_the_spreadsheet(void **state)
{
	struct text letters = { 0 };

	import_assert_says(*state, "party",
			   "x;y;kind;name\n\n\"a\nb\nc\";;other;A\n;;;\n;;othre;B\n",
			   NULL,
			   "5C E ”othre”: är varken kod eller namn i listan\n");
	import_sheet_add_letters(26, &letters);
	import_sheet_add_letters(27, &letters);
	import_sheet_add_letters(702, &letters);
	import_sheet_add_letters(703, &letters);
	assert_string_equal(text_get(&letters), "ZAAZZAAA");
	text_done(&letters);
}

static void assert_copy(const char *expected)
{
	struct text bytes = { 0 };
	struct err e = { "" };

	assert_true(path_read(import_copy, 1 << 20, &bytes, &e));
	assert_string_equal(text_get(&bytes), expected);
	text_done(&bytes);
}

static void the_copy_is_the_list_with_remarks(void **state)
{
	struct app *a = *state;
	struct import_sheet *s = import_try(
		a, "party",
		"kind;name;\xE5r\r\n\r\nother;\"a\"\"\xF6;\";12,5\r\nothre;=1+1;\r\n",
		NULL);
	struct err e = { "" };

	assert_true(import_sheet_write_remarks(s, import_copy, &e));
	import_sheet_free(s);
	assert_copy("kind;name;\xE5r;Anm\xE4rkning\r\n;;;\r\n"
		    "other;\"a\"\"\xF6;\";12,5;\r\n"
		    "othre;=1+1;;FEL, A: \x94othre\x94: \xE4r varken kod eller namn i "
		    "listan\r\n");
}

static void titles_are_passed_over_and_kept(void **state)
{
	static const char list[] = "\xEF\xBB\xBF" "Parter 2025;\n\nkind;name\nother;A\n"
				   "x;B\n";
	struct import_sheet *s = import_try(*state, "party", list, NULL);
	struct err e = { "" };

	assert_int_equal(import_sheet_rows(s), 2);
	assert_true(import_sheet_write_remarks(s, import_copy, &e));
	import_sheet_free(s);
	assert_copy("\xEF\xBB\xBF" "Parter 2025;\n\nkind;name;Anmärkning\nother;A;\n"
		    "x;B;FEL, A: ”x”: är varken kod eller namn i listan\n");
	import_assert_refused(*state, "Parter\n\nkind;kind;name\n1;2;3\n", NULL,
			      "3:2 kind: kolumnen förekommer två gånger\n");
	import_assert_refused(*state, "Parter\na;b\n1;2\n", NULL,
			      "2:0 ingen rubrik är ett fält i formuläret party\n");
}

static void dates_with_a_year_are_read(void **state)
{
	static const char *const dates[] = {
		"2025-03-04", "20250304", "250304",   "25-03-04",
		"25-3-4",     "4/3 2025", "4/3-2025", "2025-03-04 00:00:00",
	};
	static const char *const others[] = {
		"4/3", "3/4/2025", "4/3 25", "79-03-04", "790304", "4 mars", "25-03",
		"2025", "04-03-2025", "25-13-01",
	};
	struct text list = { 0 }, said = { 0 };

	text_add(&list, "name;kind;orientation;registration;start;esf\n");
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		text_addf(&list, "D%zu;individual;other;detailed;%s;0\n", i, dates[i]);
	import_store(*state, "intervention", text_get(&list), NULL);
	import_assert_holds(*state,
			    "SELECT count(*) || min(start) || max(start) "
			    "FROM intervention WHERE name LIKE 'D%'",
			    "82025-03-042025-03-04");
	text_clear(&list);
	text_add(&list, "name;kind;orientation;registration;start;esf\n");
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		text_addf(&list, "E%zu;individual;other;detailed;%s;0\n", i, others[i]);
		text_addf(&said,
			  "%zuE E ”%s”: är inget datum; skriv det som 2025-03-04\n",
			  i + 2, others[i]);
	}
	import_assert_says(*state, "intervention", text_get(&list), NULL,
			   text_get(&said));
	text_done(&list);
	text_done(&said);
}

static void rows_may_refer_to_rows_above(void **state)
{
	static const char head[] =
		"name;kind;orientation;registration;start;esf;part_of\n";
	struct text list = { 0 };

	text_addf(&list, "%sA;individual;other;detailed;2025-01-01;0;\n"
			 "B;individual;other;detailed;2025-01-01;0;a \n", head);
	import_store(*state, "intervention", text_get(&list), NULL);
	import_assert_holds(*state,
			    "SELECT p.name FROM intervention i JOIN intervention p ON "
			    "p.id = i.part_of WHERE i.name = 'B'", "A");
	text_clear(&list);
	text_addf(&list, "%sC;individual;other;detailed;2025-01-01;0;D\n"
			 "D;individual;other;detailed;2025-01-01;0;B\n", head);
	import_assert_says(*state, "intervention", text_get(&list), NULL,
			   "2G E ”D”: är varken kod eller namn i listan\n");
	text_done(&list);
}

static void rows_without_a_key_are_not_the_same(void **state)
{
	import_assert_says(*state, "volume",
			   "Insats;year;women;men\nX;2024;1;2\nY;2024;1;2\n", NULL,
			   "2 E Antal kan inte anges: uppgiften saknas.\n"
			   "2A E ”X”: är varken kod eller namn i listan\n"
			   "3 E Antal kan inte anges: uppgiften saknas.\n"
			   "3A E ”Y”: är varken kod eller namn i listan\n");
}

static void a_copy_that_was_mended_is_read(void **state)
{
	struct app *a = *state;

	import_store(a, "party", "kind\tname\tAnmärkning\nother\tA\tFEL, A: x\n\t\tx\n",
		     NULL);
	import_assert_holds(a, "SELECT count(*) FROM party", "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, import_set_up, import_tear_down)
		TEST(columns_and_codes_are_known_by_name_and_label),
		TEST(windows_text_is_read),
		TEST(several_sources_stand_in_several_columns),
		TEST(several_sources_stand_in_one_cell),
		TEST(per_cent_is_read_as_spreadsheets_write_it),
		TEST(a_participant_is_known_by_number),
		TEST(codes_that_lost_their_noughts_are_known),
		TEST(text_that_was_guarded_is_as_it_was),
		TEST(a_map_names_columns_codes_and_constants),
		TEST(every_fault_of_a_map_is_told),
		TEST(columns_must_be_clear),
		TEST(forms_that_are_no_lists_are_refused),
		TEST(damaged_files_are_refused_with_every_fault),
		TEST(any_bytes_are_read_or_refused),
		TEST(cells_that_cannot_be_read_are_all_told),
		TEST(rules_are_asked_of_every_row),
		TEST(what_would_not_be_stored_is_told),
		TEST(doubles_within_the_file_are_told),
		TEST(rows_and_columns_are_those_of_the_spreadsheet),
		TEST(the_copy_is_the_list_with_remarks),
		TEST(titles_are_passed_over_and_kept),
		TEST(dates_with_a_year_are_read),
		TEST(rows_may_refer_to_rows_above),
		TEST(rows_without_a_key_are_not_the_same),
		TEST(a_copy_that_was_mended_is_read),
#undef TEST
	};

	return cmocka_run_group_tests(tests, import_make_folder, import_remove_folder);
}
