/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures kept as they are; see freeze.h. */
#include "app/freeze.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"
#include "app/inside.h"
#include "app/report.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/cells.h"
#include "model/difference.h"
#include "model/figures.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"
#include "store/stmt.h"

/* ---- reading ---- */

bool freeze_read(struct app *a, int year, struct freeze *out, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_FROZEN_LATEST);
	enum stmt_state state;

	*out = (struct freeze){ .year = year };
	stmt_bind_int(s, 1, year);
	state = stmt_step(s, e);
	if (state == STMT_ROW) {
		out->revision = stmt_int(s, 0);
		snprintf(out->at, sizeof(out->at), "%s", stmt_text(s, 1));
		out->by = mem_text(stmt_text(s, 2));
		out->version = mem_text(stmt_text(s, 3));
		stmt_reset(s);
	}
	return state != STMT_FAILED;
}

void freeze_done(struct freeze *f)
{
	free(f->by);
	free(f->version);
	*f = (struct freeze){ 0 };
}

static struct grid *read_cells(struct app *a, const struct freeze *f, struct err *e)
{
	char year[12], revision[24];
	const char *const values[] = { year, revision };
	const struct query q = { .sql = sql_text(SQL_FROZEN_CELLS),
				 .values = values,
				 .count = 2 };

	snprintf(year, sizeof(year), "%d", f->year);
	snprintf(revision, sizeof(revision), "%lld", f->revision);
	return query_grid(a->db, &q, e);
}

/* ---- comparing ---- */

/* The figures as they were, of the tables of these; but those that came with a newer
 * program are no difference. */
static struct figures *make_then(const struct freeze *f, const struct grid *cells,
				 const struct figures *now)
{
	const struct report **reports = mem_alloc((now->count + 1) * sizeof(*reports));
	bool same_version = !strcmp(f->version, PACKAGE_VERSION);
	struct figures *then;
	size_t count = 0;

	for (size_t i = 0; i < now->count; i++) {
		const struct report *r = now->tables[i].report;

		if (same_version || cells_have_table(cells, r->id))
			reports[count++] = r;
	}
	then = figures_new(reports, count, f->year);
	cells_put(cells, then);
	free(reports);
	return then;
}

struct grid *freeze_compare(struct app *a, const struct freeze *f,
			    const struct figures *now, struct err *e)
{
	struct grid *cells = read_cells(a, f, e), *differences;
	struct figures *then;

	if (!cells)
		return NULL;
	then = make_then(f, cells, now);
	differences = difference_list(then, now);
	figures_free(then);
	grid_free(cells);
	return differences;
}

/* ---- freezing ---- */

static bool equals(const struct grid *a, const struct grid *b)
{
	if (grid_rows(a) != grid_rows(b))
		return false;
	for (size_t row = 0; row < grid_rows(a); row++)
		for (size_t column = 0; column < grid_columns(a); column++)
			if (strcmp(grid_get(a, row, column), grid_get(b, row, column)))
				return false;
	return true;
}

static bool add_stamp(struct app *a, struct freeze *f, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_FROZEN_ADD_YEAR);

	clock_now(f->at);
	free(f->by);
	free(f->version);
	f->by = mem_text(app_user(a));
	f->version = mem_text(PACKAGE_VERSION);
	f->revision++;
	stmt_bind_int(s, 1, f->year);
	stmt_bind_int(s, 2, f->revision);
	stmt_bind_text(s, 3, f->version);
	stmt_bind_text(s, 4, f->at);
	stmt_bind_text(s, 5, f->by);
	return stmt_run(s, e);
}

static bool add_cell(struct app *a, const struct freeze *f, const struct grid *cells,
		     size_t row, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_FROZEN_ADD_CELL);

	stmt_bind_int(s, 1, f->year);
	stmt_bind_int(s, 2, f->revision);
	for (size_t i = 0; i < grid_columns(cells); i++)
		stmt_bind_value(s, (int)i + 3, grid_get(cells, row, i));
	return stmt_run(s, e);
}

static bool keep(struct app *a, const struct grid *cells, struct freeze *f, struct err *e)
{
	char year[12];
	bool ok = add_stamp(a, f, e);

	for (size_t row = 0; ok && row < grid_rows(cells); row++)
		ok = add_cell(a, f, cells, row, e);
	snprintf(year, sizeof(year), "%d", f->year);
	return ok && audit_note(a, "freeze", "", year, e);
}

static bool keep_if_new(struct app *a, const struct grid *cells, struct freeze *f,
			bool *kept, struct err *e)
{
	struct grid *before;

	*kept = true;
	if (f->revision) {
		before = read_cells(a, f, e);
		if (!before)
			return false;
		*kept = !equals(before, cells);
		grid_free(before);
	}
	return !*kept || keep(a, cells, f, e);
}

static struct grid *count_cells(struct app *a, int year, struct err *e)
{
	const struct report_order order = { .years = &year, .year_count = 1 };
	struct figures *figures;
	struct grid *cells;

	if (!report_make(a, &order, &figures, e))
		return NULL;
	cells = cells_make(figures);
	figures_free(figures);
	return cells;
}

static bool freeze_now(struct app *a, struct freeze *f, bool *kept, struct err *e)
{
	struct grid *cells = count_cells(a, f->year, e);
	bool ok = cells && keep_if_new(a, cells, f, kept, e);

	grid_free(cells);
	return ok;
}

bool freeze_year(struct app *a, int year, struct freeze *out, bool *kept, struct err *e)
{
	bool inside = db_in_transaction(a->db);

	*out = (struct freeze){ 0 };
	if (!inside && !db_begin(a->db, e))
		return false;
	if (freeze_read(a, year, out, e) && freeze_now(a, out, kept, e) &&
	    (inside || db_commit(a->db, e)))
		return true;
	if (!inside && db_in_transaction(a->db))
		db_rollback(a->db);
	freeze_done(out);
	return false;
}
