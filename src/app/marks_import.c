/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions out of a file that somebody else wrote; see marks.h. */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "app/marks_place.h"
#include "app/queries.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package_cell.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

enum { MAX_FILE = 1 << 24, MAX_FAULTS = 200 };

/* What a row is found to be. */
enum fate { FATE_NEW, FATE_KNOWN, FATE_ABSENT, FATE_WITHDRAWN };

struct reading {
	struct app *app;
	struct faults *faults;
	struct grid *g;
	const char *path;
	enum fate *fates;
	size_t told;
};

/* Files of earlier versions end before the last column. */
static const char *get(const struct reading *r, size_t row, enum queries_column column)
{
	if (column >= grid_columns(r->g))
		return "";
	return grid_get(r->g, row, column);
}

static bool fault(struct reading *r, size_t row, enum queries_column column,
		  const char *reason)
{
	const char *value = get(r, row, column);

	if (r->told++ < MAX_FAULTS)
		faults_add(r->faults, r->path, grid_line(r->g, row), column + 1,
			   "%.60s%s%s", value, *value ? ": " : "", reason);
	return false;
}

/* ---- the form of a row ---- */

static bool is_ulid(const char *text)
{
	return strlen(text) == ULID_SIZE - 1 &&
	       !text[strspn(text, "0123456789ABCDEFGHJKMNPQRSTVWXYZ")];
}

/* By the rules for cells of a delivery. */
static void check_type(struct reading *r, size_t row, enum queries_column column,
		       enum package_type type, bool required)
{
	const struct package_column c = { .name = queries_column_name(column),
					  .type = type, .required = required };
	const struct package_bounds bounds = {
		.federation = app_federation(r->app),
		.year = (int)strtol(get(r, row, QUERIES_YEAR), NULL, 10),
	};
	struct err e;

	if (!package_check_cell(&c, get(r, row, column), &bounds, &e))
		fault(r, row, column, e.text);
}

static void check_year(struct reading *r, size_t row)
{
	const char *text = get(r, row, QUERIES_YEAR);
	int year = (int)strtol(text, NULL, 10);

	if (strlen(text) != 4 || text[strspn(text, "0123456789")] || year < 2004 ||
	    year > 2100)
		fault(r, row, QUERIES_YEAR, _("är inget år"));
}

static struct marks_asked asked_of(const struct reading *r, size_t row)
{
	return (struct marks_asked){ get(r, row, QUERIES_FILE),
				     get(r, row, QUERIES_RECORD),
				     get(r, row, QUERIES_FIELD) };
}

/* Whether there is a form for it, and then whether a row can have that name. */
static void check_asked(struct reading *r, size_t row)
{
	static const enum queries_column at[] = {
		[MARKS_FILE] = QUERIES_FILE,
		[MARKS_ROW] = QUERIES_RECORD,
		[MARKS_COLUMN] = QUERIES_FIELD,
	};
	const struct marks_asked asked = asked_of(r, row);
	const struct package_bounds bounds = {
		.codes = catalog_codes(app_catalog(r->app)),
		.federation = app_federation(r->app),
		.year = (int)strtol(get(r, row, QUERIES_YEAR), NULL, 10),
	};
	struct err e;
	enum marks_fault fault_at = marks_check(&asked, &e);

	if (fault_at != MARKS_SOUND)
		fault(r, row, at[fault_at], e.text);
	if (fault_at != MARKS_FILE &&
	    !package_check_row(package_find_file(asked.file), asked.row, &bounds, &e))
		fault(r, row, QUERIES_RECORD, e.text);
}

static void check_row(struct reading *r, size_t row)
{
	struct err e;

	if (!is_ulid(get(r, row, QUERIES_QUERY)))
		fault(r, row, QUERIES_QUERY, _("är inget id på en fråga"));
	check_type(r, row, QUERIES_FEDERATION, PACKAGE_TEXT, true);
	check_year(r, row);
	check_asked(r, row);
	if (!queries_check_text(get(r, row, QUERIES_QUESTION), &e))
		fault(r, row, QUERIES_QUESTION, e.text);
	check_type(r, row, QUERIES_ASKED, PACKAGE_TIME, true);
	check_type(r, row, QUERIES_WITHDRAWN, PACKAGE_TIME, false);
}

