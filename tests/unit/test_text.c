/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that grows, and lists of words. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void an_empty_text_reads_as_nothing(void **state)
{
	struct text t = { 0 };
	char *taken;

	(void)state;
	assert_string_equal(text_get(&t), "");
	text_clear(&t);
	text_done(&t);
	taken = text_take(&t);
	assert_string_equal(taken, "");
	free(taken);
}

static void what_is_added_stands_in_order(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_add(&t, "one");
	text_add_char(&t, ' ');
	text_add_part(&t, "twofold", 3);
	text_addf(&t, " %d%%", 3);
	text_add(&t, "");
	text_add_part(&t, NULL, 0);
	assert_string_equal(text_get(&t), "one two 3%");
	assert_int_equal(t.length, 10);
	text_done(&t);
	assert_null(t.bytes);
}

static void it_grows_far(void **state)
{
	struct text t = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		text_add(&t, "0123456789");
	assert_int_equal(t.length, 1000000);
	assert_int_equal(strlen(text_get(&t)), 1000000);
	assert_memory_equal(text_get(&t) + 999980, "01234567890123456789", 20);
	text_done(&t);
}

static void a_long_format_is_not_cut(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_add(&t, "x");
	text_addf(&t, "%10000d", 7);
	assert_int_equal(t.length, 10001);
	assert_int_equal(text_get(&t)[10000], '7');
	text_done(&t);
}

static void bytes_may_be_nul(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_add_part(&t, "a\0b", 3);
	text_add_char(&t, '\0');
	assert_int_equal(t.length, 4);
	assert_memory_equal(t.bytes, "a\0b\0", 5);
	text_done(&t);
}

static void reserved_room_is_written_directly(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_add(&t, "ab");
	text_reserve(&t, 1000);
	assert_true(t.capacity >= 1003);
	assert_string_equal(text_get(&t), "ab");
	memset(t.bytes + t.length, 'c', 1000);
	t.length += 1000;
	t.bytes[t.length] = '\0';
	text_add(&t, "d");
	assert_int_equal(strlen(text_get(&t)), 1003);
	text_done(&t);
}

static void clearing_keeps_the_room_and_taking_gives_it_away(void **state)
{
	struct text t = { 0 };
	const char *room;
	char *taken;

	(void)state;
	text_add(&t, "first");
	room = t.bytes;
	text_clear(&t);
	assert_string_equal(text_get(&t), "");
	text_add(&t, "next");
	assert_ptr_equal(t.bytes, room);
	taken = text_take(&t);
	assert_ptr_equal(taken, room);
	assert_string_equal(taken, "next");
	assert_string_equal(text_get(&t), "");
	text_add(&t, "new");
	assert_string_equal(taken, "next");
	free(taken);
	text_done(&t);
}

__attribute__((format(printf, 3, 4)))
static void format_into(char *out, size_t size, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_format(out, size, format, args);
	va_end(args);
}

static void a_fixed_text_is_cut_at_a_whole_character(void **state)
{
	char out[6];

	(void)state;
	format_into(out, sizeof(out), "%s", "abcde");
	assert_string_equal(out, "abcde");
	format_into(out, sizeof(out), "%s", "abcdef");
	assert_string_equal(out, "abcde");
	format_into(out, sizeof(out), "%s", "abcdå");
	assert_string_equal(out, "abcd");
	format_into(out, sizeof(out), "%s", "abcåä");
	assert_string_equal(out, "abcå");
	format_into(out, sizeof(out), "%s", "abc–d");
	assert_string_equal(out, "abc");
	format_into(out, sizeof(out), "%s", "ab😀");
	assert_string_equal(out, "ab");
	format_into(out, sizeof(out), "%s", "a😀b");
	assert_string_equal(out, "a😀");
	format_into(out, 1, "%s", "å");
	assert_string_equal(out, "");
}

static void words_are_taken_one_by_one(void **state)
{
	const char *list = "  one two   three ";
	size_t length;
	const char *word = text_next_word(&list, &length);

	(void)state;
	assert_int_equal(length, 3);
	assert_memory_equal(word, "one", 3);
	word = text_next_word(&list, &length);
	assert_memory_equal(word, "two", 3);
	word = text_next_word(&list, &length);
	assert_int_equal(length, 5);
	assert_memory_equal(word, "three", 5);
	assert_null(text_next_word(&list, &length));
	assert_null(text_next_word(&list, &length));
}

static void a_word_is_found_only_whole(void **state)
{
	(void)state;
	assert_true(text_has_word("one two three", "one"));
	assert_true(text_has_word("one two three", "three"));
	assert_true(text_has_word("one", "one"));
	assert_false(text_has_word("one two three", "thr"));
	assert_false(text_has_word("one two three", "hree"));
	assert_false(text_has_word("one two three", "ONE"));
	assert_false(text_has_word("one two three", "one two"));
	assert_false(text_has_word("one", ""));
	assert_false(text_has_word("", "one"));
	assert_false(text_has_word("", ""));
}

static void words_are_counted(void **state)
{
	(void)state;
	assert_int_equal(text_count_words(""), 0);
	assert_int_equal(text_count_words("   "), 0);
	assert_int_equal(text_count_words("one"), 1);
	assert_int_equal(text_count_words(" one  two "), 2);
}

static void a_secret_is_wiped_and_gone(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_wipe(&t);
	text_add(&t, "secret");
	text_wipe(&t);
	assert_null(t.bytes);
	assert_int_equal(t.length, 0);
	assert_string_equal(text_get(&t), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_text_reads_as_nothing),
		cmocka_unit_test(what_is_added_stands_in_order),
		cmocka_unit_test(it_grows_far),
		cmocka_unit_test(a_long_format_is_not_cut),
		cmocka_unit_test(bytes_may_be_nul),
		cmocka_unit_test(reserved_room_is_written_directly),
		cmocka_unit_test(clearing_keeps_the_room_and_taking_gives_it_away),
		cmocka_unit_test(a_fixed_text_is_cut_at_a_whole_character),
		cmocka_unit_test(words_are_taken_one_by_one),
		cmocka_unit_test(a_word_is_found_only_whole),
		cmocka_unit_test(words_are_counted),
		cmocka_unit_test(a_secret_is_wiped_and_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
