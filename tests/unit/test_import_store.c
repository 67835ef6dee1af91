/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists from spreadsheets: all of it is stored or nothing, whatever happens. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/import_sheet.h"
#include "app/import_template.h"
#include "app/inside.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"
#include "tests/unit/app_fixture.h"
#include "tests/unit/import_world.h"

#define CLOSURE \
	";Slutdatum;closure_reason;next_step;support_after_1;closure.works;" \
	"closure.work_kind;closure.work_extent;closure.studies;closure.seeks_work"

static void a_row_may_tell_the_end_too(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     HEAD CLOSURE "\n"
		     BODY ";2025-06-30;Avslutad enligt plan;work;none;1;unsubsidised;"
		          "75;0;\n"
		     "Arbetsspåret;2025-02-10;1;2025-02-13;man;1989;unknown;up_to_1y;"
		     "none;0;0;1;;;;;;;;;\n", NULL);
	import_assert_holds(a,
			    "SELECT p.end || p.closure_reason || o.work_extent || "
			    "s.source FROM participation p JOIN occupation o ON "
			    "o.participation = p.id AND o.phase = 'after' "
			    "JOIN support s ON s.participation = p.id AND "
			    "s.phase = 'after'",
			    "2025-06-30completed75none");
	import_assert_holds(a, "SELECT count(*) FROM participation WHERE end IS NULL",
			    "1");
	import_assert_holds(a, "SELECT group_concat(action || ' ' || form) FROM audit "
			       "WHERE form <> 'intervention'",
			    "add participation,change closure,add participation,"
			    "import participation");
}

#define DAYS "participation;Ersättning;Dagar före;Dagar efter\n"

static void days_are_linked_by_id_or_number(void **state)
{
	struct app *a = *state;
	struct text list = { 0 };
	char *id;

	import_store(a, "participation",
		     HEAD CLOSURE "\n"
		     BODY ";2025-06-30;Avslutad enligt plan;work;none;1;unsubsidised;"
			  "75;0;\n", NULL);
	id = fixture_ask(a, "SELECT id FROM participation");
	text_addf(&list, DAYS "D-0001;sickness_benefit;120;0\n"
			      "%s;Aktivitetsersättning;366;\n", id);
	import_store(a, "benefit_days", text_get(&list), NULL);
	import_assert_holds(a, "SELECT group_concat(benefit || ' ' || days_before || ' ' "
			       "|| coalesce(days_after, '-')) FROM (SELECT * "
			       "FROM benefit_days ORDER BY days_before)",
			    "sickness_benefit 120 0,activity_compensation 366 -");
	text_done(&list);
	free(id);
}

/* today is 2025-11-14. */
static void days_are_held_against_their_rules(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     HEAD CLOSURE "\n"
		     BODY ";2025-06-30;completed;work;none;1;unsubsidised;75;0;\n"
		     "Arbetsspåret;2024-01-10;1;2024-02-13;man;1989;unknown;up_to_1y;"
		     "none;0;0;1;2024-11-14;completed;work;none;1;unsubsidised;75;0;\n"
		     "Arbetsspåret;2025-02-10;1;2025-02-13;man;1988;unknown;up_to_1y;"
		     "none;0;0;1;;;;;;;;;\n", NULL);
	import_store(a, "benefit_days", DAYS "D-0002;sickness_benefit;1;1\n", NULL);
	import_assert_says(a, "benefit_days",
			   DAYS "D-0001;sickness_benefit;0;0\n"
				"D-0002;sickness_compensation;366;366\n"
				"D-0002;sickness_benefit;0;0\n"
				"D-0002;activity_compensation;367;-1\n"
				"D-0001;activity_compensation;;\n"
				"D-0003;activity_compensation;1;1\n", NULL,
			   "2D W R-952 Det har inte gått ett år sedan deltagandet "
			   "avslutades. Dagarna efter är inte alla kända än.\n"
			   "4B E R-951 Deltagandets dagar med den ersättningen finns "
			   "redan.\n"
			   "5C E days_before Skriv ett antal dagar mellan 0 och 366.\n"
			   "5D E days_after Skriv ett antal dagar mellan 0 och 366.\n"
			   "6C E Dagar före: uppgiften saknas.\n"
			   "7D W lagras inte: uppgiften hör inte till den här raden\n");
}

