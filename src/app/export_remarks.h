/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The warnings that go along with a delivery, by the names that its files give to
 * records, and answers to queries. Only for app/export_files.
 */
#ifndef SAMREG_APP_EXPORT_REMARKS_H
#define SAMREG_APP_EXPORT_REMARKS_H

struct app;
struct check;
struct err;
struct grid;

/*
 * The columns of remarks.csv, a row for each warning: why it was overruled, or nothing
 * when nobody has done that. Then a row for each query (app/marks) that was answered,
 * about a record of the year's delivery, unless a delivery that was received has brought
 * the answer. NULL and `e` on failure; the caller frees the grid.
 */
struct grid *export_remarks(struct app *a, const struct check *c, int year,
			    struct err *e);

#endif
