/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a db is made of: for this floor (and its tests) alone.
 */
#ifndef SAMREG_STORE_DB_PRIVATE_H
#define SAMREG_STORE_DB_PRIVATE_H

/* What sqlite3.h declares of sessions, for store/changes. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "base/arena.h"
#include "store/db.h"
#include "store/sql.h"
#include "store/tables.h"

struct grid;
struct stmt;

enum {
	/* 'sreg': at the start of every register, so that file(1) and we know it. */
	DB_APPLICATION_ID = 0x73726567,
	/* How long to wait for another writer; a save takes a few milliseconds. */
	DB_BUSY_MS = 4000,
	/* Statements kept for the latest texts given to store/query and store/rows. */
	DB_RECENT = 32,
};

struct db_recent {
	char *sql;
	struct stmt *stmt;
};

struct db {
	sqlite3 *handle;
	char *name;                          /* what SQLite opened: path or memory URI */
	const char *path;                    /* `name`, "" in memory */
	enum db_mode mode;
	struct stmt *fixed[SQL_COUNT];       /* NULL until asked for */
	struct db_recent recent[DB_RECENT];
	size_t recent_next;                  /* the slot that is given up next */
	struct table *tables;
	size_t table_count, table_capacity;
	struct arena table_texts;
};

/*
 * Puts what SQLite says of its latest failure into `e`, in words for the user, with the
 * file's name first. Always returns false.
 */
bool db_fail(const struct db *db, struct err *e);

/* The same of another file than the register: a copy that it was writing. */
bool db_fail_at(const struct db *db, const char *place, struct err *e);

/* The same for a result code that is not the latest. */
bool db_fail_code(const struct db *db, int code, struct err *e);

/* Fills db->tables; false when the database cannot be read. */
bool tables_learn(struct db *db, struct err *e) __attribute__((warn_unused_result));

/* The statement with this text, kept for next time; ready as from db_stmt(). */
struct stmt *db_stmt_recent(struct db *db, const char *sql)
	__attribute__((returns_nonnull));

/* Runs the statement, which is bound, to its end; NULL on failure. */
struct grid *query_collect(struct stmt *s, const char *name, struct err *e);

#endif
