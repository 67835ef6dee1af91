/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: what they are called and how they are told apart; see key.h. */
#include "ui/key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

/* The name in tables of this program, and the one people see. */
static const struct {
	enum key_code code;
	const char *name, *shown;
} names[] = {
	{ K_ENTER, "Enter", N_("Enter") },
	{ K_TAB, "Tab", N_("Tab") },
	{ K_SHIFT_TAB, "Shift-Tab", N_("Skift-Tab") },
	{ K_ESC, "Esc", N_("Esc") },
	{ K_BACKSPACE, "Backspace", N_("Backsteg") },
	{ K_DELETE, "Del", N_("Del") },
	{ K_INSERT, "Ins", N_("Ins") },
	{ K_UP, "Up", N_("Upp") },
	{ K_DOWN, "Down", N_("Ned") },
	{ K_LEFT, "Left", N_("Vänster") },
	{ K_RIGHT, "Right", N_("Höger") },
	{ K_HOME, "Home", N_("Home") },
	{ K_END, "End", N_("End") },
	{ K_PAGE_UP, "PgUp", N_("PgUp") },
	{ K_PAGE_DOWN, "PgDn", N_("PgDn") },
	{ K_CTRL_LEFT, "Ctrl-Left", N_("Ctrl-Vänster") },
	{ K_CTRL_RIGHT, "Ctrl-Right", N_("Ctrl-Höger") },
};

enum { NAME_COUNT = sizeof(names) / sizeof(names[0]) };

static bool parse_function(const char *name, size_t length, struct key *key)
{
	int number = 0;

	if (length < 2 || length > 3 || name[0] != 'F')
		return false;
	for (size_t i = 1; i < length; i++) {
		if (name[i] < '0' || name[i] > '9')
			return false;
		number = number * 10 + (name[i] - '0');
	}
	if (number < 1 || number > 12)
		return false;
	*key = (struct key){ .code = (enum key_code)(K_F1 + number - 1) };
	return true;
}

static bool parse_control(const char *name, size_t length, struct key *key)
{
	if (length != 6 || strncmp(name, "Ctrl-", 5) || name[5] < 'A' || name[5] > 'Z')
		return false;
	*key = (struct key){ .code = (enum key_code)(K_CTRL_A + (name[5] - 'A')) };
	return true;
}

static bool parse_character(const char *name, size_t length, struct key *key)
{
	if (length >= KEY_TEXT_SIZE || !utf8_is_valid(name, length) ||
	    utf8_next(name, 0) != length)
		return false;
	*key = (struct key){ .code = K_TEXT };
	memcpy(key->text, name, length);
	return true;
}

bool key_parse(const char *name, struct key *key)
{
	size_t length = strcspn(name, " ");

	if (length == 0)
		return false;
	if (length == 5 && !strncmp(name, "Space", length)) {
		*key = (struct key){ .code = K_TEXT, .text = " " };
		return true;
	}
	for (size_t i = 0; i < NAME_COUNT; i++)
		if (strlen(names[i].name) == length &&
		    !strncmp(names[i].name, name, length)) {
			*key = (struct key){ .code = names[i].code };
			return true;
		}
	return parse_function(name, length, key) || parse_control(name, length, key) ||
	       parse_character(name, length, key);
}

void key_format(const struct key *key, char out[KEY_NAME_SIZE])
{
	const char *shown = "";

	for (size_t i = 0; i < NAME_COUNT; i++)
		if (names[i].code == key->code)
			shown = _(names[i].shown);
	if (key->code == K_TEXT)
		shown = strcmp(key->text, " ") ? key->text : _("Blanksteg");
	if (key->code >= K_F1 && key->code <= K_F12)
		snprintf(out, KEY_NAME_SIZE, "F%d", (int)(key->code - K_F1) + 1);
	else if (key->code >= K_CTRL_A && key->code <= K_CTRL_Z)
		snprintf(out, KEY_NAME_SIZE, "Ctrl-%c",
			 'A' + (int)(key->code - K_CTRL_A));
	else
		snprintf(out, KEY_NAME_SIZE, "%s", shown);
}

static bool is_equal(const struct key *a, const struct key *b)
{
	return a->code == b->code && (a->code != K_TEXT || !strcmp(a->text, b->text));
}

bool key_is_among(const struct key *key, const char *keys)
{
	size_t length;
	const char *name;

	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key named;

		if (key_parse(name, &named) && is_equal(key, &named))
			return true;
	}
	return false;
}
