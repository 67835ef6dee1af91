/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cheapest solution of linear equations within bounds, by the simplex method. For a
 * few hundred equations; knows nothing of what they mean.
 */
#ifndef SAMREG_MODEL_SIMPLEX_H
#define SAMREG_MODEL_SIMPLEX_H

#include <stdbool.h>
#include <stddef.h>

/* Minimise Σ cost·x where, for each row, Σ coefficient·x = right, and 0 ≤ x ≤ upper.
 * Costs are not negative, bounds may be INFINITY. */
struct simplex {
	size_t rows, columns;
	double *coefficients;        /* row by row */
	double *right;               /* one for each row */
	double *costs, *upper;       /* one for each column */
	double *x;                   /* the solution */
};

/* All zero, bounds too. */
void simplex_init(struct simplex *s, size_t rows, size_t columns);
void simplex_done(struct simplex *s);

/* Finds x; false when there is no solution. Coefficients and right are used up. */
bool simplex_solve(struct simplex *s);

#endif
