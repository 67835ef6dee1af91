/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys: what they are called and how they are told apart. Knows neither terminal nor
 * curses; ui/keyreader.h makes keys from bytes.
 */
#ifndef SAMREG_UI_KEY_H
#define SAMREG_UI_KEY_H

#include <stdbool.h>
#include <stddef.h>

enum key_code {
	K_NONE,
	K_TEXT,          /* one character: `text` */
	K_PASTE,         /* a whole pasted text: `paste` */
	K_BROKEN,        /* bytes that are no character were dropped */
	K_ENTER,
	K_TAB,
	K_SHIFT_TAB,
	K_ESC,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_CTRL_LEFT,
	K_CTRL_RIGHT,
	K_F1,            /* K_F1 + n - 1 is function key n, to 12 */
	K_F12 = K_F1 + 11,
	K_CTRL_A,        /* K_CTRL_A + letter - 'a' */
	K_CTRL_Z = K_CTRL_A + 25,
	K_COUNT
};

/* Room for one code point or for the name of a key, and a NUL. */
enum { KEY_TEXT_SIZE = 8, KEY_NAME_SIZE = 32 };

struct key {
	enum key_code code;
	char text[KEY_TEXT_SIZE];   /* of K_TEXT: one code point in UTF-8 */
	const char *paste;          /* of K_PASTE: clean text, the reader's */
	bool cut;                   /* of K_PASTE: more was pasted than is taken */
};

/*
 * The key with this name: "Enter Tab Shift-Tab Esc Space Backspace Del Ins Up Down Left
 * Right Home End PgUp PgDn Ctrl-Left Ctrl-Right F1-F12 Ctrl-A-Ctrl-Z", or one character
 * that is itself. False, and `*key` untouched, when there is none. `name` ends at a
 * blank or NUL.
 */
bool key_parse(const char *name, struct key *key);

/* Writes the key's name in the language now spoken, "Skift-Tab" for example. */
void key_format(const struct key *key, char out[KEY_NAME_SIZE]);

/* Whether `keys`, names with a blank between, holds the key. */
bool key_is_among(const struct key *key, const char *keys);

#endif
