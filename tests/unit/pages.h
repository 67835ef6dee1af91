/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report of invented participations in 2024 and 2025, for tests of its forms. */
#ifndef TESTS_UNIT_PAGES_H
#define TESTS_UNIT_PAGES_H

#include "app/report_page.h"
#include "tables.h"

struct pages {
	struct figures *figures[2];     /* of 2025 and of 2024 */
	struct published *published;
	struct report_page page;        /* of 2025, beside 2024 and the published */
};

void pages_init(struct pages *p);
void pages_done(struct pages *p);

/* Hides the column whose key is the context, a string; for struct report_hiding. */
bool pages_hide_column(const void *context, const struct figure_table *t, size_t row,
		       struct report_column c);

#endif
