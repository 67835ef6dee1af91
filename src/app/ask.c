/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the register fixed questions; see ask.h. */
#include "app/ask.h"

#include <stdio.h>

#include "app/inside.h"
#include "store/query.h"

struct grid *ask_grid(struct app *a, enum sql_id sql, const char *const *values,
		      size_t count, struct err *e)
{
	const struct query q = { sql_text(sql), values, count, NULL };

	return query_grid(a->db, &q, e);
}

struct ask_year ask_year(int year)
{
	struct ask_year y;

	snprintf(y.year, sizeof(y.year), "%04d", year);
	snprintf(y.first, sizeof(y.first), "%04d-01-01", year);
	snprintf(y.last, sizeof(y.last), "%04d-12-31", year);
	return y;
}
