/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Overruling a warning that the check of the register found, without keying the record.
 * Goes through the same rules as the form.
 */
#ifndef SAMREG_APP_OVERRULE_H
#define SAMREG_APP_OVERRULE_H

#include <stdbool.h>

struct app;
struct check_finding;
struct err;

/*
 * Stores the reason with the record; it travels with the delivery. Refused, with nothing
 * changed, for an error, when the warning is no longer there, when the record has a draft
 * or errors of its own (what is not complete can't be stored), and when the year it was
 * found in the check of (0: all) is locked.
 */
bool overrule_finding(struct app *a, int year, const struct check_finding *finding,
		      const char *reason, struct err *e)
	__attribute__((warn_unused_result));

#endif
