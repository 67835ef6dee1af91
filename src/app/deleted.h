/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The record that was deleted last, so that it can be taken back: the whole of it, in all
 * tables, with the same ids. Remembered in memory alone and only while the register is
 * open: what is deleted is nowhere else.
 */
#ifndef SAMREG_APP_DELETED_H
#define SAMREG_APP_DELETED_H

#include <stdbool.h>

struct app;
struct err;

struct deleted;

/* Begins to remember what a deletion takes away. NULL on failure. */
struct deleted *deleted_begin(struct app *a, const char *form, const char *id,
			      struct err *e);

/* The record is deleted: what comes now (the log) is not taken back with it. */
bool deleted_end(struct deleted *d, struct err *e) __attribute__((warn_unused_result));

/* The deletion is on the disk: now `d`, which is taken over, can be taken back. */
void deleted_keep(struct app *a, struct deleted *d);

/* Forgets it. `d` may be NULL. */
void deleted_free(struct deleted *d);

/*
 * Takes the record back, which is noted in the log. Refused when the record deleted
 * last is not one of this form, when the register has changed so that it does not fit
 * in any more, and when it would change a year that is delivered and locked (app/lock).
 * `*id`, NULL on failure, is the record's; the caller frees it.
 */
bool deleted_take_back(struct app *a, const char *form, char **id, struct err *e)
	__attribute__((warn_unused_result));

#endif
