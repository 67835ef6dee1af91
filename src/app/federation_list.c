/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Federations and their municipalities; see federation_list.h. */
#include "app/federation_list.h"

#include <stdio.h>
#include <string.h>

#include "app/inside.h"
#include "app/report.h"
#include "base/date.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/query.h"
#include "store/sql.h"

enum { KEY, COUNTY, FEDERATION, MUNICIPALITIES, COLUMNS };

/* The query's columns, up to FEDERATION as above. */
enum { MUNICIPALITY = MUNICIPALITIES, DISTRICT, CODE };

static void add_municipality(struct grid *out, const struct grid *members, size_t i)
{
	size_t row = grid_rows(out) - 1;
	const char *before = grid_get(out, row, MUNICIPALITIES);
	const char *district = grid_get(members, i, DISTRICT);
	struct text names = { 0 };

	text_addf(&names, "%s%s%s", before, *before ? ", " : "",
		  grid_get(members, i, MUNICIPALITY));
	if (*district)
		text_addf(&names, " (%s)", district);
	grid_set(out, row, MUNICIPALITIES, text_get(&names));
	text_done(&names);
}

static void begin_row(struct grid *out, const struct grid *members, size_t i)
{
	size_t row = grid_add_row(out, 0);

	for (size_t column = KEY; column <= FEDERATION; column++)
		grid_set(out, row, column, grid_get(members, i, column));
}

struct grid *federation_list_make(struct app *a, int year,
				  const struct report_scope *scope, struct err *e)
{
	static const char *const names[COLUMNS] = { "key", "county", "federation",
						    "municipalities" };
	char last_day[DATE_SIZE];
	const char *const values[] = { last_day };
	const struct query query = { .sql = sql_text(SQL_FEDERATION_LIST),
				     .values = values, .count = 1 };
	struct grid *members, *out;

	snprintf(last_day, sizeof(last_day), "%04d-12-31", year);
	members = query_grid(a->db, &query, e);
	if (!members)
		return NULL;
	out = grid_new("federation_list");
	for (size_t i = 0; i < COLUMNS; i++)
		grid_add_column(out, names[i]);
	for (size_t i = 0; i < grid_rows(members); i++) {
		const char *key = grid_get(members, i, KEY);

		if (!report_scope_has(scope, grid_get(members, i, CODE)))
			continue;
		if (!i || strcmp(key, grid_get(members, i - 1, KEY)))
			begin_row(out, members, i);
		add_municipality(out, members, i);
	}
	grid_free(members);
	return out;
}
