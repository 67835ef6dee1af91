/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making a delivery: a year of the register as a folder of CSV files for the national
 * follow-up. Never a name; identity numbers only when they are asked for, sealed for one
 * recipient. What the files hold is told in samreg-delivery(5).
 */
#ifndef SAMREG_APP_EXPORT_H
#define SAMREG_APP_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "app/check.h"
#include "app/delivery_files.h"
#include "model/package.h"

struct app;
struct err;

struct export_order {
	int year;
	enum package_level level;
	const char *out;        /* the folder that the delivery's own is made in */
	/* NULL, or the file with the public key of who is to have the identity numbers;
	 * of a detailed delivery only. */
	const char *identities_for;
};

/* A delivery as it was made, or why it was not. */
struct export {
	char *folder;
	int revision;
	size_t participations;
	size_t without_number;  /* participants, when numbers were asked for */
	struct check check;     /* of the year; its errors stop the delivery */
	struct delivery_files files;
};

/*
 * Checks the year, keeps the delivery in the register, which locks the year, freezes its
 * figures (app/freeze) and writes its files to the new folder deliveries_folder(), 0700
 * and 0600, whole and synced or not at all; `out` is made when it is missing. All of it
 * shows one moment.
 *
 * Refused in a national register, for a year that is locked, when the folder exists, when
 * identity numbers are asked for that there are none of, and when the check finds errors:
 * they are in done->check, and nothing is kept or written.
 * The caller calls export_done(), after a failure too.
 */
bool export_write(struct app *a, const struct export_order *order, struct export *done,
		  struct err *e) __attribute__((warn_unused_result));
void export_done(struct export *done);

/* Whether it may be written: not when its check has errors or its folder exists. */
bool export_may_write(const struct export *done, int year, struct err *e)
	__attribute__((warn_unused_result));

/*
 * The same without keeping and writing anything: the check and the files as they would be
 * (none when there are errors), to be looked at. False only when it could not be made.
 */
bool export_preview(struct app *a, const struct export_order *order, struct export *done,
		    struct err *e) __attribute__((warn_unused_result));

/* False, with the reason in `e`, when the check of the year found errors. */
bool export_refuse_errors(int year, const struct check *c, struct err *e)
	__attribute__((warn_unused_result));

#endif