static void days_of_nobody_are_refused(void **state)
{
	struct app *a = *state;

	import_store(a, "participation",
		     HEAD CLOSURE ";same_person\n"
		     BODY ";2025-01-31;completed;work;none;1;unsubsidised;75;0;;x\n"
		     "Arbetsspåret;2025-02-10;1;2025-02-13;Kvinna;1979;unknown;up_to_1y;"
		     "none;0;0;1;;;;;;;;;;x\n", NULL);
	import_assert_says(a, "benefit_days",
			   DAYS "D-0001;sickness_benefit;1;\n"
				"D-0002;sickness_benefit;1;\n"
				"x-1;sickness_benefit;1;\n", NULL,
			   "2A E ”D-0001”: kan betyda flera val; skriv koden\n"
			   "3A E ”D-0002”: är varken kod eller namn i listan\n"
			   "4A E ”x-1”: är varken kod eller namn i listan\n");
}

static void an_end_is_held_against_its_rules(void **state)
{
	import_assert_says(*state, "participation",
			   HEAD CLOSURE "\n"
			   BODY ";2025-01-01;completed;work;none;1;unsubsidised;75;0;\n"
			   BODY ";;completed;;;;;;;\n"
			   "x;2025-01-10;Ja;2025-01-13;man;1979;upper_secondary;"
			   "up_to_3y;"
			   "social_assistance;0;0;1;2025-06-30;y;;none;0;;;0;1\n", NULL,
			   "2M E R-201 Slutdatumet ligger före startdatumet. Rätta "
			   "slutdatumet.\n"
			   "3 W kan vara samma post som på rad 2\n"
			   "3 W R-153 Det finns redan en deltagare i insatsen med "
			   "samma "
			   "start, kön och födelseår. Kontrollera att det inte är "
			   "samma person.\n"
			   "3M E Slutdatum: uppgiften saknas.\n"
			   "3P E Försörjning: uppgiften saknas.\n"
			   "3Q E Arbetar: uppgiften saknas.\n"
			   "3T E Studerar: uppgiften saknas.\n"
			   "4A E ”x”: är varken kod eller namn i listan\n"
			   "4N E ”y”: är varken kod eller namn i listan\n");
}

static void rows_about_the_same_person_are(void **state)
{
	static const char list[] =
		"nr;" HEAD "\n"
		"17;" BODY "\n"
		"18;" BODY "\n"
		"17;Andra;2025-03-10;Ja;2025-03-13;Kvinna;1979;upper_secondary;"
		"up_to_3y;social_assistance;0;0;1\n"
		";Andra;2025-03-10;Ja;2025-03-13;Kvinna;1980;upper_secondary;up_to_3y;"
		"social_assistance;0;0;1\n";
	struct app *a = *state;

	free(fixture_intervention(a, "Andra"));
	import_store(a, "participation", list, "column,field\nnr,same_person\n");
	import_assert_holds(a, "SELECT count(*) FROM participation", "4");
	import_assert_holds(a, "SELECT group_concat(n) FROM (SELECT count(*) AS n FROM "
			       "participation p JOIN person q ON q.id = p.person "
			       "GROUP BY q.number ORDER BY q.number)", "2,1,1");
}

static void a_person_is_the_same_or_it_is_said(void **state)
{
	free(fixture_intervention(*state, "Andra"));
	import_assert_says(*state, "participation",
			   "same_person;" HEAD "\n"
			   "a;" BODY "\n"
			   "A ;Andra;2025-03-10;Ja;2025-03-13;man;1979;upper_secondary;"
			   "up_to_3y;social_assistance;0;0;1\n"
			   "a;Arbetsspåret;2025-04-10;Ja;2025-04-13;Kvinna;1979;"
			   "upper_secondary;up_to_3y;social_assistance;0;0;1\n", NULL,
			   "3F E registret säger något annat: Kvinna\n"
			   "4E E R-151 Personen deltar redan i insatsen under den här "
			   "tiden. "
			   "Två deltaganden i samma insats får inte överlappa.\n");
}

static void nothing_is_stored_while_there_are_errors(void **state)
{
	struct app *a = *state;
	struct import_sheet *s =
		import_try(a, "party", "kind;name\nother;A\nothre;B\n", NULL);
	struct err e = { "" };

	assert_int_equal(import_sheet_errors(s), 1);
	assert_false(import_sheet_store(s, &e));
	import_sheet_free(s);
	import_assert_holds(a, "SELECT count(*) FROM party", "0");
}

