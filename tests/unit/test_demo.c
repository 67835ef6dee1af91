/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demo registers: marked, whole, the same for the same seed, right by every rule. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/demo.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/tables.h"

static char folder[] = "/tmp/samreg-demo-XXXXXX";
static char path[sizeof(folder) + 40];

static void must(bool ok, struct faults *f)
{
	struct text lines = { 0 };

	if (!ok) {
		faults_print(f, &lines);
		fail_msg("%s", text_get(&lines));
	}
	assert_int_equal(f->count, 0);
}

/* A new path, and a demo there. */
static void create(enum demo_size size, unsigned long long seed, int year)
{
	static int count;
	struct demo_options o = { .size = size, .seed = seed, .year = year };
	struct faults f = { 0 };

	snprintf(path, sizeof(path), "%s/%d.db", folder, ++count);
	must(demo_create(path, &o, &f), &f);
}

static int make_folder(void **state)
{
	(void)state;
	path_init("test_demo");
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	char command[sizeof(folder) + 20];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

/* ---- the same again ---- */

static void dump_table(struct db *db, const char *table, struct text *out)
{
	struct grid *g = rows_load(db, table, CELLS_NONE, NULL);

	assert_non_null(g);
	for (size_t i = 0; i < grid_rows(g); i++) {
		text_add(out, table);
		for (size_t k = 0; k < grid_columns(g); k++)
			text_addf(out, "|%s", grid_get(g, i, k));
		text_add_char(out, '\n');
	}
	grid_free(g);
}

/* Every table of a demo with the seed, as text for the caller to free. */
static char *dump_of(unsigned long long seed, int year)
{
	struct text out = { 0 };
	struct db *db;

	create(DEMO_SMALL, seed, year);
	assert_true(db_open(path, DB_READ, &db, NULL));
	for (size_t i = 0; i < tables_count(db); i++)
		dump_table(db, tables_at(db, i)->name, &out);
	db_close(db);
	return text_take(&out);
}

static void test_same_seed(void **state)
{
	char *first = dump_of(7, 2025), *again = dump_of(7, 2025);
	char *other = dump_of(8, 2025), *earlier = dump_of(7, 2021);

	(void)state;
	assert_true(strlen(first) > 1000);
	assert_string_equal(first, again);
	assert_string_not_equal(first, other);
	assert_string_not_equal(first, earlier);
	free(first);
	free(again);
	free(other);
	free(earlier);
}

/* ---- what is refused ---- */

static void must_refuse(const char *where, int year, const char *part)
{
	struct demo_options o = { .size = DEMO_SMALL, .seed = 1, .year = year };
	struct faults f = { 0 };

	assert_false(demo_create(where, &o, &f));
	assert_true(f.count > 0);
	if (!strstr(f.items[0].message, part))
		fail_msg("\"%s\" does not say \"%s\"", f.items[0].message, part);
	faults_done(&f);
}

static void test_refusals(void **state)
{
	char where[sizeof(path)];

	(void)state;
	snprintf(where, sizeof(where), "%s/none.db", folder);
	must_refuse(where, 2026, "2026");
	must_refuse(where, 2009, "2009");
	assert_false(path_exists(where));
	create(DEMO_SMALL, 1, 0);
	must_refuse(path, 0, path);
}

static void test_sizes(void **state)
{
	enum demo_size size = DEMO_SIZES;

	(void)state;
	assert_true(demo_size_find("large", &size));
	assert_int_equal(size, DEMO_LARGE);
	assert_string_equal(demo_size_name(DEMO_SMALL), "small");
	assert_false(demo_size_find("Small", &size));
	assert_int_equal(size, DEMO_LARGE);
}

/* ---- what it is ---- */

static void test_marked(void **state)
{
	struct faults f = { 0 };
	struct app *a;

	(void)state;
	create(DEMO_SMALL, 1, 2025);
	a = app_open(path, &f);
	must(a != NULL, &f);
	assert_true(app_is_demo(a));
	assert_false(app_is_national(a));
	assert_non_null(strstr(app_federation_name(a), "påhittade"));
	app_close(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_seed),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_marked),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