static void check_rows(struct reading *r)
{
	struct numbering ids = { 0 };

	for (size_t i = 0; i < grid_rows(r->g); i++) {
		size_t before = ids.count;

		check_row(r, i);
		numbering_add(&ids, get(r, i, QUERIES_QUERY));
		if (ids.count == before)
			fault(r, i, QUERIES_QUERY, _("frågan står två gånger"));
	}
	numbering_done(&ids);
}

static bool check_head(struct reading *r)
{
	size_t count = grid_columns(r->g), at = 0;

	while (at < count && at < QUERIES_COLUMNS &&
	       !strcmp(grid_column_name(r->g, at), queries_column_name(at)))
		at++;
	if (at == count && count >= QUERIES_WITHDRAWN)
		return true;
	if (at < QUERIES_COLUMNS)
		return faults_add(r->faults, r->path, 1, at + 1,
				  _("kolumnen ska heta %s"), queries_column_name(at));
	return faults_add(r->faults, r->path, 1, at + 1, _("kolumnen hör inte hit"));
}

/* ---- what the register knows ---- */

static bool is_here(struct reading *r, size_t row, struct err *e)
{
	const struct marks_asked asked = asked_of(r, row);
	struct marks_spot spot;
	bool found = marks_find(r->app, &asked, &spot, e) && spot.record;

	free(spot.record);
	return found;
}

/* Whether it came before, word for word. What has been withdrawn stays so. */
static bool find_known(struct reading *r, size_t row, struct err *e)
{
	static const enum queries_column told[] = {
		QUERIES_YEAR, QUERIES_FILE, QUERIES_RECORD, QUERIES_FIELD,
		QUERIES_QUESTION, QUERIES_ASKED,
	};
	struct stmt *s = db_stmt(r->app->db, SQL_MARK_FIND);
	bool found, same = true;

	stmt_bind_text(s, 1, get(r, row, QUERIES_QUERY));
	found = stmt_step(s, e) == STMT_ROW;
	for (int i = 0; found && i < 6; i++)
		same = same && !strcmp(stmt_text(s, i), get(r, row, told[i]));
	if (found)
		r->fates[row] = get(r, row, QUERIES_WITHDRAWN)[0] && !stmt_int(s, 6)
					? FATE_WITHDRAWN
					: FATE_KNOWN;
	stmt_reset(s);
	if (!same)
		fault(r, row, QUERIES_QUERY,
		      _("frågan finns redan, men med annat innehåll"));
	return found;
}

static bool decide(struct reading *r, struct err *e)
{
	e->text[0] = '\0';
	for (size_t i = 0; i < grid_rows(r->g); i++) {
		if (find_known(r, i, e))
			continue;
		/* Nobody here ever saw it. */
		if (get(r, i, QUERIES_WITHDRAWN)[0])
			r->fates[i] = FATE_KNOWN;
		else if (!is_here(r, i, e))
			r->fates[i] = FATE_ABSENT;
	}
	return !e->text[0];
}

/* ---- storing ---- */

static bool add_query(struct reading *r, size_t row, const char *remark, struct err *e)
{
	const struct cell cells[] = {
		{ "remark", remark },
		{ "query", get(r, row, QUERIES_QUERY) },
		{ "year", get(r, row, QUERIES_YEAR) },
		{ "file", get(r, row, QUERIES_FILE) },
		{ "record", get(r, row, QUERIES_RECORD) },
		{ "field", get(r, row, QUERIES_FIELD) },
		{ "asked_at", get(r, row, QUERIES_ASKED) },
	};

	return rows_insert(r->app->db, "mark_query", CELLS(cells), e);
}

