/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of the register while it is in use. A live file is never copied as bytes: its
 * latest changes may still lie beside it.
 */
#ifndef SAMREG_STORE_BACKUP_H
#define SAMREG_STORE_BACKUP_H

#include <stdbool.h>

struct db;
struct err;
struct faults;

/*
 * Writes the register as it is committed to the new file `path`, 0600, whole and synced
 * or not at all. Refuses a file that exists. Not within a transaction.
 */
bool backup_write(struct db *db, const char *path, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Reads the whole register at `path`, a backup or the live one, and adds to `f` that it
 * is none of ours or from a newer program, or else what is damaged or refers to nothing.
 * True when all is well.
 */
bool backup_verify(const char *path, struct faults *f)
	__attribute__((warn_unused_result));

/* Opens a register or a copy of one to be looked at, whatever version it is of. NULL on
 * failure; the caller closes it. */
struct db *backup_open(const char *path, struct err *e);

#endif
