/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Editing one line of text: a character with its combining marks is one. Pure logic
 * but for lineedit_draw(); knows nothing of what the text means.
 */
#ifndef SAMREG_UI_LINEEDIT_H
#define SAMREG_UI_LINEEDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "ui/theme.h"

struct area;
struct key;

/* Embedded; all zero is valid, empty and without a limit. */
struct lineedit {
	struct text text;
	size_t cursor;      /* byte position, always between characters */
	size_t limit;       /* most characters, 0 for no limit */
	bool replacing;     /* the first typed character replaces everything */
	size_t scroll;      /* byte position of the first character drawn */
};

enum lineedit_result {
	LINEEDIT_UNUSED,    /* not a key for a line editor */
	LINEEDIT_MOVED,     /* nothing changed but perhaps the cursor */
	LINEEDIT_CHANGED,
};

/*
 * Begins with this text and the cursor at its end. Until something else is done the
 * first typed or pasted text replaces it; arrows, Home, End and Backspace begin to edit
 * it, Del empties it.
 */
void lineedit_begin(struct lineedit *l, const char *text, size_t limit);
void lineedit_done(struct lineedit *l);

/* The text as it stands; valid until the next change. */
const char *lineedit_get(const struct lineedit *l) __attribute__((returns_nonnull));

/* Puts the text in composed form (NFC); for when the field is left. */
void lineedit_compose(struct lineedit *l);

/*
 * Characters, a paste, Backspace, Del, Left, Right, Ctrl-Left, Ctrl-Right (words), Home,
 * End. What goes beyond the limit is dropped.
 */
enum lineedit_result lineedit_key(struct lineedit *l, const struct key *key);

/* How many characters there are. */
size_t lineedit_length(const struct lineedit *l);

/* Draws over the area's first line, scrolled so that the cursor is seen, and puts the
 * hardware cursor there. */
void lineedit_draw(struct lineedit *l, struct area a, enum role role);

#endif
