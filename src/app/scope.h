/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of a national register that is named by somebody: the federations of a county,
 * or some federations.
 */
#ifndef SAMREG_APP_SCOPE_H
#define SAMREG_APP_SCOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/report.h"

struct app;
struct err;
struct grid;

struct scope {
	struct report_scope federations;
	char *name;             /* what it is called: the county's or the federation's */
	struct grid *found;
	const char **codes;
};

/*
 * The federations with a municipality in the county (by code or name), whole, or else
 * those with the codes; neither: all, with no name. Refused for one that does not exist,
 * and in a register that is not national. The caller calls scope_done(), always.
 */
bool scope_find(struct app *a, const char *county, const char *const *federations,
		struct scope *out, struct err *e) __attribute__((warn_unused_result));
void scope_done(struct scope *s);

#endif
