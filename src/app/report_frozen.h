/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words about a frozen year: when, and what is not as it was then. A page that hides
 * small counts does not tell what they were.
 */
#ifndef SAMREG_APP_REPORT_FROZEN_H
#define SAMREG_APP_REPORT_FROZEN_H

#include <stddef.h>

struct figure_table;
struct report_page;
struct text;

/* That the page's year is frozen, and how many of the page's values have changed since:
 * a sentence or two, added to `out`; nothing when it is not frozen. */
void report_frozen_add_stamp(const struct report_page *p, struct text *out);

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
