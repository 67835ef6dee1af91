/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the screen of the terminal harness as text and cells. */

#include "tests/tui/tui.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tui/tui_private.h"

static size_t put_utf8(char *at, uint32_t c)
{
	if (c < 0x80) {
		at[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		at[0] = (char)(0xc0 | c >> 6);
		at[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		at[0] = (char)(0xe0 | c >> 12);
		at[1] = (char)(0x80 | (c >> 6 & 0x3f));
		at[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	at[0] = (char)(0xf0 | c >> 18);
	at[1] = (char)(0x80 | (c >> 12 & 0x3f));
	at[2] = (char)(0x80 | (c >> 6 & 0x3f));
	at[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* What libvterm puts into the right half of a wide character. */
#define RIGHT_HALF ((uint32_t)-1)

static size_t put_cell(char *at, const VTermScreenCell *cell)
{
	size_t n = 0;

	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		if (cell->chars[i] != RIGHT_HALF)
			n += put_utf8(at + n, cell->chars[i]);
	return n;
}

static size_t put_row(struct tui *t, char *at, int row, int cols)
{
	VTermScreenCell cell;
	size_t n = 0;

	for (int col = 0; col < cols; col++) {
		VTermPos pos = { .row = row, .col = col };

		vterm_screen_get_cell(t->screen, pos, &cell);
		if (cell.chars[0] == 0)
			at[n++] = ' ';
		else
			n += put_cell(at + n, &cell);
	}
	while (n > 0 && at[n - 1] == ' ')
		n--;
	return n;
}

static void reserve_text(struct tui *t, int rows, int cols)
{
	size_t row_size = (size_t)cols * 4 * VTERM_MAX_CHARS_PER_CELL + 1;
	size_t size = (size_t)rows * row_size + 1;

	if (size > t->text_size) {
		t->text = realloc(t->text, size);
		if (!t->text)
			abort();
		t->text_size = size;
	}
}

const char *tui_row(struct tui *t, int row)
{
	int rows, cols;

	vterm_get_size(t->vt, &rows, &cols);
	reserve_text(t, 1, cols);
	if (row < 0 || row >= rows)
		return "";
	t->text[put_row(t, t->text, row, cols)] = '\0';
	return t->text;
}

const char *tui_screen(struct tui *t)
{
	size_t n = 0;
	int rows, cols;

	vterm_get_size(t->vt, &rows, &cols);
	reserve_text(t, rows, cols);
	for (int row = 0; row < rows; row++) {
		n += put_row(t, t->text + n, row, cols);
		t->text[n++] = '\n';
	}
	t->text[n] = '\0';
	return t->text;
}

static int colour_index(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
		return -1;
	return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -1;
}

struct tui_cell tui_cell(struct tui *t, int row, int col)
{
	VTermPos pos = { .row = row, .col = col };
	VTermScreenCell cell = { 0 };
	struct tui_cell c = { .text = "" };

	vterm_screen_get_cell(t->screen, pos, &cell);
	c.text[put_cell(c.text, &cell)] = '\0';
	c.bold = cell.attrs.bold;
	c.underline = cell.attrs.underline != VTERM_UNDERLINE_OFF;
	c.reverse = cell.attrs.reverse;
	c.foreground = colour_index(&cell.fg);
	c.background = colour_index(&cell.bg);
	return c;
}

void tui_cursor(struct tui *t, int *row, int *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &pos);
	*row = pos.row;
	*col = pos.col;
}

void tui_dump(struct tui *t)
{
	const char *line = tui_screen(t);
	int row, col;

	for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
		fprintf(stderr, "| %.*s\n", (int)(end - line), line);
	tui_cursor(t, &row, &col);
	fprintf(stderr, "cursor at row %d, column %d%s%s\n", row, col,
		t->cursor_hidden ? ", hidden" : "", t->alternate ? ", full screen" : "");
}
