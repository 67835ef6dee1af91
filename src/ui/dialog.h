/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Short conversations over the view on top: a question with named buttons, a text to
 * read, a line to type. Knows nothing of what they are about.
 */
#ifndef SAMREG_UI_DIALOG_H
#define SAMREG_UI_DIALOG_H

#include <stddef.h>

struct ui;

/* Room for buttons. */
enum { DIALOG_MAX_BUTTONS = 6 };

/*
 * Called once when a button is chosen, with its index. Returns reactions of the view
 * that asked, whose data `owner` is.
 */
typedef unsigned dialog_answer(struct ui *ui, void *owner, size_t button);

struct dialog_setup {
	const char *title, *text;           /* ready to be shown; copied */
	const char *const *buttons;         /* msgids, each naming its action; static */
	size_t count;                       /* 1-DIALOG_MAX_BUTTONS */
	size_t first;                       /* the button one stands on at first */
	size_t escape;                      /* the button Esc stands for */
	dialog_answer *answer;
};

/*
 * Asks. Arrows and Tab move, Enter chooses; so does the underlined letter of a button,
 * its first one that no earlier button has.
 */
void dialog_ask(struct ui *ui, const struct dialog_setup *setup);

/* Shows a text of any length, scrollable, until Esc, Enter or F10. Both are copied. */
void dialog_tell(struct ui *ui, const char *title, const char *text);

/*
 * Called with the typed text at every change (`ended` 0), at Enter (1) and, with the
 * text it had at first, at Esc (-1). Returns reactions of the view that asked.
 */
typedef unsigned dialog_typed(struct ui *ui, void *owner, const char *text, int ended);

/* Lets a line be typed in the place of messages, for filter and search. */
void dialog_prompt(struct ui *ui, const char *label, const char *text,
		   dialog_typed *typed);

/* For each of the button labels (already translated) the byte position of its letter,
 * -1 when all its letters are taken. */
void dialog_letters(const char *const *labels, size_t count, int *out);

#endif
