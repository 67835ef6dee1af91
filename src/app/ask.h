/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asking the register fixed questions, as the app's lists and overviews do. Not for the
 * faces.
 */
#ifndef SAMREG_APP_ASK_H
#define SAMREG_APP_ASK_H

#include <stddef.h>

#include "store/sql.h"

struct app;
struct err;
struct grid;

/* The answer to a fixed SELECT with `count` values; NULL and `e` when it fails. The
 * caller frees it. */
struct grid *ask_grid(struct app *a, enum sql_id sql, const char *const *values,
		      size_t count, struct err *e);

/* A year as queries want it: the year itself, its first and its last day. */
struct ask_year {
	char year[16], first[16], last[16];
};

/* The texts of a year between 0 and 9999. */
struct ask_year ask_year(int year);

#endif
