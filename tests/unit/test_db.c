/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register's file: how it is made, what is refused, what survives. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "store/connect.h"
#include "store/db_private.h"
#include "tests/unit/store_world.h"

static struct db *create(void)
{
	struct db *db;
	struct err e;

	must(db_create(path, &db, &e), &e);
	return db;
}

static struct db *open_it(enum db_mode mode)
{
	struct db *db;
	struct err e;

	must(db_open(path, mode, &db, &e), &e);
	return db;
}

static void must_refuse(const char *part)
{
	struct db *db = (void *)path;
	struct err e;

	assert_false(db_open(path, DB_WRITE, &db, &e));
	assert_null(db);
	must_say(&e, part);
	must_say(&e, path);
}

static long long settings(struct db *db)
{
	return number(db, "SELECT count(*) FROM setting");
}

/* Changes the file behind the program's back. */
static void tamper(const char *sql)
{
	sqlite3 *raw;

	assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
	assert_int_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(raw);
}

static mode_t mode_of(const char *name)
{
	struct stat s;

	assert_int_equal(stat(name, &s), 0);
	return s.st_mode & 0777;
}

static void creates_for_the_owner_alone(void **state)
{
	struct db *db = create();
	char *slash;

	(void)state;
	assert_string_equal(db_path(db), path);
	assert_int_equal(number(db, "PRAGMA application_id"), DB_APPLICATION_ID);
	assert_true(number(db, "PRAGMA user_version") >= 1);
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	assert_int_equal(mode_of(path), 0600);
	db_close(db);
	slash = strrchr(path, '/');
	*slash = '\0';
	assert_int_equal(mode_of(path), 0700);
	*slash = '/';
	db = open_it(DB_WRITE);
	assert_int_equal(settings(db), 1);
	db_close(db);
}

