/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole numbers for a made-up register whose sums and percentages are given beforehand.
 * Knows nothing of what is counted. Without fractions, so that it comes out the same on
 * every machine.
 */
#ifndef SAMREG_APP_QUOTA_H
#define SAMREG_APP_QUOTA_H

#include <stdbool.h>
#include <stddef.h>

enum { QUOTA_MAX_CELLS = 8 };

/* 100 n/d as the tables round it: half up, to a whole number; d is positive. */
long quota_percent(long n, long d);

/*
 * Shares `total` out in proportion to the weights, whose sum is positive: what each gets
 * is less than one from its due, and the sum is the total.
 */
void quota_apportion(long total, const unsigned *weights, size_t count, long *out);

/* Of the cells whose bits are set, taken together, this whole percentage is wanted. */
struct quota_share {
	unsigned cells;
	int percent;
};

/* Cells of so many persons each, of whom so many are to be counted. */
struct quota_cells {
	size_t count; /* at most QUOTA_MAX_CELLS */
	long sizes[QUOTA_MAX_CELLS];
	long counted[QUOTA_MAX_CELLS];
};

/*
 * Moves `counted` from what is there to the nearest numbers that give every percentage
 * when it is rounded. False, and `counted` is of no use, when none are found.
 */
bool quota_fit(struct quota_cells *cells, const struct quota_share *shares, size_t count)
	__attribute__((warn_unused_result));

#endif
