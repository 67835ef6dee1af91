/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all screens share: the stack of views, the message, the canvas. Handles a key
 * without a terminal at hand, so that screens can be tested by feeding keys.
 */
#ifndef SAMREG_UI_UI_H
#define SAMREG_UI_UI_H

#include <stdbool.h>

#include "ui/draw.h"
#include "ui/key.h"
#include "ui/theme.h"
#include "ui/view.h"

struct app;
struct keymap;

enum message_kind {
	MESSAGE_NONE,
	MESSAGE_INFO,
	MESSAGE_WARNING,
	MESSAGE_ERROR,
};

/* Embedded; all zero is valid: no views, nothing to say. */
struct ui {
	struct app *app;           /* for the screens; this file never looks into them */
	int year;                  /* the one that is worked with */
	const char *part;          /* of a national register, its name; NULL: all of it */
	struct theme theme;
	struct canvas canvas;
	struct view *top;
	enum message_kind message_kind;
	char message[512];
	bool redraw;               /* something that can be seen has changed */
	bool repaint;              /* the terminal may show something else: draw anew */
	bool quit;
};

/* The keys that work in every view: help, language, redraw, close. */
extern const struct keymap ui_keymap;

/* Puts a view on top. `self` belongs to it from now on. */
void ui_push(struct ui *ui, const struct view_ops *ops, void *self);

/* Says something in the message line until the next key; the message is ready text. */
void ui_say(struct ui *ui, enum message_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Gives the key to the view on top: its keymap, then ui_keymap, then its key(); needs
 * that are not met are said instead. Does what the reactions ask for.
 */
void ui_key(struct ui *ui, const struct key *key);

/* Does what `reactions` of that view ask for; the view may be gone afterwards. */
void ui_react(struct ui *ui, struct view *view, unsigned reactions);

/* Which of enum need the view meets now. */
unsigned ui_has(struct ui *ui, const struct view *view);

/* Lets every view put in safety what is half typed, topmost first. */
void ui_abandon(struct ui *ui);

/* Closes all views. */
void ui_close_all(struct ui *ui);

#endif
