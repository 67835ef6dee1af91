/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is noted on a field of a record; see marks.h. */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/audit.h"
#include "app/inside.h"
#include "app/queries.h"
#include "base/clock.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/package_cell.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/stmt.h"

/* ---- where a question belongs ---- */

/* The closure is a form of its own on the participation's record. */
static const char *const of_closure[] = { "end", "closure_reason", "next_step" };

bool marks_place(const char *file, const char *column, const char **form,
		 const char **field)
{
	bool intervention = !strcmp(file, "interventions");
	const struct package_file *f;

	if (!intervention && strcmp(file, "participations"))
		return false;
	/* The first field stands for the whole record. */
	*form = intervention ? "intervention" : "participation";
	*field = intervention ? "name" : "intervention";
	if (!column[0])
		return true;
	f = package_file(package_find_file(file));
	for (size_t i = 0; i < f->count; i++) {
		if (strcmp(f->columns[i].name, column))
			continue;
		if (i)
			*field = f->columns[i].name;
		for (size_t k = 0; !intervention && k < 3; k++)
			if (!strcmp(of_closure[k], column))
				*form = "closure";
		return true;
	}
	return false;
}

/* ---- reading ---- */

static const char *keep(struct marks *m, struct stmt *s, int column)
{
	return arena_text(&m->texts, stmt_text(s, column), stmt_length(s, column));
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

const struct mark *marks_find_question(const struct marks *m, const char *field)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->items[i].asked && !m->items[i].answer[0] &&
		    !strcmp(m->items[i].field, field))
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
