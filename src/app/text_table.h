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

/* What the values of a column are taken from. */
enum text_source {
	TEXT_OWN,
	TEXT_LAST_YEAR,
	TEXT_CHANGE,            /* since last year */
	TEXT_PUBLISHED,
	TEXT_SOURCES
};

/* A column of values; those with the same head stand close together. */
struct text_column {
	char *head;         /* "" when it stands under the head before it */
	size_t span;        /* columns under the head; 0 likewise */
	const char *unit;   /* "antal", "%" */
	struct report_column values;
	enum text_source source;
	int width;
};

struct text_table {
	const struct figure_table *table;
	struct text_column *columns;
	size_t count;
	size_t own_count;         /* its own are the first of them */
	struct grid *values;      /* a row for each row shown: its label, then values */
	int label_width;
	bool has_hidden;
};

struct text_table_setup {
	bool ascii;
	int width;              /* what must have room; 0: TEXT_TABLE_WIDTH */
	bool change;            /* the change since last year as well */
	/*
	 * 0: all columns of figures and, when there is room, what stands beside them;
	 * n: figures number n alone and everything that is known beside them.
	 */
	size_t only;
};

/* Lays the table out, which is one of figures. */
void text_table_init(struct text_table *l, const struct report_page *p,
		     const struct figure_table *t, const struct text_table_setup *setup);

/* Adds the table: its heads and a line or more for each row. */
void text_table_print(const struct text_table *l, struct text *out);

/* Frees what text_table_init() made. */
void text_table_done(struct text_table *l);

/* Adds a value of a file as a reader sees it, or the mark for what there is instead. With
 * `ascii` no blanks, signs or marks from outside ASCII. */
void text_add_value(struct text *out, enum report_state state, const char *value,
		    bool ascii);

#endif
