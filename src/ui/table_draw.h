/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing one table of figures with the cell one stands on. Knows how a table is laid
 * out (app/text_table) but not what it counts.
 */
#ifndef SAMREG_UI_TABLE_DRAW_H
#define SAMREG_UI_TABLE_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/draw.h"

struct text_table;

/* The cell one stands on, by its place among the rows and columns shown. Embedded. */
struct table_cursor {
	size_t row, column;
	size_t top; /* the first row drawn */
};

/* Brings the cursor into the table; its own columns are the first `columns`. */
void table_fit_cursor(struct table_cursor *c, const struct text_table *l, size_t columns);

/* Draws heads and rows; the cell is marked when `focused`. Returns how many lines the
 * table took. */
int table_draw(struct area a, const struct text_table *l, struct table_cursor *c,
	       bool focused);

#endif
