/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema's steps run on a database: all of them on a new one, the missing ones on one
 * from an older program. Which tables they make is their own affair.
 */
#ifndef SAMREG_STORE_MIGRATE_H
#define SAMREG_STORE_MIGRATE_H

#include <stdbool.h>

struct db;
struct err;

/* data/schema/NNN.sql in order; the number of steps run is the file's user_version. */
struct schema {
	const char *const *steps;
	int count;
};

/* Runs all steps on an empty database, in one transaction; refuses one that is not. */
bool migrate_create(struct db *db, struct schema schema, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the database is a register, of a version we know. */
bool migrate_identify(struct db *db, struct schema schema, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the database is a register of ours, of this version or an older one, with
 * exactly what the steps of its version make. */
bool migrate_recognize(struct db *db, struct schema schema, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Brings an older register up to date, in one transaction, after a copy to
 * <path>.v<version>-<date>.backup; does nothing with one that is.
 */
bool migrate_update(struct db *db, struct schema schema, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the database has exactly what the steps make: nothing added, changed, lost. */
bool migrate_compare(struct db *db, struct schema schema, struct err *e)
	__attribute__((warn_unused_result));

#endif
