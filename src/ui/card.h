/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Putting a record's card together as text: headings, answers, small tables. For a text
 * view (ui/textview). Knows no record's meaning.
 */
#ifndef SAMREG_UI_CARD_H
#define SAMREG_UI_CARD_H

#include <stdbool.h>
#include <stddef.h>

struct grid;
struct text;
struct ui;

/* What part of a stored record is to be shown, and in how many columns. */
struct card_record {
	const char *form, *id;
	bool all; /* what can't be changed in the form too */
	int width;
};

/* Adds what the form asks and what was answered; a failure is said in its place. */
void card_add_record(struct ui *ui, struct text *out, const struct card_record *record);

/* Adds a heading. */
void card_add_heading(struct text *out, const char *heading);

/* One column of a small table: from a column of the grid, under a heading (a msgid). */
struct card_column {
	const char *name, *heading;
	bool number; /* right-aligned, in groups, "–" for not stated */
};

/* Adds the grid's rows as a table with these columns. */
void card_add_table(struct text *out, const struct grid *g,
		    const struct card_column *columns, size_t count);

#endif
