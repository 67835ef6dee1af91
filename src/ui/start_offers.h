/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose register it can be: the federations of the list with their municipalities, one
 * that is not in the list, the whole country. Knows no screen.
 */
#ifndef SAMREG_UI_START_OFFERS_H
#define SAMREG_UI_START_OFFERS_H

#include <stddef.h>

struct catalog;

enum start_kind {
	START_LISTED,
	START_OWN, /* a federation that is not in the list */
	START_NATIONAL,
};

struct start_offer {
	enum start_kind kind;
	const char *code, *name;
	char *municipalities; /* "Gotland, Visby" */
	char *folded;         /* name and municipalities, for the search */
};

/* Embedded; all zero is empty. */
struct start_offers {
	struct start_offer *items;
	size_t count, capacity;
	size_t *shown; /* those that pass the search */
	size_t shown_count;
};

/* Fills in all there is to choose; `c` must outlive it. */
void start_offers_init(struct start_offers *o, const struct catalog *c);
void start_offers_done(struct start_offers *o);

/* Shows the federations with the text in their name or a municipality's, case aside, and
 * always the last two. */
void start_offers_search(struct start_offers *o, const char *text);

/* A code for a federation with this name: its letters a-z, digits and hyphens, unlike the
 * codes of the list. The caller frees it. */
char *start_offers_make_code(const struct start_offers *o, const char *name)
	__attribute__((returns_nonnull));

#endif
