/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has become of figures: values that are no longer what they were.
 */
#ifndef SAMREG_MODEL_DIFFERENCE_H
#define SAMREG_MODEL_DIFFERENCE_H

struct figures;
struct grid;

/*
 * A grid with the columns table, row, column, then, now: every value of a table both
 * have that one of them shows otherwise, as in files; "" where it is not defined. Rows
 * and columns that only one of them has are not compared. The caller frees it.
 */
struct grid *difference_list(const struct figures *then, const struct figures *now)
	__attribute__((returns_nonnull));

#endif
