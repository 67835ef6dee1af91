/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule engine: what expressions give, and what they cannot do. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "store/rules.h"
#include "tests/unit/store_world.h"

static const struct rules_column columns[] = {
	{"start", RULES_TEXT},
	{"end", RULES_TEXT},
	{"birth_year", RULES_INTEGER},
	{"share", RULES_REAL},
	{"support", RULES_TEXT},
	{"name", RULES_TEXT},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static const char *const filled[COLUMNS] = {
	"2025-01-13", "", "1979", "0.5", "social_assistance student_aid", "Åsa",
};

static struct db *db;
static struct rules *rules;

static void start_engine(void)
{
	struct err e;

	rules = rules_new(db, columns, COLUMNS, &e);
	must(rules, &e);
	must(rules_set(rules, filled, &e), &e);
}

static int set_up(void **state)
{
	(void)state;
	db = memory();
	start_engine();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	rules_free(rules);
	db_close(db);
	return 0;
}

static size_t add(const char *expression, enum rules_scope scope)
{
	struct err e;
	size_t index = 999;

	must(rules_add(rules, expression, scope, &index, &e), &e);
	return index;
}

static enum rules_result test(const char *expression)
{
	struct err e = {""};
	enum rules_result result = rules_test(rules, add(expression, RULES_RECORD), &e);

	if (result == RULES_FAILED)
		print_message("# %s\n", e.text);
	return result;
}

static void must_give(const char *expression, const char *wanted)
{
	struct text value = {0};
	struct err e;

	must(rules_value(rules, add(expression, RULES_RECORD), &value, &e), &e);
	if (strcmp(text_get(&value), wanted))
		fail_msg("%s gives \"%s\", not \"%s\"", expression, text_get(&value),
			 wanted);
	text_done(&value);
}

static void must_refuse(const char *expression, enum rules_scope scope, const char *part)
{
	struct err e = {""};
	size_t index;

	if (rules_add(rules, expression, scope, &index, &e))
		fail_msg("\"%s\" is taken", expression);
	if (!strstr(e.text, part) || !strstr(e.text, expression))
		fail_msg("\"%s\" is refused with \"%s\"", expression, e.text);
}

static void tells_true_false_and_unknown(void **state)
{
	(void)state;
	assert_int_equal(test("start < '2026-01-01'"), RULES_TRUE);
	assert_int_equal(test("start > '2026-01-01'"), RULES_FALSE);
	assert_int_equal(test("end > start"), RULES_UNKNOWN);
	assert_int_equal(test("end IS NULL"), RULES_TRUE);
	assert_int_equal(test("NOT (end IS NULL)"), RULES_FALSE);
	assert_int_equal(test("CASE WHEN end IS NULL THEN 1 ELSE 0 END"), RULES_TRUE);
	assert_int_equal(test("birth_year + 1"), RULES_FAILED);
	assert_int_equal(test("name"), RULES_FAILED);
	assert_int_equal(test("1.0"), RULES_FAILED);
}

/* A year typed as 998 must not be later than 1979 because of its first digit. */
static void compares_numbers_as_numbers(void **state)
{
	const char *values[COLUMNS] = {"", "", "998", "10.5", "", ""};
	struct err e;

	(void)state;
	must(rules_set(rules, values, &e), &e);
	assert_int_equal(test("birth_year > 1979"), RULES_FALSE);
	assert_int_equal(test("share > 9"), RULES_TRUE);
	values[2] = "19x";
	values[3] = "nan";
	must(rules_set(rules, values, &e), &e);
	assert_int_equal(test("birth_year > 1979"), RULES_UNKNOWN);
	assert_int_equal(test("share > 9"), RULES_UNKNOWN);
}

static void gives_values(void **state)
{
	(void)state;
	must_give("strftime('%Y', start) - birth_year", "46");
	must_give("date(start, '+6 months')", "2025-07-13");
	must_give("date(end, '+6 months')", "");
	must_give("julianday('2025-01-14') - julianday(start)", "1.0");
	must_give("format('D-%04d', 42) || ' ' || name", "D-0042 Åsa");
	must_give("today()", "2025-11-14");
	must_give("coalesce(end, today())", "2025-11-14");
	must_give("end", "");
}

static void knows_lists_of_codes(void **state)
{
	(void)state;
	assert_int_equal(test("selected(support, 'student_aid')"), RULES_TRUE);
	assert_int_equal(test("selected(support, 'student')"), RULES_FALSE);
	assert_int_equal(test("selected(end, 'none')"), RULES_FALSE);
	assert_int_equal(test("selected(support, '')"), RULES_FALSE);
	must_give("count_selected(support)", "2");
	must_give("count_selected(end)", "0");
}

static void sees_the_record_as_set_last(void **state)
{
	const char *values[COLUMNS] = {"2025-01-13", "2024-01-01", "", "", "", ""};
	size_t rule = add("end >= start", RULES_RECORD);
	struct err e;

	(void)state;
	assert_int_equal(rules_test(rules, rule, &e), RULES_UNKNOWN);
	must(rules_set(rules, values, &e), &e);
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
	values[1] = "2025-02-01";
	must(rules_set(rules, values, &e), &e);
	assert_int_equal(rules_test(rules, rule, &e), RULES_TRUE);
}

static void takes_one_expression_only(void **state)
{
	static const char *const texts[] = {
		"1; DROP TABLE setting", "1 -- and so on", "1 /* and so on",
		"(1", "1)", "1) FROM record; DELETE FROM setting WHERE (1",
		"1), (2", "'a", "\"a", "?1", ":a", "@a", "$a", "[start]", "`start`",
		"1, 2",
	};

	struct err e;
	size_t index;

	(void)state;
	assert_false(rules_add(rules, "", RULES_RECORD, &index, &e));
	assert_false(rules_add(rules, " \n", RULES_RECORD, &index, &e));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		must_refuse(texts[i], RULES_REGISTER, "");
	assert_int_equal(test("name <> '); DROP TABLE setting; --'"), RULES_TRUE);
	assert_int_equal(test("name <> 'it''s (' AND \"name\" = 'Åsa'"), RULES_TRUE);
}

static void keeps_to_its_scope(void **state)
{
	(void)state;
	must_refuse("(SELECT 1)", RULES_RECORD, "SELECT får inte");
	must_refuse("EXISTS (SELECT 1 FROM intervention)", RULES_RECORD, "får inte");
	must_refuse("1 IN intervention", RULES_RECORD, "får inte");
	must_refuse("EXISTS (SELECT 1 FROM person_identity)", RULES_REGISTER,
		    "person_identity får inte");
	must_refuse("(SELECT count(*) FROM person_identity)", RULES_REGISTER,
		    "person_identity får inte");
	must_refuse("(SELECT sql FROM sqlite_schema)", RULES_REGISTER, "får inte");
	must_refuse("(SELECT sql FROM temp.sqlite_schema)", RULES_REGISTER, "får inte");
	must_refuse("EXISTS (SELECT 1 FROM pragma_table_info('person'))", RULES_REGISTER,
		    "får inte");
	must_refuse("(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
		    "SELECT max(i) FROM n)", RULES_REGISTER, "får inte");
	must_refuse("nosuch = 1", RULES_RECORD, "nosuch");
}

static void calls_only_functions_on_the_list(void **state)
{
	static const char *const calls[] = {
		"random()", "datetime('now')", "time('now')", "unixepoch()",
		"load_extension('x')", "readfile('/etc/passwd')", "randomblob(8)",
		"sqlite_version()", "zeroblob(9)", "json('1')", "last_insert_rowid()",
		"changes()", "current_date", "current_timestamp", "group_concat(name)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		must_refuse(calls[i], RULES_REGISTER, "");
}

static void never_sees_the_real_clock(void **state)
{
	static const char *const calls[] = {
		"date()", "date('now')", "date('NOW', '+1 day')", "strftime('%Y')",
		"strftime('%Y', 'now')", "julianday('n' || 'ow')", "date('subsec')",
		"date(CAST('now' AS BLOB))",
		"date(name)", "strftime('%Y-%m-%d', name)",
	};
	const char *values[COLUMNS] = {"", "", "", "", "", "now"};
	struct text value = {0};
	struct err e;

	(void)state;
	must(rules_set(rules, values, &e), &e);
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		size_t rule = add(calls[i], RULES_RECORD);

		if (rules_value(rules, rule, &value, &e))
			fail_msg("%s gives \"%s\"", calls[i], text_get(&value));
		assert_int_equal(rules_test(rules, rule, &e), RULES_FAILED);
	}
	text_done(&value);
}

static void stops_what_never_ends(void **state)
{
	struct err e;
	size_t rule;

	(void)state;
	rules_free(rules);
	script(db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
		   "LIMIT 500) INSERT INTO setting SELECT i, i FROM n");
	start_engine();
	rule = add("(SELECT count(*) FROM setting a, setting b, setting c) > 0",
		   RULES_REGISTER);
	assert_int_equal(rules_test(rules, rule, &e), RULES_FAILED);
	assert_non_null(strstr(e.text, "tar för lång tid"));
	assert_int_equal(test("start < '2026-01-01'"), RULES_TRUE);
	assert_int_not_equal(test("length(printf('%2000000s', 'x')) > 0"), RULES_TRUE);
}

static void reads_the_register_as_committed(void **state)
{
	size_t rule = add("EXISTS (SELECT 1 FROM setting s WHERE s.name = record.name)",
			  RULES_REGISTER);
	struct err e;

	(void)state;
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
	script(db, "INSERT INTO setting VALUES ('Åsa', '1')");
	assert_int_equal(rules_test(rules, rule, &e), RULES_TRUE);
	script(db, "DELETE FROM setting");
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
}

static void works_on_a_file(void **state)
{
	struct err e;
	size_t rule;

	new_path(state);
	rules_free(rules);
	db_close(db);
	must(db_create(path, &db, &e), &e);
	start_engine();
	reads_the_register_as_committed(state);
	must(db_begin(db, &e), &e);
	script(db, "INSERT INTO setting VALUES ('Åsa', '1')");
	rule = add("EXISTS (SELECT 1 FROM setting)", RULES_REGISTER);
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
	must(db_commit(db, &e), &e);
	/* A changed schema makes SQLite prepare again: the guard must still be there. */
	script(db, "CREATE TABLE more(a)");
	assert_int_equal(rules_test(rules, rule, &e), RULES_TRUE);
	must(rules_set(rules, filled, &e), &e);
	must_refuse("EXISTS (SELECT 1 FROM more)", RULES_REGISTER, "more får inte");
}

static void holds_still_when_told(void **state)
{
	struct err e;
	size_t rule;

	new_path(state);
	rules_free(rules);
	db_close(db);
	must(db_create(path, &db, &e), &e);
	start_engine();
	rule = add("EXISTS (SELECT 1 FROM setting s WHERE s.name = record.name)",
		   RULES_REGISTER);
	must(rules_hold(rules, &e), &e);
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
	script(db, "INSERT INTO setting VALUES ('Åsa', '1')");
	must(rules_set(rules, filled, &e), &e);
	assert_int_equal(rules_test(rules, rule, &e), RULES_FALSE);
	assert_int_equal(test("birth_year = 1979"), RULES_TRUE);
	rules_release(rules);
	assert_int_equal(rules_test(rules, rule, &e), RULES_TRUE);
	assert_int_equal(test("birth_year = 1979"), RULES_TRUE);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(tells_true_false_and_unknown),
		TEST(compares_numbers_as_numbers),
		TEST(gives_values),
		TEST(knows_lists_of_codes),
		TEST(sees_the_record_as_set_last),
		TEST(takes_one_expression_only),
		TEST(keeps_to_its_scope),
		TEST(calls_only_functions_on_the_list),
		TEST(never_sees_the_real_clock),
		TEST(stops_what_never_ends),
		TEST(reads_the_register_as_committed),
		TEST(works_on_a_file),
		TEST(holds_still_when_told),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
