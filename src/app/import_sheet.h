/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list that somebody kept in a spreadsheet, into the register: read, tried in a copy of
 * the register with every rule, and then stored, all of it or nothing. Asks nobody
 * anything; whoever calls shows what was found and decides.
 */
#ifndef SAMREG_APP_IMPORT_SHEET_H
#define SAMREG_APP_IMPORT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "model/form.h"

struct app;
struct csv_detected;
struct err;
struct faults;
struct text;

/* What is to be read. */
struct import_order {
	const char *form;
	const char *file;
	/* NULL, or a file that says what the columns are: column, field and perhaps
	 * value, code. samreg(1) tells how. */
	const char *map;
};

struct import_sheet;

/*
 * Reads the files and finds out what their columns are; nothing is tried yet. NULL, with
 * every fault and its row and column in `f`, when that cannot be done. The caller frees
 * the sheet before it closes the app.
 */
struct import_sheet *import_sheet_open(struct app *a, const struct import_order *order,
				       struct faults *f);
void import_sheet_free(struct import_sheet *s);

const struct form *import_sheet_form(const struct import_sheet *s);

/* What the file is written in, and how many rows it has that are not blank. */
const struct csv_detected *import_sheet_detected(const struct import_sheet *s);
size_t import_sheet_rows(const struct import_sheet *s);

/* The file's columns: the heading, and in words (added to `out`) what it was taken for;
 * nothing is added for one that is not read. */
size_t import_sheet_columns(const struct import_sheet *s);
const char *import_sheet_heading(const struct import_sheet *s, size_t column);
void import_sheet_add_target(const struct import_sheet *s, size_t column,
			     struct text *out);

/* One thing that is wrong with a row, or worth looking at. */
struct import_remark {
	enum severity severity;
	const char *rule;       /* R-101; "" for what no rule says */
	size_t row;             /* as the spreadsheet numbers them; 0: the whole file */
	size_t column;          /* from 1; 0: the row as a whole */
	const char *message;    /* in the language now spoken */
};

/*
 * Tries to store every row in a copy of the register, each seeing those before it, and
 * collects all that is said of them. False only when that was not possible.
 */
bool import_sheet_try(struct import_sheet *s, struct err *e)
	__attribute__((warn_unused_result));

/* What was said, in the order of rows and columns, and how many are which. */
size_t import_sheet_remark_count(const struct import_sheet *s);
const struct import_remark *import_sheet_remark(const struct import_sheet *s, size_t i);
size_t import_sheet_errors(const struct import_sheet *s);
size_t import_sheet_warnings(const struct import_sheet *s);

/* Whether there is a column of personal identity numbers. */
bool import_sheet_has_numbers(const struct import_sheet *s);

/* A column as a spreadsheet names it, 1 is A and 27 AA, added to `out`. */
void import_sheet_add_letters(size_t column, struct text *out);

/*
 * Writes the rows as they were read, in the same dialect and encoding, with one column
 * more for the remarks, to `path`. The end of personal identity numbers is hidden there.
 */
bool import_sheet_write_remarks(const struct import_sheet *s, const char *path,
				struct err *e) __attribute__((warn_unused_result));

/*
 * Stores every row in one transaction, with a note of the file in the log. Refused when
 * it was not tried, has errors, or the register was changed since.
 */
bool import_sheet_store(struct import_sheet *s, struct err *e)
	__attribute__((warn_unused_result));

#endif
