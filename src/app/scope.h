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
	char *key;              /* of scope_find_key(); NULL: all, or found otherwise */
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

/*
 * What there is to choose from in a national register: the counties that have a
 * federation by name, then the federations by name. A grid with the columns key, code
 * and name, or NULL. The caller frees it.
 */
struct grid *scope_list(struct app *a, struct err *e);

/* As scope_find(), by a key of the list; NULL or "": all. */
bool scope_find_key(struct app *a, const char *key, struct scope *out, struct err *e)
	__attribute__((warn_unused_result));

/*
 * The federations of the scope that have not delivered the year, by name: a grid with the
 * columns id and name, or NULL; the caller frees it. `count` is how many federations of
 * the scope there are in the year, those included.
 */
struct grid *scope_missing(struct app *a, const struct report_scope *scope, int year,
			   size_t *count, struct err *e);

/* The code within a key of the list. */
const char *scope_code(const char *key) __attribute__((returns_nonnull));

#endif
