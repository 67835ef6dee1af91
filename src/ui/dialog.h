/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A question with named buttons over the view on top. Knows nothing of what it is about.
 */
#ifndef SAMREG_UI_DIALOG_H
#define SAMREG_UI_DIALOG_H

#include <stddef.h>

struct text;
struct ui;

/* Room for buttons. */
enum { DIALOG_MAX_BUTTONS = 6 };

/*
 * Called once when a button is chosen, with its index. Returns reactions of the view
 * that asked, whose data `owner` is.
 */
typedef unsigned dialog_answer(struct ui *ui, void *owner, size_t button);

/* Adds the text, in the language now spoken; called whenever it is drawn. */
typedef void dialog_words(struct ui *ui, void *owner, struct text *out);

struct dialog_setup {
	const char *title, *text;           /* msgids; static */
	dialog_words *words;                /* in place of text, or NULL */
	const char *const *buttons;         /* msgids, each naming its action; static */
	size_t count;                       /* 1-DIALOG_MAX_BUTTONS */
	size_t first;                       /* the button one stands on at first */
	size_t escape;                      /* the button Esc stands for */
	dialog_answer *answer;
};

/*
 * Asks. Arrows and Tab move, Enter chooses; so does the letter shown before a button,
 * its first one that no earlier button has. An answer may ask on, for the same view.
 */
void dialog_ask(struct ui *ui, const struct dialog_setup *setup);

/* For each of the button labels (already translated) the byte position of its letter,
 * -1 when all its letters are taken. */
void dialog_letters(const char *const *labels, size_t count, int *out);

#endif
