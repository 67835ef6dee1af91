/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database says of its tables; see tables.h. */
#include "store/tables.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/mem.h"
#include "store/db_private.h"
#include "store/query.h"

/* The columns of the answers to SQL_TABLE_COLUMNS and SQL_TABLE_REFERENCES. */
enum { IN_TABLE, NAME, TYPE, KEY };
enum { FROM_TABLE, FROM_COLUMN, TO_TABLE, CASCADES };

static enum column_type type_of(const char *declared)
{
	if (!strcmp(declared, "INTEGER") || !strcmp(declared, "INT"))
		return COLUMN_INTEGER;
	if (!strcmp(declared, "REAL"))
		return COLUMN_REAL;
	return !strcmp(declared, "TEXT") ? COLUMN_TEXT : COLUMN_BLOB;
}

static const char *keep_text(struct db *db, const char *text)
{
	return arena_text(&db->table_texts, text, strlen(text));
}

/* The row that says what the column refers to, or none of them; they are few in all. */
static size_t find_reference(const struct grid *references, const char *table,
			     const char *column)
{
	size_t row = 0;

	while (row < grid_rows(references)
	       && (strcmp(grid_get(references, row, FROM_COLUMN), column)
		   || strcmp(grid_get(references, row, FROM_TABLE), table)))
		row++;
	return row;
}

static struct table_column read_column(struct db *db, const struct grid *g, size_t row,
				       const struct grid *references)
{
	const char *name = grid_get(g, row, NAME);
	size_t found = find_reference(references, grid_get(g, row, IN_TABLE), name);
	bool refers = found < grid_rows(references);

	return (struct table_column){
		.name = keep_text(db, name),
		.type = type_of(grid_get(g, row, TYPE)),
		.key = atoi(grid_get(g, row, KEY)),
		.references = keep_text(
			db, refers ? grid_get(references, found, TO_TABLE) : ""),
		.cascades = refers && *grid_get(references, found, CASCADES) == '1',
	};
}

/* Adds the table whose columns start in `row`; returns the row after its last. */
static size_t read_table(struct db *db, const struct grid *g, size_t row,
			 const struct grid *references)
{
	const char *name = grid_get(g, row, IN_TABLE);
	struct table_column *columns;
	size_t end = row;

	while (end < grid_rows(g) && !strcmp(grid_get(g, end, IN_TABLE), name))
		end++;
	columns = arena_alloc(&db->table_texts, (end - row) * sizeof(*columns));
	for (size_t i = row; i < end; i++)
		columns[i - row] = read_column(db, g, i, references);
	db->tables = mem_grow(db->tables, &db->table_capacity, db->table_count + 1,
			      sizeof(*db->tables));
	db->tables[db->table_count++] = (struct table){
		.name = keep_text(db, name), .columns = columns, .count = end - row,
	};
	return end;
}

bool tables_learn(struct db *db, struct err *e)
{
	struct query ask_columns = {.sql = sql_text(SQL_TABLE_COLUMNS)};
	struct query ask_references = {.sql = sql_text(SQL_TABLE_REFERENCES)};
	struct grid *columns = query_grid(db, &ask_columns, e);
	struct grid *references = query_grid(db, &ask_references, e);
	bool learnt = columns && references;

	for (size_t row = 0; learnt && row < grid_rows(columns);)
		row = read_table(db, columns, row, references);
	grid_free(columns);
	grid_free(references);
	return learnt;
}

size_t tables_count(const struct db *db)
{
	return db->table_count;
}

const struct table *tables_at(const struct db *db, size_t i)
{
	return &db->tables[i];
}

const struct table *tables_find(const struct db *db, const char *name)
{
	for (size_t i = 0; i < db->table_count; i++)
		if (!strcmp(db->tables[i].name, name))
			return &db->tables[i];
	return NULL;
}

int table_find_column(const struct table *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (!strcmp(t->columns[i].name, name))
			return (int)i;
	return -1;
}
