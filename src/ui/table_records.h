/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a cell of a table to the records that are counted in it.
 */
#ifndef SAMREG_UI_TABLE_RECORDS_H
#define SAMREG_UI_TABLE_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

struct figure_table;
struct report_scope;
struct text;
struct ui;

/* Adds the cell's name: "Gymnasium, Kvinnor". */
void table_records_name(const struct figure_table *t, size_t row, size_t column,
			struct text *out);

/* What is behind a cell may be of two kinds, each with its own list. */
enum table_records_part {
	TABLE_RECORDS_ALL,            /* asks which, when there are both */
	TABLE_RECORDS_PARTICIPATIONS,
	TABLE_RECORDS_COUNTS,         /* volumes, anonymous counts */
};

/* A cell of a table that counts the federations of the scope. */
struct table_records_cell {
	const struct figure_table *table;
	size_t row, column;
	const struct report_scope *scope;
};

/*
 * Opens the list of the records behind the cell, which is there, or says why not. False
 * when there are both kinds and one must be asked for; `told` then says how many there
 * are of each.
 */
bool table_records_open(struct ui *ui, const struct table_records_cell *at,
			enum table_records_part part, struct text *told);

#endif
