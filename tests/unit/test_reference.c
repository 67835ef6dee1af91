/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference data: what is written, what is left alone. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "store/reference.h"
#include "tests/unit/store_world.h"

static struct db *db;

static int set_up(void **state)
{
	(void)state;
	db = memory();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

/* A grid of `rows` rows with the columns given, whose cells follow one another. */
static struct grid *make_grid(const char *const columns[3], size_t rows,
			      const char *const *cells)
{
	struct grid *g = grid_new("list.csv");

	for (size_t i = 0; i < 3; i++)
		grid_add_column(g, columns[i]);
	for (size_t row = 0; row < rows; row++) {
		grid_add_row(g, row + 2);
		for (size_t i = 0; i < 3; i++)
			grid_set(g, row, i, cells[row * 3 + i]);
	}
	return g;
}

static const char *const code_columns[] = {"code", "sv", "en"};

/* Updates one table from a grid, which it frees; tells whether anything was changed. */
static bool update(const char *table, struct grid *g)
{
	struct reference r = {table, g};
	bool changed;
	struct err e;

	must(reference_update(db, &r, 1, &changed, &e), &e);
	grid_free(g);
	return changed;
}

static const char *const two[] = {"woman", "Kvinna", "Woman", "man", "Man", "Man"};

static void fills_and_then_leaves_alone(void **state)
{
	long long changes;

	(void)state;
	assert_true(update("code_sex", make_grid(code_columns, 2, two)));
	assert_int_equal(number(db, "SELECT count(*) FROM code_sex"), 2);
	assert_int_equal(number(db, "SELECT max(position) FROM code_sex"), 2);
	changes = number(db, "SELECT total_changes()");
	assert_false(update("code_sex", make_grid(code_columns, 2, two)));
	assert_int_equal(number(db, "SELECT total_changes()"), changes);
}

static void changes_what_differs(void **state)
{
	static const char *const moved[] = {"man", "Man", "Man",
					    "woman", "Kvinna", "Female"};

	(void)state;
	update("code_sex", make_grid(code_columns, 2, two));
	assert_true(update("code_sex", make_grid(code_columns, 2, moved)));
	assert_int_equal(number(db, "SELECT count(*) FROM code_sex WHERE "
				    "(code, position, en) IN (VALUES ('man', 1, 'Man'), "
				    "('woman', 2, 'Female'))"), 2);
}

static void keeps_a_vanished_code_that_is_used(void **state)
{
	static const char *const person[] = {
		"none", "Inga", "None", "old", "Gammal", "Old",
		"identified", "Med", "With",
	};

	(void)state;
	update("code_person_data", make_grid(code_columns, 3, person));
	script(db, "INSERT INTO federation (id, name, person_data, registered_at, "
		   "registered_by, changed_at, changed_by) "
		   "VALUES ('x', 'X', 'old', 'a', 'b', 'c', 'd')");
	assert_true(update("code_person_data", make_grid(code_columns, 1, person)));
	assert_int_equal(number(db, "SELECT sum(code = 'old') FROM code_person_data"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM code_person_data"), 2);
	assert_false(update("code_person_data", make_grid(code_columns, 1, person)));
	script(db, "UPDATE federation SET person_data = 'none'");
	assert_true(update("code_person_data", make_grid(code_columns, 1, person)));
	assert_int_equal(number(db, "SELECT count(*) FROM code_person_data"), 1);
}

static void takes_tables_in_order_and_passes_over_columns(void **state)
{
	static const char *const county_columns[] = {"code", "name", "note"};
	static const char *const municipality_columns[] = {"code", "name", "county"};
	static const char *const counties[] = {"09", "Gotlands län", "ö"};
	static const char *const municipalities[] = {"0980", "Gotland", "09"};
	struct grid *first = make_grid(county_columns, 1, counties);
	struct grid *second = make_grid(municipality_columns, 1, municipalities);
	struct reference items[] = {{"county", first}, {"municipality", second}};
	struct err e;

	(void)state;
	must(reference_update(db, items, 2, NULL, &e), &e);
	assert_int_equal(number(db, "SELECT count(*) FROM municipality m JOIN county c "
				    "ON c.code = m.county"), 1);
	grid_free(first);
	grid_free(second);
}

static void takes_all_back_when_one_fails(void **state)
{
	static const char *const faulty[] = {"a", "A", "A", "b", "", "B"};
	struct grid *good = make_grid(code_columns, 2, two);
	struct grid *bad = make_grid(code_columns, 2, faulty);
	struct reference items[] = {{"code_sex", good}, {"code_kind", bad}};
	struct reference nowhere = {"setting", good};
	bool changed;
	struct err e;

	(void)state;
	assert_false(reference_update(db, items, 2, &changed, &e));
	assert_false(changed);
	assert_int_equal(number(db, "SELECT count(*) FROM code_sex"), 0);
	assert_false(db_in_transaction(db));
	assert_false(reference_update(db, &nowhere, 1, &changed, &e));
	must_say(&e, "setting");
	grid_free(good);
	grid_free(bad);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(fills_and_then_leaves_alone),
		TEST(changes_what_differs),
		TEST(keeps_a_vanished_code_that_is_used),
		TEST(takes_tables_in_order_and_passes_over_columns),
		TEST(takes_all_back_when_one_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
