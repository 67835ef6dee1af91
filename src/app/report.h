/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register's own tables: figures for the years asked for, and the records behind a
 * cell. How they look is the business of app/report_text and the faces.
 */
#ifndef SAMREG_APP_REPORT_H
#define SAMREG_APP_REPORT_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct figures;
struct grid;
struct report;

/* Federations of a national register; none: all of them. */
struct report_scope {
	const char *const *federations;
	size_t count;
};

/* Whether the federation is one of them. */
bool report_scope_has(const struct report_scope *scope, const char *federation);

/* Its place among them, or -1. */
long report_scope_find(const struct report_scope *scope, const char *federation);

struct report_order {
	const struct report *const *reports;   /* of catalog_reports() */
	size_t report_count;                   /* 0: all tables there are */
	const int *years;
	size_t year_count;                     /* at least 1 */
	struct report_scope scope;
	bool rows_only;                        /* without cells that have no rows */
};

/*
 * Counts the register once and gives the figures of each year, in the order asked for:
 * `out` has room for year_count of them. The caller frees each. Refused for years too far
 * apart; nothing to free then.
 */
bool report_make(struct app *a, const struct report_order *order, struct figures **out,
		 struct err *e) __attribute__((warn_unused_result));

/*
 * As report_make(), counting the register once too, but for each federation of the scope
 * by itself and of one year: `out` has room for a federation each.
 */
bool report_make_each(struct app *a, const struct report_order *order,
		      struct figures **out, struct err *e)
	__attribute__((warn_unused_result));

/* One cell: the year the table is made for, its keys, and whose records are asked for. */
struct report_cell {
	int year;
	const char *table, *row, *column;
	struct report_scope scope;
};

/*
 * The records that are counted in the cell, each once: a grid with the columns form and
 * id, named as the table. NULL and a reason when there is no such cell. The caller frees
 * it.
 */
struct grid *report_records(struct app *a, const struct report_cell *cell, struct err *e);

#endif
