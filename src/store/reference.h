/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Code lists and other reference data (files with a key column `code`) brought into their
 * tables. Run at every start: compares first and writes only what differs.
 */
#ifndef SAMREG_STORE_REFERENCE_H
#define SAMREG_STORE_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;
struct grid;

/*
 * A table with the primary key `code`, and what it should hold. Columns of the grid the
 * table lacks are passed over; the table's `position` is the row's place in the grid,
 * from 1, when the grid has no such column.
 */
struct reference {
	const char *table;          /* "code_sex", "municipality" */
	const struct grid *grid;
};

/*
 * Makes the tables equal to the grids, in the order given (those referred to first), in
 * one transaction, none when nothing differs; `*changed` (may be NULL) tells. A code that
 * has vanished from its file goes too, unless some row still uses it.
 */
bool reference_update(struct db *db, const struct reference *items, size_t count,
		      bool *changed, struct err *e) __attribute__((warn_unused_result));

#endif
