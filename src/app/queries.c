/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that a national register asks; see queries.h. */
#include "app/queries.h"

#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/audit.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package_cell.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

const char *queries_column_name(enum queries_column column)
{
	static const char *const names[QUERIES_COLUMNS] = {
		"query", "federation", "year", "file", "record", "field", "question",
		"asked",
	};

	return names[column];
}

bool queries_check_text(const char *text, struct err *e)
{
	size_t characters = 0;

	if (!text[strspn(text, " ")])
		return err_set(e, _("texten saknas"));
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		if (*at < 0x20 || *at == 0x7F)
			return err_set(e, _("texten ska stå på en rad, utan styrtecken"));
		characters += (*at & 0xC0) != 0x80;
	}
	return characters <= QUERIES_MAX_TEXT ||
	       err_set(e, _("texten är längre än %d tecken"), QUERIES_MAX_TEXT);
}

/* ---- asking ---- */

static bool has_column(const char *file, const char *field)
{
	const struct package_file *f = package_file(package_find_file(file));

	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->columns[i].name, field))
			return true;
	return false;
}

static bool add(struct app *a, const struct grid *found, const struct cell asked[4],
		struct err *e)
{
	char now[CLOCK_SIZE];
	const struct cell cells[] = {
		asked[0],
		asked[1],
		asked[2],
		asked[3],
		{ "federation", grid_named(found, 0, "federation") },
		{ "year", grid_named(found, 0, "year") },
		{ "file", grid_named(found, 0, "file") },
		{ "asked_at", now },
		{ "asked_by", app_user(a) },
	};

	clock_now(now);
	if (!db_begin(a->db, e))
		return false;
	if (rows_insert(a->db, "query", CELLS(cells), e) &&
	    audit_note(a, "ask", "query", asked[1].value, e))
		return db_commit(a->db, e);
	db_rollback(a->db);
	return false;
}

bool queries_ask(struct app *a, const char *record, const char *field, const char *text,
		 char id[ULID_SIZE], struct err *e)
{
	struct cell asked[] = {
		{ "id", id },
		{ "record", record },
		{ "field", field },
		{ "question", text },
	};
	struct grid *found;
	bool ok = false;

	if (!app_is_national(a))
		return err_set(e, _("%s: frågor ställs i ett nationellt register"),
			       app_path(a));
	if (!queries_check_text(text, e))
		return false;
	found = ask_grid(a, SQL_QUERY_RECORD, &record, 1, e);
	if (!found)
		return false;
	if (!grid_rows(found))
		err_set(e, _("%s: ingen mottagen leverans har posten"), record);
	else if (field[0] && !has_column(grid_named(found, 0, "file"), field))
		err_set(e, _("%s: %s.csv har inget sådant fält"), field,
			grid_named(found, 0, "file"));
	else
		ok = true;
	if (ok) {
		ulid_new(id);
		ok = add(a, found, asked, e);
	}
	grid_free(found);
	return ok;
}

/* ---- what was asked ---- */

struct grid *queries_list(struct app *a, struct err *e)
{
	return ask_grid(a, SQL_QUERY_LIST, NULL, 0, e);
}

struct grid *queries_federations(struct app *a, struct err *e)
{
	return ask_grid(a, SQL_QUERY_FEDERATIONS, NULL, 0, e);
}

bool queries_write(struct app *a, const char *federation, const char *folder,
		   size_t *count, struct err *e)
{
	struct grid *g = ask_grid(a, SQL_QUERY_OPEN, &federation, 1, e);
	struct text path = { 0 }, csv = { 0 };
	bool ok = g != NULL;

	*count = g ? grid_rows(g) : 0;
	if (*count) {
		text_addf(&path, "%s/%s.queries.csv", folder, federation);
		csvfile_write(&csv, g, "\r\n");
		ok = path_make_folder(folder, e) &&
		     path_write(text_get(&path), text_get(&csv), csv.length, e);
	}
	text_done(&path);
	text_done(&csv);
	grid_free(g);
	return ok;
}

/* ---- answers ---- */

bool queries_check_answer(const struct app *a, const struct queries_answer *answer,
			  struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_QUERY_FIND);
	enum stmt_state state;
	bool same;

	stmt_bind_text(s, 1, answer->query);
	stmt_bind_text(s, 2, answer->federation);
	state = stmt_step(s, e);
	same = state == STMT_ROW && !strcmp(stmt_text(s, 0), answer->file) &&
	       !strcmp(stmt_text(s, 1), answer->record) &&
	       !strcmp(stmt_text(s, 2), answer->field);
	stmt_reset(s);
	if (state == STMT_DONE)
		return err_set(e, _("förbundet har inte fått den frågan"));
	if (state == STMT_ROW && !same)
		return err_set(e, _("frågan gäller en annan post eller ett annat fält"));
	return same && queries_check_text(answer->answer, e);
}

bool queries_note_answer(struct app *a, const struct queries_answer *answer,
			 const char *created, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_QUERY_ANSWER);

	stmt_bind_text(s, 1, answer->query);
	stmt_bind_text(s, 2, answer->federation);
	stmt_bind_text(s, 3, answer->answer);
	stmt_bind_text(s, 4, created);
	return stmt_run(s, e);
}
