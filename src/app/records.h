/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records between a form and the register's tables: read whole, written whole. Knows no
 * rules: whoever writes has checked.
 */
#ifndef SAMREG_APP_RECORDS_H
#define SAMREG_APP_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct field_state;
struct record;

/* Fills the record with the stored row `id` of its form. False when it is not there. */
bool records_load(struct app *a, struct record *r, const char *id, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Writes the record: a new row when it has no id (which it then gets), else changes the
 * row. Fields that are not relevant are written as not stated, read-only ones not at
 * all. A closure by which a consent is withdrawn removes the person's details
 * (app/withdrawal), and the record is read again. Refused when a year that is delivered
 * and locked would be changed (app/lock).
 * Within a transaction of the caller's, who takes back what was done when it fails.
 */
bool records_store(struct app *a, struct record *r, const struct field_state *states,
		   struct err *e) __attribute__((warn_unused_result));

/*
 * Deletes a stored record of the form with what hangs on it, and notes it in the log;
 * the latest one can be taken back (app/deleted).
 * Refused, with the reason, while other records refer to it, and when it belongs to a
 * year that is delivered and locked.
 */
bool records_delete(struct app *a, const char *form, const char *id, struct err *e)
	__attribute__((warn_unused_result));

#endif
