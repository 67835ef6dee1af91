/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every rule on every stored record: the same rules as while keying, asked again since
 * rules, codes and other records may have changed. Changes nothing.
 */
#ifndef SAMREG_APP_CHECK_H
#define SAMREG_APP_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct grid;

struct check {
	size_t records;              /* looked at */
	size_t errors, warnings;     /* overruled warnings are not among them */
	/* A row a finding: form, id, title, rule, severity (error, warning), field,
	 * message in the language now spoken, reason (why it was overruled). In the
	 * order of the forms and their records. */
	struct grid *findings;
};

/*
 * Checks the records that have to do with the year, or all (year 0). Drafts are not
 * records yet. The caller calls check_done().
 */
bool check_register(struct app *a, int year, struct check *done, struct err *e)
	__attribute__((warn_unused_result));
void check_done(struct check *done);

#endif
