/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing text and lines into areas of the screen; see draw.h. */
#include "ui/draw.h"

#include <curses.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

/* A text wider than this is hard to read. */
enum { POPUP_WIDTH = 68 };

static int at_least(int value, int low)
{
	return value < low ? low : value;
}

static int at_most(int value, int high)
{
	return value > high ? high : value;
}

struct area area_cut(struct area a, int y, int x, int height, int width)
{
	int top = at_most(at_least(y, 0), a.height);
	int left = at_most(at_least(x, 0), a.width);
	int bottom = at_most(at_least(y + height, top), a.height);
	int right = at_most(at_least(x + width, left), a.width);
	struct area part = { a.on, a.y + top, a.x + left, bottom - top, right - left };

	return part;
}

struct area area_line(struct area a, int y)
{
	return area_cut(a, y, 0, 1, a.width);
}

static void set_role(struct area a, enum role role)
{
	attrset((attr_t)a.on->theme->attrs[role]);
}

void draw_clear(struct area a, enum role role)
{
	if (a.width <= 0)
		return;
	set_role(a, role);
	for (int y = 0; y < a.height; y++)
		mvhline(a.y + y, a.x, ' ' | (chtype)a.on->theme->attrs[role], a.width);
}

bool draw_is_blank(struct area a)
{
	for (int y = 0; y < a.height; y++)
		for (int x = 0; x < a.width; x++)
			if ((mvinch(a.y + y, a.x + x) & A_CHARTEXT) != ' ')
				return false;
	return a.height > 0 && a.width > 0;
}

/* Draws what of clean text lies within the area's columns; x may be negative. A wide
 * character cut by the left edge is left out. */
static void put_clean(struct area a, int y, int x, const char *text)
{
	while (x < 0 && *text) {
		size_t next = utf8_next(text, 0);
		char *first = mem_text_part(text, next);

		x += utf8_width(first);
		free(first);
		text += next;
	}
	if (x >= 0 && x < a.width)
		mvaddnstr(a.y + y, a.x + x, text, (int)utf8_fit(text, a.width - x));
}

int draw_text(struct area a, int y, int x, enum role role, const char *text)
{
	char *clean = utf8_clean(text);
	int after = x + utf8_width(clean);

	if (y >= 0 && y < a.height) {
		set_role(a, role);
		put_clean(a, y, x, clean);
	}
	free(clean);
	return after;
}

int draw_textf(struct area a, int y, int x, enum role role, const char *format, ...)
{
	char text[1024];
	va_list args;

	va_start(args, format);
	text_format(text, sizeof(text), format, args);
	va_end(args);
	return draw_text(a, y, x, role, text);
}

/* Cuts the text to the width, with a mark at the end. */
static char *shorten(char *clean, int width, bool ascii)
{
	const char *mark = ascii ? "." : "…";
	char *out;

	if (utf8_width(clean) <= width)
		return clean;
	if (width < 1) {
		*clean = '\0';
		return clean;
	}
	clean[utf8_fit(clean, width - 1)] = '\0';
	out = mem_alloc(strlen(clean) + strlen(mark) + 1);
	strcpy(out, clean);
	strcat(out, mark);
	free(clean);
	return out;
}

void draw_cell(struct area a, enum role role, enum align align, const char *text)
{
	char *shown = shorten(utf8_clean(text), a.width, a.on->ascii);
	int room = a.width - utf8_width(shown), x = 0;

	if (align == ALIGN_RIGHT)
		x = room;
	else if (align == ALIGN_CENTRE)
		x = room / 2;
	draw_clear(area_line(a, 0), role);
	if (a.height > 0)
		put_clean(a, 0, x, shown);
	free(shown);
}

/* Draws the character again and again from x to the end of `width` columns. */
static void put_repeated(struct area a, int y, int x, int width, const char *character)
{
	for (int end = at_most(x + width, a.width); x < end; x++)
		if (x >= 0 && y >= 0 && y < a.height)
			mvaddstr(a.y + y, a.x + x, character);
}

void draw_line(struct area a, int y)
{
	set_role(a, ROLE_FRAME);
	put_repeated(a, y, 0, a.width, a.on->ascii ? "-" : "─");
}

struct area draw_box(struct area a, const char *title)
{
	bool ascii = a.on->ascii;
	int right = a.width - 1, bottom = a.height - 1;

	draw_clear(a, ROLE_TEXT);
	draw_line(a, 0);
	draw_line(a, bottom);
	for (int y = 1; y < bottom; y++) {
		put_repeated(a, y, 0, 1, ascii ? "|" : "│");
		put_repeated(a, y, right, 1, ascii ? "|" : "│");
	}
	put_repeated(a, 0, 0, 1, ascii ? "+" : "┌");
	put_repeated(a, 0, right, 1, ascii ? "+" : "┐");
	put_repeated(a, bottom, 0, 1, ascii ? "+" : "└");
	put_repeated(a, bottom, right, 1, ascii ? "+" : "┘");
	if (title && *title) {
		struct area line = area_cut(a, 0, 2, 1, a.width - 4);
		int width = at_most(utf8_width(title) + 2, line.width);

		draw_cell(area_cut(line, 0, 0, 1, width), ROLE_HEADING, ALIGN_CENTRE,
			  title);
	}
	return area_cut(a, 1, 2, a.height - 2, a.width - 4);
}

int draw_popup_width(struct area a)
{
	return at_most(a.width, POPUP_WIDTH) - 4;
}

struct area draw_popup(struct area a, int lines, const char *title)
{
	int height = at_most(lines + 2, a.height), width = draw_popup_width(a) + 4;
	int y = (a.height - height) / 2, x = (a.width - width) / 2;

	return draw_box(area_cut(a, y, x, height, width), title);
}

void draw_bar(struct area a, double share)
{
	int filled = (int)(share * a.width + 0.5);

	filled = at_most(at_least(filled, 0), a.width);
	set_role(a, ROLE_CHART);
	put_repeated(a, 0, 0, filled, a.on->ascii ? "#" : "█");
	put_repeated(a, 0, filled, a.width - filled, a.on->ascii ? "." : "░");
}

int draw_wrap(const char *text, int width, const char **next)
{
	return (int)utf8_wrap(text, at_least(width, 1), next);
}

int draw_paragraph(struct area a, enum role role, const char *text)
{
	int y = 0;

	while (*text) {
		const char *next;
		char *line = mem_text_part(text, (size_t)draw_wrap(text, a.width, &next));

		draw_text(a, y++, 0, role, line);
		free(line);
		text = next;
	}
	return y;
}

int draw_paragraph_height(int width, const char *text)
{
	int lines = 0;

	while (*text) {
		draw_wrap(text, width, &text);
		lines++;
	}
	return lines;
}

void draw_cursor(struct area a, int y, int x)
{
	a.on->cursor_y = a.y + at_least(at_most(y, a.height - 1), 0);
	a.on->cursor_x = a.x + at_least(at_most(x, a.width - 1), 0);
}
