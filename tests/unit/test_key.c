/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: their names, and how they are made from bytes. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "ui/key.h"
#include "ui/keyreader.h"

/* Feeds bytes and writes the keys they made: characters as they are, "<name>" for others,
 * "?" for what was broken, "{text}" for a paste. */
static const char *read_bytes(struct keyreader *r, const char *bytes, size_t length)
{
	static char out[4096];
	struct key key;

	out[0] = '\0';
	for (size_t i = 0; i <= length; i++) {
		if (i < length)
			keyreader_byte(r, (unsigned char)bytes[i]);
		else
			keyreader_pause(r);
		while (keyreader_next(r, &key)) {
			bool plain = key.code == K_TEXT || key.code == K_BROKEN;
			char name[KEY_NAME_SIZE];

			key_format(&key, name);
			strcat(out, plain ? "" : "<");
			strcat(out, key.code == K_BROKEN ? "?" : name);
			strcat(out, plain ? "" : ">");
		}
	}
	return out;
}

static void assert_keys(const char *bytes, const char *keys)
{
	struct keyreader r = { 0 };

	assert_string_equal(read_bytes(&r, bytes, strlen(bytes)), keys);
	keyreader_done(&r);
}

static void text_is_text(void **state)
{
	(void)state;
	assert_keys("Åsa €\xF0\x9F\x98\x80", "ÅsaBlanksteg€\xF0\x9F\x98\x80");
	assert_keys("e\xCC\x81", "e\xCC\x81");
}

static void control_bytes_are_keys(void **state)
{
	(void)state;
	assert_keys("\t\r\n\b\x7F\x01\x0E\x1A", "<Tab><Enter><Enter><Backsteg><Backsteg>"
						"<Ctrl-A><Ctrl-N><Ctrl-Z>");
	assert_keys("\x1C\x1F", "");
}

static void broken_bytes_swallow_nothing(void **state)
{
	(void)state;
	assert_keys("a\xC3" "b", "a?b");
	assert_keys("\xFF\xFE" "x", "??x");
	assert_keys("\xE2\x82" "å", "??å");
	assert_keys("\xC3\r", "?<Enter>");
	assert_keys("\x80\xBF", "??");
	assert_keys("\xC0\xAF", "??");
	assert_keys("\xED\xA0\x80", "???");
	assert_keys("\xF4\x90\x80\x80z", "????z");
	assert_keys("\xE4\xF6" "abc", "??abc");
}

static void escape_is_a_key_of_its_own(void **state)
{
	(void)state;
	assert_keys("\x1B", "<Esc>");
	assert_keys("\x1B\x1B", "<Esc><Esc>");
	assert_keys("\x1Bx", "<Esc>x");
	assert_keys("\xC3\x1B", "?<Esc>");
}

static void unknown_sequences_leave_nothing(void **state)
{
	(void)state;
	assert_keys("a\x1B[1;2Pb", "ab");
	assert_keys("\x1B[27;5;9~x", "x");
	assert_keys("\x1BOQx", "x");
	assert_keys("\x1B[[Ax", "x");
}

static void known_keys_come_between(void **state)
{
	struct keyreader r = { 0 };
	struct key key;

	(void)state;
	keyreader_byte(&r, 0xC3);
	keyreader_key(&r, K_UP);
	assert_true(keyreader_next(&r, &key));
	assert_int_equal(key.code, K_BROKEN);
	assert_true(keyreader_next(&r, &key));
	assert_int_equal(key.code, K_UP);
	assert_false(keyreader_next(&r, &key));
	keyreader_done(&r);
}

static struct key paste(struct keyreader *r, const char *text, size_t length)
{
	struct key key = { .code = K_NONE };

	keyreader_paste_begin(r);
	for (size_t i = 0; i < length; i++)
		keyreader_byte(r, (unsigned char)text[i]);
	assert_false(keyreader_next(r, &key));
	assert_true(keyreader_in_paste(r));
	keyreader_paste_end(r);
	assert_true(keyreader_next(r, &key));
	assert_int_equal(key.code, K_PASTE);
	return key;
}

static void a_paste_is_one_clean_text(void **state)
{
	static const char text[] = "två\r\nrader\tmed \x1B[31mfärg\x07 "
				   "\xE2\x80\xAE \xFF!\n";
	struct keyreader r = { 0 };
	struct key key = paste(&r, text, strlen(text));

	(void)state;
	assert_string_equal(key.paste, "två rader med [31mfärg  \xEF\xBF\xBD!");
	assert_false(key.cut);
	assert_string_equal(read_bytes(&r, "x", 1), "x");
	assert_string_equal(paste(&r, "", 0).paste, "");
	keyreader_done(&r);
}

static void a_huge_paste_is_cut(void **state)
{
	static char text[KEYREADER_MAX_PASTE + 100];
	struct keyreader r = { 0 };
	struct key key;

	(void)state;
	memset(text, 'a', sizeof(text));
	key = paste(&r, text, sizeof(text));
	assert_int_equal(strlen(key.paste), KEYREADER_MAX_PASTE);
	assert_true(key.cut);
	assert_false(paste(&r, "a", 1).cut);
	keyreader_done(&r);
}

static void names_are_read_and_written(void **state)
{
	static const struct {
		const char *name, *sv;
	} rows[] = {
		{ "Enter", "Enter" }, { "Shift-Tab", "Skift-Tab" }, { "Up", "Upp" },
		{ "F1", "F1" },       { "F12", "F12" },   { "Ctrl-A", "Ctrl-A" },
		{ "Ctrl-Z", "Ctrl-Z" }, { "Space", "Blanksteg" },   { "/", "/" },
		{ "å", "å" },         { "Ctrl-Left", "Ctrl-Vänster" }, { "S", "S" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct key key;
		char name[KEY_NAME_SIZE];

		assert_true(key_parse(rows[i].name, &key));
		key_format(&key, name);
		assert_string_equal(name, rows[i].sv);
	}
}

static void unknown_names_are_refused(void **state)
{
	static const char *const names[] = { "", " ", "F0", "F13", "Ctrl-", "Ctrl-a",
					     "ab", "Entr", "Skift-Tab", "F1x" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct key key = { .code = K_NONE };

		assert_false(key_parse(names[i], &key));
		assert_int_equal(key.code, K_NONE);
	}
}

static void keys_are_found_in_lists(void **state)
{
	struct key f2, slash;

	(void)state;
	assert_true(key_parse("F2 Ctrl-S", &f2));
	assert_true(key_parse("/", &slash));
	assert_int_equal(f2.code, K_F1 + 1);
	assert_true(key_is_among(&f2, "Ctrl-S F2"));
	assert_false(key_is_among(&f2, "F20 F1"));
	assert_true(key_is_among(&slash, "F3 Ctrl-F /"));
	assert_false(key_is_among(&slash, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_text),
		cmocka_unit_test(control_bytes_are_keys),
		cmocka_unit_test(broken_bytes_swallow_nothing),
		cmocka_unit_test(escape_is_a_key_of_its_own),
		cmocka_unit_test(unknown_sequences_leave_nothing),
		cmocka_unit_test(known_keys_come_between),
		cmocka_unit_test(a_paste_is_one_clean_text),
		cmocka_unit_test(a_huge_paste_is_cut),
		cmocka_unit_test(names_are_read_and_written),
		cmocka_unit_test(unknown_names_are_refused),
		cmocka_unit_test(keys_are_found_in_lists),
	};

	lang_choose("sv");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
