/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The log: who did what to which record and when. Never the values (least data).
 */
#ifndef SAMREG_APP_AUDIT_H
#define SAMREG_APP_AUDIT_H

#include <stdbool.h>

struct app;
struct err;
struct record;

/* Notes an action on a record; within the transaction that does it. */
bool audit_note(struct app *a, const char *action, const char *form, const char *id,
		struct err *e) __attribute__((warn_unused_result));

/* Notes that a record was stored, with the names of the fields that were changed. */
bool audit_store(struct app *a, const struct record *r, bool is_new, struct err *e)
	__attribute__((warn_unused_result));

/* The number of the latest action on a record; 0: none. Tells whether anybody has
 * changed it since, whatever the clock says. */
bool audit_latest(struct app *a, const char *id, long long *latest, struct err *e)
	__attribute__((warn_unused_result));

#endif
