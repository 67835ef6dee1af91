/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures as they are exchanged: a row for each cell, with what was counted and what it
 * is divided by, so that others can add them up. Nothing is rounded.
 */
#ifndef SAMREG_MODEL_CELLS_H
#define SAMREG_MODEL_CELLS_H

struct figures;
struct grid;

/*
 * A grid with the columns table, row, column, n, d: every cell that says anything, d
 * empty where nothing is divided. The caller frees it.
 */
struct grid *cells_make(const struct figures *f) __attribute__((returns_nonnull));

#endif
