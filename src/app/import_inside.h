/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the imports share. Not for others.
 */
#ifndef SAMREG_APP_IMPORT_INSIDE_H
#define SAMREG_APP_IMPORT_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/identified.h"
#include "app/import_sheet.h"
#include "base/arena.h"
#include "base/csv_detect.h"
#include "base/hash.h"
#include "base/text.h"
#include "model/form_sheet.h"

struct err;
struct faults;
struct grid;
struct import_values;

enum import_use {
	IMPORT_IGNORED,
	IMPORT_FIELD,
	IMPORT_SAME,    /* rows with the same text are about the same person */
	IMPORT_REMARKS, /* from an annotated copy of ours */
};

/* A column of the file, or (after those) a value that all rows have. */
struct import_column {
	enum import_use use;
	struct form_column to;
	const char *value;       /* of all rows; NULL for a column of the file */
};

/* What a cell of a column says in other words; `from` is folded. */
struct import_translation {
	size_t column;
	const char *from, *to;
};

/* A file as it is written. */
struct import_file {
	struct csv_detected detected;
	struct text titles;             /* the bytes of the rows above the heads */
	char hash[HASH_HEX_SIZE];
};

struct import_sheet {
	struct app *app;
	const char *path;
	struct form_sheet *sheet;
	struct import_values *values;
	struct identified identified;   /* once there is a column of numbers */
	struct import_file file;
	struct grid *grid;              /* as read */
	struct import_column *columns;
	size_t column_count, column_capacity;
	struct import_translation *translations;
	size_t translation_count, translation_capacity;
	struct grid *cells;             /* canonical, a column for each of `columns` */
	bool *bad;                      /* by row and column: cannot be read */
	struct import_remark *remarks;
	size_t remark_count, remark_capacity;
	size_t errors, warnings;
	size_t stored;                  /* rows like a record that was there before */
	struct arena texts;
	long long version;              /* of the register when it was tried */
	bool tried;
};

/* A copy that lives as long as the sheet. */
const char *import_keep(struct import_sheet *s, const char *text);

/* The sheet of the form with this name, with personal identity numbers or without; NULL,
 * with the reason in `e`, when its records are not kept in a list of their own. The
 * caller frees it. */
struct form_sheet *import_find_sheet(const struct app *a, const char *name, bool numbers,
				     struct err *e);

/* Reads a file of rows and how it is written. NULL with every fault in `f`; the caller
 * frees the grid and file->titles. */
struct grid *import_read_file(const char *path, struct import_file *file,
			      struct faults *f);

/* Whether nothing stands in the row. */
bool import_is_blank(const struct import_sheet *s, size_t row);

/* The field of the form that chooses a row which belongs to the record (the person of a
 * participation), or -1. */
int import_parent_field(const struct app *a, const struct form_sheet *sheet);

/* The heading of the column that tells which rows are about the same one. */
#define IMPORT_SAME_PERSON "same_person"

/* Finds out what the columns are, with the map's help when there is one. */
bool import_find_columns(struct import_sheet *s, const char *map, struct faults *f);

/* A cell without blanks around it, folded; the caller frees it. */
char *import_fold(const char *cell) __attribute__((returns_nonnull));

/* What a row says in a column: its cell, in the words of the map when it has others. */
const char *import_cell(const struct import_sheet *s, size_t row, size_t column);

/* Whether the column chooses a record of the kind that the list itself holds, so that it
 * may be one of the list's own. */
bool import_refers_to_itself(const struct import_sheet *s,
			     const struct import_column *column);

/* Whether the column holds personal identity numbers. */
bool import_is_number(const struct import_sheet *s, const struct import_column *column);

/* Opens the key when there is a column of them. Refused, with the column, in a register
 * that keeps none or whose key is not there. */
bool import_begin_numbers(struct import_sheet *s, struct faults *f);

/* As import_values_read(); a number is sealed, and no reason repeats one. */
bool import_read_value(struct import_sheet *s, const struct import_column *column,
		       const char *cell, struct text *out, struct err *e);

/* Adds a cell as it stands, but the end of a number hidden, whichever column has it. */
void import_add_hidden(const struct import_sheet *s, size_t row, size_t column,
		       struct text *out);

/* Reads all cells into `cells` and `bad`, with a remark for each that cannot be read,
 * unless it may name a row of the list. */
void import_read_cells(struct import_sheet *s);

/*
 * Makes a record of every row that is not blank. Trying, each is committed by itself and
 * everything said of it is a remark; else it is within a transaction of the caller's and
 * what cannot be written is in `e`.
 */
bool import_run_rows(struct import_sheet *s, struct app *a, bool trying, struct err *e)
	__attribute__((warn_unused_result));

/* Adds a remark; `row` is one of the grid, `column` one of `columns` or -1. */
void import_remark_add(struct import_sheet *s, size_t row, long column,
		       struct import_remark remark);

/* Puts the remarks in the order of rows and columns. */
void import_remarks_sort(struct import_sheet *s);

#endif
