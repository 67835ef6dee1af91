/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Years that are delivered stay as they were delivered. Whoever changes a record asks
 * here before and after: what the deliveries of locked years tell of it must be the same.
 * So a participation that went on through a locked year can be closed in the next, but
 * not get another start. Names may change: a delivery's records are known by their ids.
 *
 * What the law demands is not asked for here: a consent withdrawn, disposal.
 */
#ifndef SAMREG_APP_LOCK_H
#define SAMREG_APP_LOCK_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct form;

/* What locked years told of a record; all zero is valid and empty. */
struct lock {
	struct lock_year *years;
	size_t count, capacity;
};

/* Remembers it before a change; `id` is "" for a new record. The caller calls
 * lock_done(), after a failure too. */
bool lock_remember(struct lock *l, struct app *a, const struct form *form, const char *id,
		   struct err *e) __attribute__((warn_unused_result));

/* After the change, in the same transaction: false, with the year in `e`, when a locked
 * year would tell something else. */
bool lock_agrees(const struct lock *l, struct app *a, const struct form *form,
		 const char *id, struct err *e) __attribute__((warn_unused_result));
void lock_done(struct lock *l);

/*
 * Whether warnings on the stored record can be overruled: the reason goes along with a
 * delivery, so one that is still to be made must tell of the record. False, with the
 * year in `e`, when only locked years do.
 */
bool lock_lets_overrule(struct app *a, const struct form *form, const char *id,
			struct err *e) __attribute__((warn_unused_result));

/* The same of all warnings of a year: false, with `e`, when it is locked. */
bool lock_lets_overrule_year(struct app *a, int year, struct err *e)
	__attribute__((warn_unused_result));

#endif
