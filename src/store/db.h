/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A register: one SQLite file, opened the one safe way, and its transactions. Knows no
 * table by name. Above this floor nobody sees SQLite.
 */
#ifndef SAMREG_STORE_DB_H
#define SAMREG_STORE_DB_H

#include <stdbool.h>

struct db;
struct err;

enum db_mode {
	DB_WRITE,
	DB_READ,
};

/*
 * Makes a new register at `path` (0600, its folder 0700 when it must be made) with the
 * whole schema, and opens it for writing. Refuses a file that exists; an empty one, left
 * by an interrupted creation, counts as none. Nothing is left behind on failure. The
 * caller closes `*out`.
 */
bool db_create(const char *path, struct db **out, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Opens the register at `path` and checks it: on a local disk, ours, undamaged, with
 * exactly our tables. A register from a newer program is refused; one from an older is
 * copied to <path>.v<version>-<date>.backup and brought up to date (DB_READ: refused).
 * The caller closes `*out`, which is NULL on failure.
 */
bool db_open(const char *path, enum db_mode mode, struct db **out, struct err *e)
	__attribute__((warn_unused_result));

/* An empty register in memory, gone when closed. The caller closes `*out`. */
bool db_memory(struct db **out, struct err *e) __attribute__((warn_unused_result));

/* Closes; a transaction that is open is rolled back. `db` may be NULL. */
void db_close(struct db *db);

/* The file's real path, "" in memory; valid until closed. */
const char *db_path(const struct db *db) __attribute__((returns_nonnull));

/* False when the file, or the folder that its journal must lie in, may only be read;
 * true for one that is not there. */
bool db_may_write(const char *path);

/* Whether it was opened for reading only. */
bool db_is_read_only(const struct db *db);

/*
 * Starts a transaction and takes the write lock at once, waiting for others a few
 * seconds. Refused when it was opened for reading only, and when the file is no longer
 * where it was opened. Transactions do not nest, and no statement may be halfway: both
 * are bugs.
 */
bool db_begin(struct db *db, struct err *e) __attribute__((warn_unused_result));

/* Starts a transaction that only reads: all that follows shows one moment, and is read
 * faster. db_rollback() ends it. The same as above are bugs. */
bool db_begin_reading(struct db *db, struct err *e) __attribute__((warn_unused_result));

/* Ends the transaction; true means it is on the disk. A refusal has rolled it back. */
bool db_commit(struct db *db, struct err *e) __attribute__((warn_unused_result));

/* After a commit that removed what nobody may see any more: the journal gives up its copy
 * of it too. While others read the register that waits until they are done. */
void db_purge(struct db *db);

/* Takes back everything since db_begin(), ends what db_begin_reading() began. */
void db_rollback(struct db *db);

bool db_in_transaction(const struct db *db);

/* Runs statements without results, separated by semicolons; stops at the first fault. */
bool db_script(struct db *db, const char *sql, struct err *e)
	__attribute__((warn_unused_result));

/* Rows that the latest INSERT, UPDATE or DELETE changed. */
long long db_changes(const struct db *db);

/* Another number whenever the register has changed, by us or by others; the same one
 * means that nothing has. */
long long db_version(struct db *db);

/* The INTEGER PRIMARY KEY that the latest INSERT got. */
long long db_last_id(const struct db *db);

#endif
