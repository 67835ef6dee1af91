/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line to type in the place of messages, for filter and search. Knows nothing of what
 * is typed.
 */
#ifndef SAMREG_UI_PROMPT_H
#define SAMREG_UI_PROMPT_H

struct ui;

/*
 * Called with the typed text at every change (`ended` 0), at Enter (1) and, with the
 * text it had at first, at Esc (-1). Returns reactions of the view that asked, whose
 * data `owner` is.
 */
typedef unsigned prompt_typed(struct ui *ui, void *owner, const char *text, int ended);

/* Opens the line for the view on top; the first typed character replaces `text`. Label
 * is a static msgid; text is copied. */
void prompt_open(struct ui *ui, const char *label, const char *text,
		 prompt_typed *typed);

/* The same for the view below the one on top, from the answer to a pop-up of that view
 * (picklist_done), which is still there. */
void prompt_open_next(struct ui *ui, const char *label, const char *text,
		      prompt_typed *typed);

#endif
