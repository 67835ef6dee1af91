/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the store share: a register in memory or in a folder that goes, and
 * words for saying what must be so. Include after cmocka.h.
 */
#ifndef SAMREG_TESTS_STORE_WORLD_H
#define SAMREG_TESTS_STORE_WORLD_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "store/db.h"
#include "store/query.h"

static char folder[] = "/tmp/samreg-store-XXXXXX";
static char path[sizeof(folder) + 40];

/* The set-up and tear-down of a group that needs files. */
static inline int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
	char command[sizeof(folder) + 20];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

/* The set-up of a test: gives `path` a new value, in a folder that is not there yet. */
static inline int new_path(void **state)
{
	static int count;

	(void)state;
	snprintf(path, sizeof(path), "%s/%d/register.db", folder, ++count);
	return 0;
}

static inline void must(bool good, const struct err *e)
{
	if (!good)
		fail_msg("%s", e->text);
}

/* The refusal must hold these words. */
static inline void must_say(const struct err *e, const char *part)
{
	if (!strstr(e->text, part))
		fail_msg("\"%s\" does not say \"%s\"", e->text, part);
}

static inline void script(struct db *db, const char *sql)
{
	struct err e;

	must(db_script(db, sql, &e), &e);
}

/* The number that a query gives. */
static inline long long number(struct db *db, const char *sql)
{
	long long value;
	struct err e;

	must(query_int(db, &(struct query){.sql = sql}, &value, &e), &e);
	return value;
}

static inline struct db *memory(void)
{
	struct db *db;
	struct err e;

	must(db_memory(&db, &e), &e);
	return db;
}

#endif
