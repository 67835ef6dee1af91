/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screen a record is keyed in, whatever its form. What happens after saving (another
 * new record, the next in the list, back) is handled here. Knows no form by name.
 */
#ifndef SAMREG_UI_ENTRY_VIEW_H
#define SAMREG_UI_ENTRY_VIEW_H

#include <stddef.h>

struct entry;
struct err;
struct ui;

/* The list that a record was opened from; its owner outlives the view. */
struct entry_siblings {
	/* Opens the record before (-1) or after (1) the one that was opened last. NULL,
	 * with the reason in `e`, at the end of the list. */
	struct entry *(*open)(void *owner, int step, struct err *e);
	/* Which record of how many it is now, counted from 1. */
	void (*place)(void *owner, size_t *at, size_t *count);
	void *owner;
};

/* Puts the record on the screen; `entry` belongs to the view from now on. */
void entry_view_open(struct ui *ui, struct entry *entry);

/* As entry_view_open() with the cursor on a field (in a row of a repeating part), or as
 * near as one can stand, and what is wrong there said. */
void entry_view_open_at(struct ui *ui, struct entry *entry, size_t field, size_t row);

/* As entry_view_open(), with F7 and F8 going through a list; copied. */
void entry_view_open_among(struct ui *ui, struct entry *entry,
			   const struct entry_siblings *siblings);

#endif
