/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One prepared statement; see stmt.h. Those a db keeps are made here too. */
#include "store/stmt.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "store/db_private.h"

struct stmt {
	struct db *db;
	sqlite3_stmt *handle;   /* NULL when it could not be prepared */
	int bound;              /* the first binding that failed, else SQLITE_OK */
	char *refusal;          /* why there is no handle */
};

static bool prepare(struct stmt *s, const char *sql, struct err *e)
{
	struct db *db = s->db;
	const char *rest;

	if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->handle,
			       &rest) != SQLITE_OK)
		return db_fail(db, e);
	assert(s->handle && !rest[strspn(rest, " \t\n;")]);
	return true;
}

bool stmt_open(struct db *db, const char *sql, struct stmt **out, struct err *e)
{
	struct stmt *s = mem_alloc(sizeof(*s));

	s->db = db;
	*out = s;
	if (prepare(s, sql, e))
		return true;
	stmt_close(s);
	*out = NULL;
	return false;
}

void stmt_close(struct stmt *s)
{
	if (!s)
		return;
	sqlite3_finalize(s->handle);
	free(s->refusal);
	free(s);
}

/* A statement whose steps say why it cannot be, so that those who ask need not look. */
static struct stmt *open_or_refuse(struct db *db, const char *sql)
{
	struct stmt *s;
	struct err e;

	if (stmt_open(db, sql, &s, &e))
		return s;
	s = mem_alloc(sizeof(*s));
	s->db = db;
	s->refusal = mem_text(e.text);
	return s;
}

static struct stmt *make_ready(struct stmt *s)
{
	stmt_reset(s);
	if (s->handle)
		sqlite3_clear_bindings(s->handle);
	return s;
}

/* One refused is made again: whatever was in its way may be gone. */
static struct stmt *keep(struct db *db, struct stmt **slot, const char *sql)
{
	if (*slot && (*slot)->refusal) {
		stmt_close(*slot);
		*slot = NULL;
	}
	if (!*slot)
		*slot = open_or_refuse(db, sql);
	return make_ready(*slot);
}

struct stmt *db_stmt(struct db *db, enum sql_id id)
{
	assert(id < SQL_COUNT);
	return keep(db, &db->fixed[id], sql_text(id));
}

struct stmt *db_stmt_recent(struct db *db, const char *sql)
{
	struct db_recent *slot;

	for (size_t i = 0; i < DB_RECENT; i++)
		if (db->recent[i].sql && !strcmp(db->recent[i].sql, sql))
			return keep(db, &db->recent[i].stmt, sql);
	slot = &db->recent[db->recent_next++ % DB_RECENT];
	stmt_close(slot->stmt);
	free(slot->sql);
	*slot = (struct db_recent){.sql = mem_text(sql)};
	return keep(db, &slot->stmt, sql);
}

static void note_binding(struct stmt *s, int code)
{
	assert((code & 0xff) != SQLITE_RANGE && (code & 0xff) != SQLITE_MISUSE);
	if (code != SQLITE_OK && s->bound == SQLITE_OK)
		s->bound = code;
}

void stmt_bind_text(struct stmt *s, int at, const char *text)
{
	if (s->handle)
		note_binding(s, sqlite3_bind_text(s->handle, at, text, -1,
						  SQLITE_TRANSIENT));
}

void stmt_bind_value(struct stmt *s, int at, const char *value)
{
	stmt_bind_text(s, at, value && *value ? value : NULL);
}

void stmt_bind_int(struct stmt *s, int at, long long value)
{
	if (s->handle)
		note_binding(s, sqlite3_bind_int64(s->handle, at, value));
}

void stmt_bind_real(struct stmt *s, int at, double value)
{
	if (s->handle)
		note_binding(s, sqlite3_bind_double(s->handle, at, value));
}

void stmt_bind_null(struct stmt *s, int at)
{
	if (s->handle)
		note_binding(s, sqlite3_bind_null(s->handle, at));
}

void stmt_bind_blob(struct stmt *s, int at, const void *bytes, size_t length)
{
	if (s->handle)
		note_binding(s, sqlite3_bind_blob64(s->handle, at, bytes, length,
						    SQLITE_TRANSIENT));
}

static bool is_whole_number(const char *text, long long *value)
{
	char *end;

	errno = 0;
	*value = strtoll(text, &end, 10);
	return !*end && !errno && !text[strspn(text, "-0123456789")];
}

/* Not what strtod() takes beside: hexadecimals, inf, nan, blanks in front. */
static bool is_number(const char *text, double *value)
{
	char *end;

	*value = strtod(text, &end);
	return !*end && !text[strspn(text, "-+.0123456789eE")] && isfinite(*value);
}

bool stmt_bind_typed(struct stmt *s, int at, enum column_type type, const char *value)
{
	long long whole;
	double number;

	if (!value || !*value || type == COLUMN_TEXT) {
		stmt_bind_value(s, at, value);
	} else if (type == COLUMN_INTEGER && is_whole_number(value, &whole)) {
		stmt_bind_int(s, at, whole);
	} else if (type == COLUMN_REAL && is_number(value, &number)) {
		stmt_bind_real(s, at, number);
	} else {
		stmt_bind_null(s, at);
		return false;
	}
	return true;
}

static enum stmt_state refuse(struct stmt *s, struct err *e)
{
	if (s->refusal)
		err_set(e, "%s", s->refusal);
	else if (s->bound != SQLITE_OK)
		db_fail_code(s->db, s->bound, e);
	else
		db_fail(s->db, e);
	stmt_reset(s);
	return STMT_FAILED;
}

enum stmt_state stmt_step(struct stmt *s, struct err *e)
{
	int code;

	if (!s->handle || s->bound != SQLITE_OK)
		return refuse(s, e);
	code = sqlite3_step(s->handle);
	if (code == SQLITE_ROW)
		return STMT_ROW;
	if (code != SQLITE_DONE)
		return refuse(s, e);
	sqlite3_reset(s->handle);
	return STMT_DONE;
}

bool stmt_run(struct stmt *s, struct err *e)
{
	enum stmt_state state;

	do
		state = stmt_step(s, e);
	while (state == STMT_ROW);
	return state == STMT_DONE;
}

void stmt_reset(struct stmt *s)
{
	if (s->handle)
		sqlite3_reset(s->handle);
	s->bound = SQLITE_OK;
}

int stmt_columns(const struct stmt *s)
{
	return s->handle ? sqlite3_column_count(s->handle) : 0;
}

const char *stmt_column_name(const struct stmt *s, int column)
{
	const char *name = sqlite3_column_name(s->handle, column);

	return name ? name : "";
}

const char *stmt_text(struct stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s->handle, column);

	return text ? (const char *)text : "";
}

size_t stmt_length(struct stmt *s, int column)
{
	return (size_t)sqlite3_column_bytes(s->handle, column);
}

long long stmt_int(struct stmt *s, int column)
{
	return sqlite3_column_int64(s->handle, column);
}

bool stmt_is_null(struct stmt *s, int column)
{
	return sqlite3_column_type(s->handle, column) == SQLITE_NULL;
}

const void *stmt_blob(struct stmt *s, int column)
{
	const void *bytes = sqlite3_column_blob(s->handle, column);

	return bytes ? bytes : "";
}
