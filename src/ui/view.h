/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A screen is a struct of functions and its own data. Functions that answer to keys
 * change data and return reactions; they never draw and never end the program.
 */
#ifndef SAMREG_UI_VIEW_H
#define SAMREG_UI_VIEW_H

#include <stdbool.h>

struct area;
struct key;
struct keymap;
struct text;
struct ui;

/* What shall happen after a key, several at once. */
enum reaction {
	REACT_NONE = 0,      /* nothing that can be seen */
	REACT_REDRAW = 1,
	REACT_CLOSE = 2,     /* close the view that got the key (not the topmost) */
	REACT_QUIT = 4,      /* close everything */
	REACT_PASS = 8,      /* not mine: let the next one that knows the key have it */
};

/* Everything but name, draw and close may be NULL. `self` is the view's data. */
struct view_ops {
	const char *name;
	/* Adds what the title line shall say at its left, and at its right end. */
	void (*title)(struct ui *ui, void *self, struct text *left, struct text *right);
	/* Draws the content. A pop-up is given all lines but the last, and draws over
	 * a part of them. */
	void (*draw)(struct ui *ui, void *self, struct area a);
	/* Adds what stands in the place of messages when there is none. */
	void (*status)(struct ui *ui, void *self, struct text *out);
	/* The keys that mean something here, then those of its widgets. */
	const struct keymap *keymap;
	/* A key without binding or handler: typed text, moving. REACT_PASS if unused. */
	unsigned (*key)(struct ui *ui, void *self, const struct key *key);
	/* Which of enum need are met now. NULL: all of them. */
	unsigned (*has)(struct ui *ui, void *self);
	/* Adds help on what one stands on, or on the screen; "\n" ends a paragraph. */
	void (*help)(struct ui *ui, void *self, struct text *out);
	/* The view is on top again, or the language was switched: what it shows may have
	 * changed. */
	void (*resume)(struct ui *ui, void *self);
	/* Another year is worked with now: show it. For views with YEAR_KEYS(). */
	void (*year_turned)(struct ui *ui, void *self);
	/* About once a second while nothing is typed. Returns reactions. */
	unsigned (*tick)(struct ui *ui, void *self);
	/* The program is ending against the user's will (lost line, TERM): put what is
	 * half typed in safety. May not push views. */
	void (*abandon)(struct ui *ui, void *self);
	/* The view leaves the stack: free its data. */
	void (*close)(struct ui *ui, void *self);
	bool popup;          /* drawn over the view beneath */
};

/* One view on the stack. */
struct view {
	const struct view_ops *ops;
	void *self;
	struct view *below;
};

#endif
