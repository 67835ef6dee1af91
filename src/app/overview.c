/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year at a glance; see overview.h. */
#include "app/overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/catalog.h"
#include "app/check.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/grid.h"

static long long number(const struct grid *g, const char *column)
{
	return strtoll(grid_named(g, 0, column), NULL, 10);
}

/* Half rounds up, as in the reports. */
static int percent(long long part, long long whole)
{
	return whole ? (int)((200 * part + whole) / (2 * whole)) : -1;
}

static bool read_participations(struct app *a, int year, struct overview *out,
				struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.first, y.last };
	struct grid *g = ask_grid(a, SQL_OVERVIEW_PARTICIPATIONS, values, 2, e);

	if (!g)
		return false;
	out->active = number(g, "active");
	out->ongoing = number(g, "ongoing");
	out->ended = number(g, "ended");
	out->started = number(g, "started");
	out->share = percent(number(g, "work_or_studies"), out->ended);
	grid_free(g);
	return true;
}

static bool read_counts(struct app *a, int year, struct overview *out, struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.year };
	struct grid *g = ask_grid(a, SQL_OVERVIEW_COUNTS, values, 1, e);

	if (!g)
		return false;
	out->anonymous = number(g, "anonymous");
	out->volume = number(g, "volume");
	out->interventions = number(g, "interventions");
	out->drafts = number(g, "drafts");
	out->queries = number(g, "queries");
	out->not_received = number(g, "not_received");
	grid_free(g);
	return true;
}

static bool read_open(struct app *a, struct overview *out, struct err *e)
{
	char today[DATE_SIZE];
	const char *values[] = { today };
	struct grid *g;

	date_format_iso(clock_today(), today);
	g = ask_grid(a, SQL_OVERVIEW_OPEN, values, 1, e);
	if (!g)
		return false;
	out->long_open = number(g, "long");
	out->outlasting = number(g, "outlasting");
	grid_free(g);
	return true;
}

static bool read_lacking(struct app *a, int year, struct overview *out, struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.first, y.last, y.year };
	struct grid *g = ask_grid(a, SQL_OVERVIEW_LACKING, values, 3, e);

	if (!g)
		return false;
	out->without_actual = number(g, "actual");
	out->without_volume = number(g, "volume");
	grid_free(g);
	return true;
}

/* The printed share of the latest year; a corrected value goes before the printed. */
static void read_national(struct app *a, struct overview *out)
{
	const struct grid *g = catalog_reference(app_catalog(a), "published");

	for (size_t row = 0; row < grid_rows(g); row++) {
		int year = atoi(grid_named(g, row, "year"));
		const char *corrected = grid_named(g, row, "corrected");

		if (year < out->national_year ||
		    strcmp(grid_named(g, row, "table"), "work_or_studies") ||
		    strcmp(grid_named(g, row, "row"), "after") ||
		    strcmp(grid_named(g, row, "column"), "total_pct"))
			continue;
		out->national_year = year;
		out->national_share =
			atoi(corrected[0] ? corrected : grid_named(g, row, "printed"));
	}
}

bool overview_load(struct app *a, int year, struct overview *out, struct err *e)
{
	*out = (struct overview){ .share = -1, .national_share = -1 };
	read_national(a, out);
	return read_participations(a, year, out, e) && read_counts(a, year, out, e) &&
	       read_open(a, out, e) && read_lacking(a, year - 1, out, e);
}

bool overview_check(struct app *a, int year, struct overview *out, struct err *e)
{
	struct check check;
	bool ok;

	if (app_is_national(a))
		return true;
	ok = check_register(a, year, &check, e);
	out->errors = (long long)check.errors;
	out->warnings = (long long)check.warnings;
	check_done(&check);
	return ok;
}
