/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of the received deliveries' cells the rows of a national register do not give:
 * added to its tables. Only for app/report.
 */
#ifndef SAMREG_APP_REPORT_REST_H
#define SAMREG_APP_REPORT_REST_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct figures;
struct report_scope;

/* Adds the rest of the federations in the scope to each of the figures. */
bool report_rest_add(struct app *a, const struct report_scope *scope,
		     struct figures *const *figures, size_t count, struct err *e)
	__attribute__((warn_unused_result));

/* Adds to each federation's figures its own rest. */
bool report_rest_add_each(struct app *a, const struct report_scope *scope,
			  struct figures *const *figures, struct err *e)
	__attribute__((warn_unused_result));

#endif
