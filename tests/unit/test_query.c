/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements and questions: the fixed SQL, bindings, steps, grids. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/grid.h"
#include "base/text.h"
#include "store/sql.h"
#include "store/stmt.h"
#include "tests/unit/store_world.h"

static struct stmt *open_stmt(struct db *db, const char *sql)
{
	struct stmt *s;
	struct err e;

	must(stmt_open(db, sql, &s, &e), &e);
	return s;
}

static void every_fixed_sql_can_be_prepared(void **state)
{
	struct db *db = memory();

	(void)state;
	for (enum sql_id id = 0; id < SQL_COUNT; id++) {
		struct stmt *s = open_stmt(db, sql_text(id));

		stmt_close(s);
		assert_ptr_equal(db_stmt(db, id), db_stmt(db, id));
	}
	db_close(db);
}

static void binds_and_reads_values(void **state)
{
	struct db *db = memory();
	struct stmt *s = open_stmt(db, "SELECT ?1 AS a, ?2, ?3, ?4, ?5, ?6");
	struct err e;

	(void)state;
	stmt_bind_text(s, 1, "å");
	stmt_bind_text(s, 2, "");
	stmt_bind_value(s, 3, "");
	stmt_bind_int(s, 4, 9007199254740993);
	stmt_bind_real(s, 5, 0.5);
	stmt_bind_null(s, 6);
	assert_int_equal(stmt_step(s, &e), STMT_ROW);
	assert_int_equal(stmt_columns(s), 6);
	assert_string_equal(stmt_column_name(s, 0), "a");
	assert_string_equal(stmt_text(s, 0), "å");
	assert_int_equal(stmt_length(s, 0), 2);
	assert_false(stmt_is_null(s, 1));
	assert_true(stmt_is_null(s, 2));
	assert_string_equal(stmt_text(s, 2), "");
	assert_true(stmt_int(s, 3) == 9007199254740993);
	assert_string_equal(stmt_text(s, 4), "0.5");
	assert_true(stmt_is_null(s, 5));
	assert_int_equal(stmt_step(s, &e), STMT_DONE);
	stmt_close(s);
	db_close(db);
}

static void binds_by_type(void **state)
{
	static const struct {
		enum column_type type;
		const char *value, *wanted;
		bool good;
	} cases[] = {
		{COLUMN_TEXT, "007", "text 007", true},
		{COLUMN_TEXT, "", "null ", true},
		{COLUMN_INTEGER, "007", "integer 7", true},
		{COLUMN_INTEGER, "-12", "integer -12", true},
		{COLUMN_INTEGER, "", "null ", true},
		{COLUMN_INTEGER, NULL, "null ", true},
		{COLUMN_INTEGER, " 1", "null ", false},
		{COLUMN_INTEGER, "1x", "null ", false},
		{COLUMN_INTEGER, "-", "null ", false},
		{COLUMN_INTEGER, "1.5", "null ", false},
		{COLUMN_INTEGER, "99999999999999999999", "null ", false},
		{COLUMN_REAL, "1.5", "real 1.5", true},
		{COLUMN_REAL, "2", "real 2.0", true},
		{COLUMN_REAL, "nan", "null ", false},
		{COLUMN_REAL, "0x10", "null ", false},
		{COLUMN_REAL, "1e999", "null ", false},
		{COLUMN_BLOB, "a", "null ", false},
	};
	struct db *db = memory();
	struct stmt *s = open_stmt(db, "SELECT typeof(?1) || ' ' || coalesce(?1, '')");
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(stmt_bind_typed(s, 1, cases[i].type, cases[i].value),
				 cases[i].good);
		assert_int_equal(stmt_step(s, &e), STMT_ROW);
		assert_string_equal(stmt_text(s, 0), cases[i].wanted);
		stmt_reset(s);
	}
	stmt_close(s);
	db_close(db);
}

static void binds_and_reads_bytes(void **state)
{
	static const char bytes[] = "a\0\xff";
	struct db *db = memory();
	struct stmt *s;
	struct err e;

	(void)state;
	must(stmt_open(db, "SELECT ?1, typeof(?1), x''", &s, &e), &e);
	stmt_bind_blob(s, 1, bytes, 3);
	assert_int_equal(stmt_step(s, &e), STMT_ROW);
	assert_int_equal(stmt_length(s, 0), 3);
	assert_memory_equal(stmt_blob(s, 0), bytes, 3);
	assert_string_equal(stmt_text(s, 1), "blob");
	assert_int_equal(stmt_length(s, 2), 0);
	assert_non_null(stmt_blob(s, 2));
	stmt_close(s);
	db_close(db);
}

