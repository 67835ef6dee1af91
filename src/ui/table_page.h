/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of the report on the screen: its title, heads and rows with the cell one
 * stands on, and its notes. Knows no keys and no records.
 */
#ifndef SAMREG_UI_TABLE_PAGE_H
#define SAMREG_UI_TABLE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/report_page.h"
#include "ui/command.h"
#include "ui/draw.h"
#include "ui/table_draw.h"

struct text;

/* What is shown of the table, and where one stands. Embedded; all zero is the whole table
 * and its first cell. */
struct table_page {
	struct table_cursor cursor;
	size_t only; /* n: figures number n alone with all that is known beside them */
};

/* What is drawn, of which table, and what was left out of it ("" for nothing). */
struct table_shown {
	const struct report_page *report;
	const struct figure_table *table;
	const char *left_out;
	bool ascii, focused; /* focused: the cell is marked */
};

/* Draws the table into the area, which it may leave empty below. */
void table_page_draw(struct table_page *p, const struct table_shown *shown,
		     struct area a);

/* Moves by one of the moving commands, never out of the table. */
void table_page_move(struct table_page *p, const struct figure_table *t,
		     enum command command);

/* Shows each of the table's figures alone in turn, with what is known beside them, and
 * then the whole table again; a table that lists is always whole. */
void table_page_turn(struct table_page *p, const struct figure_table *t);

/* The row and the column of the cell one stands on; false when there is none. */
bool table_page_cell(const struct table_page *p, const struct figure_table *t,
		     size_t *row, size_t *column);

#endif
