/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule engine; see rules.h. The record is a one-row STRICT temp table, so that
 * comparisons know the columns' types: bound parameters have none, and '9' > 10 then.
 */
#include "store/rules.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/connect.h"
#include "store/db_private.h"
#include "store/rules_functions.h"
#include "store/rules_guard.h"
#include "store/stmt.h"

enum {
	MAX_BYTES = 1 << 20,    /* of any text an expression makes */
	TICK = 100000,          /* steps of SQLite's machine */
	MAX_TICKS = 200,        /* about half a second: more is a mistake */
};

struct rule {
	char *expression;
	enum rules_scope scope;
	sqlite3_stmt *stmt;
};

struct rules {
	struct db *db;               /* a connection of our own */
	struct rules_guard guard;
	int ticks;                   /* used by the expression in hand */
	enum column_type *types;     /* of the record's columns */
	size_t column_count;
	struct stmt *set;
	struct rule *rules;
	size_t count, capacity;
};

static const struct {
	enum column_type type;
	const char *name;
} types[] = {
	[RULES_TEXT] = {COLUMN_TEXT, "TEXT"},
	[RULES_INTEGER] = {COLUMN_INTEGER, "INTEGER"},
	[RULES_REAL] = {COLUMN_REAL, "REAL"},
};

static bool is_name(const char *name)
{
	static const char letters[] = "0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz";

	return *name && !strchr("0123456789", *name) && !name[strspn(name, letters)];
}

static bool make_record(struct rules *r, const struct rules_column *columns, size_t count,
			struct err *e)
{
	struct text sql = {0};
	bool made;

	for (size_t i = 0; i < count; i++) {
		assert(is_name(columns[i].name));
		text_addf(&sql, "%s\"%s\" %s", i ? ", " : "CREATE TEMP TABLE record (",
			  columns[i].name, types[columns[i].type].name);
	}
	text_add(&sql, ") STRICT; INSERT INTO temp.record DEFAULT VALUES;");
	made = db_script(r->db, text_get(&sql), e);
	text_done(&sql);
	return made;
}

static bool prepare_set(struct rules *r, const struct rules_column *columns, size_t count,
			struct err *e)
{
	struct text sql = {0};
	bool prepared;

	r->types = mem_alloc(count * sizeof(*r->types));
	r->column_count = count;
	for (size_t i = 0; i < count; i++) {
		r->types[i] = types[columns[i].type].type;
		text_addf(&sql, "%s\"%s\" = ?%zu", i ? ", " : "UPDATE temp.record SET ",
			  columns[i].name, i + 1);
	}
	prepared = stmt_open(r->db, text_get(&sql), &r->set, e);
	text_done(&sql);
	return prepared;
}

static int tick(void *rules)
{
	struct rules *r = rules;

	return ++r->ticks > MAX_TICKS;
}

static void close_in(struct rules *r, const struct db *db)
{
	r->guard.db = db;
	r->guard.open = true;
	sqlite3_limit(r->db->handle, SQLITE_LIMIT_LENGTH, MAX_BYTES);
	sqlite3_progress_handler(r->db->handle, TICK, tick, r);
	sqlite3_set_authorizer(r->db->handle, rules_guard_authorize, &r->guard);
}

struct rules *rules_new(const struct db *db, const struct rules_column *columns,
			size_t count, struct err *e)
{
	struct rules *r = mem_alloc(sizeof(*r));

	assert(count);
	if (connect_open(db->name, DB_READ, &r->db, e)
	    && rules_functions_register(r->db, e) && make_record(r, columns, count, e)
	    && prepare_set(r, columns, count, e)) {
		close_in(r, db);
		return r;
	}
	rules_free(r);
	return NULL;
}

void rules_free(struct rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->count; i++) {
		sqlite3_finalize(r->rules[i].stmt);
		free(r->rules[i].expression);
	}
	stmt_close(r->set);
	db_close(r->db);
	free(r->rules);
	free(r->types);
	free(r);
}

