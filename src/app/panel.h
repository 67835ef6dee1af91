/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The evaluation panel: a row for each municipality and year, for those who study what
 * coordination leads to. samreg(1) tells what its columns hold.
 */
#ifndef SAMREG_APP_PANEL_H
#define SAMREG_APP_PANEL_H

#include <stdbool.h>

struct app;
struct err;
struct faults;
struct grid;

/* The years, both ends; 0, 0 for all that the register tells of. */
struct panel_order {
	int first, last;
	const struct grid *population;  /* as panel_read_population() gives; or NULL */
};

/*
 * Reads inhabitants of 19-64 years from a CSV file with the columns municipality, year,
 * population. NULL, with every fault and its place in `f`; the caller frees the grid.
 */
struct grid *panel_read_population(struct app *a, const char *path, struct faults *f);

/*
 * The panel, sorted by municipality and year: in a national register all municipalities,
 * else those that belong or did belong to the federation. A cell is "" when that is not
 * known. NULL on failure; the caller frees the grid.
 */
struct grid *panel_make(struct app *a, const struct panel_order *order, struct err *e);

#endif