static void nothing_is_stored_untried(void **state)
{
	struct text told = { 0 };
	struct import_sheet *s =
		import_open(*state, "party", "kind;name\nother;A\n", 18, NULL, &told);
	struct err e = { "" };

	assert_non_null(s);
	assert_false(import_sheet_store(s, &e));
	import_sheet_free(s);
	text_done(&told);
}

static void nothing_is_stored_when_the_register_was_changed(void **state)
{
	struct app *a = *state;
	struct import_sheet *s = import_try(a, "party", "kind;name\nother;A\n", NULL);
	struct faults faults = { 0 };
	struct app *other = app_open(app_path(a), &faults);
	struct err e = { "" };

	assert_non_null(other);
	free(fixture_intervention(other, "Ny"));
	app_close(other);
	assert_false(import_sheet_store(s, &e));
	assert_non_null(strstr(e.text, "har ändrats"));
	import_sheet_free(s);
	import_assert_holds(a, "SELECT count(*) FROM party", "0");
}

static void the_same_file_is_stored_once(void **state)
{
	static const char list[] = HEAD "\n" BODY "\n";
	struct app *a = *state;

	import_store(a, "participation", list, NULL);
	import_assert_says(a, "participation", list, NULL,
			   "0 E filen har redan lästs in, 2025-11-14\n"
			   "2 W R-153 Det finns redan en deltagare i insatsen med "
			   "samma "
			   "start, kön och födelseår. Kontrollera att det inte är "
			   "samma person.\n");
}

static void a_list_that_grew_is_not_stored_again(void **state)
{
	static const char list[] =
		HEAD "\n" BODY "\n"
		"Arbetsspåret;2025-01-10;Ja;2025-02-13;man;1980;unknown;up_to_1y;none;"
		"0;0;1\n"
		"Arbetsspåret;2025-01-10;Ja;2025-03-13;man;1981;unknown;up_to_1y;none;"
		"0;0;1\n";
	struct import_sheet *s;
	struct text grown = { 0 };

	import_store(*state, "participation", list, NULL);
	text_addf(&grown, "%s%s", list,
		  "Arbetsspåret;2025-01-10;Ja;2025-04-14;man;1982;unknown;up_to_1y;none;"
		  "0;0;1\n");
	s = import_try(*state, "participation", text_get(&grown), NULL);
	assert_int_equal(import_sheet_errors(s), 1);
	assert_string_equal(import_sheet_remark(s, 0)->message,
			    "3 av 4 rader finns redan i registret; ta bort dem ur filen");
	import_sheet_free(s);
	import_store(*state, "participation",
		     HEAD "\n"
		     "Arbetsspåret;2025-01-10;Ja;2025-04-14;man;1982;unknown;up_to_1y;"
		     "none;0;0;1\n", NULL);
	text_done(&grown);
}

/* ---- when the machine fails ---- */

enum { MANY = 400 };

static void add_many(struct text *list)
{
	text_add(list, HEAD "\n");
	for (int i = 0; i < MANY; i++)
		text_addf(list,
			  "Arbetsspåret;2025-01-10;Ja;2025-%02d-%02d;Kvinna;%d;"
			  "upper_secondary;up_to_3y;social_assistance;0;0;1\n",
			  i % 9 + 1, i % 28 + 1, 1960 + i % 40);
}

/* Stores in a process of its own that may write files of no more than `limit` bytes: the
 * write that would go beyond kills it (as kill -9 does) or, when ignored, fails. */
