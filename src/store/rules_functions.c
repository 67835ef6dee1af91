/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule engine's SQL functions; see rules_functions.h. SQLite's date functions are
 * hidden behind ours of the same name, which look at the arguments and then ask the real
 * ones through a connection that has nothing else.
 */
#include "store/rules_functions.h"

#include <stdlib.h>
#include <strings.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/db_private.h"

enum { MAX_ARGUMENTS = 6 };

/* One of SQLite's functions of dates, with its statements by number of arguments. */
struct date_function {
	const char *name;
	int date_at;      /* which argument is the date: not the first of strftime() */
	sqlite3 *real;
	sqlite3_stmt *calls[MAX_ARGUMENTS + 1];
};

static const char *text_of(sqlite3_value *value)
{
	const unsigned char *text = sqlite3_value_text(value);

	return text ? (const char *)text : "";
}

/* selected(list, code) */
static void selected(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *code = text_of(values[1]);

	(void)count;
	sqlite3_result_int(context, *code && text_has_word(text_of(values[0]), code));
}

/* count_selected(list) */
static void count_selected(sqlite3_context *context, int count, sqlite3_value **values)
{
	size_t words = text_count_words(text_of(values[0]));

	(void)count;
	sqlite3_result_int64(context, (sqlite3_int64)words);
}

/* today() */
static void today(sqlite3_context *context, int count, sqlite3_value **values)
{
	char day[DATE_SIZE];

	(void)count;
	(void)values;
	date_format_iso(clock_today(), day);
	sqlite3_result_text(context, day, -1, SQLITE_TRANSIENT);
}

/* 'now', as a BLOB too, and what newer versions of SQLite take to mean it. */
static bool sees_the_clock(sqlite3_value *value)
{
	int type = sqlite3_value_type(value);
	const char *text;

	if (type != SQLITE_TEXT && type != SQLITE_BLOB)
		return false;
	text = text_of(value);
	return !strcasecmp(text, "now") || !strncasecmp(text, "subsec", 6);
}

static sqlite3_stmt *find_call(struct date_function *f, int count)
{
	struct text sql = {0};

	if (!f->calls[count]) {
		text_addf(&sql, "SELECT %s(?1", f->name);
		for (int i = 2; i <= count; i++)
			text_addf(&sql, ", ?%d", i);
		text_add_char(&sql, ')');
		sqlite3_prepare_v2(f->real, text_get(&sql), -1, &f->calls[count], NULL);
		text_done(&sql);
	}
	return f->calls[count];
}

static void call_date(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct date_function *f = sqlite3_user_data(context);
	sqlite3_stmt *call;

	if (count <= f->date_at || count > MAX_ARGUMENTS) {
		sqlite3_result_error(context, _("en datumfunktion behöver ett datum"),
				     -1);
		return;
	}
	if (sees_the_clock(values[f->date_at])) {
		sqlite3_result_error(context, _("datumfunktioner får inte se klockan; "
						"skriv today()"), -1);
		return;
	}
	call = find_call(f, count);
	for (int i = 0; i < count; i++)
		sqlite3_bind_value(call, i + 1, values[i]);
	if (sqlite3_step(call) == SQLITE_ROW)
		sqlite3_result_value(context, sqlite3_column_value(call, 0));
	sqlite3_reset(call);
}

static void date_function_free(void *function)
{
	struct date_function *f = function;

	for (int i = 0; i <= MAX_ARGUMENTS; i++)
		sqlite3_finalize(f->calls[i]);
	sqlite3_close(f->real);
	free(f);
}

static bool register_date(struct db *db, const char *name, int date_at, struct err *e)
{
	struct date_function *f = mem_alloc(sizeof(*f));

	f->name = name;
	f->date_at = date_at;
	if (sqlite3_open_v2(":memory:", &f->real,
			    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)
	    != SQLITE_OK) {
		date_function_free(f);
		return db_fail_code(db, SQLITE_CANTOPEN, e);
	}
	return sqlite3_create_function_v2(db->handle, name, -1, SQLITE_UTF8, f, call_date,
					  NULL, NULL, date_function_free) == SQLITE_OK
		|| db_fail(db, e);
}

static bool register_own(struct db *db, const char *name, int arguments,
			 void (*call)(sqlite3_context *, int, sqlite3_value **),
			 struct err *e)
{
	return sqlite3_create_function_v2(db->handle, name, arguments, SQLITE_UTF8, NULL,
					  call, NULL, NULL, NULL) == SQLITE_OK
		|| db_fail(db, e);
}

bool rules_functions_register(struct db *db, struct err *e)
{
	return register_own(db, "selected", 2, selected, e)
		&& register_own(db, "count_selected", 1, count_selected, e)
		&& register_own(db, "today", 0, today, e)
		&& register_date(db, "date", 0, e)
		&& register_date(db, "julianday", 0, e)
		&& register_date(db, "strftime", 1, e);
}
