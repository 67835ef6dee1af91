/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing text and lines into areas of the screen. Whatever the size of the area, what
 * does not fit is cut at whole characters; control and direction characters never reach
 * the terminal. Knows nothing of what is drawn.
 */
#ifndef SAMREG_UI_DRAW_H
#define SAMREG_UI_DRAW_H

#include <stdbool.h>

#include "ui/theme.h"

/* What all areas of a screen share. */
struct canvas {
	const struct theme *theme;
	bool ascii;               /* lines and bars of - | + # . */
	int cursor_y, cursor_x;   /* where the hardware cursor stands, of the screen */
};

/* A rectangle of the screen; may be empty. Passed by value. */
struct area {
	struct canvas *on;
	int y, x, height, width;
};

enum align {
	ALIGN_LEFT,
	ALIGN_RIGHT,
	ALIGN_CENTRE,
};

/* The part of the area that begins at line y and column x in it, clipped to it. */
struct area area_cut(struct area a, int y, int x, int height, int width);

/* The area's line y; empty when there is none. */
struct area area_line(struct area a, int y);

/* Fills the area with blanks of the role. */
void draw_clear(struct area a, enum role role);

/* Whether nothing but blanks stands in the area; one with no room is not blank. */
bool draw_is_blank(struct area a);

/*
 * Draws from line y and column x on, clipped to the area; x may be negative. Returns
 * the column after the text, whether it was cut or not.
 */
int draw_text(struct area a, int y, int x, enum role role, const char *text);
int draw_textf(struct area a, int y, int x, enum role role, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/*
 * Fills the area's first line with the text, aligned, blanks round it; what is too long
 * is cut and ends with "…" ("." as ascii).
 */
void draw_cell(struct area a, enum role role, enum align align, const char *text);

/* A horizontal line over line y of the area. */
void draw_line(struct area a, int y);

/* A box round the area, cleared inside; returns the inside. */
struct area draw_box(struct area a, const char *title);

/* A box in the middle of the area for `lines` lines of text draw_popup_width() wide, or
 * as many as there is room for; returns the inside. */
struct area draw_popup(struct area a, int lines, const char *title);
int draw_popup_width(struct area a);

/* A bar over the area's first line, `share` (0-1) of it filled. */
void draw_bar(struct area a, double share);

/* Wraps the text at blanks, "\n" begins a new line; returns how many lines it took. */
int draw_paragraph(struct area a, enum role role, const char *text);

/* How many lines draw_paragraph() would need in that width (at least 1 column). */
int draw_paragraph_height(int width, const char *text);

/*
 * The length in bytes of the first line of the text when wrapped, without the blank
 * that ends it; `*next` is where the next line begins.
 */
int draw_wrap(const char *text, int width, const char **next);

/* Says where the hardware cursor shall stand: on the focused field or row. */
void draw_cursor(struct area a, int y, int x);

#endif
