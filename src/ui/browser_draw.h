/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a browser looks: which columns there is room for and how wide they are. For
 * browser.c alone.
 */
#ifndef SAMREG_UI_BROWSER_DRAW_H
#define SAMREG_UI_BROWSER_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/draw.h"

struct browser;

/* Finds out how wide the columns must be to show all texts. */
void browser_measure(struct browser *b);

/* The width of each column in an area, 0 for those there is no room for. `out` has room
 * for all columns. */
void browser_fit(const struct browser *b, int width, int *out);

/* Draws a row of the list. */
void browser_draw_row(void *rows, size_t i, struct area line, bool selected);

/* Draws filter, headings and rows. */
void browser_draw_all(struct browser *b, struct area a);

#endif
