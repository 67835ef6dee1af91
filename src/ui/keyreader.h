/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From bytes to keys: UTF-8 put together, broken bytes dropped one at a time so that no
 * following key is lost, unknown escape sequences swallowed, a bracketed paste made one
 * event. Pure: knows neither terminal nor curses.
 */
#ifndef SAMREG_UI_KEYREADER_H
#define SAMREG_UI_KEYREADER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ui/key.h"

/* What more than this is pasted at once is cut off, in bytes. */
enum { KEYREADER_MAX_PASTE = 64 * 1024 };

enum keyreader_state {
	KEYREADER_PLAIN,
	KEYREADER_AFTER_ESC,
	KEYREADER_IN_SEQUENCE,
	KEYREADER_IN_PASTE,
};

/* Embedded; all zero is valid and empty. */
struct keyreader {
	enum keyreader_state state;
	unsigned char partial[4];    /* the beginning of a character */
	size_t partial_count;
	struct text paste;
	bool cut;                    /* the paste was larger than the limit */
	char *pasted;                /* the text handed out last */
	struct key queue[16];
	size_t first, count;         /* of the queue */
};

void keyreader_done(struct keyreader *r);

/* A byte from the terminal. Take the keys it made before the next one comes. */
void keyreader_byte(struct keyreader *r, unsigned char byte);

/* A key the terminal library recognised by its sequence. */
void keyreader_key(struct keyreader *r, enum key_code code);

/* The brackets round a pasted text. */
void keyreader_paste_begin(struct keyreader *r);
void keyreader_paste_end(struct keyreader *r);

/* Nothing more came: an escape by itself is the key Esc. */
void keyreader_pause(struct keyreader *r);

/* Whether a paste has begun and not ended; the caller decides when to give it up. */
bool keyreader_in_paste(const struct keyreader *r);

/* The next key made; its `paste` is valid until the next paste. False: none. */
bool keyreader_next(struct keyreader *r, struct key *key);

#endif
