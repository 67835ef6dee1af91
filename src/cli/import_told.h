/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a spreadsheet's list is taken for and what is said of it, told to people.
 */
#ifndef SAMREG_CLI_IMPORT_TOLD_H
#define SAMREG_CLI_IMPORT_TOLD_H

struct faults;
struct import_sheet;
struct text;

/* Adds why a file could not be read, a line each as on standard error, with rows and
 * columns as a spreadsheet names them. */
void import_told_faults(const struct faults *f, struct text *out);

/* Adds what the file is written in and what its columns were taken for. */
void import_told_file(const struct import_sheet *sheet, struct text *out);

/* Adds the remarks, errors first; the same remark on several rows is told once, with all
 * of them. Last a line with how many there are. */
void import_told_remarks(const struct import_sheet *sheet, struct text *out);

#endif
