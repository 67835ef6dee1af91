/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A consent that is withdrawn. The data on the person rested on it alone (GDPR, articles
 * 7.3 and 17.1 b), so what is left is little more than an anonymous count would hold: the
 * intervention, the time, sex, birth year and the reason of the closure.
 */
#ifndef SAMREG_APP_WITHDRAWAL_H
#define SAMREG_APP_WITHDRAWAL_H

#include <stdbool.h>

struct app;
struct err;
struct form;
struct record;

/* Whether the stored record is a participation closed since its consent was withdrawn;
 * false for other forms and for one that is not stored (`id` is ""). */
bool withdrawal_holds(struct app *a, const struct form *form, const char *id,
		      bool *holds, struct err *e) __attribute__((warn_unused_result));

/* Whether storing the record (with an id or without) would carry out a withdrawal: it
 * says that the consent is withdrawn, the stored one does not. */
bool withdrawal_is_next(struct app *a, const struct record *r)
	__attribute__((warn_unused_result));

/*
 * Removes the details of the stored participation: background, support, occupation,
 * follow-ups, target groups, remarks, drafts and the reference of the consent's form,
 * and empties the delivered files that tell of it (app/deliveries). The person becomes a
 * new one, which nothing ties to the number known so far; the old one goes with its
 * identity unless it has other participations. Noted in the log as done with the form.
 * Within the caller's transaction.
 */
bool withdrawal_carry_out(struct app *a, const struct form *form, const char *id,
			  struct err *e) __attribute__((warn_unused_result));

/* Takes away what was filled in again afterwards; questions that have come since stay.
 * Within the caller's transaction. */
bool withdrawal_clear(struct app *a, const char *id, struct err *e)
	__attribute__((warn_unused_result));

/* Lets a record that was stored show what is left, where withdrawal_clear() took away
 * what it says; others stay as they are. */
void withdrawal_show_left(struct app *a, struct record *r);

#endif
