/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing one line of text; see lineedit.h. */
#include "ui/lineedit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/draw.h"
#include "ui/key.h"

void lineedit_begin(struct lineedit *l, const char *text, size_t limit)
{
	text_clear(&l->text);
	text_add(&l->text, text);
	l->cursor = l->text.length;
	l->limit = limit;
	l->replacing = true;
	l->scroll = 0;
}

void lineedit_done(struct lineedit *l)
{
	text_done(&l->text);
	*l = (struct lineedit){ .cursor = 0 };
}

const char *lineedit_get(const struct lineedit *l)
{
	return text_get(&l->text);
}

static void set_text(struct lineedit *l, const char *text)
{
	text_clear(&l->text);
	text_add(&l->text, text);
	l->cursor = l->text.length;
}

void lineedit_compose(struct lineedit *l)
{
	char *composed = utf8_compose(lineedit_get(l));

	set_text(l, composed);
	free(composed);
}

static size_t count_characters(const char *text)
{
	size_t count = 0;

	for (size_t at = 0; text[at]; at = utf8_next(text, at))
		count++;
	return count;
}

size_t lineedit_length(const struct lineedit *l)
{
	return count_characters(lineedit_get(l));
}

/* The first position between characters at or after `at`: what was inserted may have
 * joined with what stood there. */
static size_t boundary(const char *text, size_t at)
{
	size_t here = 0;

	while (here < at && text[here])
		here = utf8_next(text, here);
	return here;
}

static void splice(struct lineedit *l, size_t from, size_t to, const char *middle)
{
	const char *text = lineedit_get(l);
	struct text out = { 0 };

	text_add_part(&out, text, from);
	text_add(&out, middle);
	text_add(&out, text + to);
	text_wipe(&l->text);
	l->text = out;
	l->cursor = boundary(text_get(&out), from + strlen(middle));
}

/* Drops characters off the end of what is inserted until the whole keeps the limit. */
static enum lineedit_result insert(struct lineedit *l, const char *inserted)
{
	size_t at = l->cursor, room;
	char *part = mem_text(inserted);

	if (l->replacing) {
		text_clear(&l->text);
		at = l->cursor = 0;
	}
	room = strlen(part);
	splice(l, at, at, part);
	while (l->limit && lineedit_length(l) > l->limit && room > 0) {
		splice(l, at, at + room, "");
		room = utf8_previous(part, room);
		part[room] = '\0';
		splice(l, at, at, part);
	}
	free(part);
	return room || l->replacing ? LINEEDIT_CHANGED : LINEEDIT_MOVED;
}

static enum lineedit_result erase(struct lineedit *l, size_t from, size_t to)
{
	if (from == to)
		return LINEEDIT_MOVED;
	splice(l, from, to, "");
	return LINEEDIT_CHANGED;
}

static bool is_blank(const struct lineedit *l, size_t at)
{
	return lineedit_get(l)[at] == ' ';
}

static size_t word_left(const struct lineedit *l)
{
	const char *text = lineedit_get(l);
	size_t at = l->cursor;

	while (at > 0 && is_blank(l, utf8_previous(text, at)))
		at = utf8_previous(text, at);
	while (at > 0 && !is_blank(l, utf8_previous(text, at)))
		at = utf8_previous(text, at);
	return at;
}

static size_t word_right(const struct lineedit *l)
{
	const char *text = lineedit_get(l);
	size_t at = l->cursor;

	while (text[at] && !is_blank(l, at))
		at = utf8_next(text, at);
	while (text[at] && is_blank(l, at))
		at = utf8_next(text, at);
	return at;
}

static enum lineedit_result move_to(struct lineedit *l, size_t at)
{
	l->cursor = at;
	return LINEEDIT_MOVED;
}

static enum lineedit_result handle(struct lineedit *l, const struct key *key)
{
	const char *text = lineedit_get(l);

	switch (key->code) {
	case K_TEXT:
		return insert(l, key->text);
	case K_PASTE:
		return key->paste[0] ? insert(l, key->paste) : LINEEDIT_MOVED;
	case K_BACKSPACE:
		return erase(l, utf8_previous(text, l->cursor), l->cursor);
	case K_DELETE:
		if (l->replacing)
			return erase(l, 0, l->text.length);
		return erase(l, l->cursor, utf8_next(text, l->cursor));
	case K_LEFT:
		return move_to(l, utf8_previous(text, l->cursor));
	case K_RIGHT:
		return move_to(l, utf8_next(text, l->cursor));
	case K_CTRL_LEFT:
		return move_to(l, word_left(l));
	case K_CTRL_RIGHT:
		return move_to(l, word_right(l));
	case K_HOME:
		return move_to(l, 0);
	case K_END:
		return move_to(l, l->text.length);
	default:
		return LINEEDIT_UNUSED;
	}
}

enum lineedit_result lineedit_key(struct lineedit *l, const struct key *key)
{
	enum lineedit_result result = handle(l, key);

	if (result != LINEEDIT_UNUSED)
		l->replacing = false;
	return result;
}

/* Columns from one byte position to another. */
static int columns_between(const char *text, size_t from, size_t to)
{
	char *part = mem_text_part(text + from, to - from);
	int columns = utf8_width(part);

	free(part);
	return columns;
}

/* The cursor needs a column of its own, also after the last character. */
static void scroll_to_cursor(struct lineedit *l, int width)
{
	const char *text = lineedit_get(l);

	if (l->scroll > l->cursor)
		l->scroll = l->cursor;
	l->scroll = boundary(text, l->scroll);
	while (l->scroll < l->cursor &&
	       columns_between(text, l->scroll, l->cursor) >= width)
		l->scroll = utf8_next(text, l->scroll);
	while (l->scroll > 0) {
		size_t before = utf8_previous(text, l->scroll);

		if (columns_between(text, before, l->text.length) >= width)
			break;
		l->scroll = before;
	}
}

void lineedit_draw(struct lineedit *l, struct area a, enum role role)
{
	const char *text = lineedit_get(l);

	scroll_to_cursor(l, a.width);
	draw_clear(area_line(a, 0), role);
	draw_text(a, 0, 0, role, text + l->scroll);
	draw_cursor(a, 0, columns_between(text, l->scroll, l->cursor));
}
