/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a cell of a table to the records that are counted in it.
 */
#ifndef SAMREG_UI_TABLE_RECORDS_H
#define SAMREG_UI_TABLE_RECORDS_H

#include <stddef.h>

struct figure_table;
struct text;
struct ui;

/* Adds the cell's name: "Gymnasium, Kvinnor"; nothing for a row that is not there. */
void table_records_name(const struct figure_table *t, size_t row, size_t column,
			struct text *out);

/* Opens the list of the records behind the cell, which is there, or says why not. */
void table_records_open(struct ui *ui, const struct figure_table *t, size_t row,
			size_t column);

#endif
