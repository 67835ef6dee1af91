/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that a national register asks; see queries.h. */
#include "app/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/audit.h"
#include "app/export_files.h"
#include "app/inside.h"
#include "app/marks_place.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
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
		"asked", "withdrawn",
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

/* What is asked about, once it is found in a delivery. */
struct target {
	const char *file;
	char *federation;
	int year;               /* the latest with the row; 0: none has it */
};

/* Whether the row's name begins with an id, which tells whose it is. */
static bool has_id(enum package_file_id file)
{
	const char *columns = package_row_columns(file);
	char *first = mem_text_part(columns, strcspn(columns, " "));
	size_t at = package_find_column(file, first);

	free(first);
	return package_file(file)->columns[at].type == PACKAGE_ID;
}

/* "gotland" of "gotland-01…/2024"; the caller frees it. */
static char *federation_of(const char *row)
{
	size_t length = strcspn(row, "/");

	return length > ULID_SIZE ? mem_text_part(row, length - ULID_SIZE) : mem_text("");
}

static bool find_year(struct app *a, struct target *t, const char *row, struct err *e)
{
	const char *values[] = { t->federation };
	enum package_file_id file = package_find_file(t->file);
	struct grid *years = ask_grid(a, SQL_QUERY_YEARS, values, 1, e);
	bool ok = years != NULL;

	for (size_t i = 0; ok && !t->year && i < grid_rows(years); i++) {
		int year = atoi(grid_get(years, i, 0));
		struct grid *rows = export_files_rows(a, file, t->federation, year, e);

		ok = rows != NULL;
		if (ok && package_find_row(file, rows, row) >= 0)
			t->year = year;
		grid_free(rows);
	}
	grid_free(years);
	return ok;
}

/* Without a file, an id is that of an intervention or a participation. */
static bool find_target(struct app *a, const struct queries_question *q,
			struct target *t, struct err *e)
{
	static const char *const with_ids[] = { "interventions", "participations" };
	bool named = q->file[0];

	t->federation = q->federation[0] ? mem_text(q->federation)
					 : federation_of(q->record);
	for (int i = 0; !t->year && i < (named ? 1 : 2); i++) {
		t->file = named ? q->file : with_ids[i];
		if (!find_year(a, t, q->record, e))
			return false;
	}
	return t->year || err_set(e, _("%s: ingen mottagen leverans har posten"),
				  q->record);
}

static bool check_question(const struct queries_question *q, struct err *e)
{
	const struct marks_asked asked = { q->file, q->record, "" };
	struct err why;
	enum marks_fault fault;

	if (!queries_check_text(q->text, e))
		return false;
	fault = q->file[0] ? marks_check(&asked, &why) : MARKS_SOUND;
	if (fault != MARKS_SOUND)
		return err_set(e, "%s: %s", fault == MARKS_FILE ? q->file : q->record,
			       why.text);
	if (q->file[0] && !q->federation[0] && !has_id(package_find_file(q->file)))
		return err_set(e, _("%s: filens rader har inget id, så ange förbundet"),
			       q->file);
	return true;
}

static bool check_column(const struct target *t, const struct queries_question *q,
			 struct err *e)
{
	const struct marks_asked asked = { t->file, q->record, q->field };
	struct err why;

	return marks_check(&asked, &why) == MARKS_SOUND ||
	       err_set(e, "%s: %s", q->field, why.text);
}

static bool add(struct app *a, const struct target *t, const struct queries_question *q,
		const char *id, struct err *e)
{
	char now[CLOCK_SIZE], year[12];
	const struct cell cells[] = {
		{ "id", id },
		{ "federation", t->federation },
		{ "year", year },
		{ "file", t->file },
		{ "record", q->record },
		{ "field", q->field },
		{ "question", q->text },
		{ "asked_at", now },
		{ "asked_by", app_user(a) },
	};

	clock_now(now);
	snprintf(year, sizeof(year), "%d", t->year);
	if (!db_begin(a->db, e))
		return false;
	if (rows_insert(a->db, "query", CELLS(cells), e) &&
	    audit_note(a, "ask", "query", q->record, e))
		return db_commit(a->db, e);
	db_rollback(a->db);
	return false;
}

static bool is_national(const struct app *a, struct err *e)
{
	return app_is_national(a) ||
	       err_set(e, _("%s: frågor ställs i ett nationellt register"), app_path(a));
}

bool queries_ask(struct app *a, const struct queries_question *q, char id[ULID_SIZE],
		 struct err *e)
{
	struct target t = { .file = "" };
	bool ok = is_national(a, e) && check_question(q, e) && find_target(a, q, &t, e) &&
		  check_column(&t, q, e);

	if (ok) {
		ulid_new(id);
		ok = add(a, &t, q, id, e);
	}
	free(t.federation);
	return ok;
}

/* ---- withdrawing ---- */

static bool withdraw(struct app *a, const char *id, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_QUERY_WITHDRAW);
	char now[CLOCK_SIZE];

	clock_now(now);
	stmt_bind_text(s, 1, id);
	stmt_bind_text(s, 2, now);
	if (!db_begin(a->db, e))
		return false;
	if (stmt_run(s, e) && audit_note(a, "withdraw", "query", id, e))
		return db_commit(a->db, e);
	db_rollback(a->db);
	return false;
}

bool queries_withdraw(struct app *a, const char *id, struct err *e)
{
	struct grid *g = is_national(a, e) ? ask_grid(a, SQL_QUERY_STATE, &id, 1, e)
					   : NULL;
	const char *state = g && grid_rows(g) ? grid_get(g, 0, 0) : "";
	bool ok = g != NULL;

	if (ok && !state[0])
		ok = err_set(e, _("%s: det finns ingen sådan fråga"), id);
	else if (ok && !strcmp(state, "answered"))
		ok = err_set(e, _("%s: frågan är redan besvarad"), id);
	else if (ok && !strcmp(state, "withdrawn"))
		ok = err_set(e, _("%s: frågan är redan återtagen"), id);
	ok = ok && withdraw(a, id, e);
	grid_free(g);
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
		   struct queries_written *written, struct err *e)
{
	struct grid *g = ask_grid(a, SQL_QUERY_OPEN, &federation, 1, e);
	struct text path = { 0 }, csv = { 0 };
	bool ok = g != NULL;

	*written = (struct queries_written){ 0 };
	for (size_t i = 0; ok && i < grid_rows(g); i++) {
		bool withdrawn = grid_get(g, i, QUERIES_WITHDRAWN)[0];

		written->open += !withdrawn;
		written->withdrawn += withdrawn;
	}
	if (ok && grid_rows(g)) {
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
