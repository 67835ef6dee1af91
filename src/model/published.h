/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The printed figures of the national reports, to stand beside the register's own. Where
 * the print is wrong, proved by its own sums, the corrected value is the figure.
 */
#ifndef SAMREG_MODEL_PUBLISHED_H
#define SAMREG_MODEL_PUBLISHED_H

#include <stddef.h>

struct faults;
struct grid;

/* What is asked for: the keys as in files, the column with its _pct. */
struct published_key {
	const char *table, *row, *column;
};

/* All published figures; opaque. */
struct published;

/*
 * From data/reference/published.csv: year,table,row,column,printed,corrected,note. NULL,
 * with every fault and its place in `f`, for a missing column, a value that is no number,
 * a figure given twice. The caller frees it; the grid is not needed afterwards.
 */
struct published *published_parse(const struct grid *g, struct faults *f);
void published_free(struct published *p);

/* The value for the year, as a number with a decimal point, or NULL. */
const char *published_find(const struct published *p, int year, struct published_key key);

/* Why the value is not the one printed; "" when it is, or there is none. */
const char *published_note(const struct published *p, int year, struct published_key key);

/* The latest year not after `year` that has figures for the table; 0 for none. */
int published_latest(const struct published *p, const char *table, int year);

#endif
