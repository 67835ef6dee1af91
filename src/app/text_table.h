/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a report laid out in columns, as text: for app/report_text, and for the
 * terminal, which draws the layout itself.
 */
#ifndef SAMREG_APP_TEXT_TABLE_H
#define SAMREG_APP_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/report_page.h"

struct grid;
struct text;

enum { TEXT_TABLE_WIDTH = 80 };

/* A column of values; those with the same head stand close together. */
struct text_column {
	char *head;         /* "" when it stands under the head before it */
	size_t span;        /* columns under the head; 0 likewise */
	const char *unit;   /* "antal", "%" */
	int width;
};

struct text_table {
	const struct figure_table *table;
	struct text_column *columns;
	size_t count;
	struct grid *values;      /* a row for each row shown: its label, then values */
	int label_width;
	bool has_hidden;
};

/* Lays the table out, with last year's and the published values when there is room. */
void text_table_init(struct text_table *l, const struct report_page *p,
		     const struct figure_table *t, bool ascii);

/* Adds the table: its heads and a line or more for each row. */
void text_table_print(const struct text_table *l, struct text *out);

/* Frees what text_table_init() made. */
void text_table_done(struct text_table *l);

/* Adds a value of a file as a reader sees it, or the mark for what there is instead. With
 * `ascii` no blanks, signs or marks from outside ASCII. */
void text_add_value(struct text *out, enum report_state state, const char *value,
		    bool ascii);

#endif