static void a_failed_binding_fails_the_step(void **state)
{
	enum { TOO_LONG = 65 << 20 };
	struct db *db = memory();
	struct stmt *s = open_stmt(db, "INSERT INTO setting VALUES ('a', ?1)");
	char *long_text = malloc(TOO_LONG + 1);
	struct err e;

	(void)state;
	assert_non_null(long_text);
	memset(long_text, 'x', TOO_LONG);
	long_text[TOO_LONG] = '\0';
	stmt_bind_text(s, 1, long_text);
	assert_int_equal(stmt_step(s, &e), STMT_FAILED);
	must_say(&e, "too big");
	stmt_bind_text(s, 1, "short");
	must(stmt_run(s, &e), &e);
	free(long_text);
	stmt_close(s);
	db_close(db);
}

static void a_statement_can_be_used_again(void **state)
{
	struct db *db = memory();
	struct stmt *s = open_stmt(db, "INSERT INTO setting VALUES (?1, 'v')");
	struct err e;

	(void)state;
	stmt_bind_text(s, 1, "a");
	must(stmt_run(s, &e), &e);
	assert_false(stmt_run(s, &e));
	must_say(&e, "en sådan rad finns redan");
	stmt_bind_text(s, 1, "b");
	must(stmt_run(s, &e), &e);
	assert_int_equal(number(db, "SELECT count(*) FROM setting"), 2);
	stmt_close(s);
	assert_false(stmt_open(db, "SELECT nonsense", &s, &e));
	assert_null(s);
	must_say(&e, "nonsense");
	db_close(db);
}

static void answers_with_a_grid(void **state)
{
	const char *values[] = {"2024", NULL};
	struct query q = {
		.sql = "SELECT year AS y, text FROM (SELECT 2024 AS year, NULL AS text "
		       "UNION ALL SELECT 2024, 'två' UNION ALL SELECT 2025, '') "
		       "WHERE year = CAST(?1 AS INTEGER) AND ?2 IS NULL",
		.values = values, .count = 2, .name = "years",
	};
	struct db *db = memory();
	struct err e;
	struct grid *g = query_grid(db, &q, &e);

	(void)state;
	must(g, &e);
	assert_string_equal(grid_name(g), "years");
	assert_int_equal(grid_columns(g), 2);
	assert_string_equal(grid_column_name(g, 0), "y");
	assert_int_equal(grid_rows(g), 2);
	assert_string_equal(grid_get(g, 0, 0), "2024");
	assert_string_equal(grid_get(g, 0, 1), "");
	assert_string_equal(grid_named(g, 1, "text"), "två");
	grid_free(g);
	q.sql = "SELECT * FROM nowhere";
	q.count = 0;
	assert_null(query_grid(db, &q, &e));
	must_say(&e, "nowhere");
	/* Nothing of a question is left to hinder a transaction. */
	must(db_begin(db, &e), &e);
	db_rollback(db);
	db_close(db);
}

static void answers_with_a_number_or_a_text(void **state)
{
	struct db *db = memory();
	struct text out = {0};
	struct err e;

	(void)state;
	assert_int_equal(number(db, "SELECT 42 UNION ALL SELECT 43"), 42);
	assert_int_equal(number(db, "SELECT NULL"), 0);
	assert_int_equal(number(db, "SELECT 1 WHERE 0"), 0);
	must(query_text(db, &(struct query){.sql = "SELECT 'å'"}, &out, &e), &e);
	must(query_text(db, &(struct query){.sql = "SELECT NULL"}, &out, &e), &e);
	must(query_text(db, &(struct query){.sql = "SELECT 1 WHERE 0"}, &out, &e), &e);
	assert_string_equal(text_get(&out), "å");
	text_done(&out);
	must(db_begin(db, &e), &e);
	db_rollback(db);
	db_close(db);
}

/* More texts than are kept, and one whose table comes later. */
static void keeps_the_latest_statements(void **state)
{
	struct db *db = memory();
	struct query late = {.sql = "SELECT count(*) FROM later"};
	long long value;
	char sql[40];
	struct err e;

	(void)state;
	assert_false(query_int(db, &late, &value, &e));
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 100; i++) {
			snprintf(sql, sizeof(sql), "SELECT %d", i);
			assert_int_equal(number(db, sql), i);
		}
	script(db, "CREATE TABLE later(a)");
	must(query_int(db, &late, &value, &e), &e);
	script(db, "ALTER TABLE later ADD COLUMN b");
	must(query_int(db, &late, &value, &e), &e);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fixed_sql_can_be_prepared),
		cmocka_unit_test(binds_and_reads_values),
		cmocka_unit_test(binds_by_type),
		cmocka_unit_test(binds_and_reads_bytes),
		cmocka_unit_test(a_failed_binding_fails_the_step),
		cmocka_unit_test(a_statement_can_be_used_again),
		cmocka_unit_test(answers_with_a_grid),
		cmocka_unit_test(answers_with_a_number_or_a_text),
		cmocka_unit_test(keeps_the_latest_statements),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
