/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program itself on a terminal; see screens.h. */
#include "tests/tui/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"
#include "tests/tui/tui.h"

const char *screens_register(void)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/screens/register.db", getenv("HOME"));
	return path;
}

void screens_run(const char *words)
{
	struct text command = { 0 };

	text_addf(&command, "%s --db '%s' %s >/dev/null", getenv("SAMREG"),
		  screens_register(), words);
	if (system(text_get(&command)))
		fail_msg("%s", text_get(&command));
	text_done(&command);
}

void screens_demo(void)
{
	char command[600];

	snprintf(command, sizeof(command), "rm -rf '%s/screens'", getenv("HOME"));
	assert_int_equal(system(command), 0);
	screens_run("demo --year 2025");
}

void screens_sql(const char *sql)
{
	struct err e = { "" };
	struct db *db;

	if (!db_open(screens_register(), DB_WRITE, &db, &e) || !db_script(db, sql, &e))
		fail_msg("%s", e.text);
	db_close(db);
}

struct tui *screens_start(int rows, int cols)
{
	const char *argv[] = { getenv("SAMREG"), "--db", screens_register(), NULL };

	return tui_start(argv, NULL, rows, cols);
}

void screens_leave(struct tui *t)
{
	tui_keys(t, "F10");
	assert_int_equal(tui_wait(t), 0);
	assert_true(tui_restored(t));
	tui_free(t);
}

char *screens_ask(const char *sql)
{
	struct text answer = { 0 };
	struct err e = { "" };
	struct db *db;

	if (!db_open(screens_register(), DB_READ, &db, &e) ||
	    !query_text(db, &(struct query){ .sql = sql }, &answer, &e))
		fail_msg("%s", e.text);
	db_close(db);
	return text_take(&answer);
}

void screens_expect(const char *sql, const char *expected)
{
	char *answer = screens_ask(sql);

	assert_string_equal(answer, expected);
	free(answer);
}