static void switches_every_safety_on(void **state)
{
	struct db *db = create();
	struct text mode = {0};
	struct err e;

	(void)state;
	must(query_text(db, &(struct query){.sql = "PRAGMA journal_mode"}, &mode, &e),
	     &e);
	assert_string_equal(text_get(&mode), "wal");
	text_done(&mode);
	assert_int_equal(number(db, "PRAGMA synchronous"), 2);
	assert_int_equal(number(db, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(db, "PRAGMA trusted_schema"), 0);
	assert_int_equal(number(db, "PRAGMA recursive_triggers"), 1);
	assert_int_equal(number(db, "PRAGMA cell_size_check"), 1);
	assert_int_equal(number(db, "PRAGMA secure_delete"), 1);
	assert_int_equal(number(db, "PRAGMA busy_timeout"), DB_BUSY_MS);
	assert_false(db_script(db, "SELECT \"no such column\"", &e));
	script(db, "PRAGMA writable_schema = ON");
	assert_false(db_script(db, "UPDATE sqlite_schema SET sql = ''", &e));
	db_close(db);
}

static void refuses_to_create_over_a_file(void **state)
{
	struct db *db = create();
	struct err e;

	(void)state;
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	db_close(db);
	assert_false(db_create(path, &db, &e));
	assert_null(db);
	must_say(&e, "finns redan");
	db = open_it(DB_READ);
	assert_int_equal(settings(db), 1);
	db_close(db);
}

static void creates_over_an_empty_file(void **state)
{
	struct db *db = create();

	(void)state;
	db_close(db);
	assert_int_equal(truncate(path, 0), 0);
	db_close(create());
	db_close(open_it(DB_WRITE));
}

static void refuses_what_is_no_register(void **state)
{
	struct db *db = (void *)path;
	struct err e;
	FILE *f;

	(void)state;
	assert_false(db_open(path, DB_WRITE, &db, &e));
	assert_null(db);
	must_say(&e, "finns inte");
	db_close(create());
	f = fopen(path, "w");
	for (int i = 0; i < 2000; i++)
		fputs("not a database ", f);
	fclose(f);
	must_refuse("är inget samreg-register");
	assert_int_equal(unlink(path), 0);
	tamper("CREATE TABLE a(b); INSERT INTO a VALUES(1)");
	must_refuse("är inget samreg-register");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	must_refuse("är ingen vanlig fil");
}

static void refuses_a_register_from_the_future(void **state)
{
	(void)state;
	db_close(create());
	tamper("PRAGMA user_version = 1000");
	must_refuse("nyare version");
}

static void refuses_a_changed_schema(void **state)
{
	(void)state;
	db_close(create());
	tamper("CREATE TRIGGER evil AFTER INSERT ON setting "
	       "BEGIN DELETE FROM audit; END");
	must_refuse("trigger evil");
	tamper("DROP TRIGGER evil; CREATE TABLE more(a)");
	must_refuse("table more");
	tamper("DROP TABLE more; DROP INDEX audit_record");
	must_refuse("index audit_record");
	tamper("CREATE INDEX audit_record ON audit(action)");
	must_refuse("index audit_record");
	tamper("DROP INDEX audit_record; CREATE INDEX audit_record ON audit(record)");
	db_close(open_it(DB_WRITE));
}

static void refuses_a_damaged_file(void **state)
{
	static const char rubbish[2048] = {0x7f, 0x45, 0x33};
	struct db *db = create();
	int fd;

	(void)state;
	db_close(db);
	fd = open(path, O_RDWR);
	/* Page 3 is the root of an early table. */
	assert_int_equal(pwrite(fd, rubbish, sizeof(rubbish), 2 * 4096), sizeof(rubbish));
	close(fd);
	must_refuse("skadad");
}

static void reads_only(void **state)
{
	struct db *db = create();
	struct err e;

	(void)state;
	db_close(db);
	db = open_it(DB_READ);
	assert_true(db_is_read_only(db));
	assert_int_equal(settings(db), 0);
	assert_false(db_script(db, "INSERT INTO setting VALUES ('a', 'b')", &e));
	must_say(&e, "får bara läsas");
	db_close(db);
}

/* Under its link's name the register would have a second set of files beside it. */
static void opens_the_real_file_behind_a_link(void **state)
{
	char link[sizeof(path) + 10];
	struct db *db = create(), *same;
	struct err e;

	(void)state;
	snprintf(link, sizeof(link), "%s.link", path);
	assert_int_equal(symlink(path, link), 0);
	must(db_open(link, DB_WRITE, &same, &e), &e);
	assert_string_equal(db_path(same), db_path(db));
	db_close(same);
	db_close(db);
}

static void takes_a_transaction_back(void **state)
{
	struct db *db = create();
	struct err e;

	(void)state;
	must(db_begin(db, &e), &e);
	assert_true(db_in_transaction(db));
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	assert_int_equal(db_changes(db), 1);
	db_rollback(db);
	assert_false(db_in_transaction(db));
	assert_int_equal(settings(db), 0);
	must(db_begin(db, &e), &e);
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	must(db_commit(db, &e), &e);
	assert_int_equal(settings(db), 1);
	db_close(db);
}

static void writes_nothing_when_the_file_is_not_its_own_any_more(void **state)
{
	struct db *db = create();
	char away[600];
	struct err e;

	(void)state;
	snprintf(away, sizeof(away), "%s.away", path);
	assert_int_equal(rename(path, away), 0);
	assert_false(db_begin(db, &e));
	must_say(&e, "medan det var öppet");
	assert_int_equal(rename(away, path), 0);
	must(db_begin(db, &e), &e);
	db_rollback(db);
	db_close(db);
}

static void says_when_somebody_else_writes(void **state)
{
	struct db *db = create(), *other = open_it(DB_WRITE);
	struct err e;

	(void)state;
	sqlite3_busy_timeout(other->handle, 10);
	must(db_begin(db, &e), &e);
	assert_false(db_begin(other, &e));
	must_say(&e, "registret används av någon annan just nu");
	must_say(&e, path);
	db_rollback(db);
	must(db_begin(other, &e), &e);
	db_rollback(other);
	db_close(other);
	db_close(db);
}

static void survives_a_full_disk(void **state)
{
	struct db *db = create();
	struct err e;

	(void)state;
	script(db, "INSERT INTO setting VALUES ('before', '')");
	number(db, "PRAGMA max_page_count = 1");
	must(db_begin(db, &e), &e);
	assert_false(db_script(db, "INSERT INTO setting VALUES ('after', "
				   "hex(zeroblob(100000)))", &e));
	must_say(&e, "disken är full");
	db_rollback(db);
	number(db, "PRAGMA max_page_count = 100000");
	assert_int_equal(settings(db), 1);
	script(db, "INSERT INTO setting VALUES ('after', '')");
	db_close(db);
	db = open_it(DB_WRITE);
	assert_int_equal(settings(db), 2);
	db_close(db);
}

/* Commits one row, writes many more, tells so and waits for the end. */
static void write_until_killed(int tell)
{
	struct db *db;
	struct err e;

	if (!db_open(path, DB_WRITE, &db, &e)
	    || !db_script(db, "INSERT INTO setting VALUES ('kept', '')", &e)
	    || !db_begin(db, &e)
	    || !db_script(db, "PRAGMA cache_size = 1; "
			      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
			      "SELECT i + 1 FROM n LIMIT 3000) INSERT INTO setting "
			      "SELECT i, hex(zeroblob(200)) FROM n", &e)
	    || write(tell, "", 1) != 1)
		_exit(1);
	for (;;)
		pause();
}

static void survives_kill_in_a_transaction(void **state)
{
	int ends[2], status;
	struct db *db;
	pid_t child;
	char byte;

	(void)state;
	db_close(create());
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (!child)
		write_until_killed(ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	db = open_it(DB_WRITE);
	assert_int_equal(settings(db), 1);
	assert_int_equal(number(db, "SELECT name = 'kept' FROM setting"), 1);
	db_close(db);
}

enum { WRITERS = 8, WRITES = 20 };

static void write_many(int writer)
{
	struct db *db;
	struct err e;
	char sql[200];

	if (!db_open(path, DB_WRITE, &db, &e))
		_exit(1);
	sqlite3_busy_timeout(db->handle, 60000);
	for (int i = 0; i < WRITES; i++) {
		/* What was read must still hold when it is written. */
		snprintf(sql, sizeof(sql), "INSERT INTO setting SELECT '%d-%d', count(*) "
			 "FROM setting", writer, i);
		if (!db_begin(db, &e) || !db_script(db, sql, &e) || !db_commit(db, &e))
			_exit(2);
	}
	db_close(db);
	_exit(0);
}

static void takes_eight_writers(void **state)
{
	struct db *db;
	int status;

	(void)state;
	db_close(create());
	for (int i = 0; i < WRITERS; i++)
		if (!fork())
			write_many(i);
	for (int i = 0; i < WRITERS; i++) {
		wait(&status);
		assert_int_equal(status, 0);
	}
	db = open_it(DB_READ);
	assert_int_equal(settings(db), WRITERS * WRITES);
	assert_int_equal(number(db, "SELECT count(DISTINCT value) FROM setting"),
			 WRITERS * WRITES);
	db_close(db);
}

static void memory_is_a_register_too(void **state)
{
	struct db *a, *b;
	struct err e;

	(void)state;
	must(db_memory(&a, &e), &e);
	must(db_memory(&b, &e), &e);
	script(a, "INSERT INTO setting VALUES ('a', 'b')");
	assert_int_equal(settings(a), 1);
	assert_int_equal(settings(b), 0);
	assert_string_equal(db_path(a), "");
	db_close(a);
	db_close(b);
}

static void sorts_in_swedish(void **state)
{
	struct db *db;
	struct text sorted = {0};
	struct err e;

	(void)state;
	must(db_memory(&db, &e), &e);
	must(query_text(db, &(struct query){.sql =
		"SELECT group_concat(x, ' ') FROM (SELECT x FROM (SELECT 'Öckerö' AS x "
		"UNION ALL SELECT 'Zinkgruvan' UNION ALL SELECT 'Älmhult' UNION ALL "
		"SELECT 'alingsås' UNION ALL SELECT 'Ånge') ORDER BY x COLLATE sv)"},
		&sorted, &e), &e);
	assert_string_equal(text_get(&sorted), "alingsås Zinkgruvan Ånge Älmhult Öckerö");
	text_done(&sorted);
	assert_int_equal(number(db, "SELECT hex(zeroblob(400)) < 'x' COLLATE sv"), 1);
	db_close(db);
}

static void tells_when_something_has_changed(void **state)
{
	struct db *db, *other;
	struct err e;
	long long version;

	(void)state;
	must(db_create(path, &db, &e), &e);
	must(db_open(path, DB_WRITE, &other, &e), &e);
	version = db_version(db);
	assert_int_equal(number(db, "SELECT count(*) FROM setting"), 0);
	assert_true(db_version(db) == version);
	script(db, "INSERT INTO setting VALUES ('a', 'b')");
	assert_true(db_version(db) != version);
	version = db_version(db);
	script(other, "INSERT INTO setting VALUES ('c', 'd')");
	assert_true(db_version(db) != version);
	version = db_version(db);
	assert_true(db_version(db) == version);
	db_close(other);
	db_close(db);
}

static void knows_network_disks(void **state)
{
	(void)state;
	assert_true(connect_is_network(0x6969));
	assert_true(connect_is_network((unsigned long)(int)0xff534d42));
	assert_false(connect_is_network(0xef53));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup(f, new_path)
	const struct CMUnitTest tests[] = {
		TEST(creates_for_the_owner_alone),
		TEST(switches_every_safety_on),
		TEST(refuses_to_create_over_a_file),
		TEST(creates_over_an_empty_file),
		TEST(refuses_what_is_no_register),
		TEST(refuses_a_register_from_the_future),
		TEST(refuses_a_changed_schema),
		TEST(refuses_a_damaged_file),
		TEST(reads_only),
		TEST(opens_the_real_file_behind_a_link),
		TEST(takes_a_transaction_back),
		TEST(writes_nothing_when_the_file_is_not_its_own_any_more),
		TEST(says_when_somebody_else_writes),
		TEST(survives_a_full_disk),
		TEST(survives_kill_in_a_transaction),
		TEST(takes_eight_writers),
		TEST(memory_is_a_register_too),
		TEST(sorts_in_swedish),
		TEST(tells_when_something_has_changed),
		TEST(knows_network_disks),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
