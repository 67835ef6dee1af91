/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is told of a frozen year: when, and what is not as it was then. Every form of the
 * report asks here. A page that hides small counts does not tell what they were.
 */
#ifndef SAMREG_APP_REPORT_FROZEN_H
#define SAMREG_APP_REPORT_FROZEN_H

#include <stddef.h>

#include "app/report_page.h"

struct text;

/* That the page's year is frozen, and how many of the page's values have changed since:
 * a sentence or two, added to `out`; nothing when it is not frozen. */
void report_frozen_add_stamp(const struct report_page *p, struct text *out);

/* One value that is not as it was; "" where it is not defined. */
struct report_change {
	const char *row;                        /* its key */
	struct report_column column;
	const char *then, *now;                 /* as in files */
};

/* Change number `i` of the table, from 0 to report_frozen_count() - 1. */
struct report_change report_frozen_at(const struct report_page *p,
				      const struct figure_table *t, size_t i);

/* How many values of the table have changed and may be told of. */
size_t report_frozen_count(const struct report_page *p, const struct figure_table *t);

/* The stamp, and all changes in lines of text, table by table; for years that are frozen
 * and pages that hide nothing. */
void report_frozen_print(const struct report_page *p, struct text *out);

/* The first `most` of them in one sentence, and how many more: "Efter att året frystes:
 * Gymnasium, Kvinnor 48, nu 49; …". Nothing when there are none. */
void report_frozen_add_changes(const struct report_page *p, const struct figure_table *t,
			       size_t most, struct text *out);

#endif
