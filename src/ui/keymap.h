/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which key does what in a view, as data: lookup, the key bar and the help all read the
 * same rows. Knows no view and does not call the handlers.
 */
#ifndef SAMREG_UI_KEYMAP_H
#define SAMREG_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/command.h"
#include "ui/key.h"

struct area;
struct err;
struct ui;

/* Acts on the view's own data and returns what shall happen: enum reaction flags. */
typedef unsigned keymap_handler(struct ui *ui, void *self);

/* What must be at hand for a command; the view's has() says what is. */
enum need {
	NEED_ROW = 1,        /* a selected row */
	NEED_WRITE = 2,      /* the right to change the register */
	NEED_CHANGE = 4,     /* something changed and not saved */
	NEED_PREVIOUS = 8,   /* a previous record */
	NEED_FIELD = 16,     /* a field that may be changed */
	NEED_ALL = 31,
	NEED_BELOW = 32,     /* a view to go back to; ui_has() says */
	NEED_LIST = 64,      /* a field that is chosen from a list; the form says */
	NEED_SEALED = 128,   /* a field whose value is hidden; the form says */
	NEED_DIAGRAM = 256   /* a table that has a diagram */
};

struct binding {
	enum command command;
	const char *keys;        /* NULL: the command's own */
	const char *label;       /* in the key bar, a msgid; NULL: not there */
	unsigned needs;          /* enum need flags */
	keymap_handler *handler; /* NULL: the view's key() knows what to do */
};

struct keymap {
	const struct binding *items;
	size_t count;
	const struct keymap *next;   /* where to look then, or NULL */
};

/* A keymap of a static array: static const struct keymap m = KEYMAP(bindings, NULL); */
#define KEYMAP(array, after) { array, sizeof(array) / sizeof((array)[0]), after }

/* The first binding of the key in the map and those after it, or NULL. */
const struct binding *keymap_find(const struct keymap *map, const struct key *key);

/* The command the key gives, COMMAND_NONE when it gives none. */
enum command keymap_command(const struct keymap *map, const struct key *key);

/* The names of the binding's keys. */
const char *binding_keys(const struct binding *b) __attribute__((returns_nonnull));

/* Why a command that needs `missing` can't be given now, a msgid. */
const char *keymap_refusal(unsigned missing) __attribute__((returns_nonnull));

/* For tests: every key can be parsed and no key stands twice in the map itself. */
bool keymap_check(const struct keymap *map, struct err *e);

/*
 * The bindings that shall stand in a key bar of `width` columns: labelled, with what
 * they need among `has`; those of `generic` always, those of `map` as far as there is
 * room, in their order. Returns how many of at most `max` were put into `out`.
 */
enum { KEYMAP_BAR_MAX = 24 };
size_t keymap_bar(const struct keymap *map, const struct keymap *generic, unsigned has,
		  int width, const struct binding *out[KEYMAP_BAR_MAX]);

/* Draws that bar over the first line of the area. */
void keymap_draw_bar(struct area line, const struct keymap *map,
		     const struct keymap *generic, unsigned has);

#endif
