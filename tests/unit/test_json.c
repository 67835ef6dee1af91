/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written is JSON, laid out to be read. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/text.h"

static struct text out;
static struct json json;

static int begin(void **state)
{
	(void)state;
	text_clear(&out);
	json_init(&json, &out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	text_done(&out);
	return 0;
}

static void assert_written(const char *expected)
{
	json_end(&json);
	assert_string_equal(text_get(&out), expected);
	begin(NULL);
}

static void a_value_alone_is_a_document(void **state)
{
	(void)state;
	json_null(&json);
	assert_written("null\n");
	json_bool(&json, false);
	assert_written("false\n");
	json_integer(&json, -9223372036854775807);
	assert_written("-9223372036854775807\n");
	json_string(&json, "");
	assert_written("\"\"\n");
}

static void nothing_in_a_string_ends_it(void **state)
{
	(void)state;
	json_string(&json, "\"\\/\b\f\n\r\t\x01\x1f\x7f");
	assert_written("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\"\n");
	json_string(&json, "Åsa Öberg, 50 % <b> \xF0\x9F\x99\x82");
	assert_written("\"Åsa Öberg, 50 % <b> \xF0\x9F\x99\x82\"\n");
}

static void what_is_not_utf8_is_replaced(void **state)
{
	(void)state;
	json_string(&json, "a\xFF" "b");
	assert_written("\"a\xEF\xBF\xBD" "b\"\n");
}

static void empty_ones_take_no_lines(void **state)
{
	(void)state;
	json_open_array(&json, JSON_LINES);
	json_open_object(&json, JSON_LINES);
	json_close(&json);
	json_open_array(&json, JSON_LINES);
	json_close(&json);
	json_close(&json);
	assert_written("[\n  {},\n  []\n]\n");
}

static void members_stand_in_lines_or_in_one(void **state)
{
	(void)state;
	json_open_object(&json, JSON_LINES);
	json_key_string(&json, "id", "sex_age");
	json_key(&json, "rows");
	json_open_array(&json, JSON_LINES);
	json_open_object(&json, JSON_INLINE);
	json_key_integer(&json, "n", 3);
	json_key(&json, "more");
	json_open_array(&json, JSON_LINES);
	json_bool(&json, true);
	json_null(&json);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	json_key_bool(&json, "last", true);
	json_close(&json);
	assert_written("{\n"
		       "  \"id\": \"sex_age\",\n"
		       "  \"rows\": [\n"
		       "    {\"n\": 3, \"more\": [true, null]}\n"
		       "  ],\n"
		       "  \"last\": true\n"
		       "}\n");
}

/* ---- bugs ---- */

/* Whether doing so stops the program, in a copy of it. */
static bool stops(void (*act)(void))
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (!child) {
		signal(SIGABRT, SIG_DFL);
		close(STDERR_FILENO);
		act();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static const char *number;

static void write_number(void)
{
	json_decimal(&json, number);
}

static void a_decimal_is_written_as_it_stands(void **state)
{
	static const char *const numbers[] = { "0", "-0.5", "10.25", "1e6", "12E-3" };
	static const char *const wrong[] = { "", "-", "01", ".5", "1.", "1,5", "NaN",
					     "0x1", "1e", " 1", "1 " };

	(void)state;
	json_open_array(&json, JSON_INLINE);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		json_decimal(&json, numbers[i]);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		number = wrong[i];
		assert_true(stops(write_number));
	}
	json_close(&json);
	assert_written("[0, -0.5, 10.25, 1e6, 12E-3]\n");
}

static void close_one(void)
{
	json_close(&json);
}

static void end_it(void)
{
	json_end(&json);
}

static void write_key(void)
{
	json_key(&json, "a");
}

static void write_null(void)
{
	json_null(&json);
}

static void what_would_not_be_json_is_a_bug(void **state)
{
	(void)state;
	assert_true(stops(close_one));
	assert_true(stops(write_key));
	assert_true(stops(end_it));
	json_open_object(&json, JSON_LINES);
	assert_true(stops(write_null));
	assert_true(stops(end_it));
	json_key(&json, "a");
	assert_true(stops(write_key));
	assert_true(stops(close_one));
	json_null(&json);
	json_close(&json);
	assert_true(stops(write_null));
	assert_false(stops(end_it));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_value_alone_is_a_document, begin, end),
		cmocka_unit_test_setup_teardown(nothing_in_a_string_ends_it, begin, end),
		cmocka_unit_test_setup_teardown(what_is_not_utf8_is_replaced, begin, end),
		cmocka_unit_test_setup_teardown(empty_ones_take_no_lines, begin, end),
		cmocka_unit_test_setup_teardown(members_stand_in_lines_or_in_one, begin,
						end),
		cmocka_unit_test_setup_teardown(a_decimal_is_written_as_it_stands, begin,
						end),
		cmocka_unit_test_setup_teardown(what_would_not_be_json_is_a_bug, begin,
						end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
