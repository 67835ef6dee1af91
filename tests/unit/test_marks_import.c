/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of questions, read into a federation's register: what it can be about, and what
 * is refused. Its way there and back is in test_queries. */
#include "exchange_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/marks.h"
#include "app/marks_place.h"
#include "app/overview.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/text.h"
#include "model/form.h"
#include "model/package.h"
#include "packages.h"

static long long waiting(struct exchange_world *w)
{
	struct overview o;
	struct err e;

	assert_true(overview_load(w->local, 2024, &o, &e));
	return o.queries;
}

/* Every column of every file that can be asked about has its field in a form. */
static void every_column_has_its_field(void **state)
{
	/* The record need not be there: the forms are what is tried. */
	static const char *const rows[] = { "x/before/x", "x/after/x", "x/before",
					    "x/after" };
	struct exchange_world *w = *state;
	const struct forms *forms = catalog_forms(app_catalog(w->local));
	size_t files = 0;
	struct err e;

	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		const struct package_file *f = package_file(id);
		bool found = false;

		for (size_t c = 0; c < 4 * f->count; c++) {
			struct marks_asked asked = { f->name, rows[c % 4], "" };
			struct marks_spot spot;

			if (marks_check(&asked, &e) != MARKS_SOUND)
				continue;
			found = true;
			asked.column = f->columns[c / 4].name;
			assert_int_equal(marks_check(&asked, &e), MARKS_SOUND);
			assert_true(marks_find(w->local, &asked, &spot, &e));
			assert_null(spot.record);
			if (form_find_field(forms_find(forms, spot.form), spot.field) < 0)
				fail_msg("%s: %s.%s", asked.column, spot.form,
					 spot.field);
		}
		files += found;
	}
	assert_int_equal(files, 10);
}

/* ---- hostile files of questions ---- */

static const char head[] =
	"query,federation,year,file,record,field,question,asked,withdrawn\r\n";

/* One change to a good row, and what is to be said of it. */
static const struct harm {
	const char *from, *to;
	size_t row, column;
	const char *said;
} harms[] = {
	{ "query,", "guery,", 1, 1, "ska heta query" },
	{ ",asked,", ",askad,", 1, 8, "ska heta asked" },
	{ ",withdrawn\r", ",withdrawn,more\r", 2, 0, "rubrikraden 10" },
	{ ",withdrawn\r", ",withdrawal\r", 1, 9, "ska heta withdrawn" },
	{ "01JCMH0000000000000000000A", "01JCMH", 2, 1, "inget id på en fråga" },
	{ "01JCMH0000000000000000000A", "01jcmh0000000000000000000a", 2, 1, "inget id" },
	{ ",blekinge,", ",gotland,", 2, 2, "ska vara blekinge" },
	{ ",2024,", ",1024,", 2, 3, "är inget år" },
	{ ",2024,", ",2024 ,", 2, 3, "är inget år" },
	{ ",participations,", ",../participations,", 2, 4, "frågor kan gälla" },
	{ ",participations,", ",cells,", 2, 4, "frågor kan gälla" },
	{ ",participations,", ",support,", 2, 5, "before och after" },
	{ ",participations,", ",anonymous,", 2, 5, "skrivs intervention/year/sex" },
	{ ",blekinge-", ",gotland-", 2, 5, "inget id från blekinge" },
	{ ",start,", ",name,", 2, 6, "inget sådant fält" },
	{ "10:00:00,\r", "10:00:00,soon\r", 2, 9, "är ingen tidpunkt" },
	{ "10:00:00,\r", "10:00:00,2025-02-30T10:00:00\r", 2, 9, "är ingen tidpunkt" },
	{ "10:00:00,\r", "10:00:00,1\r", 2, 9, "är ingen tidpunkt" },
	{ "Rätt?", "", 2, 7, "saknas" },
	{ "Rätt?", "\"två\nrader\"", 2, 7, "en rad" },
	{ "Rätt?", "\x1B[2J", 2, 7, "styrtecken" },
	{ "2025-11-14T10:00:00", "2025-11-31T10:00:00", 2, 8, "tidpunkt" },
	{ "Rätt?", "R\xC3(tt", 2, 7, "UTF-8" },
	{ ",start,", ",start,start,", 2, 0, "" },
};

