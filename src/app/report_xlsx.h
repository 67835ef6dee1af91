/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report as a workbook for a spreadsheet program: one sheet for each table, numbers
 * as numbers, diagrams as charts. The same report gives the same bytes.
 */
#ifndef SAMREG_APP_REPORT_XLSX_H
#define SAMREG_APP_REPORT_XLSX_H

#include <stdbool.h>

struct err;
struct report_page;
struct text;

/*
 * Adds the bytes of the workbook, in the language now spoken, to `out`. Fails, with
 * nothing added, when its temporary files (app/xlsx_file) cannot be written.
 */
bool report_xlsx_print(const struct report_page *p, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