static bool add_remark(struct reading *r, size_t row, const struct marks_spot *spot,
		       struct err *e)
{
	char now[CLOCK_SIZE], *id = app_new_id(r->app);
	const char *user = app_user(r->app);
	bool ok;
	const struct cell cells[] = {
		{ "id", id },
		{ "kind", "mark" },
		{ "form", spot->form },
		{ "record", spot->record },
		{ "field", spot->field },
		{ "text", get(r, row, QUERIES_QUESTION) },
		{ "registered_at", now },
		{ "registered_by", user },
		{ "changed_at", now },
		{ "changed_by", user },
	};

	clock_now(now);
	ok = rows_insert(r->app->db, "remark", CELLS(cells), e) &&
	     add_query(r, row, id, e) &&
	     audit_note(r->app, "asked", spot->form, spot->record, e);
	free(id);
	return ok;
}

static bool add_mark(struct reading *r, size_t row, struct err *e)
{
	const struct marks_asked asked = asked_of(r, row);
	struct marks_spot spot;
	bool ok = marks_find(r->app, &asked, &spot, e) && add_remark(r, row, &spot, e);

	free(spot.record);
	return ok;
}

static bool withdraw(struct reading *r, size_t row, struct err *e)
{
	struct stmt *s = db_stmt(r->app->db, SQL_MARK_WITHDRAW);
	const char *query = get(r, row, QUERIES_QUERY);

	stmt_bind_text(s, 1, query);
	stmt_bind_text(s, 2, get(r, row, QUERIES_WITHDRAWN));
	return stmt_run(s, e) && audit_note(r->app, "withdrawn", "query", query, e);
}

static bool store(struct reading *r, struct marks_taken *taken, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < grid_rows(r->g); i++)
		switch (r->fates[i]) {
		case FATE_NEW:
			ok = add_mark(r, i, e);
			taken->stored++;
			break;
		case FATE_WITHDRAWN:
			ok = withdraw(r, i, e);
			taken->withdrawn++;
			break;
		case FATE_KNOWN:
			taken->known++;
			break;
		case FATE_ABSENT:
			fault(r, i, QUERIES_RECORD,
			      _("posten finns inte i registret, så frågan är inte "
				"inläst"));
			taken->absent++;
			break;
		}
	return ok;
}

/* Decides and stores in one transaction: false when nothing came of it. */
static bool take(struct reading *r, struct marks_taken *taken)
{
	size_t before = r->faults->count;
	struct err e;
	bool ok;

	if (!db_begin(r->app->db, &e))
		return faults_add(r->faults, "", 0, 0, "%s", e.text);
	ok = decide(r, &e);
	if (ok && r->faults->count == before)
		ok = store(r, taken, &e) && db_commit(r->app->db, &e);
	else if (ok) {
		db_rollback(r->app->db);
		return false;
	}
	if (ok)
		return true;
	db_rollback(r->app->db);
	*taken = (struct marks_taken){ 0 };
	return faults_add(r->faults, "", 0, 0, "%s", e.text);
}

static bool read_grid(struct reading *r, struct err *e)
{
	struct text bytes = { 0 };
	bool ok = path_read(r->path, MAX_FILE, &bytes, e);

	if (ok)
		r->g = csvfile_parse(r->path, text_get(&bytes), bytes.length, ',',
				     r->faults);
	else
		faults_add(r->faults, "", 0, 0, "%s", e->text);
	text_done(&bytes);
	return r->g != NULL;
}

bool marks_import(struct app *a, const char *path, struct marks_taken *taken,
		  struct faults *f)
{
	struct reading r = { .app = a, .faults = f, .path = path };
	size_t before = f->count;
	struct err e;
	bool ok = false;

	*taken = (struct marks_taken){ 0 };
	if (app_is_national(a))
		return faults_add(f, "", 0, 0, _("%s: frågor läses in i förbundets eget "
						 "register"), app_path(a));
	if (!read_grid(&r, &e))
		return false;
	if (check_head(&r))
		check_rows(&r);
	if (f->count == before) {
		r.fates = mem_alloc((grid_rows(r.g) + 1) * sizeof(*r.fates));
		ok = take(&r, taken);
	}
	free(r.fates);
	grid_free(r.g);
	return ok;
}
