/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package that was found good into the register; see receive.h for how years meet. */
#include "app/receive_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inside.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/figures.h"
#include "model/report.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

struct storing {
	struct package *p;
	struct app *app;
	const struct package_proof *proof;
	struct err *e;
};

static void number(char out[24], long long value)
{
	snprintf(out, 24, "%lld", value);
}

/* Runs a statement whose parameters are the federation and the year. */
static bool run(struct storing *s, enum sql_id id)
{
	struct stmt *stmt = db_stmt(s->app->db, id);

	stmt_bind_text(stmt, 1, s->p->federation);
	stmt_bind_int(stmt, 2, s->p->year);
	return stmt_run(stmt, s->e);
}

/* ---- the package itself ---- */

static bool add_file(struct storing *s, enum package_file_id id)
{
	char *name = package_file_name(id);
	char year[24], position[24], rows[24], bytes[24];
	struct cell cells[] = {
		{ "federation", s->p->federation }, { "year", year },
		{ "position", position },           { "name", name },
		{ "rows", rows },                   { "bytes", bytes },
		{ "hash", s->p->files[id].hash },
	};
	bool ok;

	number(year, s->p->year);
	number(position, (long long)id);
	number(rows, s->p->files[id].rows);
	number(bytes, (long long)s->p->files[id].bytes);
	ok = !s->p->files[id].described ||
	     rows_insert(s->app->db, "package_file", CELLS(cells), s->e);
	free(name);
	return ok;
}

/* A federation that is not in the list yet comes with its first delivery. */
static bool add_federation(struct storing *s)
{
	const char *name = package_get(s->p, PACKAGE_FEDERATION, 0, "name");
	const struct query q = { .sql = sql_text(SQL_FEDERATION_NAME),
				 .values = &s->p->federation, .count = 1 };
	struct cell cells[] = {
		{ "id", s->p->federation },
		{ "name", name },
		{ "registered_at", s->p->created },
		{ "registered_by", s->p->federation },
		{ "changed_at", s->p->created },
		{ "changed_by", s->p->federation },
	};
	struct text known = { 0 };
	bool ok = query_text(s->app->db, &q, &known, s->e);

	if (ok && !known.length)
		ok = rows_insert(s->app->db, "federation", CELLS(cells), s->e);
	text_done(&known);
	return ok;
}

static bool add_package(struct storing *s)
{
	char year[24], revision[24], warnings[24], now[CLOCK_SIZE];
	struct cell cells[] = {
		{ "federation", s->p->federation },
		{ "year", year },
		{ "revision", revision },
		{ "level", s->p->aggregate ? "aggregate" : "detailed" },
		{ "hash", s->p->hash },
		{ "warnings", warnings },
		{ "created_at", s->p->created },
		{ "received_at", now },
		{ "received_by", app_user(s->app) },
	};
	bool ok;

	clock_now(now);
	number(year, s->p->year);
	number(revision, s->p->revision);
	number(warnings, (long long)s->p->warnings);
	ok = run(s, SQL_PACKAGE_DELETE) &&
	     rows_insert(s->app->db, "package", CELLS(cells), s->e);
	for (enum package_file_id id = 0; ok && id < PACKAGE_FILES; id++)
		ok = add_file(s, id);
	return ok;
}

/* ---- which rows it tells of ---- */

static bool note_row(struct storing *s, const char *kind, const char *id)
{
	struct stmt *stmt = db_stmt(s->app->db, SQL_PACKAGE_ROW_ADD);

	stmt_bind_text(stmt, 1, kind);
	stmt_bind_text(stmt, 2, id);
	stmt_bind_text(stmt, 3, s->p->federation);
	stmt_bind_int(stmt, 4, s->p->year);
	return stmt_run(stmt, s->e);
}

static bool note_made(struct storing *s, const char *kind, const char *key)
{
	char *id = package_id(s->p, kind, key);
	bool ok = note_row(s, kind, id);

	free(id);
	return ok;
}

