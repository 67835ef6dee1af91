/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A year's report of an open register with all that stands beside the figures, ready for
 * any of its writers.
 */
#ifndef SAMREG_APP_YEARBOOK_H
#define SAMREG_APP_YEARBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "app/freeze.h"
#include "app/report.h"
#include "app/report_page.h"
#include "base/clock.h"

struct app;
struct err;
struct grid;
struct protection;

/* What is asked for. */
struct yearbook_order {
	int year;
	const struct report *const *reports;   /* of catalog_reports() */
	size_t report_count;                   /* 0: all tables there are */
	struct report_scope scope;             /* must outlive the book */
	const char *owner;                     /* what that is called, or NULL */
};

struct yearbook {
	struct report_page page;
	struct figures *figures[2];            /* the year's and the year's before */
	struct protection *protection;         /* NULL: all is shown */
	struct report_hiding hiding;
	struct freeze freeze;                  /* the year's latest, if it is frozen */
	struct grid *changes;                  /* since then; NULL when it is not */
	struct report_frozen frozen;
	struct report_scope scope;
	struct grid *listing;                  /* NULL: no table lists */
	char made[CLOCK_SIZE];
};

/* Counts the register. The page points into the book and into the app, and the caller
 * calls yearbook_done(). */
bool yearbook_make(struct app *a, const struct yearbook_order *order,
		   struct yearbook *book, struct err *e)
	__attribute__((warn_unused_result));
void yearbook_done(struct yearbook *book);

/* The threshold that is meant when none is given. */
enum { YEARBOOK_THRESHOLD = 5 };

/*
 * Hides what tells of fewer people than the threshold, at least 2, and what would reveal
 * it (model/protect); 0 shows all again. It is decided for all tables of both years, so
 * that reports of some of them, made one after the other, do not tell more than one.
 */
bool yearbook_protect(struct app *a, struct yearbook *book, int threshold, struct err *e)
	__attribute__((warn_unused_result));

#endif