static int store_within(const char *path, rlim_t limit, bool ignored)
{
	const struct import_order order = { "participation", import_list, NULL };
	const struct rlimit room = { limit, limit };
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		struct faults faults = { 0 };
		struct app *a = app_open(path, &faults);
		struct import_sheet *s = a ? import_sheet_open(a, &order, &faults) : NULL;
		struct err e;

		if (!s || !import_sheet_try(s, &e))
			_exit(3);
		signal(SIGXFSZ, ignored ? SIG_IGN : SIG_DFL);
		setrlimit(RLIMIT_FSIZE, &room);
		_exit(import_sheet_store(s, &e) ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void killed_in_the_middle_it_leaves_nothing(void **state)
{
	struct app *a = *state;
	struct text list = { 0 };
	struct faults faults = { 0 };
	char *path = strdup(app_path(a));
	int killed = 0;

	add_many(&list);
	faults_done(&faults);
	import_sheet_free(import_open(a, "participation", text_get(&list), list.length,
				      NULL, &(struct text){ 0 }));
	for (rlim_t limit = 40000; limit <= 400000; limit += 60000) {
		int status = store_within(path, limit, false);

		killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ;
		assert_true(WIFSIGNALED(status));
		import_assert_holds(a, "SELECT count(*) FROM participation", "0");
		import_assert_holds(a, "SELECT count(*) FROM person", "0");
		import_assert_holds(a, "PRAGMA integrity_check", "ok");
	}
	assert_true(killed >= 5);
	assert_int_equal(store_within(path, RLIM_INFINITY, false), 0);
	text_done(&list);
	free(path);
}

static void a_disk_that_fills_up_leaves_nothing(void **state)
{
	struct app *a = *state;
	struct text list = { 0 };
	char *path = strdup(app_path(a));

	add_many(&list);
	import_sheet_free(import_open(a, "participation", text_get(&list), list.length,
				      NULL, &(struct text){ 0 }));
	for (rlim_t limit = 40000; limit <= 400000; limit += 120000) {
		int status = store_within(path, limit, true);

		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 1);
		import_assert_holds(a, "SELECT count(*) FROM participation", "0");
	}
	text_done(&list);
	free(path);
}

/* ---- templates ---- */

static void a_template_is_read_as_it_is_written(void **state)
{
	static const char *const forms[] = {
		"membership", "party", "intervention", "intervention_year", "volume",
		"anonymous_count", "participation",
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct import_template t;
		struct text csv = { 0 }, told = { 0 };
		struct import_sheet *s;
		struct err e = { "" };

		if (!import_template_make(*state, forms[i], &t, &e))
			fail_msg("%s", e.text);
		csvfile_write_as(&csv, t.list, csvfile_find_dialect("excel"));
		s = import_open(*state, forms[i], text_get(&csv), csv.length, NULL,
				&told);
		if (!s)
			fail_msg("%s: %s", forms[i], text_get(&told));
		for (size_t c = 0; c < import_sheet_columns(s); c++) {
			text_clear(&told);
			import_sheet_add_target(s, c, &told);
			assert_string_equal(text_get(&told), import_sheet_heading(s, c));
		}
		assert_true(grid_rows(t.columns) >= 2);
		import_sheet_free(s);
		text_done(&csv);
		text_done(&told);
		import_template_done(&t);
	}
}

static void a_template_tells_what_may_stand_where(void **state)
{
	struct import_template t;
	struct err e = { "" };
	long row;

	assert_true(import_template_make(*state, "participation", &t, &e));
	row = grid_find_row(t.columns, 4, "Arbetsspåret");
	assert_true(row >= 0);
	assert_string_equal(grid_get(t.columns, (size_t)row, 0), "Insats");
	row = grid_find_row(t.columns, 4, "sickness_benefit");
	assert_true(row >= 0);
	assert_string_equal(grid_get(t.columns, (size_t)row, 1), "support_before_1");
	assert_string_equal(grid_get(t.columns, (size_t)row, 5),
			    "Sjuk- eller rehabpenning");
	import_template_done(&t);
	assert_false(import_template_make(*state, "closure", &t, &e));
	assert_false(import_template_make(*state, "nothing", &t, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, import_set_up, import_tear_down)
		TEST(a_row_may_tell_the_end_too),
		TEST(days_are_linked_by_id_or_number),
		TEST(days_are_held_against_their_rules),
		TEST(days_of_nobody_are_refused),
		TEST(an_end_is_held_against_its_rules),
		TEST(rows_about_the_same_person_are),
		TEST(a_person_is_the_same_or_it_is_said),
		TEST(nothing_is_stored_while_there_are_errors),
		TEST(nothing_is_stored_untried),
		TEST(nothing_is_stored_when_the_register_was_changed),
		TEST(the_same_file_is_stored_once),
		TEST(a_list_that_grew_is_not_stored_again),
		TEST(killed_in_the_middle_it_leaves_nothing),
		TEST(a_disk_that_fills_up_leaves_nothing),
		TEST(a_template_is_read_as_it_is_written),
		TEST(a_template_tells_what_may_stand_where),
#undef TEST
	};

	return cmocka_run_group_tests(tests, import_make_folder, import_remove_folder);
}