static char *good_file(const struct exchange_world *w)
{
	struct text csv = { 0 };

	text_addf(&csv,
		  "%s01JCMH0000000000000000000A,blekinge,2024,participations,%s,start,"
		  "Rätt?,2025-11-14T10:00:00,\r\n", head, w->participation);
	return text_take(&csv);
}

static bool is_told(const struct faults *f, const struct harm *h)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].row == h->row &&
		    (!h->column || f->items[i].column == h->column) &&
		    strstr(f->items[i].message, h->said))
			return true;
	return false;
}

static void hostile_questions_are_refused(void **state)
{
	struct exchange_world *w = *state;
	char *path = exchange_path(w, "q.csv"), *good = good_file(w);
	struct faults f = { 0 };
	struct marks_taken taken;

	for (size_t i = 0; i < sizeof(harms) / sizeof(harms[0]); i++) {
		struct text all = { 0 };

		exchange_write(path, good);
		packages_replace(w->folder, "q.csv", harms[i].from, harms[i].to,
				 strlen(harms[i].to));
		assert_false(marks_import(w->local, path, &taken, &f));
		faults_print(&f, &all);
		if (!is_told(&f, &harms[i]))
			fail_msg("\"%s\": %s", harms[i].to, text_get(&all));
		text_done(&all);
		faults_done(&f);
	}
	assert_int_equal(waiting(w), 0);
	exchange_write(path, good);
	assert_true(marks_import(w->local, path, &taken, &f));
	assert_int_equal(waiting(w), 1);
	assert_false(marks_import(w->national, path, &taken, &f));
	faults_done(&f);
	packages_replace(w->folder, "q.csv", "Rätt?", "Fel?", 4);
	assert_false(marks_import(w->local, path, &taken, &f));
	assert_non_null(strstr(f.items[0].message, "annat innehåll"));
	faults_done(&f);
	free(path);
	free(good);
}

static void a_record_that_is_not_here_is_told(void **state)
{
	struct exchange_world *w = *state;
	char *path = exchange_path(w, "q.csv"), *good = good_file(w);
	struct faults f = { 0 };
	struct marks_taken taken;

	exchange_write(path, good);
	packages_add(w->folder, "q.csv",
		     "01JCMH0000000000000000000B,blekinge,2024,interventions,"
		     "blekinge-01ARZ3NDEKTSV4RRFFQ69G5FAV,,Finns den?,"
		     "2025-11-14T10:00:00,\r\n");
	assert_true(marks_import(w->local, path, &taken, &f));
	assert_int_equal(taken.stored, 1);
	assert_int_equal(taken.absent, 1);
	assert_int_equal(f.count, 1);
	assert_int_equal(f.items[0].row, 3);
	faults_done(&f);
	free(path);
	free(good);
}

/* As it was before questions could be withdrawn. */
static void a_file_without_the_last_column_is_read(void **state)
{
	struct exchange_world *w = *state;
	char *path = exchange_path(w, "q.csv"), *good = good_file(w);
	struct faults f = { 0 };
	struct marks_taken taken;

	exchange_write(path, good);
	packages_replace(w->folder, "q.csv", ",withdrawn\r", "\r", 1);
	packages_replace(w->folder, "q.csv", "10:00:00,\r", "10:00:00\r", 9);
	assert_true(marks_import(w->local, path, &taken, &f));
	assert_int_equal(taken.stored, 1);
	assert_int_equal(waiting(w), 1);
	/* The same question in a file of now. */
	exchange_write(path, good);
	assert_true(marks_import(w->local, path, &taken, &f));
	assert_int_equal(taken.known, 1);
	assert_int_equal(f.count, 0);
	free(path);
	free(good);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, exchange_open, exchange_close)

static const struct CMUnitTest all[] = {
	TEST(every_column_has_its_field),
	TEST(hostile_questions_are_refused),
	TEST(a_record_that_is_not_here_is_told),
	TEST(a_file_without_the_last_column_is_read),
};

int main(void)
{
	return cmocka_run_group_tests(all, NULL, NULL);
}
