/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to keys; see keyreader.h. */
#include "ui/keyreader.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { ESC = 0x1B, DEL = 0x7F };

void keyreader_done(struct keyreader *r)
{
	text_done(&r->paste);
	free(r->pasted);
	*r = (struct keyreader){ .state = KEYREADER_PLAIN };
}

/* Never full: one byte makes at most five keys and they are taken before the next. */
static void emit(struct keyreader *r, const struct key *key)
{
	size_t room = sizeof(r->queue) / sizeof(r->queue[0]);

	if (r->count < room)
		r->queue[(r->first + r->count++) % room] = *key;
}

static void emit_code(struct keyreader *r, enum key_code code)
{
	struct key key = { .code = code };

	emit(r, &key);
}

/* How many bytes the character has that begins with this one; 0: none does. */
static size_t character_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static void emit_plain(struct keyreader *r, unsigned char byte)
{
	struct key key = { .code = K_TEXT };

	if (byte == '\r' || byte == '\n') {
		emit_code(r, K_ENTER);
	} else if (byte == '\t') {
		emit_code(r, K_TAB);
	} else if (byte == '\b' || byte == DEL) {
		emit_code(r, K_BACKSPACE);
	} else if (byte >= 1 && byte <= 26) {
		emit_code(r, (enum key_code)(K_CTRL_A + byte - 1));
	} else if (byte >= ' ') {
		key.text[0] = (char)byte;
		emit(r, &key);
	}
}

static void drop_first(struct keyreader *r)
{
	emit_code(r, K_BROKEN);
	r->partial_count--;
	memmove(r->partial, r->partial + 1, r->partial_count);
}

/* Whether what has come so far may become a character; bytes beyond the first must
 * continue it. */
static bool is_promising(const struct keyreader *r)
{
	if (!character_length(r->partial[0]))
		return false;
	for (size_t i = 1; i < r->partial_count; i++)
		if ((r->partial[i] & 0xC0) != 0x80)
			return false;
	return true;
}

static void take_character(struct keyreader *r, size_t length)
{
	struct key key = { .code = K_TEXT };

	memcpy(key.text, r->partial, length);
	r->partial_count = 0;
	emit(r, &key);
}

/* Takes whole characters off the partial bytes, dropping those that can't begin one. */
static void settle(struct keyreader *r)
{
	while (r->partial_count) {
		size_t length = character_length(r->partial[0]);

		if (length == 1) {
			emit_plain(r, r->partial[0]);
			r->partial_count--;
			memmove(r->partial, r->partial + 1, r->partial_count);
		} else if (!is_promising(r)) {
			drop_first(r);
		} else if (r->partial_count < length) {
			return;
		} else if (utf8_is_valid((const char *)r->partial, length)) {
			take_character(r, length);
		} else {
			drop_first(r);
		}
	}
}

static void drop_partial(struct keyreader *r)
{
	while (r->partial_count)
		drop_first(r);
}

/* A sequence ends with a letter or a tilde; "[" and "O" come first and do not end it. */
static void in_sequence(struct keyreader *r, unsigned char byte)
{
	if (byte < ' ' || byte >= DEL || (byte >= '@' && byte != '[' && byte != 'O'))
		r->state = KEYREADER_PLAIN;
}

/* Several line ends in a row are one. */
static void into_paste(struct keyreader *r, unsigned char byte)
{
	size_t length = r->paste.length;

	if (byte == '\r')
		byte = '\n';
	if (!byte || (byte == '\n' && length && r->paste.bytes[length - 1] == '\n'))
		return;
	if (length >= KEYREADER_MAX_PASTE) {
		r->cut = true;
		return;
	}
	text_add_char(&r->paste, (char)byte);
}

void keyreader_byte(struct keyreader *r, unsigned char byte)
{
	if (r->state == KEYREADER_IN_PASTE) {
		into_paste(r, byte);
		return;
	}
	if (r->state == KEYREADER_IN_SEQUENCE) {
		in_sequence(r, byte);
		return;
	}
	if (r->state == KEYREADER_AFTER_ESC) {
		if (byte == '[' || byte == 'O') {
			r->state = KEYREADER_IN_SEQUENCE;
			return;
		}
		keyreader_pause(r);
	}
	if (byte == ESC) {
		drop_partial(r);
		r->state = KEYREADER_AFTER_ESC;
		return;
	}
	r->partial[r->partial_count++] = byte;
	settle(r);
}

void keyreader_key(struct keyreader *r, enum key_code code)
{
	if (r->state == KEYREADER_IN_PASTE)
		return;
	keyreader_pause(r);
	drop_partial(r);
	emit_code(r, code);
}

void keyreader_paste_begin(struct keyreader *r)
{
	keyreader_pause(r);
	drop_partial(r);
	text_clear(&r->paste);
	r->cut = false;
	r->state = KEYREADER_IN_PASTE;
}

/* A last line end is how the text was marked, not a part of it. */
void keyreader_paste_end(struct keyreader *r)
{
	struct key key = { .code = K_PASTE, .cut = r->cut };

	if (r->state != KEYREADER_IN_PASTE)
		return;
	r->state = KEYREADER_PLAIN;
	while (r->paste.length && r->paste.bytes[r->paste.length - 1] == '\n')
		r->paste.bytes[--r->paste.length] = '\0';
	free(r->pasted);
	r->pasted = utf8_clean(text_get(&r->paste));
	key.paste = r->pasted;
	text_clear(&r->paste);
	emit(r, &key);
}

void keyreader_pause(struct keyreader *r)
{
	if (r->state == KEYREADER_AFTER_ESC)
		emit_code(r, K_ESC);
	if (r->state != KEYREADER_IN_PASTE)
		r->state = KEYREADER_PLAIN;
}

bool keyreader_in_paste(const struct keyreader *r)
{
	return r->state == KEYREADER_IN_PASTE;
}

bool keyreader_next(struct keyreader *r, struct key *key)
{
	if (!r->count)
		return false;
	*key = r->queue[r->first];
	r->first = (r->first + 1) % (sizeof(r->queue) / sizeof(r->queue[0]));
	r->count--;
	return true;
}
