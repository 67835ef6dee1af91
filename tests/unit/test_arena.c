/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many small texts with one lifetime. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdalign.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void an_empty_arena_can_be_done(void **state)
{
	struct arena a = { 0 };

	(void)state;
	arena_done(&a);
	arena_done(&a);
	assert_null(a.latest);
}

static void memory_is_aligned_and_zeroed(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t size = 0; size < 600; size++) {
		unsigned char *p;

		arena_text(&a, "xyz", 1 + size % 3);
		p = arena_alloc(&a, size);
		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xFF, size);
	}
	arena_done(&a);
}

static void texts_are_copied_and_stay(void **state)
{
	struct arena a = { 0 };
	const char *texts[5000];
	char source[] = "text 0000";

	(void)state;
	for (size_t i = 0; i < 5000; i++) {
		source[5] = (char)('0' + i / 1000 % 10);
		source[6] = (char)('0' + i / 100 % 10);
		source[7] = (char)('0' + i / 10 % 10);
		source[8] = (char)('0' + i % 10);
		texts[i] = arena_text(&a, source, 9);
	}
	assert_string_equal(texts[0], "text 0000");
	assert_string_equal(texts[1234], "text 1234");
	assert_string_equal(texts[4999], "text 4999");
	arena_done(&a);
}

static void a_part_ends_where_it_should(void **state)
{
	struct arena a = { 0 };
	const char *first = arena_text(&a, "abcdef", 3);
	const char *second = arena_text(&a, "ghi", 3);

	(void)state;
	assert_string_equal(first, "abc");
	assert_string_equal(second, "ghi");
	assert_string_equal(arena_text(&a, NULL, 0), "");
	arena_done(&a);
}

static void what_is_larger_than_a_block_fits(void **state)
{
	static char large[300000];
	struct arena a = { 0 };
	const char *before = arena_text(&a, "before", 6), *copy, *after;

	(void)state;
	memset(large, 'l', sizeof(large));
	copy = arena_text(&a, large, sizeof(large));
	after = arena_text(&a, "after", 5);
	assert_int_equal(strlen(copy), sizeof(large));
	assert_memory_equal(copy, large, sizeof(large));
	assert_string_equal(before, "before");
	assert_string_equal(after, "after");
	arena_done(&a);
	assert_null(a.latest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_arena_can_be_done),
		cmocka_unit_test(memory_is_aligned_and_zeroed),
		cmocka_unit_test(texts_are_copied_and_stay),
		cmocka_unit_test(a_part_ends_where_it_should),
		cmocka_unit_test(what_is_larger_than_a_block_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