static bool note_rows(struct storing *s)
{
	const struct package *p = s->p;
	bool ok = true;

	for (size_t i = 0; ok && i < package_rows(p, PACKAGE_MEMBERSHIPS); i++) {
		char *key = package_membership_key(p, i);

		ok = note_made(s, "membership", key);
		free(key);
	}
	for (size_t i = 0; ok && i < package_rows(p, PACKAGE_INTERVENTIONS); i++)
		ok = note_row(s, "intervention",
			      package_get(p, PACKAGE_INTERVENTIONS, i, "intervention"));
	for (size_t i = 0; ok && i < package_rows(p, PACKAGE_PARTICIPATIONS); i++)
		ok = note_row(s, "participation",
			      package_get(p, PACKAGE_PARTICIPATIONS, i,
					  "participation")) &&
		     note_made(s, "person",
			       package_get(p, PACKAGE_PARTICIPATIONS, i, "person"));
	return ok;
}

/* A later year knows what became of it. */
static bool is_later(void *context, const char *table, const char *id)
{
	struct storing *s = context;
	struct stmt *stmt = db_stmt(s->app->db, SQL_PACKAGE_ROW_LATER);
	bool later;

	stmt_bind_text(stmt, 1, table);
	stmt_bind_text(stmt, 2, id);
	stmt_bind_int(stmt, 3, s->p->year);
	later = stmt_step(stmt, s->e) == STMT_ROW;
	stmt_reset(stmt);
	return later;
}

/* ---- rows ---- */

static bool clear(struct storing *s)
{
	static const enum sql_id steps[] = {
		SQL_PACKAGE_CLEAR_YEARS,        SQL_PACKAGE_CLEAR_VOLUMES,
		SQL_PACKAGE_CLEAR_ANONYMOUS,    SQL_PACKAGE_CLEAR_FUNDING,
		SQL_PACKAGE_CLEAR_ADMIN_COSTS,  SQL_PACKAGE_CLEAR_FEDERATION_YEARS,
		SQL_PACKAGE_CLEAR_REMARKS,      SQL_PACKAGE_CLEAR_PARTICIPATIONS,
		SQL_PACKAGE_CLEAR_PERSONS,      SQL_PACKAGE_CLEAR_INTERVENTIONS,
		SQL_PACKAGE_CLEAR_MEMBERSHIPS,  SQL_PACKAGE_CLEAR_PARTIES,
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (!run(s, steps[i]))
			return false;
	return true;
}

static bool rename_with(struct storing *s, enum sql_id id, size_t row)
{
	struct stmt *stmt = db_stmt(s->app->db, id);
	const char *which =
		package_get(s->p, PACKAGE_INTERVENTIONS, row, "intervention");

	if (is_later(s, "intervention", which))
		return true;
	stmt_bind_text(stmt, 1, s->p->federation);
	stmt_bind_text(stmt, 2, which);
	if (id == SQL_PACKAGE_MARK_NAME)
		stmt_bind_text(stmt, 3,
			       package_get(s->p, PACKAGE_INTERVENTIONS, row, "name"));
	return stmt_run(stmt, s->e);
}

static bool make_room_for_names(struct storing *s)
{
	size_t count = package_rows(s->p, PACKAGE_INTERVENTIONS);
	bool ok = true;

	for (size_t i = 0; ok && i < count; i++)
		ok = rename_with(s, SQL_PACKAGE_FREE_NAME, i);
	for (size_t i = 0; ok && i < count; i++)
		ok = rename_with(s, SQL_PACKAGE_MARK_NAME, i);
	return ok;
}

/* ---- cells ---- */

static void bind_cell(struct storing *s, struct stmt *stmt, int year,
		      const struct figure_table *t, size_t row, size_t column)
{
	stmt_bind_text(stmt, 1, s->p->federation);
	stmt_bind_int(stmt, 2, year);
	stmt_bind_text(stmt, 3, t->report->id);
	stmt_bind_text(stmt, 4, t->rows.items[row].key);
	stmt_bind_text(stmt, 5, t->columns.items[column].key);
}

static int year_of_cell(const struct figure_table *t, size_t row, size_t column, int year)
{
	return package_year_of_cell(t->report, t->rows.items[row].key,
				    t->columns.items[column].key, year);
}

typedef bool cell_step(struct storing *s, const struct figure_table *t, size_t row,
		       size_t column, void *context);

/* Calls for each cell. */
static bool for_cells(struct storing *s, const struct figures *f, cell_step *step,
		      void *context)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_table *t = &f->tables[i];

		for (size_t row = 0; row < t->rows.count; row++)
			for (size_t column = 0; column < t->columns.count; column++)
				if (!step(s, t, row, column, context))
					return false;
	}
	return true;
}

