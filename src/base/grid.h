/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The currency of the house: named columns and rows of text. A CSV file is read into a
 * grid, a query returns a grid, a form is parsed from a grid, a list draws a grid, an
 * export is a grid written out. A cell is never NULL: "" means not stated.
 */
#ifndef SAMREG_BASE_GRID_H
#define SAMREG_BASE_GRID_H

#include <stddef.h>

struct grid;

/* A grid without columns and rows; `name` (a file, a query) is used in messages. */
struct grid *grid_new(const char *name) __attribute__((returns_nonnull));
void grid_free(struct grid *g);

/* As grid_free(), but overwrites all cells first: they held secrets. */
void grid_wipe(struct grid *g);

/* The name it was made with, and its size (the head is not a row). */
const char *grid_name(const struct grid *g);
size_t grid_columns(const struct grid *g);
size_t grid_rows(const struct grid *g);

/* Adds a column (only while there are no rows); returns its index. */
size_t grid_add_column(struct grid *g, const char *name);
const char *grid_column_name(const struct grid *g, size_t column);

/* The index of the column with this name, or -1. */
int grid_find_column(const struct grid *g, const char *name);

/* Adds a row of empty cells; `line` is its line in the file it came from, or 0. */
size_t grid_add_row(struct grid *g, size_t line);
size_t grid_line(const struct grid *g, size_t row);

/* Stores a copy of `text` (NULL counts as ""). */
void grid_set(struct grid *g, size_t row, size_t column, const char *text);
void grid_set_part(struct grid *g, size_t row, size_t column, const char *text,
		   size_t length);

/* The cell's text, owned by the grid; "" when not stated. */
const char *grid_get(const struct grid *g, size_t row, size_t column)
	__attribute__((returns_nonnull));

/* As grid_get() by the column's name; "" when there is no such column. */
const char *grid_named(const struct grid *g, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* The first row whose cell in `column` is exactly `text`, or -1. */
long grid_find_row(const struct grid *g, size_t column, const char *text);

/*
 * Sorts the rows, keeping the order of equals. `compare` is given two cells of `column`
 * and returns <0, 0, >0.
 */
void grid_sort(struct grid *g, size_t column,
	       int (*compare)(const char *a, const char *b));

#endif
