/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register holds, as lists; see lists.h. */
#include "app/lists.h"

#include <assert.h>
#include <string.h>

#include "app/ask.h"
#include "app/inside.h"
#include "base/date.h"
#include "base/grid.h"
#include "model/period.h"
#include "store/query.h"
#include "store/sql.h"

enum { LONG_MONTHS = 24 };

/* Adds the rows of `from`, which has the same columns. */
static void append(struct grid *to, const struct grid *from)
{
	for (size_t row = 0; row < grid_rows(from); row++) {
		size_t new_row = grid_add_row(to, 0);

		for (size_t c = 0; c < grid_columns(from); c++)
			grid_set(to, new_row, c, grid_get(from, row, c));
	}
}

struct grid *lists_participations(struct app *a, int year, const char *intervention,
				  struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.first, y.last, intervention };
	struct grid *g = ask_grid(a, SQL_LIST_PARTICIPATIONS, values, 3, e), *drafts;

	if (!g)
		return NULL;
	drafts = ask_grid(a, SQL_LIST_NEW_PARTICIPATIONS, values, 3, e);
	if (!drafts) {
		grid_free(g);
		return NULL;
	}
	append(g, drafts);
	grid_free(drafts);
	return g;
}

/* 24 months before the day; 29 February is 1 March in a year without it, as in SQL. */
static int months_ago(int today)
{
	int year, month, dom, day = today;

	date_to_ymd(today, &year, &month, &dom);
	if (!date_from_ymd(year - LONG_MONTHS / 12, month, dom, &day) &&
	    !date_from_ymd(year - LONG_MONTHS / 12, month + 1, 1, &day))
		return today;
	return day;
}

static enum lists_state state_of_open(const struct grid *g, size_t row, int start,
				      int today)
{
	int intervention_end;

	if (date_parse_iso(grid_named(g, row, "intervention_end"), &intervention_end) &&
	    intervention_end < today)
		return LISTS_OUTLASTING;
	return start < months_ago(today) ? LISTS_LONG : LISTS_ONGOING;
}

enum lists_state lists_participation_state(const struct grid *g, size_t row, int today,
					   int *months)
{
	struct period p;
	bool is_open;

	*months = 0;
	if (!grid_named(g, row, "id")[0] ||
	    !date_parse_iso(grid_named(g, row, "start"), &p.start))
		return LISTS_DRAFT;
	is_open = !date_parse_iso(grid_named(g, row, "end"), &p.end);
	if (is_open)
		p.end = today > p.start ? today : p.start;
	*months = period_months(p);
	if (!strcmp(grid_named(g, row, "closure_reason"), "registered_in_error"))
		return LISTS_ERROR;
	if (grid_named(g, row, "draft")[0])
		return LISTS_CHANGING;
	return is_open ? state_of_open(g, row, p.start, today) : LISTS_ENDED;
}

struct grid *lists_same_person(struct app *a, const char *participation, struct err *e)
{
	return ask_grid(a, SQL_LIST_SAME_PERSON, &participation, 1, e);
}

struct grid *lists_interventions(struct app *a, int year, struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.first, y.last, y.year };

	return ask_grid(a, SQL_LIST_INTERVENTIONS, values, 3, e);
}

struct grid *lists_intervention_years(struct app *a, const char *intervention, int year,
				      struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { intervention, y.year };

	return ask_grid(a, SQL_LIST_INTERVENTION_YEARS, values, 2, e);
}

struct grid *lists_of_form(struct app *a, const char *form, struct err *e)
{
	const char *values[] = { a->federation };
	bool party = !strcmp(form, "party");

	assert(party || !strcmp(form, "membership"));
	return ask_grid(a, party ? SQL_LIST_PARTIES : SQL_LIST_MEMBERSHIPS, values, 1, e);
}

int lists_latest_year(struct app *a, int otherwise)
{
	const struct query q = { .sql = sql_text(SQL_LIST_LATEST_YEAR) };
	long long year;

	return query_int(a->db, &q, &year, NULL) && year > 0 ? (int)year : otherwise;
}
