/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list as a workbook for a spreadsheet program: one sheet with one line of heads that
 * stays in sight, dates as dates, numbers as numbers and all else as text.
 */
#ifndef SAMREG_APP_LIST_XLSX_H
#define SAMREG_APP_LIST_XLSX_H

#include <stdbool.h>

struct err;
struct grid;
struct text;

/* What stands in a column; a cell that is something else is written as text. */
enum list_kind {
	LIST_TEXT,
	LIST_NUMBER,    /* -?digits[.digits] */
	LIST_DATE,      /* 2025-03-04 */
};

struct list_sheet {
	const char *title;              /* of the sheet, in the language now spoken */
	const struct grid *grid;
	const enum list_kind *kinds;    /* one for each column */
};

/*
 * Adds the bytes of the workbook to `out`. Refused, with nothing added, when there are
 * more rows than a sheet has or more characters than a cell, and when its temporary files
 * (app/xlsx_file) cannot be written.
 */
bool list_xlsx_print(const struct list_sheet *s, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
