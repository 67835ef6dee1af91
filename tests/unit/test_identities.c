/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Personal identity numbers in a register: kept sealed, found again, and told of when a
 * seal does not open. How a list of them is read is told in tests/cli/identities.t.
 */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/entry.h"
#include "app/identities.h"
#include "app/import_identities.h"
#include "app/inside.h"
#include "app/seal.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"

#define WOMAN "198505052384"
#define OTHER "198505062383"

static struct app *a;
static char *key, *list;
static struct err e;

static void script(const char *sql)
{
	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static char *beside(const char *ending)
{
	struct text file = { 0 };

	text_addf(&file, "%s%s", app_path(a), ending);
	return text_take(&file);
}

static int open_register(void **state)
{
	(void)state;
	a = fixture_open();
	key = beside(".key");
	list = beside(".csv");
	free(fixture_store(a, "party", "kind", "municipality", "name", "Karlskrona",
			   NULL));
	script("UPDATE federation SET person_data = 'identified', controller = "
	       "'Karlskrona', legal_basis = 'Lag', decision_date = '2025-01-01'");
	script("INSERT INTO person (id, federation, number, sex, birth_year, "
	       "registered_at, registered_by, changed_at, changed_by) VALUES "
	       "('one', 'blekinge', 1, 'woman', 1985, '-', '-', '-', '-'), "
	       "('two', 'blekinge', 2, 'woman', 1985, '-', '-', '-', '-'), "
	       "('old', 'blekinge', 3, 'man', 1915, '-', '-', '-', '-')");
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	unlink(key);
	unlink(list);
	free(key);
	free(list);
	fixture_close(a);
	return 0;
}

static struct seal *open_key(void)
{
	struct seal *s;

	assert_true(db_begin(a->db, &e));
	s = identities_open_key(a, &e);
	if (!s)
		fail_msg("%s", e.text);
	assert_true(db_commit(a->db, &e));
	return s;
}

static enum identity_put put(const struct seal *s, const char *person, const char *digits)
{
	enum identity_put result;

	assert_true(db_begin(a->db, &e));
	result = identities_put(a, s, person, digits, &e);
	assert_true(db_commit(a->db, &e));
	return result;
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

static void numbers_need_a_decision(void **state)
{
	(void)state;
	assert_true(identities_are_kept(a, &e));
	script("UPDATE federation SET person_data = 'none'");
	assert_false(identities_are_kept(a, &e));
	assert_non_null(strstr(e.text, "för inga personnummer"));
}

static void the_key_is_made_once(void **state)
{
	bool have = true;

	(void)state;
	assert_true(identities_have_key(a, &have, &e));
	assert_false(have);
	seal_close(open_key());
	assert_true(path_exists(key));
	assert_true(identities_have_key(a, &have, &e));
	assert_true(have);
	seal_close(open_key());
	assert_int_equal(unlink(key), 0);
	assert_null(identities_open_key(a, &e));
	assert_non_null(strstr(e.text, key));
	assert_false(path_exists(key));
	assert_true(seal_make_key(key, &e));
	assert_null(identities_open_key(a, &e));
	assert_non_null(strstr(e.text, "är inte den nyckel"));
}

static void a_number_is_kept_and_found(void **state)
{
	struct seal *s = open_key();
	struct text id = { 0 };
	long long number = -1;

	(void)state;
	assert_true(identities_find(a, s, WOMAN, &number, &id, &e));
	assert_int_equal(number, 0);
	assert_int_equal(id.length, 0);
	assert_int_equal(put(s, "one", WOMAN), IDENTITY_ADDED);
	assert_int_equal(put(s, "one", WOMAN), IDENTITY_SAME);
	assert_true(identities_find(a, s, WOMAN, &number, &id, &e));
	assert_int_equal(number, 1);
	assert_string_equal(text_get(&id), "one");
	asks("SELECT count(*) || ' ' || min(action || form || record) FROM audit "
	     "WHERE action = 'identity'", "1 identitypersonone");
	asks("SELECT typeof(lookup) || length(sealed) FROM person_identity", "blob52");
	text_done(&id);
	seal_close(s);
}

static void an_earlier_number_is_kept(void **state)
{
	struct seal *s = open_key();
	long long number;

	(void)state;
	assert_int_equal(put(s, "one", WOMAN), IDENTITY_ADDED);
	assert_int_equal(put(s, "one", OTHER), IDENTITY_CHANGED);
	asks("SELECT group_concat(current, '') FROM (SELECT current FROM person_identity "
	     "ORDER BY current)", "01");
	assert_true(identities_find(a, s, WOMAN, &number, NULL, &e));
	assert_int_equal(number, 1);
	assert_int_equal(put(s, "one", WOMAN), IDENTITY_CHANGED);
	asks("SELECT count(*) || sum(current) FROM person_identity", "21");
	script("DELETE FROM person WHERE id = 'one'");
	asks("SELECT count(*) FROM person_identity", "0");
	seal_close(s);
}

static void verify_says(const char *expected)
{
	struct faults f = { 0 };
	struct text told = { 0 };
	bool good = identities_verify(app_path(a), key, &f);

	faults_print(&f, &told);
	assert_int_equal(good, !expected[0]);
	if (!strstr(text_get(&told), expected))
		fail_msg("%s", text_get(&told));
	assert_null(strstr(text_get(&told), "850505"));
	faults_done(&f);
	text_done(&told);
}

static void a_seal_that_does_not_open_is_told(void **state)
{
	struct seal *s;

	(void)state;
	verify_says("");
	s = open_key();
	assert_int_equal(put(s, "one", WOMAN), IDENTITY_ADDED);
	assert_int_equal(put(s, "two", OTHER), IDENTITY_ADDED);
	seal_close(s);
	verify_says("");
	script("UPDATE person_identity SET sealed = (SELECT sealed FROM person_identity "
	       "WHERE person = 'one') WHERE person = 'two'");
	verify_says("D-0002: personnumret kan inte öppnas");
	script("UPDATE person_identity SET sealed = x'00' WHERE person = 'two'");
	verify_says("D-0002: personnumret kan inte öppnas");
	script("DELETE FROM person_identity WHERE person = 'two'");
	verify_says("");
	script("UPDATE person_identity SET lookup = zeroblob(32)");
	verify_says("D-0001: personnumret kan inte öppnas");
	assert_int_equal(unlink(key), 0);
	verify_says("1 personnummer kan inte öppnas");
}

static void read_list(const char *rows, bool good, struct import_identities *done,
		      struct faults *notes)
{
	struct faults f = { 0 };
	struct text told = { 0 };

	assert_true(path_write(list, rows, strlen(rows), &e));
	assert_int_equal(import_identities(a, list, done, notes, &f), good);
	assert_int_equal(f.count == 0, good);
	faults_print(&f, &told);
	assert_null(strstr(text_get(&told), "2384"));
	faults_done(&f);
	text_done(&told);
}

static void a_list_is_kept_whole_or_not_at_all(void **state)
{
	struct import_identities done;
	struct faults notes = { 0 };

	(void)state;
	read_list("person,identity_number\n1,850505-2384\n2,850506-2384\n", false, &done,
		  &notes);
	asks("SELECT count(*) FROM person_identity", "0");
	assert_false(path_exists(key));
	read_list("person,identity_number\n", true, &done, &notes);
	assert_false(path_exists(key));
	read_list("person,identity_number\n1,850505-2384\n2,\n", true, &done, &notes);
	assert_int_equal(done.added, 1);
	assert_int_equal(done.empty, 1);
	assert_int_equal(notes.count, 0);
	/* The second would be kept, were the first not another's. */
	read_list("person,identity_number\n2,850505-2384\n3,150072+2390\n", false, &done,
		  &notes);
	asks("SELECT count(*) FROM person_identity", "1");
	faults_done(&notes);
}

static void a_number_without_a_day_is_noted(void **state)
{
	struct import_identities done;
	struct faults notes = { 0 };

	(void)state;
	read_list("person,identity_number\n3,150072+2390\n", true, &done, &notes);
	assert_int_equal(done.added, 1);
	assert_int_equal(notes.count, 1);
	assert_int_equal(notes.items[0].row, 2);
	assert_int_equal(notes.items[0].column, 2);
	assert_non_null(strstr(notes.items[0].message, "ingen födelsedag"));
	faults_done(&notes);
}

#define WITH(test) \
	cmocka_unit_test_setup_teardown(test, open_register, close_register)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(numbers_need_a_decision),
		WITH(the_key_is_made_once),
		WITH(a_number_is_kept_and_found),
		WITH(an_earlier_number_is_kept),
		WITH(a_seal_that_does_not_open_is_told),
		WITH(a_list_is_kept_whole_or_not_at_all),
		WITH(a_number_without_a_day_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
