/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries received: the tables are what was sent, and nothing bad gets in. */
#include "packages.h"
#include "receive_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/export_national.h"
#include "app/inside.h"
#include "app/receive.h"
#include "app/report.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "model/cells.h"
#include "model/figures.h"
#include "store/db.h"

/* Before all that any table tells of. */
enum { LONG_AGO = 1900 };

/* The tables of a year, of one federation. */
static struct grid *tables(struct app *a, const char *federation, int year)
{
	struct report_order order = { .years = &year, .year_count = 1,
				      .scope = { &federation, 1 } };
	struct figures *figures;
	struct grid *g;
	struct err e;

	if (!report_make(a, &order, &figures, &e))
		fail_msg("%s", e.text);
	g = cells_make(figures);
	figures_free(figures);
	return g;
}

/* Cells of the year itself: those of earlier ones are other packages' affair. */
static bool is_about(const struct grid *g, size_t row, int year)
{
	for (int other = year - 25; other < year; other++) {
		char digits[12];

		snprintf(digits, sizeof(digits), "%d", other);
		if (strstr(grid_get(g, row, 1), digits) ||
		    strstr(grid_get(g, row, 2), digits))
			return false;
	}
	return true;
}

static size_t count_differences(const struct grid *a, const struct grid *b, int year)
{
	size_t differences = 0, at = 0;

	for (size_t i = 0; i < grid_rows(a); i++) {
		long n = strtol(grid_get(a, i, 3), NULL, 10);
		bool found = false;

		if (!is_about(a, i, year))
			continue;
		for (size_t k = 0; !found && k < grid_rows(b); k++) {
			size_t row = (at + k) % grid_rows(b);

			found = true;
			for (size_t c = 0; found && c < 3; c++)
				found = !strcmp(grid_get(a, i, c), grid_get(b, row, c));
			if (!found)
				continue;
			at = row;
			if (strcmp(grid_get(a, i, 3), grid_get(b, row, 3)) ||
			    strcmp(grid_get(a, i, 4), grid_get(b, row, 4))) {
				fprintf(stderr, "# %s %s %s: %s/%s, %s/%s\n",
					grid_get(a, i, 0), grid_get(a, i, 1),
					grid_get(a, i, 2), grid_get(a, i, 3),
					grid_get(a, i, 4), grid_get(b, row, 3),
					grid_get(b, row, 4));
				differences++;
			}
		}
		if (!found && n) {
			fprintf(stderr, "# %s %s %s: %ld is lacking\n",
				grid_get(a, i, 0), grid_get(a, i, 1), grid_get(a, i, 2),
				n);
			differences++;
		}
	}
	return differences;
}

static void assert_same_cells(const struct world *w, int year, int about)
{
	const char *federation = app_federation(w->local);
	struct grid *sent = tables(w->local, federation, year);
	struct grid *have = tables(w->national, federation, year);

	assert_true(grid_rows(sent) > 500);
	assert_int_equal(count_differences(sent, have, about), 0);
	assert_int_equal(count_differences(have, sent, about), 0);
	grid_free(sent);
	grid_free(have);
}

static void assert_same_tables(const struct world *w, int year)
{
	assert_same_cells(w, year, year);
}

/* Of earlier years too. */
static void assert_same_series(const struct world *w, int year)
{
	assert_same_cells(w, year, LONG_AGO);
}

/* ---- tests ---- */

static void tables_are_what_was_sent(void **state)
{
	struct world *w = *state;
	char *path = world_path(w, "national.db");

	world_store(w, w->package);
	assert_same_tables(w, YEAR);
	/* It is checked when it is opened. */
	app_close(w->national);
	w->national = world_open(path);
	assert_same_tables(w, YEAR);
	free(path);
}

/* Only numbers: what tells of single participations is not in the folder. */
static void aggregate(const char *folder)
{
	static const char *const detailed[] = { "participations.csv", "support.csv",
						"occupation.csv", "followups.csv",
						"remarks.csv" };

	for (size_t i = 0; i < sizeof(detailed) / sizeof(detailed[0]); i++) {
		char *path = path_join(folder, detailed[i]);

		assert_int_equal(unlink(path), 0);
		free(path);
	}
	packages_replace(folder, "federation.csv", "detailed", "aggregate", 9);
	packages_seal(folder);
}

static void numbers_only_give_the_same_tables(void **state)
{
	struct world *w = *state;

	aggregate(w->package);
	world_store(w, w->package);
	assert_same_tables(w, YEAR);
}

