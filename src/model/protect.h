/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which figures must not be shown to others, since they, or what could be worked out from
 * them, tell of fewer people than a threshold N.
 *
 * Hidden are the counts of people from 1 to N - 1, what they are per cent of when that is
 * small, means of so few, and as many other counts as it takes so that
 *   - every hidden count might be N or more, as far as all that is shown can tell. So
 *     hidden counts whose sum can be worked out sum to N or more: of 15, 5 and 3 with the
 *     total 23 and N = 11 all three are hidden;
 *   - no hidden count can be worked out exactly, not even by one who knows that hidden
 *     counts are never 0.
 * That holds across rows, columns, totals, tables and years: the same number is hidden
 * everywhere or nowhere (model/linkage). Per cents and means of hidden counts, and
 * per cents of hidden bases, which would give them away, are hidden too. Least is hidden:
 * the smallest numbers, and rather a cell than a total that stands in many tables.
 *
 * Not hidden: zeros, as is usual; tables of interventions, money and federations, which
 * have no people in them; the rest when a row is taken from a row it is part of but which
 * is not divided into rows (those who do not work, of those who ended). Not looked at:
 * what is published elsewhere, and figures that have changed since they were.
 */
#ifndef SAMREG_MODEL_PROTECT_H
#define SAMREG_MODEL_PROTECT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/report.h"

struct fact_lists;
struct figure_table;
struct figures;

struct protection;

struct protection_order {
	const struct figures *const *figures;   /* one for each year */
	size_t count;
	const struct fact_lists *lists;
	int threshold;                          /* at least 2 */
};

/*
 * Decides for all the figures together: all that others may ever see side by side, even
 * if only some is to be shown now. The reports must outlive the protection; figures,
 * lists and the order need not. The caller frees it.
 */
struct protection *protection_new(const struct protection_order *order)
	__attribute__((returns_nonnull));
void protection_free(struct protection *p);

/* Whether what the column shows of the figure is hidden. The table is one of those
 * decided for, or has the same report, year, rows and columns. */
bool protection_hides(const struct protection *p, const struct figure_table *t,
		      size_t row, size_t column, enum report_show show);

/* Whether anything in the table is hidden, so that it needs the note. */
bool protection_hides_any(const struct protection *p, const struct figure_table *t);

#endif
