/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the database says of its own tables: the only names store/rows will put into SQL,
 * and what the forms are checked against.
 */
#ifndef SAMREG_STORE_TABLES_H
#define SAMREG_STORE_TABLES_H

#include <stdbool.h>
#include <stddef.h>

struct db;

enum column_type {
	COLUMN_TEXT,
	COLUMN_INTEGER,
	COLUMN_REAL,
	COLUMN_BLOB,
};

struct table_column {
	const char *name;
	enum column_type type;
	int key;                  /* place in the primary key from 1; 0: not part of it */
	const char *references;   /* the table its values are keys of; "" for none */
	bool cascades;            /* its row is deleted with what it refers to */
};

struct table {
	const char *name;
	const struct table_column *columns;
	size_t count;
};

/* Learnt when the register is opened; owned by the db. */
size_t tables_count(const struct db *db);
const struct table *tables_at(const struct db *db, size_t i);

/* The table with this name, or NULL. */
const struct table *tables_find(const struct db *db, const char *name);

/* The index of the column with this name, or -1. */
int table_find_column(const struct table *t, const char *name);

#endif
