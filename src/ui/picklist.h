/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pop-up to choose a code from, or several: typing filters by any part of code or
 * label. Knows codes and labels, not what they stand for.
 */
#ifndef SAMREG_UI_PICKLIST_H
#define SAMREG_UI_PICKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct ui;

struct picklist_item {
	const char *code;
	struct words label;
	/* What stands for the code on the screen; NULL: the code, "": nothing, as for
	 * the id of a record, and then the filter does not look there either. */
	const char *shown;
};

/*
 * Called once, when the list is closed: `codes` is the chosen code, or several with a
 * blank between in the order of the list; NULL when nothing shall change. Returns
 * reactions of the view that asked, whose data `owner` is.
 */
typedef unsigned picklist_done(struct ui *ui, void *owner, const char *codes);

struct picklist_setup {
	struct words title;                 /* copied */
	const struct picklist_item *items;  /* copied */
	size_t count;
	const char *chosen;                 /* the code or codes to begin with, or NULL */
	const char *filter;                 /* to begin with, or NULL */
	bool several;                       /* Space and Enter mark, F2 and Tab end */
	picklist_done *done;
};

/*
 * Opens the list over the view on top, by the hardware cursor. Enter chooses (an exactly
 * typed code is selected at once), Esc closes.
 */
void picklist_open(struct ui *ui, const struct picklist_setup *setup);

/*
 * Which items have `filter` in what is shown of them, case aside; only when there are
 * none, in their code or their label in either language: fills `out` (room for `count`)
 * with their indexes and returns how many they are. An empty filter gives all.
 */
size_t picklist_filter(const struct picklist_item *items, size_t count,
		       const char *filter, size_t *out);

#endif
