/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The printed figures of a year as what a made-up register is to come out as. The only
 * thing that is told from them is numbers; a figure that is lacking is a refusal.
 */
#ifndef SAMREG_APP_TARGETS_H
#define SAMREG_APP_TARGETS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct grid;
struct published;
struct random;

struct targets {
	const struct grid *rows; /* data/reference/published.csv */
	const struct published *figures;
	int year;
	bool ok;      /* until the first figure that is lacking, */
	struct err e; /* told here */
};

/* The figure of the year, corrected where the print is wrong; 0 when it is lacking. */
long targets_get(struct targets *t, const char *table, const char *row,
		 const char *column);

/* As targets_get() for another year of a table by year; -1, and no refusal, when the
 * print has no such figure. */
long targets_of_year(const struct targets *t, int year, const char *table,
		     const char *column);

/* Codes to deal out, each as many times as it is counted. */
struct deck {
	const char **cards;
	size_t count, next;
};

/* A card for everybody who is counted in a column of the table, by the rows' codes, in
 * the order of the print. The caller frees the deck; the codes belong to the grid. */
struct deck deck_of(struct targets *t, const char *table, const char *column);

void deck_free(struct deck *d);

/* Takes out all cards with the code; how many there were. */
size_t deck_remove(struct deck *d, const char *code);

/* Puts all cards in random order. */
void deck_shuffle(struct deck *d, struct random *r);

/* Whether somebody may have the card. */
typedef bool deck_fits(void *context, const char *card);

/* The next card that fits, or else the next one; there is one left. `fits` may be NULL:
 * everything fits. */
const char *deck_take(struct deck *d, deck_fits *fits, void *context);

#endif
