/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts and their journal; see drafts.h. */
#include "app/drafts.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/inside.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/sql.h"
#include "store/stmt.h"

enum { SESSION_SIZE = 300 };

struct journal_row {
	long step;
	size_t field, row;
	char *old, *new;
};

void journal_add(struct journal *j, long step, size_t field, size_t row, const char *old,
		 const char *new)
{
	j->rows = mem_grow(j->rows, &j->capacity, j->count + 1, sizeof(*j->rows));
	j->rows[j->count++] =
		(struct journal_row){ step, field, row, mem_text(old), mem_text(new) };
}

static void journal_clear(struct journal *j)
{
	for (size_t i = 0; i < j->count; i++) {
		free(j->rows[i].old);
		free(j->rows[i].new);
	}
	j->count = 0;
}

void journal_done(struct journal *j)
{
	journal_clear(j);
	free(j->rows);
	*j = (struct journal){ 0 };
}

/* ---- who has a draft on the screen ---- */

static void session_name(char out[SESSION_SIZE])
{
	char host[200] = "";

	gethostname(host, sizeof(host) - 1);
	snprintf(out, SESSION_SIZE, "%s:%ld", host, (long)getpid());
}

/* A process of this machine that is no more; other machines' cannot be asked. */
static bool is_dead(const char *session)
{
	char own[SESSION_SIZE];
	const char *colon = strrchr(session, ':');
	size_t host;
	long process;

	session_name(own);
	if (!colon)
		return true;
	host = (size_t)(colon - session) + 1;
	if (strncmp(own, session, host))
		return false;
	process = strtol(colon + 1, NULL, 10);
	return process <= 0 || (kill((pid_t)process, 0) && errno == ESRCH);
}

/* ---- writing ---- */

static bool add_draft(struct app *a, const struct record *r, long long *draft,
		      struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_ADD);
	char session[SESSION_SIZE], now[CLOCK_SIZE];

	session_name(session);
	clock_now(now);
	stmt_bind_text(s, 1, record_form(r)->name);
	stmt_bind_value(s, 2, record_id(r));
	stmt_bind_text(s, 3, session);
	stmt_bind_text(s, 4, now);
	stmt_bind_text(s, 5, a->user);
	if (!stmt_run(s, e))
		return false;
	*draft = db_last_id(a->db);
	return true;
}

static bool add_row(struct app *a, const struct form *form, long long draft,
		    const struct journal_row *row, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_JOURNAL_ADD);

	stmt_bind_int(s, 1, draft);
	stmt_bind_int(s, 2, row->step);
	stmt_bind_text(s, 3, form->fields[row->field].name);
	stmt_bind_int(s, 4, (long long)row->row);
	stmt_bind_text(s, 5, row->old);
	stmt_bind_text(s, 6, row->new);
	return stmt_run(s, e);
}

/* Only what is keyed makes a draft a later one, not that somebody looks at it. */
static bool stamp(struct app *a, long long draft, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_CHANGED);
	char now[CLOCK_SIZE];

	clock_now(now);
	stmt_bind_int(s, 1, draft);
	stmt_bind_text(s, 2, now);
	return stmt_run(s, e);
}

bool drafts_write(struct app *a, const struct record *r, struct journal *j,
		  long long *draft, struct err *e)
{
	long long id = *draft;
	bool ok;

	if (!j->count)
		return true;
	if (!db_begin(a->db, e))
		return false;
	ok = id ? stamp(a, id, e) : add_draft(a, r, &id, e);
	for (size_t i = 0; ok && i < j->count; i++)
		ok = add_row(a, record_form(r), id, &j->rows[i], e);
	if (!ok) {
		db_rollback(a->db);
		return false;
	}
	if (!db_commit(a->db, e))
		return false;
	*draft = id;
	journal_clear(j);
	return true;
}

/* ---- reading ---- */

long long drafts_find(struct app *a, const char *form, const char *id)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_FIND);
	long long draft = 0;

	stmt_bind_text(s, 1, form);
	stmt_bind_text(s, 2, id);
	if (stmt_step(s, NULL) == STMT_ROW)
		draft = stmt_int(s, 0);
	stmt_reset(s);
	return draft;
}

