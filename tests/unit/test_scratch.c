/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a register to try things out in. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/scratch.h"
#include "tests/unit/store_world.h"

static const char content[] =
	"INSERT INTO county VALUES ('10', 'Blekinge');"
	"INSERT INTO municipality VALUES ('1080', 'Karlskrona', '10');"
	"INSERT INTO code_person_data VALUES ('none', 1, '-', '-');"
	/* Refers to a federation that comes after it. */
	"PRAGMA defer_foreign_keys = ON;"
	"INSERT INTO federation (id, name, successor, registered_at, registered_by,"
	" changed_at, changed_by) VALUES ('a', 'A', 'b', '-', '-', '-', '-'),"
	" ('b', 'B', NULL, '-', '-', '-', '-');"
	/* Comes before its code, whose table refers to nothing. */
	"INSERT INTO code_admin_cost VALUES ('staff', 1, '-', '-');"
	"INSERT INTO admin_cost VALUES ('c', 'a', 2025, 'staff', 1, 1,"
	" '-', '-', '-', '-');"
	"INSERT INTO membership VALUES ('m', 'a', '1080', NULL, NULL, NULL,"
	" '-', '-', '-', '-');"
	"INSERT INTO audit (at, user, action) VALUES ('-', '-', 'add');"
	"INSERT INTO draft (form, session, opened_at, opened_by, changed_at)"
	" VALUES ('party', '-', '-', '-', '-');"
	"INSERT INTO journal (draft, step, field, old, new) VALUES (1, 1, 'x', '', 'y')";

static void fill(struct db *db)
{
	struct err e = { "" };

	must(db_begin(db, &e), &e);
	script(db, content);
	must(db_commit(db, &e), &e);
}

static void assert_is_apart(struct db *db)
{
	struct db *copy;
	struct err e = { "" };

	must(scratch_open(db, &copy, &e), &e);
	assert_int_equal(number(copy, "SELECT count(*) FROM federation"), 2);
	assert_int_equal(number(copy, "SELECT count(*) FROM membership"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM admin_cost"), 1);
	assert_int_equal(number(copy, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM audit"), 0);
	assert_int_equal(number(copy, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(number(copy, "SELECT count(*) FROM journal"), 0);
	script(copy, "DELETE FROM membership");
	script(db, "UPDATE federation SET name = 'C' WHERE id = 'b'");
	assert_int_equal(number(db, "SELECT count(*) FROM membership"), 1);
	assert_int_equal(number(copy, "SELECT count(*) FROM federation "
				      "WHERE name = 'C'"), 0);
	db_close(copy);
}

static void a_file_is_copied(void **state)
{
	struct err e = { "" };
	struct db *db;

	/* A name that would be read otherwise in a URI. */
	new_path(state);
	strcat(path, "-50%25?#.db");
	must(db_create(path, &db, &e), &e);
	fill(db);
	assert_is_apart(db);
	db_close(db);
}

static void a_register_in_memory_is_copied(void **state)
{
	struct err e = { "" };
	struct db *db;

	(void)state;
	must(db_memory(&db, &e), &e);
	fill(db);
	assert_is_apart(db);
	db_close(db);
}

static void what_is_not_committed_is_not_copied(void **state)
{
	struct err e = { "" };
	struct db *db, *copy;

	new_path(state);
	must(db_create(path, &db, &e), &e);
	fill(db);
	must(db_begin(db, &e), &e);
	script(db, "DELETE FROM membership");
	must(scratch_open(db, &copy, &e), &e);
	assert_int_equal(number(copy, "SELECT count(*) FROM membership"), 1);
	db_close(copy);
	db_rollback(db);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_copied),
		cmocka_unit_test(a_register_in_memory_is_copied),
		cmocka_unit_test(what_is_not_committed_is_not_copied),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
