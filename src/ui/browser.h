/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all lists of records have in common: columns, filter, sorting, frequencies, the
 * row one stands on. A list screen's own data begins with a struct browser. Knows only
 * ready texts; what they mean, and what opening a row does, is the screen's.
 */
#ifndef SAMREG_UI_BROWSER_H
#define SAMREG_UI_BROWSER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "ui/draw.h"
#include "ui/file_export.h"
#include "ui/list.h"
#include "ui/rowset.h"

struct app;
struct err;
struct grid;
struct key;
struct keymap;
struct text;
struct ui;

struct browser_column {
	const char *heading; /* a msgid */
	enum align align;
	bool by_number; /* how it is sorted */
	bool flexible;  /* becomes narrower where there is too little room */
	int rank;       /* left out then, the highest first; 0: never */
};

/* The most columns a list has. */
enum { BROWSER_MAX_COLUMNS = 16 };

/*
 * The rows as they shall be shown now, in the language now spoken: a column for each of
 * the browser's and a last one with the key of the row. NULL and `e` when it fails. The
 * browser frees it.
 */
typedef struct grid *browser_load(struct ui *ui, void *self, struct err *e);

struct browser_setup {
	const struct browser_column *columns;
	size_t count;
	browser_load *load;
	const char *empty; /* what to do when there is nothing, a msgid */
};

/* Embedded, as the first member of the screen's data. */
struct browser {
	const struct browser_setup *setup;
	struct rowset rows;
	struct list list;
	struct file_export file;         /* while it is asked how to write the list */
	struct app *app;                 /* while records are opened from the list, */
	const char *form;                /* and in which form */
	int widths[BROWSER_MAX_COLUMNS]; /* that would show everything */
	enum lang lang;                  /* of the texts */
	long long version;               /* of the register they were read from */
	int year;                        /* they are about */
};

/* / s f w, Esc that first takes the filter away, and the moving keys: for a screen's
 * keymap to end with. */
extern const struct keymap browser_keymap;

/* Begins empty; browser_reload() fills it. */
void browser_init(struct browser *b, const struct browser_setup *setup);
void browser_done(struct browser *b);

/* Loads the rows anew, keeping filter, order and the row one stands on; a failure is
 * said. `self` is the screen's data. */
void browser_reload(struct ui *ui, void *self);

/* The same if the register, the year or the language has changed; for resume. */
void browser_resume(struct ui *ui, void *self);

/* The key of the selected row, "" when there is none; valid until it is reloaded. */
const char *browser_selected(const struct browser *b) __attribute__((returns_nonnull));

/* Selects the row with the key, if it is shown. */
void browser_select(struct browser *b, const char *key);

/* Moves to the next row (step 1) or the previous one (-1); its key, "" at the end. */
const char *browser_step(struct browser *b, int step) __attribute__((returns_nonnull));

/* Functions of struct view_ops; has: NEED_ROW follows from the rows. */
void browser_draw(struct ui *ui, void *self, struct area a);
void browser_status(struct ui *ui, void *self, struct text *out);
unsigned browser_key(struct ui *ui, void *self, const struct key *key);
unsigned browser_has(struct ui *ui, void *self);

/* Adds "131 av 214" for the title, or the number alone when all are shown. */
void browser_add_count(const struct browser *b, struct text *out);

#endif
