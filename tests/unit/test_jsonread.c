/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON from outside: what it says, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/jsonread.h"

static const struct jsonread *parse(const char *bytes, struct arena *a, struct err *e)
{
	return jsonread_parse("x.json", bytes, strlen(bytes), a, e);
}

static void values_are_read(void **state)
{
	struct arena a = { 0 };
	struct err e;
	const struct jsonread *v = parse(
		" {\"s\":\"\\u00e5\\ud83d\\ude00\\n\", \"n\":-12, \"f\":1.5e3,\r\n"
		"\"t\":true,\"l\":[null,{},[]]}\n", &a, &e);
	const struct jsonread *list;
	long long n = 0;

	(void)state;
	assert_non_null(v);
	assert_string_equal(jsonread_text(v, "s"), "å\xF0\x9F\x98\x80\n");
	assert_true(jsonread_integer(v, "n", &n));
	assert_int_equal(n, -12);
	assert_false(jsonread_integer(v, "f", &n));
	assert_false(jsonread_integer(v, "s", &n));
	assert_true(jsonread_find(v, "t")->truth);
	list = jsonread_find(v, "l");
	assert_int_equal(list->kind, JSONREAD_ARRAY);
	assert_int_equal(list->first->kind, JSONREAD_NULL);
	assert_null(list->first->next->next->next);
	assert_null(jsonread_find(v, "none"));
	assert_string_equal(jsonread_text(list, "s"), "");
	arena_done(&a);
}

static void what_is_not_json_is_refused(void **state)
{
	static const char *const wrong[] = {
		"", "{", "[1,]", "{\"a\"}", "{\"a\":1,\"a\":2}", "01", "1.", "-", "+1",
		"nul", "\"a", "\"\\x\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\"",
		"\"\t\"", "\"\xC3(\"", "1 2", "[1 2]", "{a:1}", "'a'", "[", "\"\\u12",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct arena a = { 0 };
		struct err e = { "" };

		if (parse(wrong[i], &a, &e))
			fail_msg("%s", wrong[i]);
		assert_int_equal(strncmp(e.text, "x.json:1: ", 10), 0);
		arena_done(&a);
	}
}

static void depth_is_bounded(void **state)
{
	char deep[1000];
	struct arena a = { 0 };
	struct err e;

	(void)state;
	memset(deep, '[', sizeof(deep));
	assert_null(jsonread_parse("x", deep, sizeof(deep), &a, &e));
	assert_null(jsonread_parse("x", "1\0", 2, &a, &e));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read),
		cmocka_unit_test(what_is_not_json_is_refused),
		cmocka_unit_test(depth_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
