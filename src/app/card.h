/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stored record to be read: what its form asks and what was answered. Changes nothing.
 */
#ifndef SAMREG_APP_CARD_H
#define SAMREG_APP_CARD_H

#include <stdbool.h>

struct app;
struct err;
struct grid;

/*
 * The record's answers in the language now spoken: a grid with the columns section,
 * label, value and echo, a row an answer in the order of the form; a row of a repeating
 * part is one answer. Questions that are hidden or do not concern the record are left
 * out, and read-only ones unless `all`; "" is not stated. NULL and `e` when it can't be
 * read; the caller frees the grid.
 */
struct grid *card_load(struct app *a, const char *form, const char *id, bool all,
		       struct err *e);

#endif
