/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of app/report_xlsx share; nobody else includes it. */
#ifndef SAMREG_APP_REPORT_XLSX_INSIDE_H
#define SAMREG_APP_REPORT_XLSX_INSIDE_H

#include <xlsxwriter.h>

#include "app/report_page.h"

struct text;

/* The most characters the name of a sheet may have. */
enum { SHEET_NAME_LENGTH = 31 };

/* How a number is written; those of a sum are bold. */
enum book_number {
	BOOK_COUNT,
	BOOK_SHARE,
	BOOK_TENTHS,
	BOOK_NUMBER_COUNT
};

struct book {
	const struct report_page *page;
	lxw_workbook *workbook;
	lxw_format *title, *head, *head_left, *words, *words_sum, *wrapped, *link;
	lxw_format *numbers[BOOK_NUMBER_COUNT][2];
};

/* The sheet of one table being filled. */
struct sheet {
	const struct book *book;
	const struct figure_table *table;
	lxw_worksheet *worksheet;
	const char *name;
	size_t columns;         /* of the table with what stands beside */
	size_t row;             /* where to go on */
	bool has_hidden;        /* seen while writing the rows */
};

/* How a value is written, and the number it is written as: a share as a fraction. */
enum book_number book_number(enum report_show show);
double book_value(const char *number, enum report_show show);

/* Fills the sheet of the table, from its title to its notes. */
void book_add_table(struct sheet *s);

/* Adds the table's diagram, if it has one, beside it and its figures below the notes. */
void book_add_charts(struct sheet *s);

/* Adds the name of the sheet of table number `i` to `out`: it is unique, and no character
 * in it is forbidden. */
void book_add_sheet_name(const struct book *b, size_t i, struct text *out);

#endif