bool rules_set(struct rules *r, const char *const *values, struct err *e)
{
	r->guard.open = true;
	r->ticks = 0;
	for (size_t i = 0; i < r->column_count; i++)
		stmt_bind_typed(r->set, (int)i + 1, r->types[i], values[i]);
	return stmt_run(r->set, e);
}

bool rules_hold(struct rules *r, struct err *e)
{
	r->guard.open = true;
	return db_script(r->db, "BEGIN", e);
}

void rules_release(struct rules *r)
{
	r->guard.open = true;
	/* What was set in the meantime stays set. */
	if (!db_script(r->db, "COMMIT", NULL))
		db_rollback(r->db);
}

static void start(struct rules *r, enum rules_scope scope)
{
	r->ticks = 0;
	rules_guard_start(&r->guard, scope);
}

/* Why an expression failed: what our guard refused, else what SQLite says. */
static bool refuse(struct rules *r, const char *expression, struct err *e)
{
	const char *reason = sqlite3_errmsg(r->db->handle);

	if (r->guard.refusal.text[0])
		reason = r->guard.refusal.text;
	else if (sqlite3_errcode(r->db->handle) == SQLITE_INTERRUPT)
		reason = _("tar för lång tid");
	return err_set(e, "%s: %s", expression, reason);
}

bool rules_add(struct rules *r, const char *expression, enum rules_scope scope,
	       size_t *index, struct err *e)
{
	struct text sql = {0};
	struct rule rule = {.scope = scope};
	int code;

	if (!rules_guard_check(expression, e))
		return false;
	text_addf(&sql, "SELECT (%s) FROM temp.record", expression);
	start(r, scope);
	code = sqlite3_prepare_v3(r->db->handle, text_get(&sql), -1,
				  SQLITE_PREPARE_PERSISTENT, &rule.stmt, NULL);
	text_done(&sql);
	if (code != SQLITE_OK)
		return refuse(r, expression, e);
	rule.expression = mem_text(expression);
	r->rules = mem_grow(r->rules, &r->capacity, r->count + 1, sizeof(*r->rules));
	*index = r->count;
	r->rules[r->count++] = rule;
	return true;
}

/* Runs the rule to its one row, or says why not. The caller resets the statement. */
static bool evaluate(struct rules *r, const struct rule *rule, struct err *e)
{
	start(r, rule->scope);
	return sqlite3_step(rule->stmt) == SQLITE_ROW || refuse(r, rule->expression, e);
}

static enum rules_result read_result(const struct rule *rule, struct err *e)
{
	sqlite3_int64 number = sqlite3_column_int64(rule->stmt, 0);
	int type = sqlite3_column_type(rule->stmt, 0);

	if (type == SQLITE_NULL)
		return RULES_UNKNOWN;
	if (type == SQLITE_INTEGER && (number == 0 || number == 1))
		return number ? RULES_TRUE : RULES_FALSE;
	err_set(e, _("%s: ger %s i stället för sant eller falskt"), rule->expression,
		(const char *)sqlite3_column_text(rule->stmt, 0));
	return RULES_FAILED;
}

enum rules_result rules_test(struct rules *r, size_t index, struct err *e)
{
	enum rules_result result = RULES_FAILED;

	assert(index < r->count);
	if (evaluate(r, &r->rules[index], e))
		result = read_result(&r->rules[index], e);
	sqlite3_reset(r->rules[index].stmt);
	return result;
}

bool rules_value(struct rules *r, size_t index, struct text *out, struct err *e)
{
	sqlite3_stmt *s;
	bool good;

	assert(index < r->count);
	s = r->rules[index].stmt;
	good = evaluate(r, &r->rules[index], e);
	if (good && sqlite3_column_type(s, 0) != SQLITE_NULL)
		text_add(out, (const char *)sqlite3_column_text(s, 0));
	sqlite3_reset(s);
	return good;
}
