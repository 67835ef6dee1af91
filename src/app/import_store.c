/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet's list as a whole: tried, and stored in one transaction. */
#include <assert.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/import_inside.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

/* A note in the log, by which the same file is known again. */
static void add_note(const struct import_sheet *s, struct text *out)
{
	text_addf(out, "sha256:%s", s->file.hash);
}

static bool tell_read_before(struct import_sheet *s, struct err *e)
{
	struct text note = { 0 }, when = { 0 }, message = { 0 };
	const char *value;
	bool ok;

	add_note(s, &note);
	value = text_get(&note);
	ok = query_text(s->app->db,
			&(struct query){ sql_text(SQL_AUDIT_IMPORTED), &value, 1, NULL },
			&when, e);
	if (ok && when.length) {
		text_addf(&message, _("filen har redan lästs in, %s"), text_get(&when));
		import_remark_add(s, grid_rows(s->grid), -1,
				  (struct import_remark){ .severity = SEVERITY_ERROR,
							  .rule = "",
							  .message =
								  text_get(&message) });
	}
	text_done(&note);
	text_done(&when);
	text_done(&message);
	return ok;
}

/* Rows of new people that are as records already there may be other people; when they
 * are as many as this of all rows, it is the list that is there. */
enum { MOST_STORED_PERCENT = 50, LEAST_STORED = 3 };

static void tell_stored(struct import_sheet *s)
{
	size_t rows = import_sheet_rows(s);
	struct text message = { 0 };

	if (s->stored < LEAST_STORED || 100 * s->stored < MOST_STORED_PERCENT * rows)
		return;
	text_addf(&message,
		  _("%zu av %zu rader finns redan i registret; ta bort dem ur filen"),
		  s->stored, rows);
	import_remark_add(s, grid_rows(s->grid), -1,
			  (struct import_remark){ .severity = SEVERITY_ERROR,
						  .rule = "",
						  .message = text_get(&message) });
	text_done(&message);
}

/* Changes when anybody else has changed the register. */
static bool read_version(const struct import_sheet *s, long long *version, struct err *e)
{
	return query_int(s->app->db, &(struct query){ .sql = "PRAGMA data_version" },
			 version, e);
}

bool import_sheet_try(struct import_sheet *s, struct err *e)
{
	struct app *scratch;
	bool ok;

	assert(!s->tried);
	if (!read_version(s, &s->version, e) || !tell_read_before(s, e))
		return false;
	scratch = app_scratch(s->app, e);
	if (!scratch)
		return false;
	ok = import_run_rows(s, scratch, true, e);
	app_close(scratch);
	tell_stored(s);
	import_remarks_sort(s);
	s->tried = ok;
	return ok;
}

static bool store_all(struct import_sheet *s, struct err *e)
{
	struct text note = { 0 };
	long long version;
	bool ok;

	if (!read_version(s, &version, e))
		return false;
	if (version != s->version)
		return err_set(e, _("%s: registret har ändrats sedan filen prövades; "
				    "försök igen"), s->path);
	add_note(s, &note);
	ok = import_run_rows(s, s->app, false, e) &&
	     audit_note(s->app, "import", import_sheet_form(s)->name, text_get(&note), e);
	text_done(&note);
	return ok;
}

bool import_sheet_store(struct import_sheet *s, struct err *e)
{
	bool ok;

	if (!s->tried || s->errors)
		return err_set(e, _("%s: listan har fel"), s->path);
	if (!db_begin(s->app->db, e))
		return false;
	ok = store_all(s, e);
	if (ok)
		ok = db_commit(s->app->db, e);
	else
		db_rollback(s->app->db);
	app_forget_choices(s->app);
	return ok;
}