bool drafts_read(struct app *a, long long draft, char **form, char **record,
		 struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_READ);
	bool found;

	stmt_bind_int(s, 1, draft);
	found = stmt_step(s, e) == STMT_ROW;
	if (found) {
		*form = mem_text(stmt_text(s, 0));
		*record = mem_text(stmt_text(s, 1));
	}
	stmt_reset(s);
	return found || err_set(e, _("utkastet finns inte längre"));
}

/* A field that the form has no more is passed over: the form has been changed since. */
static void replay_row(struct stmt *s, struct record *r)
{
	long step = (long)stmt_int(s, 0);
	int field = form_find_field(record_form(r), stmt_text(s, 1));
	size_t row = (size_t)stmt_int(s, 2);

	if (field < 0 || row >= RECORD_MAX_ROWS)
		return;
	if (step == 0)
		record_fill(r, (size_t)field, row, stmt_text(s, 4));
	else
		record_replay(r, step, (size_t)field, row, stmt_text(s, 3),
			      stmt_text(s, 4));
}

bool drafts_replay(struct app *a, long long draft, struct record *r, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_JOURNAL_READ);
	enum stmt_state state;

	stmt_bind_int(s, 1, draft);
	while ((state = stmt_step(s, e)) == STMT_ROW)
		replay_row(s, r);
	return state == STMT_DONE;
}

bool drafts_mark(struct app *a, long long draft, long long *mark, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_JOURNAL_LAST);
	bool found;

	stmt_bind_int(s, 1, draft);
	found = stmt_step(s, e) == STMT_ROW;
	if (found)
		*mark = stmt_int(s, 0);
	stmt_reset(s);
	return found;
}

bool drafts_cut(struct app *a, long long draft, long long mark, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_JOURNAL_CUT);

	stmt_bind_int(s, 1, draft);
	stmt_bind_int(s, 2, mark);
	return stmt_run(s, e);
}

bool drafts_open(struct app *a, long long draft, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_OPEN);
	char session[SESSION_SIZE];

	session_name(session);
	stmt_bind_int(s, 1, draft);
	stmt_bind_text(s, 2, session);
	return stmt_run(s, e);
}

bool drafts_keep(struct app *a, long long draft, const char *title, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_KEEP);

	stmt_bind_int(s, 1, draft);
	stmt_bind_text(s, 2, title);
	return stmt_run(s, e);
}

bool drafts_retitle(struct app *a, long long draft, const char *title, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_TITLE);

	stmt_bind_int(s, 1, draft);
	stmt_bind_text(s, 2, title);
	return stmt_run(s, e);
}

bool drafts_delete(struct app *a, long long draft, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_DELETE);

	stmt_bind_int(s, 1, draft);
	return stmt_run(s, e);
}

/* ---- the list ---- */

struct draft_list {
	struct draft *items;
	size_t count, capacity;
	struct arena texts;
};

static const char *keep(struct draft_list *l, const char *text)
{
	return arena_text(&l->texts, text, strlen(text));
}

static void add_to_list(struct draft_list *l, struct stmt *s)
{
	struct draft *d;

	l->items = mem_grow(l->items, &l->capacity, l->count + 1, sizeof(*l->items));
	d = &l->items[l->count++];
	d->id = stmt_int(s, 0);
	d->form = keep(l, stmt_text(s, 1));
	d->record = keep(l, stmt_text(s, 2));
	d->title = keep(l, stmt_text(s, 3));
	d->user = keep(l, stmt_text(s, 7));
	d->changed_at = keep(l, stmt_text(s, 8));
	d->state = DRAFT_KEPT;
	if (!strcmp(stmt_text(s, 4), "open"))
		d->state = is_dead(stmt_text(s, 5)) ? DRAFT_CUT : DRAFT_OPEN;
}

struct draft_list *drafts_list(struct app *a, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DRAFT_LIST);
	struct draft_list *l = mem_alloc(sizeof(*l));
	enum stmt_state state;

	while ((state = stmt_step(s, e)) == STMT_ROW)
		add_to_list(l, s);
	if (state == STMT_DONE)
		return l;
	draft_list_free(l);
	return NULL;
}

void draft_list_free(struct draft_list *l)
{
	if (!l)
		return;
	arena_done(&l->texts);
	free(l->items);
	free(l);
}

size_t draft_list_count(const struct draft_list *l)
{
	return l->count;
}

const struct draft *draft_list_at(const struct draft_list *l, size_t i)
{
	return &l->items[i];
}
