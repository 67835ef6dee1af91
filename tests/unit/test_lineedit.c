/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line editor, keyed without a terminal. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "ui/key.h"
#include "ui/lineedit.h"

/* Presses keys by name, a blank between. */
static enum lineedit_result press(struct lineedit *l, const char *keys)
{
	enum lineedit_result result = LINEEDIT_UNUSED;
	size_t length;
	const char *name;

	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key key;

		assert_true(key_parse(name, &key));
		result = lineedit_key(l, &key);
	}
	return result;
}

static enum lineedit_result paste(struct lineedit *l, const char *text)
{
	struct key key = { .code = K_PASTE, .paste = text };

	return lineedit_key(l, &key);
}

static void assert_line(const struct lineedit *l, const char *before, const char *after)
{
	char whole[256] = "";

	strcat(strcat(whole, before), after);
	assert_string_equal(lineedit_get(l), whole);
	assert_int_equal(l->cursor, strlen(before));
}

static void typing_and_erasing(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	assert_int_equal(press(&l, "Å s a"), LINEEDIT_CHANGED);
	assert_line(&l, "Åsa", "");
	assert_int_equal(press(&l, "Left Left"), LINEEDIT_MOVED);
	press(&l, "x");
	assert_line(&l, "Åx", "sa");
	press(&l, "Backspace Backspace");
	assert_line(&l, "", "sa");
	assert_int_equal(press(&l, "Backspace"), LINEEDIT_MOVED);
	press(&l, "Del");
	assert_line(&l, "", "a");
	press(&l, "End");
	assert_int_equal(press(&l, "Del"), LINEEDIT_MOVED);
	assert_line(&l, "a", "");
	assert_int_equal(press(&l, "F2"), LINEEDIT_UNUSED);
	assert_int_equal(press(&l, "Up"), LINEEDIT_UNUSED);
	lineedit_done(&l);
}

static void the_first_character_replaces(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	lineedit_begin(&l, "gammalt", 0);
	press(&l, "n y");
	assert_line(&l, "ny", "");
	lineedit_begin(&l, "gammalt", 0);
	paste(&l, "inklistrat");
	assert_line(&l, "inklistrat", "");
	lineedit_begin(&l, "gammalt", 0);
	press(&l, "Del");
	assert_line(&l, "", "");
	lineedit_done(&l);
}

static void arrows_begin_to_edit(void **state)
{
	static const struct {
		const char *keys, *before, *after;
	} rows[] = {
		{ "Left x", "ordex", "t" },       { "Right x", "ordetx", "" },
		{ "Home x", "x", "ordet" },       { "End x", "ordetx", "" },
		{ "Backspace x", "ordex", "" },   { "Home Del x", "x", "rdet" },
		{ "Ctrl-Left x", "x", "ordet" },
	};
	struct lineedit l = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		lineedit_begin(&l, "ordet", 0);
		press(&l, rows[i].keys);
		assert_line(&l, rows[i].before, rows[i].after);
	}
	lineedit_done(&l);
}

/* A key that is none of the editor's keeps the text ready to be replaced. */
static void other_keys_change_nothing(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	lineedit_begin(&l, "gammalt", 0);
	press(&l, "F1 n");
	assert_line(&l, "n", "");
	lineedit_done(&l);
}

static void marks_belong_to_their_letter(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	lineedit_begin(&l, "ae\xCC\x81o", 0);
	press(&l, "Left Left");
	assert_line(&l, "a", "e\xCC\x81o");
	press(&l, "Del");
	assert_line(&l, "a", "o");
	press(&l, "A");
	paste(&l, "\xCC\x8A");
	assert_line(&l, "aA\xCC\x8A", "o");
	assert_int_equal(lineedit_length(&l), 3);
	lineedit_compose(&l);
	assert_string_equal(lineedit_get(&l), "aÅo");
	press(&l, "Backspace Backspace");
	assert_line(&l, "a", "");
	lineedit_done(&l);
}

static void words_are_jumped_over(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	lineedit_begin(&l, "ett  två åtta", 0);
	press(&l, "Ctrl-Left");
	assert_line(&l, "ett  två ", "åtta");
	press(&l, "Ctrl-Left Ctrl-Left Ctrl-Left");
	assert_line(&l, "", "ett  två åtta");
	press(&l, "Ctrl-Right");
	assert_line(&l, "ett  ", "två åtta");
	press(&l, "Ctrl-Right Ctrl-Right Ctrl-Right");
	assert_line(&l, "ett  två åtta", "");
	lineedit_done(&l);
}

static void the_limit_counts_characters(void **state)
{
	struct lineedit l = { 0 };

	(void)state;
	lineedit_begin(&l, "", 4);
	paste(&l, "åäöÅÄÖ");
	assert_line(&l, "åäöÅ", "");
	assert_int_equal(press(&l, "x"), LINEEDIT_MOVED);
	assert_line(&l, "åäöÅ", "");
	paste(&l, "\xCC\x81");
	assert_int_equal(lineedit_length(&l), 4);
	press(&l, "Home Del");
	assert_int_equal(paste(&l, "12"), LINEEDIT_CHANGED);
	assert_string_equal(lineedit_get(&l), "1äöÅ\xCC\x81");
	lineedit_done(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_and_erasing),
		cmocka_unit_test(the_first_character_replaces),
		cmocka_unit_test(arrows_begin_to_edit),
		cmocka_unit_test(other_keys_change_nothing),
		cmocka_unit_test(marks_belong_to_their_letter),
		cmocka_unit_test(words_are_jumped_over),
		cmocka_unit_test(the_limit_counts_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
