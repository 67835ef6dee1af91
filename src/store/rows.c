/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by name; see rows.h. Names go into SQL only as tables.h knows them, quoted. */
#include "store/rows.h"

#include <assert.h>
#include <string.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "store/db_private.h"
#include "store/query.h"
#include "store/stmt.h"

static bool check_cells(const struct table *t, struct cells cells, struct err *e)
{
	for (size_t i = 0; i < cells.count; i++) {
		const struct cell *cell = &cells.items[i];
		int at = table_find_column(t, cell->column);

		if (at < 0)
			return err_set(e, _("%s.%s: kolumnen finns inte"), t->name,
				       cell->column);
		if (t->columns[at].type == COLUMN_BLOB)
			return err_set(e, _("%s.%s: kolumnen nås inte härifrån"), t->name,
				       cell->column);
	}
	return true;
}

/* The table, when it and all the columns exist; else NULL. */
static const struct table *check(struct db *db, const char *table, struct cells cells,
				 struct err *e)
{
	const struct table *t = tables_find(db, table);

	if (!t)
		err_set(e, _("%s: tabellen finns inte"), table);
	else if (check_cells(t, cells, e))
		return t;
	return NULL;
}

static void add_name(struct text *sql, const char *name)
{
	assert(!strchr(name, '"'));
	text_add_char(sql, '"');
	text_add(sql, name);
	text_add_char(sql, '"');
}

/* " WHERE a IS ?3 AND …", numbered from `first`. IS, so that "" finds what is NULL. */
static void add_where(struct text *sql, struct cells where, size_t first)
{
	for (size_t i = 0; i < where.count; i++) {
		text_add(sql, i ? " AND " : " WHERE ");
		add_name(sql, where.items[i].column);
		text_addf(sql, " IS ?%zu", first + i);
	}
}

static bool bind_cells(struct stmt *s, const struct table *t, struct cells cells,
		       size_t first, struct err *e)
{
	for (size_t i = 0; i < cells.count; i++) {
		const struct cell *cell = &cells.items[i];
		int parameter = (int)(first + i);
		int at = table_find_column(t, cell->column);

		if (!stmt_bind_typed(s, parameter, t->columns[at].type, cell->value))
			return err_set(e, _("%s.%s: \"%s\" är inget tal"), t->name,
				       cell->column, cell->value);
	}
	return true;
}

static void add_select(struct text *sql, const struct table *t)
{
	const char *before = "SELECT ";

	for (size_t i = 0; i < t->count; i++) {
		if (t->columns[i].type == COLUMN_BLOB)
			continue;
		text_add(sql, before);
		add_name(sql, t->columns[i].name);
		before = ", ";
	}
	text_add(sql, " FROM ");
	add_name(sql, t->name);
}

static void add_order(struct text *sql, const struct table *t)
{
	const char *before = " ORDER BY ";

	for (int key = 1; key <= (int)t->count; key++)
		for (size_t i = 0; i < t->count; i++)
			if (t->columns[i].key == key) {
				text_add(sql, before);
				add_name(sql, t->columns[i].name);
				before = ", ";
			}
}

struct grid *rows_load(struct db *db, const char *table, struct cells where,
		       struct err *e)
{
	const struct table *t = check(db, table, where, e);
	struct text sql = {0};
	struct grid *g = NULL;
	struct stmt *s;

	if (!t)
		return NULL;
	add_select(&sql, t);
	add_where(&sql, where, 1);
	add_order(&sql, t);
	s = db_stmt_recent(db, text_get(&sql));
	text_done(&sql);
	if (bind_cells(s, t, where, 1, e))
		g = query_collect(s, table, e);
	return g;
}

static void add_insert(struct text *sql, const struct table *t, struct cells cells)
{
	text_add(sql, "INSERT INTO ");
	add_name(sql, t->name);
	for (size_t i = 0; i < cells.count; i++) {
		text_add(sql, i ? ", " : " (");
		add_name(sql, cells.items[i].column);
	}
	text_add(sql, cells.count ? ") VALUES" : " DEFAULT VALUES");
	for (size_t i = 0; i < cells.count; i++)
		text_addf(sql, "%s?%zu", i ? ", " : " (", i + 1);
	if (cells.count)
		text_add_char(sql, ')');
}

/* " ON CONFLICT (key) DO UPDATE SET other = excluded.other, …" */
static void add_conflict(struct text *sql, const struct table *t, struct cells cells)
{
	const char *before = " ON CONFLICT (";

	for (size_t i = 0; i < t->count; i++)
		if (t->columns[i].key) {
			text_add(sql, before);
			add_name(sql, t->columns[i].name);
			before = ", ";
		}
	before = ") DO UPDATE SET ";
	for (size_t i = 0; i < cells.count; i++) {
		const char *name = cells.items[i].column;

		if (t->columns[table_find_column(t, name)].key)
			continue;
		text_add(sql, before);
		add_name(sql, name);
		text_add(sql, " = excluded.");
		add_name(sql, name);
		before = ", ";
	}
	if (*before == ')')
		text_add(sql, ") DO NOTHING");
}

static bool run(struct db *db, const struct table *t, struct text *sql,
		struct cells cells, struct err *e)
{
	struct stmt *s = db_stmt_recent(db, text_get(sql));

	text_done(sql);
	return bind_cells(s, t, cells, 1, e) && stmt_run(s, e);
}

bool rows_insert(struct db *db, const char *table, struct cells cells, struct err *e)
{
	const struct table *t = check(db, table, cells, e);
	struct text sql = {0};

	if (!t)
		return false;
	add_insert(&sql, t, cells);
	return run(db, t, &sql, cells, e);
}

bool rows_upsert(struct db *db, const char *table, struct cells cells, struct err *e)
{
	const struct table *t = check(db, table, cells, e);
	struct text sql = {0};

	if (!t)
		return false;
	add_insert(&sql, t, cells);
	add_conflict(&sql, t, cells);
	return run(db, t, &sql, cells, e);
}

bool rows_update(struct db *db, const char *table, struct cells cells,
		 struct cells where, struct err *e)
{
	const struct table *t = check(db, table, cells, e);
	struct text sql = {0};
	struct stmt *s;

	assert(cells.count && where.count);
	if (!t || !check_cells(t, where, e))
		return false;
	text_add(&sql, "UPDATE ");
	add_name(&sql, t->name);
	for (size_t i = 0; i < cells.count; i++) {
		text_add(&sql, i ? ", " : " SET ");
		add_name(&sql, cells.items[i].column);
		text_addf(&sql, " = ?%zu", i + 1);
	}
	add_where(&sql, where, cells.count + 1);
	s = db_stmt_recent(db, text_get(&sql));
	text_done(&sql);
	return bind_cells(s, t, cells, 1, e)
		&& bind_cells(s, t, where, cells.count + 1, e) && stmt_run(s, e);
}

bool rows_delete(struct db *db, const char *table, struct cells where, struct err *e)
{
	const struct table *t = check(db, table, where, e);
	struct text sql = {0};

	assert(where.count);
	if (!t)
		return false;
	text_add(&sql, "DELETE FROM ");
	add_name(&sql, t->name);
	add_where(&sql, where, 1);
	return run(db, t, &sql, where, e);
}
