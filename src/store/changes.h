/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was changed in a register, row by row in whatever tables, remembered so that it
 * can be turned back. Nothing of it is written anywhere.
 */
#ifndef SAMREG_STORE_CHANGES_H
#define SAMREG_STORE_CHANGES_H

#include <stdbool.h>

struct db;
struct err;

struct changes;

/* Watches all tables from now on. NULL on failure; the caller frees it before the
 * register is closed. */
struct changes *changes_watch(struct db *db, struct err *e);

/* Ends the watching: what comes later is not among the changes. */
bool changes_end(struct changes *c, struct err *e) __attribute__((warn_unused_result));

enum changes_turn {
	CHANGES_TURNED,
	CHANGES_OUTDATED,
	CHANGES_FAILED, /* `e` says why */
};
/*
 * Turns all of them back, with the same keys, within a transaction of the caller's.
 * CHANGES_OUTDATED when what is there now does not allow that: a row that is there
 * again, a number taken, a row referred to that is gone. Whatever it answers but
 * CHANGES_TURNED, nothing has been changed.
 */
enum changes_turn changes_turn_back(struct changes *c, struct err *e)
	__attribute__((warn_unused_result));

/* Forgets them. `c` may be NULL. */
void changes_free(struct changes *c);

#endif
