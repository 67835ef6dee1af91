/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference data brought into its tables; see reference.h. */
#include "store/reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/tables.h"

/* One pass over one table. The first pass over all only looks, the second writes. */
struct pass {
	struct db *db;
	const struct reference *r;
	const struct table *table;
	struct grid *stored;
	bool write;
	size_t changes;
};

enum { POSITION_SIZE = 21 };

/* A row of the reference as its table wants it. */
struct wanted {
	struct cell *cells;
	size_t count;
	char position[POSITION_SIZE];
};

static void wanted_fill(struct wanted *w, const struct pass *p, size_t row)
{
	const struct grid *g = p->r->grid;

	w->count = 0;
	for (size_t i = 0; i < grid_columns(g); i++)
		if (table_find_column(p->table, grid_column_name(g, i)) >= 0)
			w->cells[w->count++] = (struct cell){grid_column_name(g, i),
							     grid_get(g, row, i)};
	if (grid_find_column(g, "position") < 0
	    && table_find_column(p->table, "position") >= 0) {
		snprintf(w->position, sizeof(w->position), "%zu", row + 1);
		w->cells[w->count++] = (struct cell){"position", w->position};
	}
}

static long find_code(const struct grid *g, const char *code)
{
	return grid_find_row(g, (size_t)grid_find_column(g, "code"), code);
}

static bool is_stored(const struct pass *p, const struct wanted *w, const char *code)
{
	long row = find_code(p->stored, code);

	for (size_t i = 0; row >= 0 && i < w->count; i++)
		if (strcmp(grid_named(p->stored, (size_t)row, w->cells[i].column),
			   w->cells[i].value))
			return false;
	return row >= 0;
}

static bool store_new(struct pass *p, struct err *e)
{
	struct wanted w = {0};
	bool good = true;

	w.cells = mem_alloc((grid_columns(p->r->grid) + 1) * sizeof(*w.cells));
	for (size_t row = 0; good && row < grid_rows(p->r->grid); row++) {
		wanted_fill(&w, p, row);
		if (is_stored(p, &w, grid_named(p->r->grid, row, "code")))
			continue;
		p->changes++;
		if (p->write)
			good = rows_upsert(p->db, p->r->table,
					   (struct cells){w.cells, w.count}, e);
	}
	free(w.cells);
	return good;
}

/* How many columns of other tables hold the code ?1. */
static void add_uses(struct text *sql, const struct pass *p)
{
	text_add(sql, "SELECT (?1 IS NULL)");
	for (size_t i = 0; i < tables_count(p->db); i++) {
		const struct table *t = tables_at(p->db, i);

		for (size_t c = 0; c < t->count; c++)
			if (!strcmp(t->columns[c].references, p->r->table))
				text_addf(sql, " + EXISTS (SELECT 1 FROM \"%s\" "
					  "WHERE \"%s\" = ?1)",
					  t->name, t->columns[c].name);
	}
}

/* One that is gone from the file goes from the table when nothing holds it. */
static bool drop_one(struct pass *p, const char *uses_sql, const char *code,
		     struct err *e)
{
	struct query ask = {.sql = uses_sql, .values = &code, .count = 1};
	struct cell key = {"code", code};
	long long uses;

	if (!query_int(p->db, &ask, &uses, e))
		return false;
	if (uses)
		return true;
	p->changes++;
	return !p->write || rows_delete(p->db, p->r->table, (struct cells){&key, 1}, e);
}

static bool drop_old(struct pass *p, struct err *e)
{
	struct text sql = {0};
	bool good = true;

	add_uses(&sql, p);
	for (size_t row = 0; good && row < grid_rows(p->stored); row++) {
		const char *code = grid_named(p->stored, row, "code");

		if (find_code(p->r->grid, code) < 0)
			good = drop_one(p, text_get(&sql), code, e);
	}
	text_done(&sql);
	return good;
}

static bool pass_over(struct pass *p, const struct reference *r, struct err *e)
{
	bool good;

	p->r = r;
	p->table = tables_find(p->db, r->table);
	if (!p->table || table_find_column(p->table, "code") < 0
	    || grid_find_column(r->grid, "code") < 0)
		return err_set(e, _("%s: listan %s hör inte till någon tabell"),
			       grid_name(r->grid), r->table);
	p->stored = rows_load(p->db, r->table, CELLS_NONE, e);
	good = p->stored && store_new(p, e) && drop_old(p, e);
	grid_free(p->stored);
	return good;
}

static bool pass_over_all(struct pass *p, const struct reference *items, size_t count,
			  struct err *e)
{
	p->changes = 0;
	for (size_t i = 0; i < count; i++)
		if (!pass_over(p, &items[i], e))
			return false;
	return true;
}

bool reference_update(struct db *db, const struct reference *items, size_t count,
		      bool *changed, struct err *e)
{
	struct pass p = {.db = db};

	if (changed)
		*changed = false;
	if (!pass_over_all(&p, items, count, e))
		return false;
	if (!p.changes)
		return true;
	p.write = true;
	if (!db_begin(db, e))
		return false;
	if (!pass_over_all(&p, items, count, e)) {
		db_rollback(db);
		return false;
	}
	if (changed)
		*changed = true;
	return db_commit(db, e);
}
