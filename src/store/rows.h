/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows by table and column name, as text: what a form needs to keep its answers without
 * SQL of its own. A name the database does not know is refused. Knows no table's meaning.
 */
#ifndef SAMREG_STORE_ROWS_H
#define SAMREG_STORE_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;
struct grid;

/*
 * A column and its value as text; "" (or NULL) is not stated, NULL in the database. The
 * text must fit the column: a whole number for INTEGER, a number for REAL. BLOB columns
 * are not reached from here.
 */
struct cell {
	const char *column;
	const char *value;
};

struct cells {
	const struct cell *items;
	size_t count;
};

/* A struct cells out of an array. */
#define CELLS(array) ((struct cells){(array), sizeof(array) / sizeof((array)[0])})

/* No cells: rows_load() then loads all rows. */
#define CELLS_NONE ((struct cells){NULL, 0})

/*
 * The rows whose cells are as `where` says, in the order of the primary key, all columns
 * but BLOBs; the grid's name is the table's. NULL on failure. The caller frees the grid.
 */
struct grid *rows_load(struct db *db, const char *table, struct cells where,
		       struct err *e);

/* Adds a row; columns not named get their default. */
bool rows_insert(struct db *db, const char *table, struct cells cells, struct err *e)
	__attribute__((warn_unused_result));

/* Adds a row or, when there is one with that primary key, changes its other cells. */
bool rows_upsert(struct db *db, const char *table, struct cells cells, struct err *e)
	__attribute__((warn_unused_result));

/* Changes the rows that are as `where` says; db_changes() tells how many. `where` must
 * not be empty. */
bool rows_update(struct db *db, const char *table, struct cells cells,
		 struct cells where, struct err *e) __attribute__((warn_unused_result));

/* Deletes the rows that are as `where` says, which must not be empty. */
bool rows_delete(struct db *db, const char *table, struct cells where, struct err *e)
	__attribute__((warn_unused_result));

#endif
