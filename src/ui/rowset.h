/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of ready texts, of which some are shown, in some order: filtering, sorting and
 * counting in memory, quick with tens of thousands. Knows neither screen nor register.
 */
#ifndef SAMREG_UI_ROWSET_H
#define SAMREG_UI_ROWSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct grid;

/* A text and what it is folded to. */
struct rowset_folded {
	const char *text, *folded;
};

enum { ROWSET_LATELY = 256 };

/* Embedded; all zero is valid and empty. Only read from outside. */
struct rowset {
	struct grid *grid; /* the texts; a last column more than shown is the key */
	size_t columns;    /* how many are shown, the first of the grid */
	size_t *order;     /* the grid's rows that are shown */
	size_t count;
	char *filter; /* what the rows must hold somewhere; NULL: anything */
	char *only;   /* what column `only_column` must be; NULL: anything */
	size_t only_column;
	bool sorted, descending, by_number;
	size_t sort_column;
	const char **folded; /* the shown texts of each row, for the filter */
	struct rowset_folded lately[ROWSET_LATELY];
	struct arena texts;
};

void rowset_done(struct rowset *r);

/* Takes over a grid in place of the one there was; filter and order remain. */
void rowset_take(struct rowset *r, struct grid *grid);

/* Shows only rows that hold the text in some shown column, case aside; "" for all. */
void rowset_filter(struct rowset *r, const char *text);

/* Shows only rows whose column is exactly the value; NULL for all. */
void rowset_restrict(struct rowset *r, size_t column, const char *value);

/*
 * Sorts by a column, in Swedish order or by the number in the text, those without one
 * first; equals stay in their order.
 */
void rowset_sort(struct rowset *r, size_t column, bool by_number, bool descending);

bool rowset_is_filtered(const struct rowset *r);

/* The text in the row at that place of the order. */
const char *rowset_get(const struct rowset *r, size_t place, size_t column)
	__attribute__((returns_nonnull));

/* The key of the row at that place of the order. */
const char *rowset_key(const struct rowset *r, size_t place)
	__attribute__((returns_nonnull));

/* The place of the row with the key, or -1. */
long rowset_find(const struct rowset *r, const char *key);

/* Counts the values of a column among the rows shown: a grid with the columns value and
 * count, the most frequent first; the caller frees it. */
struct grid *rowset_count_values(const struct rowset *r, size_t column)
	__attribute__((returns_nonnull));

#endif
