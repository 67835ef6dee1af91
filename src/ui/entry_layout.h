/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which line of the entry screen shows which field, and where the focus can go. Knows
 * neither screen nor register: what holds for the fields is asked through functions.
 */
#ifndef SAMREG_UI_ENTRY_LAYOUT_H
#define SAMREG_UI_ENTRY_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

struct form;

/* A field in one row of a repeating part; row 0 elsewhere. */
struct entry_place {
	size_t field, row;
};

/* What the layout needs to know of a record. */
struct entry_facts {
	const struct form *form;
	bool (*is_relevant)(const void *record, size_t field);
	bool (*is_read_only)(const void *record, size_t field);
	size_t (*rows)(const void *record, size_t part);
	const void *record;
};

enum entry_line_kind {
	ENTRY_LINE_HEADING,
	ENTRY_LINE_NOTE,
	ENTRY_LINE_FIELD,
	ENTRY_LINE_ROW,      /* all fields of one row of a repeating section */
};

struct entry_line {
	enum entry_line_kind kind;
	size_t section;
	struct entry_place place;   /* the line's first field */
	bool aside;                 /* of a heading: nothing under it matters now */
};

/* Embedded; all zero is valid and empty. */
struct entry_layout {
	struct entry_line *lines;
	size_t line_count, line_capacity;
	struct entry_place *stops;      /* where one can type, in order */
	size_t stop_count, stop_capacity;
};

/*
 * Makes lines and stops anew. A repeating section has an empty row at its end to go to;
 * its line is there while the focus is in that section or when it has no other row.
 */
void entry_layout_make(struct entry_layout *l, const struct entry_facts *facts,
		       struct entry_place focus);
void entry_layout_done(struct entry_layout *l);

/* <0, 0, >0 as place `a` is before, at or after `b` on the screen. */
int entry_layout_compare(const struct form *form, struct entry_place a,
			 struct entry_place b);

/* The next stop (`step` 1) or the one before (-1); false when there is none. */
bool entry_layout_step(const struct entry_layout *l, const struct form *form, int step,
		       struct entry_place *place);

/* Moves to the first stop of the next section that has one, or of the one before. */
bool entry_layout_section(const struct entry_layout *l, const struct form *form,
			  int step, struct entry_place *place);

/* Moves to the stop at the place, or the first after it, but rather one of the same
 * section. False when the record has no stop at all. */
bool entry_layout_settle(const struct entry_layout *l, const struct form *form,
			 struct entry_place *place);

/* The line that shows the place; 0 when none does. */
size_t entry_layout_line(const struct entry_layout *l, const struct form *form,
			 struct entry_place place);

/*
 * Which line to draw first of `height` (at least 1) when `line` shall be seen and `top`
 * was first: the whole section with its heading where that fits.
 */
size_t entry_layout_scroll(const struct entry_layout *l, size_t top, size_t height,
			   size_t line);

/* The sections that have a line, and which of them (from 1) `section` is. */
size_t entry_layout_sections(const struct entry_layout *l, size_t section, size_t *at);

#endif
