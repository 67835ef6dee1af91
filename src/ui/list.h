/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A scrolling list with one selected row. Knows its rows only through callbacks, and
 * how many there are is asked anew each time, so they may come and go.
 */
#ifndef SAMREG_UI_LIST_H
#define SAMREG_UI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/command.h"

struct area;
struct key;
struct keymap;

struct list_rows {
	size_t (*count)(void *rows);
	/* Draws row i over the line, which is cleared and has the row's role. */
	void (*draw)(void *rows, size_t i, struct area line, bool selected);
	/* Whether one can stand on row i; NULL: on every row. */
	bool (*selectable)(void *rows, size_t i);
};

/* Embedded. */
struct list {
	const struct list_rows *ops;
	void *rows;
	size_t selected;    /* meaningless when the list is empty */
	size_t top;         /* the first row drawn */
	size_t height;      /* lines when last drawn: a page */
};

/* The moving keys of a list (arrows, j k g G, PgUp PgDn, Home End), without handlers:
 * for a view's keymap to end with. */
extern const struct keymap list_keymap;

void list_init(struct list *l, const struct list_rows *ops, void *rows);

/* Moves by a command of list_keymap; false when it is none of them. */
bool list_move(struct list *l, enum command command);

/* As list_move() by what list_keymap says of the key. */
bool list_key(struct list *l, const struct key *key);

/* Selects row i, or the nearest one can stand on. */
void list_select(struct list *l, size_t i);

/* Whether there is a selected row. */
bool list_has_selection(const struct list *l);

/* Brings selection and scrolling in order after rows have come or gone, for a list of
 * `height` lines. list_draw() does it too. */
void list_fit(struct list *l, size_t height);

/* Draws the rows, a line each, and puts the hardware cursor on the selected one. */
void list_draw(struct list *l, struct area a);

#endif
