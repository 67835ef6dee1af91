/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the cards of records have in common: one record as text over the list it was
 * opened from, and the keys to the next one there. A card screen's own data begins with
 * a struct card_view. Knows no record's meaning.
 */
#ifndef SAMREG_UI_CARD_VIEW_H
#define SAMREG_UI_CARD_VIEW_H

#include "base/lang.h"
#include "ui/textview.h"

struct area;
struct browser;
struct key;
struct text;
struct ui;

/* Adds what the card of the record shown says, as wide as card_view.width. `self` is the
 * screen's data. */
typedef void card_view_tell(struct ui *ui, void *self, struct text *out);

/* Embedded, as the first member of the screen's data. */
struct card_view {
	struct browser *list; /* beneath, whose keys are ids */
	char *id;             /* of the record shown */
	card_view_tell *tell;
	struct textview text;
	enum lang lang;       /* of the text, and how wide it is */
	int width;
};

/* Shows the record selected in the list, which is not freed; once the screen's own data
 * are set. */
void card_view_init(struct ui *ui, void *self, struct browser *list,
		    card_view_tell *tell);
void card_view_done(struct card_view *c);

/* Adds "3 av 18" for the title: the record's place in the list. */
void card_view_add_place(const struct card_view *c, struct text *out);

/* Tells the record anew. */
void card_view_refill(struct ui *ui, void *self);

/* Handlers: go to the record before or after in the list. */
unsigned card_view_previous(struct ui *ui, void *self);
unsigned card_view_next(struct ui *ui, void *self);

/* Functions of struct view_ops. */
void card_view_draw(struct ui *ui, void *self, struct area a);
unsigned card_view_key(struct ui *ui, void *self, const struct key *key);
unsigned card_view_has(struct ui *ui, void *self);
void card_view_resume(struct ui *ui, void *self);

#endif
