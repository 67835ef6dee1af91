/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a report as a grid for a spreadsheet: a line of heads, a row for each row
 * shown, numbers as in files.
 */
#ifndef SAMREG_APP_TABLE_GRID_H
#define SAMREG_APP_TABLE_GRID_H

struct figure_table;
struct grid;
struct report_page;

/*
 * The table with last year's and the published values beside its own, and the mark in the
 * place of what is hidden; heads and labels in the language now spoken. What is not
 * defined is "". Of a part of the register the first head says which. The caller frees
 * the grid.
 */
struct grid *table_grid_make(const struct report_page *p, const struct figure_table *t)
	__attribute__((returns_nonnull));

#endif
