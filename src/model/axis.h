/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows, or the columns, of one table for one year: keys and labels in the order
 * they are shown. Made from declared words; knows no figures.
 */
#ifndef SAMREG_MODEL_AXIS_H
#define SAMREG_MODEL_AXIS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct arena;
struct report;
struct report_word;

/* The years a table by year has: count of them from first. */
struct axis_years {
	int first, count;
};

struct axis_item {
	const char *key;
	struct words label;
	unsigned show;     /* of columns: enum report_show, or'ed */
	bool optional;     /* shown only when something is counted */
};

/* Embedded; all zero is empty. */
struct axis {
	struct axis_item *items;
	size_t count, capacity;
};

/* How many combinations of codes a word has: each is an item; a key is one. */
size_t axis_combinations(const struct report_word *word, struct axis_years years);

/*
 * Adds the word's items that are not there yet (their texts live in `arena`) and writes
 * the place of each combination, the last factor counting fastest, into `places`.
 */
void axis_add_word(struct axis *a, const struct report_word *word,
		   struct axis_years years, int *places, struct arena *arena);

/* Adds the rows the report names as the first, among those of its words. */
void axis_add_order(struct axis *a, const struct report *report, struct arena *arena);

/* The item with this key, or -1. */
long axis_find(const struct axis *a, const char *key);

/* Frees the axis's own memory and leaves it empty. */
void axis_done(struct axis *a);

#endif
