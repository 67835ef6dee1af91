/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One refusal: built, cut and handed up. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/utf8.h"

static void a_refusal_is_a_sentence_and_false(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_false(err_set(&e, "%s: row %d: %s", "file", 3, "reason"));
	assert_string_equal(e.text, "file: row 3: reason");
	assert_false(err_set(NULL, "%s", "nobody asks"));
}

static void what_just_fits_is_not_cut(void **state)
{
	char longest[sizeof(((struct err *)0)->text)];
	struct err e;

	(void)state;
	memset(longest, 'a', sizeof(longest));
	longest[sizeof(longest) - 1] = '\0';
	err_set(&e, "%s", longest);
	assert_string_equal(e.text, longest);
}

static void what_is_too_long_is_cut_at_a_whole_character(void **state)
{
	static const char *const letters[] = { "a", "å", "–", "😀" };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		size_t width = strlen(letters[i]);

		for (size_t shift = 0; shift < 4; shift++) {
			char text[1200] = "bbbb";
			size_t length = shift;
			struct err e;

			while (length + width < sizeof(text)) {
				memcpy(text + length, letters[i], width + 1);
				length += width;
			}
			err_set(&e, "%s", text);
			length = strlen(e.text);
			assert_true(utf8_is_valid(e.text, length));
			assert_in_range(length, sizeof(e.text) - width,
					sizeof(e.text) - 1);
			assert_memory_equal(e.text, text, length);
		}
	}
}

static void bytes_that_are_no_text_are_cut_too(void **state)
{
	char text[1200];
	struct err e;

	(void)state;
	memset(text, 0x80, sizeof(text));
	text[sizeof(text) - 1] = '\0';
	err_set(&e, "%s", text);
	assert_true(strlen(e.text) < sizeof(e.text));
}

static void a_sentence_can_hold_the_one_before(void **state)
{
	struct err e;

	(void)state;
	err_set(&e, "reason");
	err_set(&e, "place: %s", e.text);
	assert_string_equal(e.text, "place: reason");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refusal_is_a_sentence_and_false),
		cmocka_unit_test(what_just_fits_is_not_cut),
		cmocka_unit_test(what_is_too_long_is_cut_at_a_whole_character),
		cmocka_unit_test(bytes_that_are_no_text_are_cut_too),
		cmocka_unit_test(a_sentence_can_hold_the_one_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
