/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A delivery's files as a spreadsheet opens them, to be looked at. No delivery: it has no
 * descriptor, is kept nowhere, locks nothing, and nobody can receive it.
 */
#ifndef SAMREG_APP_EXPORT_COPY_H
#define SAMREG_APP_EXPORT_COPY_H

#include <stdbool.h>

struct app;
struct err;
struct export;
struct export_order;

/*
 * Writes the files in the dialect excel (base/csvfile) to the new folder
 * <federation>-<year>[-r<revision>]-excel-copy in order->out: the year as it would be
 * delivered now or, with a revision other than 0, as that revision was. Whole or not at
 * all, 0700 and 0600.
 *
 * Refused when the folder exists, and for a year with errors: they are in done->check.
 * The caller calls export_done(), after a failure too.
 */
bool export_copy_write(struct app *a, const struct export_order *order, int revision,
		       struct export *done, struct err *e)
	__attribute__((warn_unused_result));

#endif