static bool add_cell(struct storing *s, const struct figure_table *t, size_t row,
		     size_t column, void *context)
{
	const struct figure *figure = figure_at(t, row, column);
	struct stmt *stmt = db_stmt(s->app->db, SQL_PACKAGE_CELL_ADD);

	(void)context;
	if (!figure_is_stated(figure) || (!figure->n && !figure->d) ||
	    (!s->proof->told && year_of_cell(t, row, column, s->p->year) != s->p->year))
		return true;
	bind_cell(s, stmt, s->p->year, t, row, column);
	stmt_bind_int(stmt, 6, figure->n);
	if (figure->divided)
		stmt_bind_int(stmt, 7, figure->d);
	else
		stmt_bind_null(stmt, 7);
	return stmt_run(stmt, s->e);
}

/* What was delivered for a year, as figures like these. */
static bool read_told(struct storing *s, struct figures *told)
{
	struct stmt *stmt = db_stmt(s->app->db, SQL_PACKAGE_CELL_READ);
	enum stmt_state state;

	stmt_bind_text(stmt, 1, s->p->federation);
	stmt_bind_int(stmt, 2, told->year);
	while ((state = stmt_step(stmt, s->e)) == STMT_ROW) {
		struct figure_table *t = figures_find(told, stmt_text(stmt, 0));
		struct figure *figure = t ? figure_find(t, stmt_text(stmt, 1),
							stmt_text(stmt, 2))
					  : NULL;

		if (figure) {
			figure->n = stmt_int(stmt, 3);
			figure->d = stmt_int(stmt, 4);
			figure->known = true;
		}
	}
	return state == STMT_DONE;
}

/* The figures that the rows of the register give for a year, and the years before it
 * that no package but this year's tells of: those after `since`. */
struct given {
	const struct figures *figures;
	int since;
};

/* Whether the year's package is the one to say what the cell is. */
static bool is_told(const struct given *g, const struct figure_table *t, size_t row,
		    size_t column, bool known)
{
	int year = year_of_cell(t, row, column, g->figures->year);

	return year == g->figures->year || (known && year > g->since);
}

static bool add_rest(struct storing *s, const struct figure_table *t, size_t row,
		     size_t column, void *context)
{
	const struct given *g = context;
	const struct figures *given = g->figures;
	const struct figure *told = figure_at(t, row, column);
	const struct figure *have = figure_at(figures_find(given, t->report->id), row,
					      column);
	struct stmt *stmt = db_stmt(s->app->db, SQL_PACKAGE_CELL_REST);
	long long n = told->n - (figure_is_stated(have) ? have->n : 0);
	long long d = told->d - (have->divided ? have->d : 0);

	if ((!n && !d) || (!told->known && !figure_is_stated(have)) ||
	    !is_told(g, t, row, column, told->known))
		return true;
	bind_cell(s, stmt, given->year, t, row, column);
	stmt_bind_int(stmt, 6, n);
	stmt_bind_int(stmt, 7, d);
	return stmt_run(stmt, s->e);
}

static struct figures *figures_like(const struct figures *f)
{
	const struct report **reports = mem_alloc(f->count * sizeof(*reports));
	struct figures *alike;

	for (size_t i = 0; i < f->count; i++)
		reports[i] = f->tables[i].report;
	alike = figures_new(reports, f->count, f->year);
	free(reports);
	return alike;
}

