/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a report that name what there is instead of counting it: what each cell
 * says, for all forms of the report, and such a table as text.
 */
#ifndef SAMREG_APP_REPORT_LISTING_H
#define SAMREG_APP_REPORT_LISTING_H

#include <stdbool.h>
#include <stddef.h>

struct figure_table;
struct grid;
struct report_page;
struct text;

/* Whether the table lists; if so it has no figures. */
bool report_listing_is(const struct figure_table *t);

/* How many rows it has. */
size_t report_listing_rows(const struct report_page *p);

/* What stands in a row under a column of the table's declaration, in the language now
 * spoken; a federation that is none is told in words. */
const char *report_listing_cell(const struct report_page *p, const struct figure_table *t,
				size_t row, size_t column);

/* Adds the listing to a file of cells: a row for each cell that says something. */
void report_listing_add_cells(const struct report_page *p, const struct figure_table *t,
			      struct grid *out);

/* Adds the listing as text, at most 80 columns wide: each county with its federations and
 * below each of them its municipalities. */
void report_listing_print(const struct report_page *p, const struct figure_table *t,
			  struct text *out);

#endif
