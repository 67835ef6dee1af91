/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a register, and registers from older programs. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/faults.h"
#include "base/path.h"
#include "store/backup.h"
#include "store/connect.h"
#include "store/migrate.h"
#include "store/schema_sql.h"
#include "tests/unit/store_world.h"

static struct db *db;
static char copy[sizeof(path) + 40];

static int set_up(void **state)
{
	struct err e;

	new_path(state);
	snprintf(copy, sizeof(copy), "%s.copy", path);
	must(db_create(path, &db, &e), &e);
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

/* How many files there are beside the register whose names hold `part`. */
static int count_files(const char *part)
{
	char command[sizeof(path) + 80];
	int count;
	FILE *f;

	snprintf(command, sizeof(command), "ls %s* | grep -c -e '%s'", path, part);
	f = popen(command, "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &count), 1);
	pclose(f);
	return count;
}

static void copies_a_live_register(void **state)
{
	struct db *other;
	struct stat s;
	struct err e;

	(void)state;
	must(backup_write(db, copy, &e), &e);
	assert_int_equal(stat(copy, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);
	script(db, "DELETE FROM setting");
	must(db_open(copy, DB_WRITE, &other, &e), &e);
	assert_int_equal(number(other, "SELECT count(*) FROM setting"), 1);
	db_close(other);
	assert_int_equal(count_files("part"), 0);
	assert_false(backup_write(db, copy, &e));
	must_say(&e, "finns redan");
}

static void leaves_nothing_of_a_copy_that_failed(void **state)
{
	struct err e;

	(void)state;
	script(db, "BEGIN");
	assert_false(backup_write(db, copy, &e));
	db_rollback(db);
	assert_false(path_exists(copy));
	assert_int_equal(count_files("copy"), 0);
	assert_false(backup_write(db, "/nowhere/at/all", &e));
	must_say(&e, "/nowhere/at/all: ");
}

static void verifies_a_copy(void **state)
{
	struct faults f = {0};
	struct err e;

	(void)state;
	must(backup_write(db, copy, &e), &e);
	assert_true(backup_verify(copy, &f));
	assert_true(backup_verify(path, &f));
	assert_int_equal(f.count, 0);
	assert_false(backup_verify("/nowhere", &f));
	assert_int_equal(f.count, 1);
	faults_done(&f);
}

static void finds_what_is_broken(void **state)
{
	struct faults f = {0};
	struct err e;

	(void)state;
	script(db, "PRAGMA foreign_keys = OFF;"
		   "INSERT INTO municipality VALUES ('0980', 'Gotland', '09');");
	must(backup_write(db, copy, &e), &e);
	assert_false(backup_verify(copy, &f));
	assert_int_equal(f.count, 1);
	assert_string_equal(f.items[0].file, copy);
	assert_string_equal(f.items[0].message, "municipality: 1 rader hänvisar till "
						"något som inte finns i county");
	faults_done(&f);
	assert_int_equal(truncate(copy, 8192), 0);
	assert_false(backup_verify(copy, &f));
	assert_true(f.count >= 1);
	faults_done(&f);
}

/* A database of another program, and a register that is not of this one, are whole as
 * far as SQLite is concerned. */
static void tells_what_is_no_register_of_ours(void **state)
{
	static const struct {
		const char *change, *told;
	} cases[] = {
		{"PRAGMA application_id = 1", "är inget samreg-register"},
		{"PRAGMA user_version = 0", "är inget samreg-register"},
		{"PRAGMA user_version = 999", "nyare version"},
		{"CREATE TABLE mine (a TEXT) STRICT", "uppbyggnad är ändrad: table mine"},
	};
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct faults f = {0};
		struct db *changed;

		must(backup_write(db, copy, &e), &e);
		must(connect_open(copy, DB_WRITE, &changed, &e), &e);
		script(changed, cases[i].change);
		db_close(changed);
		assert_false(backup_verify(copy, &f));
		assert_int_equal(f.count, 1);
		assert_non_null(strstr(f.items[0].message, cases[i].told));
		faults_done(&f);
		unlink(copy);
	}
}

static const char next_step[] =
	"CREATE TABLE extra (a TEXT NOT NULL) STRICT;"
	"INSERT INTO extra SELECT name FROM setting;";

/* The schema as it is and two steps of a program to come; the second may be NULL. */
static struct schema coming(const char *second)
{
	static const char *steps[50];
	int count = schema_sql_count;

	memcpy(steps, schema_sql, (size_t)count * sizeof(*steps));
	steps[count++] = next_step;
	if (second)
		steps[count++] = second;
	return (struct schema){steps, count};
}

static void brings_an_older_register_up_to_date(void **state)
{
	struct schema schema = coming(NULL);
	char backup[40];
	struct db *other;
	struct err e;

	(void)state;
	must(migrate_identify(db, schema, &e), &e);
	assert_false(migrate_compare(db, schema, &e));
	must_say(&e, "table extra");
	must(migrate_update(db, schema, &e), &e);
	assert_int_equal(number(db, "PRAGMA user_version"), schema.count);
	assert_int_equal(number(db, "SELECT count(*) FROM extra WHERE a = 'a'"), 1);
	assert_int_equal(number(db, "PRAGMA foreign_keys"), 1);
	must(migrate_compare(db, schema, &e), &e);
	snprintf(backup, sizeof(backup), "v%d-20[0-9-]*.backup", schema_sql_count);
	assert_int_equal(count_files(backup), 1);
	must(migrate_update(db, schema, &e), &e);
	assert_int_equal(count_files("backup"), 1);
	/* For the program before it is now from the future. */
	assert_false(db_open(path, DB_READ, &other, &e));
	must_say(&e, "nyare version");
}

static void leaves_the_old_register_when_a_step_fails(void **state)
{
	static const char *const bad_steps[] = {
		"CREATE TABLE extra (a) STRICT",
		"DELETE FROM setting; "
		"INSERT INTO municipality VALUES ('0980', 'Gotland', '09')",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad_steps) / sizeof(bad_steps[0]); i++) {
		struct err e;

		assert_false(migrate_update(db, coming(bad_steps[i]), &e));
		assert_int_equal(number(db, "PRAGMA user_version"), schema_sql_count);
		assert_int_equal(number(db, "SELECT count(*) FROM setting"), 1);
		assert_false(db_in_transaction(db));
		/* Each has its own copy: the register may have changed between. */
		assert_int_equal(count_files("backup"), i + 1);
	}
}

static void an_older_register_is_not_read_as_it_is(void **state)
{
	struct db *reader;
	struct err e;

	(void)state;
	must(db_open(path, DB_READ, &reader, &e), &e);
	assert_false(migrate_identify(reader, coming(NULL), &e));
	must_say(&e, "äldre version");
	db_close(reader);
}

/* A register as an earlier version of the program made it, and then the script. */
static void make_version(int version, const char *sql)
{
	struct db *old;
	struct err e;

	must(path_make_folder_of(path, &e), &e);
	fclose(fopen(path, "w"));
	must(connect_open(path, DB_WRITE, &old, &e), &e);
	must(migrate_create(old, (struct schema){schema_sql, version}, &e), &e);
	script(old, sql);
	db_close(old);
}

static void opens_a_register_of_the_first_version(void **state)
{
	struct faults f = {0};
	struct db *reader, *now;
	struct err e;

	new_path(state);
	make_version(1, "INSERT INTO setting VALUES ('kept', 'yes')");
	assert_false(db_open(path, DB_READ, &reader, &e));
	must_say(&e, "äldre version");
	assert_int_equal(count_files("backup"), 0);
	assert_true(backup_verify(path, &f));
	must(db_open(path, DB_WRITE, &now, &e), &e);
	assert_int_equal(number(now, "PRAGMA user_version"), schema_sql_count);
	assert_int_equal(number(now, "SELECT count(*) FROM setting"), 1);
	assert_int_equal(number(now, "SELECT count(*) FROM frozen_year"), 0);
	assert_int_equal(count_files("v1-20[0-9-]*.backup"), 1);
	db_close(now);
	must(db_open(path, DB_READ, &reader, &e), &e);
	db_close(reader);
	assert_int_equal(count_files("backup"), 1);
}

/* What was asked and answered before questions could be about any file. */
static void keeps_the_questions_of_an_older_register(void **state)
{
	struct db *now;
	struct err e;

	new_path(state);
	make_version(6,
		     "INSERT INTO code_person_data VALUES ('none', 1, 'N', 'N');"
		     "INSERT INTO federation (id, name, registered_at, registered_by,"
		     " changed_at, changed_by) VALUES ('g', 'G', 'T', 'u', 'T', 'u');"
		     "INSERT INTO query VALUES ('01JCMH0000000000000000000A', 'g', 2024,"
		     " 'interventions', 'g-1', 'start', 'Q', 'T', 'u', 'open', NULL,"
		     " NULL), ('01JCMH0000000000000000000B', 'g', 2024,"
		     " 'participations', 'g-2', NULL, 'R', 'T', 'u', 'answered', 'Ja',"
		     " 'S');"
		     "INSERT INTO remark VALUES ('r', 'mark', 'intervention', 'g-1',"
		     " 'start', NULL, 'Q', 'T', 'u', 'T', 'u');"
		     "INSERT INTO mark_query VALUES ('r', '01JCMH0000000000000000000A',"
		     " 2024, 'interventions', 'start', 'T', NULL, NULL, NULL);");
	must(db_open(path, DB_WRITE, &now, &e), &e);
	assert_int_equal(number(now, "SELECT count(*) FROM query WHERE record = 'g-1' "
				     "AND answer IS NULL AND withdrawn_at IS NULL"), 1);
	assert_int_equal(number(now, "SELECT count(*) FROM query WHERE record = 'g-2' "
				     "AND answer = 'Ja' AND answered_at = 'S'"), 1);
	/* The row's name was that of the record. */
	assert_int_equal(number(now, "SELECT count(*) FROM mark_query WHERE remark = 'r' "
				     "AND record = 'g-1' AND field = 'start'"), 1);
	db_close(now);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(copies_a_live_register),
		TEST(leaves_nothing_of_a_copy_that_failed),
		TEST(verifies_a_copy),
		TEST(finds_what_is_broken),
		TEST(tells_what_is_no_register_of_ours),
		TEST(brings_an_older_register_up_to_date),
		TEST(leaves_the_old_register_when_a_step_fails),
		TEST(an_older_register_is_not_read_as_it_is),
		TEST(opens_a_register_of_the_first_version),
		TEST(keeps_the_questions_of_an_older_register),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
