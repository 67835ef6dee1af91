/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A workbook as bytes, whatever is in it. Only the files of the app floor with xlsx in
 * their name know libxlsxwriter, and only they include this.
 */
#ifndef SAMREG_APP_XLSX_FILE_H
#define SAMREG_APP_XLSX_FILE_H

#include <stdbool.h>
#include <time.h>

#include <xlsxwriter.h>

struct err;
struct text;

/* Puts into the workbook what it is to hold; false, with the reason in `e`, stops it. */
typedef bool xlsx_file_fill(void *data, lxw_workbook *workbook, struct err *e);

/*
 * Adds the bytes of a workbook that `fill` has filled to `out`. On the way they lie in
 * temporary files without a name, which nobody else can open and no crash leaves behind.
 * Fails, with nothing added, when these cannot be written or `fill` says so.
 */
bool xlsx_file_print(xlsx_file_fill *fill, void *data, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

/* How the heads of columns look, aligned LXW_ALIGN_LEFT or so. */
lxw_format *xlsx_file_new_head(lxw_workbook *workbook, uint8_t align);

/* "2025-11-14T10:00:00", taken as it stands; 0 when it is none. */
time_t xlsx_file_time(const char *made);

#endif
