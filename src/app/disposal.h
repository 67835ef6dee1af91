/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Disposal (gallring) of personal identity numbers after a rule and a decision: what is
 * left in the tables tells nobody who the persons are; identities.sealed of deliveries
 * made before still does, to its recipient. Needs no key, and no decision to keep any.
 */
#ifndef SAMREG_APP_DISPOSAL_H
#define SAMREG_APP_DISPOSAL_H

#include <stdbool.h>

struct app;
struct err;

/* Whose numbers, and why. With neither person nor date: everybody's. */
struct disposal_order {
	const char *person;             /* running number, digits only; "" */
	const char *ended_before;       /* all their participations, YYYY-MM-DD; "" */
	const char *rule, *decision;
};

/* How much. */
struct disposal {
	long long persons;
	long long numbers, earlier;     /* all, and those of them no longer current */
	long long drafts;               /* changes of numbers in drafts */
};

/* Counts what disposal_carry_out() would take away; nothing is changed. */
bool disposal_count(struct app *a, const struct disposal_order *order,
		    struct disposal *out, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Takes the numbers away in one transaction: those sealed, earlier ones too, and what was
 * keyed of them in drafts, with one note in the log of how many, rule and decision.
 */
bool disposal_carry_out(struct app *a, const struct disposal_order *order,
			struct disposal *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
