/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard of the terminal harness: text, named keys, pasting. */

#include "tests/tui/tui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/tui/tui_private.h"

void tui_send(struct tui *t, const char *text)
{
	tui_queue(text, strlen(text), t);
	tui_pump(t, 0);
}

void tui_paste(struct tui *t, const char *text)
{
	if (t->bracketed)
		tui_send(t, "\033[200~");
	tui_send(t, text);
	if (t->bracketed)
		tui_send(t, "\033[201~");
}

static const struct key {
	const char *name;
	VTermKey code;
	const char *bytes;
} keys[] = {
	{ "Enter", 0, "\r" },
	{ "Tab", 0, "\t" },
	{ "Shift-Tab", 0, "\033[Z" },
	{ "Esc", 0, "\033" },
	{ "Space", 0, " " },
	{ "Backspace", 0, "\177" },
	{ "Up", VTERM_KEY_UP, NULL },
	{ "Down", VTERM_KEY_DOWN, NULL },
	{ "Left", VTERM_KEY_LEFT, NULL },
	{ "Right", VTERM_KEY_RIGHT, NULL },
	{ "Home", VTERM_KEY_HOME, NULL },
	{ "End", VTERM_KEY_END, NULL },
	{ "PgUp", VTERM_KEY_PAGEUP, NULL },
	{ "PgDn", VTERM_KEY_PAGEDOWN, NULL },
	{ "Ins", VTERM_KEY_INS, NULL },
	{ "Del", VTERM_KEY_DEL, NULL },
};

static bool press_named(struct tui *t, const char *name)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (keys[i].bytes)
			tui_queue(keys[i].bytes, strlen(keys[i].bytes), t);
		else
			vterm_keyboard_key(t->vt, keys[i].code, VTERM_MOD_NONE);
		return true;
	}
	return false;
}

/* Is name one character, of one byte or of several? */
static bool is_character(const char *name)
{
	size_t n = 1;

	while ((name[n] & 0xc0) == 0x80)
		n++;
	return name[n] == '\0';
}

static bool press_other(struct tui *t, const char *name)
{
	char byte;

	if (is_character(name)) {
		tui_queue(name, strlen(name), t);
	} else if (strncmp(name, "Ctrl-", 5) == 0 && name[5] && !name[6]) {
		byte = name[5] & 0x1f;
		tui_queue(&byte, 1, t);
	} else if (strncmp(name, "Alt-", 4) == 0 && is_character(name + 4)) {
		tui_queue("\033", 1, t);
		tui_queue(name + 4, strlen(name + 4), t);
	} else if (name[0] == 'F' && atoi(name + 1) >= 1 && atoi(name + 1) <= 12) {
		vterm_keyboard_key(t->vt, (VTermKey)VTERM_KEY_FUNCTION(atoi(name + 1)),
				   VTERM_MOD_NONE);
	} else {
		return false;
	}
	return true;
}

void tui_keys(struct tui *t, const char *names)
{
	char *copy = strdup(names);
	char *rest = copy;
	char *name;

	while ((name = strtok_r(rest, " ", &rest)) != NULL)
		if (!press_named(t, name) && !press_other(t, name))
			fail_msg("no such key: %s", name);
	free(copy);
	tui_pump(t, 0);
}
