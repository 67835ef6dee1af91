/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV in and out, strictly: UTF-8, a header row, as many cells in every row. Bytes from
 * outside are hostile until they come out of here as a grid. The only file that knows
 * libcsv.
 */
#ifndef SAMREG_BASE_CSVFILE_H
#define SAMREG_BASE_CSVFILE_H

#include <stdbool.h>
#include <stddef.h>

struct faults;
struct grid;
struct text;

/* Ceilings for what is read: one field's and one row's bytes, columns, rows. */
enum {
	CSVFILE_MAX_FIELD = 1 << 16,
	CSVFILE_MAX_ROW = 1 << 20,
	CSVFILE_MAX_COLUMNS = 1000,
	CSVFILE_MAX_ROWS = 5000000,
};

/*
 * Reads the comma-separated file at `path` into a new grid, whose name is `name` (used
 * in messages). NULL, with every fault and its row and column in `f` (but no more than
 * some 200), when it is not proper; the caller frees the grid. Blank lines between rows
 * are passed over; a row's line is the one it begins on.
 */
struct grid *csvfile_read(const char *path, const char *name, struct faults *f)
	__attribute__((warn_unused_result));

/* As csvfile_read(), from `length` bytes in memory and with the separator given. */
struct grid *csvfile_parse(const char *name, const char *bytes, size_t length,
			   char separator, struct faults *f)
	__attribute__((warn_unused_result));

/* As csvfile_parse() with commas, of a file that has no more rows than these: what is
 * beyond them is refused and not read. */
struct grid *csvfile_parse_rows(const char *name, const char *bytes, size_t length,
				size_t most, struct faults *f)
	__attribute__((warn_unused_result));

/*
 * As csvfile_parse(), for what people keep in spreadsheets: a row may lack empty cells at
 * its end or have more of them, columns may lack a name, and a row's line is its number
 * in the spreadsheet, where blank lines count and line breaks in cells do not; `above`
 * rows of it stand before these bytes.
 */
struct grid *csvfile_parse_sheet(const char *name, const char *bytes, size_t length,
				 char separator, size_t above, struct faults *f)
	__attribute__((warn_unused_result));

/*
 * Adds one cell to `out`, quoted where RFC 4180 demands it, with a comma before it
 * unless it is the first of its row.
 */
void csvfile_add_cell(struct text *out, const char *cell, bool first);

/* Adds the grid to `out`, header row first, each row ended by `line_end`. */
void csvfile_write(struct text *out, const struct grid *g, const char *line_end);

/* For whom rows are written. */
struct csvfile_dialect {
	const char *name;
	const char *line_end;
	char separator, decimal;
	bool mark;      /* a byte order mark goes first */
	bool guards;    /* an apostrophe keeps text from being taken for a formula */
};

/*
 * standard: comma, decimal point, LF. excel: what a Swedish Excel opens by a double
 * click: byte order mark, semicolon, decimal comma, CRLF, guarded. NULL for other names.
 */
const struct csvfile_dialect *csvfile_find_dialect(const char *name);

/* Whether a cell is a number as files have them: -?digits[.digits]. */
bool csvfile_is_number(const char *cell);

/*
 * As csvfile_write() in a dialect. A cell that is a number gets the dialect's decimal
 * sign; other cells that begin with = + - @, tab or CR are guarded.
 */
void csvfile_write_as(struct text *out, const struct grid *g,
		      const struct csvfile_dialect *dialect);

/* The cell without the apostrophe of a guard, if it has one; part of `cell`. */
const char *csvfile_unguard(const char *cell) __attribute__((returns_nonnull));

#endif
