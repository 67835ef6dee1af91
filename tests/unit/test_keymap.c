/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command table, keymaps and the key bar. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/help.h"
#include "ui/keymap.h"
#include "ui/list.h"
#include "ui/ui.h"

static const struct binding bindings[] = {
	{ .command = COMMAND_NEW, .label = "ny", .needs = NEED_WRITE },
	{ .command = COMMAND_SAVE, .label = "spara", .needs = NEED_CHANGE },
	{ .command = COMMAND_OPEN, .keys = "Enter o", .label = "öppna" },
	{ .command = COMMAND_SORT },
};

static const struct keymap keymap = KEYMAP(bindings, &list_keymap);

static enum command command_of(const struct keymap *map, const char *name)
{
	struct key key;

	assert_true(key_parse(name, &key));
	return keymap_command(map, &key);
}

static void every_command_is_whole(void **state)
{
	(void)state;
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const struct command_row *row = command_get((enum command)i);
		const char *keys = row->keys, *name;
		size_t length;
		struct key key;

		assert_true(row->name[0] && row->help[0]);
		assert_true(command_group_heading(row->group)[0]);
		while ((name = text_next_word(&keys, &length)) != NULL)
			assert_true(key_parse(name, &key));
		for (int k = COMMAND_NONE + 1; k < i; k++)
			assert_string_not_equal(row->name,
						command_get((enum command)k)->name);
	}
}

/* A list's own letters mean the same on every list: sorting never delivers anything. */
static void a_letter_of_lists_is_nothing_else(void **state)
{
	(void)state;
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const struct command_row *row = command_get((enum command)i);
		const char *keys = row->keys, *name;
		size_t length;

		if (row->group != GROUP_RECORD && row->group != GROUP_TABLE &&
		    row->group != GROUP_DELIVERY)
			continue;
		while ((name = text_next_word(&keys, &length)) != NULL) {
			char letter[8] = { name[0] };

			if (length == 1 &&
			    (command_of(&list_keymap, letter) != COMMAND_NONE ||
			     text_has_word("s f c", letter)))
				fail_msg("%s: %s", row->name, letter);
		}
	}
}

static void keys_find_their_binding(void **state)
{
	(void)state;
	assert_int_equal(command_of(&keymap, "F2"), COMMAND_SAVE);
	assert_int_equal(command_of(&keymap, "Ctrl-S"), COMMAND_SAVE);
	assert_int_equal(command_of(&keymap, "Ins"), COMMAND_NEW);
	assert_int_equal(command_of(&keymap, "o"), COMMAND_OPEN);
	assert_int_equal(command_of(&keymap, "j"), COMMAND_DOWN);
	assert_int_equal(command_of(&keymap, "F5"), COMMAND_NONE);
	assert_int_equal(command_of(NULL, "F2"), COMMAND_NONE);
}

static void maps_are_checked(void **state)
{
	static const struct binding twice[] = {
		{ .command = COMMAND_SAVE },
		{ .command = COMMAND_SORT, .keys = "x F2" },
	};
	static const struct binding unknown[] = {
		{ .command = COMMAND_SAVE, .keys = "F99" },
	};
	const struct keymap maps[] = { KEYMAP(twice, NULL), KEYMAP(unknown, NULL) };
	struct err e;

	(void)state;
	assert_true(keymap_check(&keymap, &e));
	assert_true(keymap_check(&ui_keymap, &e));
	assert_false(keymap_check(&maps[0], &e));
	assert_string_equal(e.text, "sort: F2: bound twice");
	assert_false(keymap_check(&maps[1], &e));
	assert_string_equal(e.text, "save: F99: no such key");
}

/* The commands in a bar of that width, by name. */
static const char *bar(unsigned has, int width)
{
	static char out[256];
	const struct binding *entries[KEYMAP_BAR_MAX];
	size_t count = keymap_bar(&keymap, &ui_keymap, has, width, entries);

	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		strcat(strcat(out, command_get(entries[i]->command)->name), " ");
	return out;
}

static void the_bar_shows_what_works_now(void **state)
{
	(void)state;
	assert_string_equal(bar(NEED_ALL | NEED_BELOW, 80), "new save open help escape ");
	assert_string_equal(bar(NEED_ALL, 80), "new save open help ");
	assert_string_equal(bar(NEED_BELOW, 80), "open help escape ");
}

static void the_bar_keeps_the_way_out(void **state)
{
	(void)state;
	assert_string_equal(bar(NEED_ALL | NEED_BELOW, 44), "new save help escape ");
	assert_string_equal(bar(NEED_ALL | NEED_BELOW, 22), "help escape ");
	assert_string_equal(bar(NEED_ALL | NEED_BELOW, 10), "help ");
	assert_string_equal(bar(NEED_ALL | NEED_BELOW, 1), "");
}

static void help_tells_every_key(void **state)
{
	struct text out = { 0 };
	const char *general;

	(void)state;
	help_add_keys(&out, &keymap, &ui_keymap);
	assert_non_null(strstr(text_get(&out), "# Poster\n"));
	assert_non_null(strstr(text_get(&out), "  F2, Ctrl-S                Spara\n"));
	assert_non_null(strstr(text_get(&out), "  Enter, o                  Öppna\n"));
	general = strstr(text_get(&out), "# Överallt\n");
	assert_non_null(general);
	assert_null(strstr(general + 1, "# Överallt\n"));
	assert_non_null(strstr(text_get(&out), "  Ctrl-L "));
	assert_null(strstr(text_get(&out), "# I tabeller"));
	text_done(&out);
}

static void what_all_bind_alike_is_told_once(void **state)
{
	static const struct binding own[] = {
		{ .command = COMMAND_HELP, .keys = "?" },
		{ .command = COMMAND_CLOSE },
	};
	static const struct keymap map = KEYMAP(own, NULL);
	struct text out = { 0 };
	const char *heading, *close;

	(void)state;
	help_add_keys(&out, &map, &ui_keymap);
	heading = strstr(text_get(&out), "# Överallt\n");
	assert_non_null(heading);
	assert_null(strstr(heading + 1, "# Överallt\n"));
	assert_non_null(strstr(text_get(&out), "  ? "));
	assert_non_null(strstr(text_get(&out), "  F1, Ctrl-G "));
	close = strstr(text_get(&out), "  F10, Ctrl-Q ");
	assert_non_null(close);
	assert_null(strstr(close + 1, "  F10, Ctrl-Q "));
	text_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_is_whole),
		cmocka_unit_test(a_letter_of_lists_is_nothing_else),
		cmocka_unit_test(keys_find_their_binding),
		cmocka_unit_test(maps_are_checked),
		cmocka_unit_test(the_bar_shows_what_works_now),
		cmocka_unit_test(the_bar_keeps_the_way_out),
		cmocka_unit_test(help_tells_every_key),
		cmocka_unit_test(what_all_bind_alike_is_told_once),
	};

	lang_choose("sv");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
