/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A year's figures kept as they are, with a stamp, in revisions: what was delivered or
 * decided stays, and a later difference can be shown. Corrections are still possible; the
 * next revision has them. In a frozen figure is no person, so it outlives disposal.
 */
#ifndef SAMREG_APP_FREEZE_H
#define SAMREG_APP_FREEZE_H

#include <stdbool.h>

#include "base/clock.h"

struct app;
struct err;
struct figures;
struct grid;

/* The latest revision of a year. */
struct freeze {
	int year;
	long long revision;        /* 0: the year is not frozen */
	char at[CLOCK_SIZE];
	char *by, *version;        /* who, and with which version of the program */
};

/* Reads the stamp. The caller calls freeze_done(), unless it fails. */
bool freeze_read(struct app *a, int year, struct freeze *out, struct err *e)
	__attribute__((warn_unused_result));
void freeze_done(struct freeze *f);

/*
 * Keeps the year's figures of all tables as the next revision, in one transaction, or in
 * the caller's when one is open. When they are as in the latest one nothing is done, and
 * `*kept` is false. `out` is the revision that holds now; the caller calls freeze_done(),
 * unless it fails.
 */
bool freeze_year(struct app *a, int year, struct freeze *out, bool *kept, struct err *e)
	__attribute__((warn_unused_result));

/*
 * What is not as it was frozen, among the tables of these figures of the year: a grid as
 * difference_list() makes. NULL on failure. The caller frees it.
 */
struct grid *freeze_compare(struct app *a, const struct freeze *f,
			    const struct figures *now, struct err *e);

#endif
