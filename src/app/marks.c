/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is noted on a field of a record; see marks.h. */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/audit.h"
#include "app/inside.h"
#include "app/marks_place.h"
#include "app/queries.h"
#include "base/clock.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/stmt.h"

/* ---- reading ---- */

static const char *keep(struct marks *m, struct stmt *s, int column)
{
	return arena_text(&m->texts, stmt_text(s, column), stmt_length(s, column));
}

/* The last part of the name of the row that is asked about. */
static const char *keep_row(struct marks *m, struct stmt *s)
{
	const char *name = stmt_text(s, 7), *slash = strrchr(name, '/');

	name = slash ? slash + 1 : "";
	return arena_text(&m->texts, name, strlen(name));
}

bool marks_load(struct marks *m, struct app *a, const char *form, const char *record,
		struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_MARK_OF_RECORD);
	enum stmt_state state;

	*m = (struct marks){ 0 };
	stmt_bind_text(s, 1, record);
	stmt_bind_text(s, 2, form);
	while ((state = stmt_step(s, e)) == STMT_ROW) {
		m->items = mem_grow(m->items, &m->capacity, m->count + 1,
				    sizeof(*m->items));
		m->items[m->count++] = (struct mark){
			.id = keep(m, s, 0),
			.asked = !strcmp(stmt_text(s, 1), "mark"),
			.field = keep(m, s, 2),
			.text = keep(m, s, 3),
			.asked_at = keep(m, s, 4),
			.answer = keep(m, s, 5),
			.row_field = marks_row_field(stmt_text(s, 6), form),
			.row = keep_row(m, s),
		};
	}
	return state == STMT_DONE;
}

void marks_done(struct marks *m)
{
	arena_done(&m->texts);
	free(m->items);
	*m = (struct marks){ 0 };
}

/* The row the mark is about; the first one when it is not there any more, so that what is
 * asked can still be answered. */
static size_t row_of(const struct mark *mark, const struct record *r, size_t teller)
{
	size_t row = 0;

	while (row < RECORD_MAX_ROWS && strcmp(record_get(r, teller, row), mark->row))
		row++;
	return row < RECORD_MAX_ROWS ? row : 0;
}

bool marks_is_on(const struct mark *mark, const struct record *r, size_t field,
		 size_t row)
{
	const struct form *form = record_form(r);
	int teller;

	if (strcmp(mark->field, form->fields[field].name))
		return false;
	teller = mark->row_field[0] ? form_find_field(form, mark->row_field) : -1;
	return teller < 0 || row_of(mark, r, (size_t)teller) == row;
}

const struct mark *marks_find_question(const struct marks *m, const struct record *r,
				       size_t field, size_t row)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->items[i].asked && !m->items[i].answer[0] &&
		    marks_is_on(&m->items[i], r, field, row))
			return &m->items[i];
	return NULL;
}

const char *marks_note(const struct marks *m, const char *field)
{
	for (size_t i = 0; i < m->count; i++)
		if (!m->items[i].asked && !strcmp(m->items[i].field, field))
			return m->items[i].text;
	return "";
}

struct grid *marks_history(struct app *a, const char *form, const char *record,
			   const char *field, struct err *e)
{
	const char *values[] = { record, form, field };

	return ask_grid(a, SQL_MARK_HISTORY, values, 3, e);
}

struct grid *marks_waiting(struct app *a, struct err *e)
{
	return ask_grid(a, SQL_MARK_WAITING, NULL, 0, e);
}

/* ---- storing ---- */

static bool store_note(struct app *a, const struct marks_change *c, const char *now,
		       struct err *e)
{
	const struct cell where[] = {
		{ "kind", "note" },
		{ "form", c->form },
		{ "record", c->record },
		{ "field", c->field },
	};
	char *id = app_new_id(a);
	const struct cell cells[] = {
		{ "id", id },           where[0],
		where[1],               where[2],
		where[3],               { "text", c->note },
		{ "registered_at", now }, { "registered_by", app_user(a) },
		{ "changed_at", now },  { "changed_by", app_user(a) },
	};
	bool ok = rows_delete(a->db, "remark", CELLS(where), e) &&
		  (!c->note[0] || rows_insert(a->db, "remark", CELLS(cells), e)) &&
		  audit_note(a, "note", c->form, c->record, e);

	free(id);
	return ok;
}

static bool store_answer(struct app *a, const struct marks_change *c, size_t i,
			 const char *now, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_MARK_ANSWER);
	bool given = c->answers[i][0];

	stmt_bind_text(s, 1, c->ids[i]);
	stmt_bind_text(s, 2, given ? c->answers[i] : NULL);
	stmt_bind_text(s, 3, given ? now : NULL);
	stmt_bind_text(s, 4, given ? app_user(a) : NULL);
	return stmt_run(s, e) && audit_note(a, "answer", c->form, c->record, e);
}

static const char *answer_of(const struct marks *m, const char *id)
{
	for (size_t i = 0; i < m->count; i++)
		if (!strcmp(m->items[i].id, id))
			return m->items[i].answer;
	return "";
}

static bool store(struct app *a, const struct marks_change *c, struct err *e)
{
	char now[CLOCK_SIZE];
	struct marks before;
	bool ok = marks_load(&before, a, c->form, c->record, e);

	clock_now(now);
	if (ok && strcmp(marks_note(&before, c->field), c->note))
		ok = (!c->note[0] || queries_check_text(c->note, e)) &&
		     store_note(a, c, now, e);
	for (size_t i = 0; ok && i < c->count; i++) {
		if (!strcmp(answer_of(&before, c->ids[i]), c->answers[i]))
			continue;
		ok = (!c->answers[i][0] || queries_check_text(c->answers[i], e)) &&
		     store_answer(a, c, i, now, e);
	}
	marks_done(&before);
	return ok;
}

bool marks_store(struct app *a, const struct marks_change *change, struct err *e)
{
	if (!db_begin(a->db, e))
		return false;
	if (store(a, change, e))
		return db_commit(a->db, e);
	db_rollback(a->db);
	return false;
}