static void years_meet_whatever_their_order(void **state)
{
	struct world *w = *state;
	char *last = world_export(w, w->local, YEAR - 1);
	char *first = world_export(w, w->local, YEAR - 2);

	aggregate(last);
	world_store(w, first);
	world_store(w, w->package);
	world_store(w, last);
	for (int year = YEAR - 2; year <= YEAR; year++)
		assert_same_tables(w, year);
	free(last);
	free(first);
}

/* Of a year without a package the next one's tables tell, until it comes. */
static void earlier_years_are_what_was_said_of_them(void **state)
{
	struct world *w = *state;
	char *before = world_export(w, w->local, YEAR - 2);

	aggregate(w->package);
	world_store(w, w->package);
	assert_same_series(w, YEAR);
	world_store(w, before);
	assert_same_series(w, YEAR);
	assert_same_series(w, YEAR - 2);
	free(before);
}

static void an_earlier_year_has_no_less_than_its_rows(void **state)
{
	struct world *w = *state;

	packages_replace(w->package, "cells.csv",
			 "interventions_over_time,2024,total,20,",
			 "interventions_over_time,2024,total,2,", 37);
	packages_seal(w->package);
	world_assert_refused(w, "less", "cells.csv:", "interventions_over_time, 2024");
}

/* Out of the national register again, as it was received. */
static void what_was_received_is_passed_on(void **state)
{
	struct world *w = *state;
	char *out = world_path(w, "passed");
	char *folder = world_path(w, "passed/demo-2025-r7");
	const struct export_order order = { .year = YEAR, .out = out };
	struct export_national *x;
	struct export done;
	struct err e = { "" };

	packages_replace(w->package, "federation.csv", ",1,detailed", ",7,detailed", 11);
	packages_seal(w->package);
	world_store(w, w->package);
	x = export_national_open(w->national, &order, NULL, &e);
	assert_non_null(x);
	assert_int_equal(export_national_count(x), 1);
	assert_true(export_national_write(x, 0, &done, &e));
	assert_int_equal(done.revision, 7);
	assert_string_equal(done.folder, folder);
	export_done(&done);
	assert_false(export_national_write(x, 0, &done, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	export_done(&done);
	export_national_close(x);
	assert_null(export_national_open(w->local, &order, NULL, &e));
	free(out);
	free(folder);
}

/* One with errors is left out and the reason told; the register it is in stays usable. */
static void what_has_errors_is_not_passed_on(void **state)
{
	struct world *w = *state;
	char *out = world_path(w, "passed");
	const struct export_order order = { .year = YEAR, .out = out };
	struct export_national *x;
	struct export done;
	struct err e = { "" };

	world_store(w, w->package);
	assert_true(db_script(w->national->db,
			      "UPDATE person SET birth_year = 2024 WHERE number = 1",
			      &e));
	x = export_national_open(w->national, &order, "demo", &e);
	assert_non_null(x);
	assert_false(export_national_write(x, 0, &done, &e));
	assert_int_not_equal(done.check.errors, 0);
	assert_string_equal(done.check.items[0].federation, "demo");
	assert_false(path_exists(done.folder));
	export_done(&done);
	export_national_close(x);
	assert_true(db_begin(w->national->db, &e));
	db_rollback(w->national->db);
	free(out);
}

static void the_same_twice_changes_nothing(void **state)
{
	struct world *w = *state;
	struct faults f = { 0 };

	world_store(w, w->package);
	assert_int_equal(world_receive(w, w->package, &f), RECEIVE_KNOWN);
	assert_int_equal(f.count, 0);
	packages_replace(w->package, "federation.csv", ",1,detailed", ",2,detailed", 11);
	packages_seal(w->package);
	world_store(w, w->package);
	packages_replace(w->package, "federation.csv", ",2,detailed", ",1,detailed", 11);
	packages_seal(w->package);
	assert_int_equal(world_receive(w, w->package, &f), RECEIVE_REFUSED);
	assert_non_null(strstr(f.items[0].message, "äldre"));
	faults_done(&f);
	assert_int_equal(world_count(w->national, "SELECT count(*) FROM package"), 1);
}

static void a_new_revision_takes_away_what_it_lacks(void **state)
{
	struct world *w = *state;
	char *before = world_export(w, w->local, YEAR - 1);

	world_store(w, w->package);
	assert_true(world_count(w->national, "SELECT count(*) FROM participation") > 50);
	world_store(w, before);
	aggregate(w->package);
	packages_replace(w->package, "federation.csv", ",1,aggregate", ",2,aggregate",
			 12);
	packages_seal(w->package);
	world_store(w, w->package);
	assert_true(world_count(w->national, "SELECT count(*) FROM participation") > 50);
	assert_int_equal(world_count(w->national,
			       "SELECT count(*) FROM participation "
			       "WHERE start > '2024-12-31'"), 0);
	assert_same_tables(w, YEAR);
	free(before);
}

static void what_is_linked_to_participations_stays(void **state)
{
	static const char days[] = "SELECT count(*) FROM benefit_days";
	struct world *w = *state;
	struct err e;

	world_store(w, w->package);
	if (!db_script(w->national->db,
		       "INSERT INTO benefit_days SELECT 'n-' || id, id, "
		       "'sickness_benefit', 5, NULL, '-', '-', '-', '-' "
		       "FROM participation LIMIT 9", &e))
		fail_msg("%s", e.text);
	packages_replace(w->package, "federation.csv", ",1,detailed", ",2,detailed", 11);
	packages_seal(w->package);
	world_store(w, w->package);
	assert_int_equal(world_count(w->national, days), 9);
	/* It goes with the participations themselves. */
	aggregate(w->package);
	packages_replace(w->package, "federation.csv", ",2,aggregate", ",3,aggregate",
			 12);
	packages_seal(w->package);
	world_store(w, w->package);
	assert_int_equal(world_count(w->national, days), 0);
}

/* ---- what is refused ---- */

/* One change to a package, and what is to be said of it. */
struct harm {
	const char *name;
	const char *file, *from, *to;
	size_t length;          /* of `to`; 0: up to its NUL */
	bool sealed;            /* with a descriptor that goes with the change */
	const char *place;      /* file:row:column, as it begins */
	const char *said;
};

static const struct harm harms[] = {
	{ "a bit", "participations.csv", "woman", "womao", 0, false,
	  "participations.csv:0:0", "ändrad" },
	{ "a code", "participations.csv", "woman", "witch", 0, true,
	  "participations.csv:", "witch: koden finns inte i listan sex" },
	{ "a size", "funding.csv", "\r\n", "\r\n\r\n", 0, false, "funding.csv:0:0",
	  "byte" },
	{ "a head", "support.csv", "phase", "phrase", 0, true, "support.csv:1:2",
	  "ska heta phase" },
	{ "a NUL", "interventions.csv", "individual", "indi\0idual", 10, true,
	  "interventions.csv:", "" },
	{ "UTF-8", "interventions.csv", "individual", "\xC3(dividual", 10, true,
	  "interventions.csv:", "UTF-8" },
	{ "a control character", "federation.csv", ",2025,1", "\x1B[2J,2025,1", 0,
	  true, "federation.csv:2:2", "tecknet" },
	{ "a date that is none", "participations.csv", "-01,", "-31-,", 0, true,
	  "participations.csv:", "datum" },
	{ "another's year", "admin_costs.csv", "2025", "2024", 0, true,
	  "admin_costs.csv:2:1", "ska vara 2025" },
	{ "a number", "admin_costs.csv", "2025,overhead,", "2025,overhead,1e", 0, true,
	  "admin_costs.csv:", "heltal" },
	{ "a cell", "cells.csv", "sex_age,u30,women,", "sex_age,u30,women,9", 0, true,
	  "cells.csv:", "raderna ger" },
	{ "a cell of no table", "cells.csv", "sex_age,u30,", "sex_age,u31,", 0, true,
	  "cells.csv:", "ingen sådan cell" },
	{ "a level", "federation.csv", "detailed", "secret", 0, true,
	  "federation.csv:2:5", "secret" },
	{ "a federation", "federation.csv", "2025,1", "1925,1", 0, true,
	  "federation.csv:2:3", "från 2004" },
};

static void harm_is_refused(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(harms) / sizeof(harms[0]); i++) {
		const struct harm *h = &harms[i];
		char *path = path_join(w->package, h->file);
		struct text kept = { 0 };
		struct err e;

		packages_read(path, &kept);
		packages_replace(w->package, h->file, h->from, h->to,
				 h->length ? h->length : strlen(h->to));
		if (h->sealed)
			packages_seal(w->package);
		world_assert_refused(w, h->name, h->place, h->said);
		assert_true(path_write(path, text_get(&kept), kept.length, &e));
		packages_seal(w->package);
		text_done(&kept);
		free(path);
	}
	world_store(w, w->package);
}

static void dangling_and_double_rows_are_refused(void **state)
{
	struct world *w = *state;
	const char *federation = app_federation(w->local);
	struct text line = { 0 };

	text_addf(&line, "%s-01ARZ3NDEKTSV4RRFFQ69G5FAV,before,none,\r\n", federation);
	packages_add(w->package, "support.csv", text_get(&line));
	packages_add(w->package, "admin_costs.csv", "2025,staff,1,1\r\n");
	packages_seal(w->package);
	world_assert_refused(w, "dangling", "support.csv:",
			     "finns inte i participations.csv");
	world_assert_refused(w, "double", "admin_costs.csv:", "två gånger");
	text_done(&line);
}

static void strange_files_are_refused(void **state)
{
	struct world *w = *state;
	char *extra = path_join(w->package, "extra.csv");
	char *funding = path_join(w->package, "funding.csv");
	char *away = world_path(w, "funding.csv");
	char *descriptor = path_join(w->package, "datapackage.json");
	struct err e;

	assert_true(path_write(extra, "a\r\n", 3, &e));
	world_assert_refused(w, "an extra file", "extra.csv:0:0", "innehåll");
	assert_int_equal(unlink(extra), 0);
	assert_int_equal(rename(funding, away), 0);
	world_assert_refused(w, "a missing file", "", "funding.csv: kan inte läsas");
	assert_int_equal(symlink(away, funding), 0);
	world_assert_refused(w, "a link", "", "länk");
	assert_int_equal(unlink(funding), 0);
	assert_int_equal(mkfifo(funding, 0600), 0);
	world_assert_refused(w, "a pipe", "", "vanlig fil");
	assert_int_equal(unlink(funding), 0);
	assert_int_equal(rename(away, funding), 0);
	packages_replace(w->package, "datapackage.json", "\"funding.csv\"",
		"\"../funding.csv\"", 16);
	world_assert_refused(w, "a path", "datapackage.json:0:0",
			     "../funding.csv: ingen sådan");
	packages_seal(w->package);
	packages_replace(w->package, "datapackage.json", "\"funding.csv\"",
			 "\"/etc/passwd\"", 13);
	world_assert_refused(w, "a path", "datapackage.json:0:0",
			     "/etc/passwd: ingen sådan");
	assert_true(path_write(descriptor, "{\"a\":1,\"a\":2}", 13, &e));
	world_assert_refused(w, "JSON", "", "samma nyckel");
	assert_int_equal(unlink(descriptor), 0);
	world_assert_refused(w, "nothing", "", "datapackage.json");
	free(extra);
	free(funding);
	free(away);
	free(descriptor);
}

static void rules_are_held_against_it(void **state)
{
	struct world *w = *state;

	packages_replace(w->package, "participations.csv", ",woman,19", ",woman,20", 9);
	packages_seal(w->package);
	world_assert_refused(w, "age", "participations.csv:", "R-111");
}

static void a_receipt_tells_what_came(void **state)
{
	struct world *w = *state;
	struct text json = { 0 };
	struct receipt r = { .json = &json };
	struct faults f = { 0 };

	assert_int_equal(receive_package(w->national, w->package, &r, &f),
			 RECEIVE_STORED);
	assert_string_equal(r.federation, app_federation(w->local));
	assert_int_equal(r.year, YEAR);
	assert_int_equal(r.revision, 1);
	assert_true(r.participations > 50);
	assert_non_null(strstr(text_get(&json), "\"path\": \"support.csv\""));
	text_done(&json);
	free(r.federation);
	faults_done(&f);
}

static void only_a_national_register_receives(void **state)
{
	struct world *w = *state;
	struct receipt r = { 0 };
	struct faults f = { 0 };

	assert_int_equal(receive_package(w->local, w->package, &r, &f), RECEIVE_REFUSED);
	assert_int_equal(f.count, 1);
	faults_done(&f);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, world_make, world_leave)

static const struct CMUnitTest all[] = {
	TEST(tables_are_what_was_sent),
	TEST(numbers_only_give_the_same_tables),
	TEST(years_meet_whatever_their_order),
	TEST(earlier_years_are_what_was_said_of_them),
	TEST(an_earlier_year_has_no_less_than_its_rows),
	TEST(what_was_received_is_passed_on),
	TEST(what_has_errors_is_not_passed_on),
	TEST(the_same_twice_changes_nothing),
	TEST(a_new_revision_takes_away_what_it_lacks),
	TEST(what_is_linked_to_participations_stays),
	TEST(harm_is_refused),
	TEST(dangling_and_double_rows_are_refused),
	TEST(strange_files_are_refused),
	TEST(rules_are_held_against_it),
	TEST(a_receipt_tells_what_came),
	TEST(only_a_national_register_receives),
};

int main(void)
{
	return cmocka_run_group_tests(all, NULL, NULL);
}
