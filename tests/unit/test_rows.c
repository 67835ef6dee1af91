/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as the database tells of them, and rows by name. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "store/rows.h"
#include "store/tables.h"
#include "tests/unit/store_world.h"

static struct db *db;

static int set_up(void **state)
{
	(void)state;
	db = memory();
	script(db, "INSERT INTO code_kind VALUES ('individual', 1, 'a', 'b');"
		   "INSERT INTO code_yes_no VALUES (0, 1, 'a', 'b'), (1, 2, 'a', 'b')");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static const struct table_column *column(const char *table, const char *name)
{
	const struct table *t = tables_find(db, table);
	int at;

	assert_non_null(t);
	at = table_find_column(t, name);
	assert_true(at >= 0);
	return &t->columns[at];
}

static void learns_the_tables(void **state)
{
	(void)state;
	assert_true(tables_count(db) > 40);
	assert_null(tables_find(db, "sqlite_schema"));
	assert_null(tables_find(db, "nowhere"));
	assert_ptr_equal(tables_find(db, tables_at(db, 0)->name), tables_at(db, 0));
	assert_int_equal(table_find_column(tables_find(db, "setting"), "nothing"), -1);
	assert_int_equal(column("intervention", "kind")->type, COLUMN_TEXT);
	assert_string_equal(column("intervention", "kind")->references, "code_kind");
	assert_string_equal(column("volume", "intervention")->references, "intervention");
	assert_string_equal(column("intervention", "name")->references, "");
	assert_int_equal(column("volume", "women")->type, COLUMN_INTEGER);
	assert_int_equal(column("person_identity", "sealed")->type, COLUMN_BLOB);
	assert_int_equal(column("support", "participation")->key, 1);
	assert_int_equal(column("support", "source")->key, 3);
	assert_int_equal(column("support", "extent")->key, 0);
}

static void insert_setting(const char *name, const char *value)
{
	const struct cell cells[] = {{"name", name}, {"value", value}};
	struct err e;

	must(rows_insert(db, "setting", CELLS(cells), &e), &e);
}

static void inserts_and_loads(void **state)
{
	const struct cell where[] = {{"name", "b"}};
	struct grid *g;
	struct err e;

	(void)state;
	insert_setting("b", "två");
	insert_setting("a", "'; DROP TABLE setting; --");
	g = rows_load(db, "setting", CELLS_NONE, &e);
	must(g, &e);
	assert_string_equal(grid_name(g), "setting");
	assert_int_equal(grid_rows(g), 2);
	assert_string_equal(grid_named(g, 0, "name"), "a");
	assert_string_equal(grid_named(g, 0, "value"), "'; DROP TABLE setting; --");
	grid_free(g);
	g = rows_load(db, "setting", CELLS(where), &e);
	must(g, &e);
	assert_int_equal(grid_rows(g), 1);
	assert_string_equal(grid_named(g, 0, "value"), "två");
	grid_free(g);
}

static void takes_empty_as_not_stated(void **state)
{
	const struct cell cells[] = {{"at", "2025"}, {"user", "u"}, {"action", "x"},
				     {"form", ""}, {"record", NULL}};
	const struct cell none[] = {{"record", ""}}, some[] = {{"record", "1"}};
	struct grid *g;
	struct err e;

	(void)state;
	must(rows_insert(db, "audit", CELLS(cells), &e), &e);
	assert_int_equal(number(db, "SELECT count(*) FROM audit WHERE form IS NULL "
				    "AND record IS NULL"), 1);
	assert_int_equal(db_last_id(db), 1);
	g = rows_load(db, "audit", CELLS(none), &e);
	must(g, &e);
	assert_int_equal(grid_rows(g), 1);
	assert_string_equal(grid_named(g, 0, "form"), "");
	grid_free(g);
	g = rows_load(db, "audit", CELLS(some), &e);
	must(g, &e);
	assert_int_equal(grid_rows(g), 0);
	grid_free(g);
}

static void keeps_numbers_as_numbers(void **state)
{
	const struct cell yes[] = {{"code", "1"}}, position[] = {{"position", "07"}};
	const struct cell bad[] = {{"position", "7a"}};
	struct grid *g;
	struct err e;

	(void)state;
	must(rows_update(db, "code_yes_no", CELLS(position), CELLS(yes), &e), &e);
	assert_int_equal(db_changes(db), 1);
	g = rows_load(db, "code_yes_no", CELLS(yes), &e);
	must(g, &e);
	assert_string_equal(grid_named(g, 0, "position"), "7");
	grid_free(g);
	assert_false(rows_update(db, "code_yes_no", CELLS(bad), CELLS(yes), &e));
	must_say(&e, "code_yes_no.position: \"7a\" är inget tal");
}

static void upserts_by_the_primary_key(void **state)
{
	const struct cell new[] = {{"code", "x"}, {"position", "3"}, {"sv", "å"},
				   {"en", "b"}};
	const struct cell changed[] = {{"code", "x"}, {"position", "4"}, {"sv", "ö"},
				       {"en", "b"}};
	const struct cell key[] = {{"code", "y"}};
	struct err e;

	(void)state;
	must(rows_upsert(db, "code_kind", CELLS(new), &e), &e);
	must(rows_upsert(db, "code_kind", CELLS(changed), &e), &e);
	assert_int_equal(number(db, "SELECT count(*) FROM code_kind WHERE code = 'x' "
				    "AND position = 4 AND sv = 'ö'"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM code_kind"), 2);
	assert_false(rows_upsert(db, "code_kind", CELLS(key), &e));
	must_say(&e, "godtar inte");
}

/* A table that is only its key: there is nothing to change. */
static void upserts_rows_of_keys(void **state)
{
	const struct cell cells[] = {{"intervention", "i"}, {"orientation", "o"}};
	struct err e;

	(void)state;
	script(db, "PRAGMA foreign_keys = OFF");
	must(rows_upsert(db, "intervention_orientation", CELLS(cells), &e), &e);
	must(rows_upsert(db, "intervention_orientation", CELLS(cells), &e), &e);
	assert_int_equal(number(db, "SELECT count(*) FROM intervention_orientation"), 1);
}

static void deletes_what_is_asked_for(void **state)
{
	const struct cell where[] = {{"name", "a"}, {"value", "1"}};
	struct err e;

	(void)state;
	insert_setting("a", "1");
	insert_setting("b", "1");
	must(rows_delete(db, "setting", CELLS(where), &e), &e);
	assert_int_equal(db_changes(db), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM setting WHERE name = 'b'"), 1);
}

static void refuses_names_it_does_not_know(void **state)
{
	const struct cell good[] = {{"name", "a"}};
	const struct cell bad[] = {{"name\" = 'a' OR 1 --", "a"}};
	const struct cell blob[] = {{"sealed", "a"}};
	struct err e;

	(void)state;
	insert_setting("a", "1");
	assert_null(rows_load(db, "sqlite_schema", CELLS_NONE, &e));
	must_say(&e, "sqlite_schema: tabellen finns inte");
	assert_null(rows_load(db, "setting", CELLS(bad), &e));
	must_say(&e, "kolumnen finns inte");
	assert_false(rows_insert(db, "setting", CELLS(bad), &e));
	assert_false(rows_upsert(db, "setting", CELLS(bad), &e));
	assert_false(rows_update(db, "setting", CELLS(bad), CELLS(good), &e));
	assert_false(rows_update(db, "setting", CELLS(good), CELLS(bad), &e));
	assert_false(rows_delete(db, "setting", CELLS(bad), &e));
	assert_false(rows_delete(db, "setting; DROP TABLE setting", CELLS(good), &e));
	assert_false(rows_insert(db, "person_identity", CELLS(blob), &e));
	assert_int_equal(number(db, "SELECT count(*) FROM setting"), 1);
}

static void leaves_blobs_where_they_are(void **state)
{
	struct grid *g;
	struct err e;

	(void)state;
	g = rows_load(db, "person_identity", CELLS_NONE, &e);
	must(g, &e);
	assert_int_equal(grid_find_column(g, "sealed"), -1);
	assert_int_equal(grid_find_column(g, "person"), 0);
	grid_free(g);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(learns_the_tables),
		TEST(inserts_and_loads),
		TEST(takes_empty_as_not_stated),
		TEST(keeps_numbers_as_numbers),
		TEST(upserts_by_the_primary_key),
		TEST(upserts_rows_of_keys),
		TEST(deletes_what_is_asked_for),
		TEST(refuses_names_it_does_not_know),
		TEST(leaves_blobs_where_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
