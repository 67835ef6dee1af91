/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The warnings that go along with a delivery, by the names that its files give to
 * records. Only for app/export_files.
 */
#ifndef SAMREG_APP_EXPORT_REMARKS_H
#define SAMREG_APP_EXPORT_REMARKS_H

struct app;
struct check;
struct err;
struct grid;

/*
 * The columns of remarks.csv, a row for each warning: why it was overruled, or nothing
 * when nobody has done that. NULL and `e` on failure; the caller frees the grid.
 */
struct grid *export_remarks(struct app *a, const struct check *c, struct err *e);

#endif
