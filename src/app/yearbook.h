/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A year's report of an open register with all that stands beside the figures, ready for
 * any of its writers.
 */
#ifndef SAMREG_APP_YEARBOOK_H
#define SAMREG_APP_YEARBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "app/report_page.h"
#include "base/clock.h"

struct app;
struct err;
struct report;

/* What is asked for. */
struct yearbook_order {
	int year;
	const struct report *const *reports;   /* of catalog_reports() */
	size_t report_count;                   /* 0: all tables there are */
};

struct yearbook {
	struct report_page page;
	struct figures *figures[2];            /* the year's and the year's before */
	char made[CLOCK_SIZE];
};

/* Counts the register. The page points into the book and into the app, and the caller
 * calls yearbook_done(). */
bool yearbook_make(struct app *a, const struct yearbook_order *order,
		   struct yearbook *book, struct err *e)
	__attribute__((warn_unused_result));
void yearbook_done(struct yearbook *book);

#endif
