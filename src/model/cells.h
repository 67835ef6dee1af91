/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures as they are exchanged: a row for each cell, with what was counted and what it
 * is divided by, so that others can add them up. Nothing is rounded.
 */
#ifndef SAMREG_MODEL_CELLS_H
#define SAMREG_MODEL_CELLS_H

#include <stdbool.h>
#include <stddef.h>

struct figures;
struct grid;

/*
 * A grid with the columns table, row, column, n, d: every cell that says anything, d
 * empty where nothing is divided. The caller frees it.
 */
struct grid *cells_make(const struct figures *f) __attribute__((returns_nonnull));

/*
 * As cells_make(), with the rows that tables leave out since nothing is counted in them:
 * others may have counted something, and then what it is divided by is needed.
 */
struct grid *cells_make_whole(const struct figures *f) __attribute__((returns_nonnull));

/*
 * The other way: puts such cells into figures that are all zero. What the cells say
 * nothing of is not stated; in rows that are only shown when something is counted it is
 * nothing. Returns how many cells there is no place for. The numbers must be ones.
 */
size_t cells_put(const struct grid *g, struct figures *f);

/* Whether any of the cells is the table's. */
bool cells_have_table(const struct grid *g, const char *table);

#endif