/* What the rows now in the register do not give of what was delivered for a year. */
static bool write_rest(struct storing *s, const struct figures *figures, int since)
{
	struct given given = { figures, since };
	struct figures *told = figures_like(figures);
	struct stmt *none = db_stmt(s->app->db, SQL_PACKAGE_CELL_NO_REST);
	bool ok;

	stmt_bind_text(none, 1, s->p->federation);
	stmt_bind_int(none, 2, figures->year);
	ok = stmt_run(none, s->e) && read_told(s, told) &&
	     for_cells(s, told, add_rest, &given);
	figures_free(told);
	return ok;
}

/* One year's rows changed: what they give in the federation's other years may too. */
static bool write_rests(struct storing *s)
{
	const struct query q = { .sql = sql_text(SQL_PACKAGE_YEARS),
				 .values = &s->p->federation, .count = 1 };
	struct grid *g = query_grid(s->app->db, &q, s->e);
	size_t count = g ? grid_rows(g) : 0;
	int *years = mem_alloc((count + 1) * sizeof(*years));
	struct figures **figures = mem_alloc((count + 1) * sizeof(*figures));
	struct report_order order = {
		.years = years, .year_count = count,
		.scope = { &s->p->federation, 1 }, .rows_only = true,
	};
	bool ok = g;

	for (size_t i = 0; i < count; i++)
		years[i] = (int)strtol(grid_get(g, i, 0), NULL, 10);
	if (ok && count == 1) {
		ok = write_rest(s, s->proof->given, 0);
	} else if (ok && (ok = report_make(s->app, &order, figures, s->e))) {
		for (size_t i = 0; i < count; i++) {
			ok = ok && write_rest(s, figures[i], i ? years[i - 1] : 0);
			figures_free(figures[i]);
		}
	}
	free(figures);
	free(years);
	grid_free(g);
	return ok;
}

static bool write_cells(struct storing *s)
{
	const struct figures *f = s->proof->told ? s->proof->told : s->proof->given;

	return for_cells(s, f, add_cell, NULL) && write_rests(s);
}

/* ---- what is linked to participations ---- */

/* Participations are taken away and come back: what others tell of them stays. The SQL is
 * here since its table exists only in between. */
static bool keep_linked(struct storing *s)
{
	return db_script(s->app->db,
			 "CREATE TEMP TABLE kept_days AS SELECT * FROM benefit_days",
			 s->e);
}

static bool restore_linked(struct storing *s)
{
	return db_script(s->app->db,
			 "INSERT INTO benefit_days SELECT * FROM temp.kept_days k "
			 "WHERE NOT EXISTS (SELECT 1 FROM benefit_days d "
			 "                  WHERE d.id = k.id) "
			 "AND EXISTS (SELECT 1 FROM participation p "
			 "            WHERE p.id = k.participation);"
			 "DROP TABLE temp.kept_days",
			 s->e);
}

/* ---- answers to queries ---- */

static bool note_answers(struct storing *s)
{
	bool ok = true;

	for (size_t i = 0; ok && i < package_rows(s->p, PACKAGE_REMARKS); i++) {
		const struct queries_answer answer = package_answer(s->p, i);

		ok = !answer.query ||
		     queries_note_answer(s->app, &answer, s->p->created, s->e);
	}
	return ok;
}

bool package_store(struct package *p, struct app *a, const struct package_proof *proof,
		   struct err *e)
{
	struct storing s = { p, a, proof, e };
	const struct package_skip skip = { is_later, &s };

	if (!db_begin(a->db, e))
		return false;
	if (db_script(a->db, "PRAGMA defer_foreign_keys = ON", e) && add_federation(&s) &&
	    add_package(&s) &&
	    note_rows(&s) && keep_linked(&s) && clear(&s) && make_room_for_names(&s) &&
	    package_write(p, a->db, &skip, e) && restore_linked(&s) && write_cells(&s) &&
	    note_answers(&s)) {
		app_forget_choices(a);
		return db_commit(a->db, e);
	}
	db_rollback(a->db);
	return false;
}
