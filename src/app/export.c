/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The delivery; see export.h. */
#include "app/export.h"

#include <stdlib.h>

#include "app/inside.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "model/cells.h"
#include "model/figures.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

/* What the queries may ask for, in the order of their parameters. */
enum value {
	VALUE_YEAR,
	VALUE_FEDERATION,
	VALUE_REVISION,
	VALUE_LEVEL,
	VALUE_VERSION,
	VALUE_CREATED,
	VALUE_COUNT,
	VALUE_COMMON = VALUE_FEDERATION + 1,   /* most ask for these */
};

struct delivery {
	struct app *app;
	int year;
	const char *values[VALUE_COUNT];
	const char *folder;
};

struct export_file {
	const char *name;
	enum sql_id sql;      /* SQL_COUNT: the tables' cells, which no query gives */
	size_t values;
};

static const struct export_file files[] = {
	{ "federation.csv", SQL_EXPORT_FEDERATION, VALUE_COUNT },
	{ "memberships.csv", SQL_EXPORT_MEMBERSHIPS, VALUE_COMMON },
	{ "interventions.csv", SQL_EXPORT_INTERVENTIONS, VALUE_COMMON },
	{ "intervention_years.csv", SQL_EXPORT_INTERVENTION_YEARS, VALUE_COMMON },
	{ "anonymous.csv", SQL_EXPORT_ANONYMOUS, VALUE_COMMON },
	{ "funding.csv", SQL_EXPORT_FUNDING, VALUE_COMMON },
	{ "admin_costs.csv", SQL_EXPORT_ADMIN_COSTS, VALUE_COMMON },
	{ "federation_year.csv", SQL_EXPORT_FEDERATION_YEAR, VALUE_COMMON },
	{ "cells.csv", SQL_COUNT, 0 },
	{ "participations.csv", SQL_EXPORT_PARTICIPATIONS, VALUE_COMMON },
	{ "support.csv", SQL_EXPORT_SUPPORT, VALUE_COMMON },
	{ "occupation.csv", SQL_EXPORT_OCCUPATION, VALUE_COMMON },
	{ "followups.csv", SQL_EXPORT_FOLLOWUPS, VALUE_COMMON },
	{ "remarks.csv", SQL_EXPORT_REMARKS, VALUE_COMMON },
};

_Static_assert(sizeof(files) / sizeof(files[0]) == EXPORT_FILES, "a row for each file");

static struct grid *read_cells(const struct delivery *d, struct err *e)
{
	const struct report_order order = { .years = &d->year, .year_count = 1 };
	struct figures *figures;
	struct grid *g;

	if (!report_make(d->app, &order, &figures, e))
		return NULL;
	g = cells_make_whole(figures);
	figures_free(figures);
	return g;
}

static struct grid *read_rows(const struct delivery *d, const struct export_file *file,
			      struct err *e)
{
	const struct query q = {
		.sql = sql_text(file->sql),
		.values = d->values,
		.count = file->values,
		.name = file->name,
	};

	return query_grid(d->app->db, &q, e);
}

static bool write_file(const struct delivery *d, const char *name, const struct grid *g,
		       struct err *e)
{
	char *path = path_join(d->folder, name);
	struct text csv = { 0 };
	bool ok;

	csvfile_write(&csv, g, "\r\n");
	ok = path_write(path, text_get(&csv), csv.length, e);
	text_done(&csv);
	free(path);
	return ok;
}

static bool write_files(const struct delivery *d, struct export *done, struct err *e)
{
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	long long drafts;
	bool ok = query_int(d->app->db, &count_drafts, &drafts, e);

	for (size_t i = 0; ok && i < EXPORT_FILES; i++) {
		struct grid *g = files[i].sql == SQL_COUNT ? read_cells(d, e)
							   : read_rows(d, &files[i], e);

		ok = g && write_file(d, files[i].name, g, e);
		done->files[i].name = files[i].name;
		done->files[i].rows = g ? grid_rows(g) : 0;
		grid_free(g);
	}
	done->drafts = ok ? (size_t)drafts : 0;
	return ok;
}

/* Nobody else writes while the files are read: they show one moment. */
static bool write_moment(const struct delivery *d, struct export *done, struct err *e)
{
	bool ok;

	if (!db_begin(d->app->db, e))
		return false;
	ok = write_files(d, done, e);
	db_rollback(d->app->db);
	return ok;
}

/* Fills a temporary folder and gives it its name. */
static bool write_folder(struct delivery *d, struct export *done, struct err *e)
{
	char *temporary = path_make_beside(done->folder, e);
	bool ok;

	if (!temporary)
		return false;
	d->folder = temporary;
	ok = write_moment(d, done, e) && path_place_folder(temporary, done->folder, e);
	if (!ok)
		path_remove_folder(temporary);
	free(temporary);
	return ok;
}

bool export_write(struct app *a, int year, const char *out, struct export *done,
		  struct err *e)
{
	struct text number = { 0 }, folder = { 0 };
	char now[CLOCK_SIZE];
	struct delivery d = { .app = a, .year = year };
	bool ok;

	*done = (struct export){ 0 };
	if (app_is_national(a))
		return err_set(e, _("%s: ett nationellt register levererar inte, det tar "
				    "emot"), app_path(a));
	clock_now(now);
	text_addf(&number, "%d", year);
	d.values[VALUE_YEAR] = text_get(&number);
	d.values[VALUE_FEDERATION] = app_federation(a);
	d.values[VALUE_REVISION] = "1";
	d.values[VALUE_LEVEL] = "detailed";
	d.values[VALUE_VERSION] = PACKAGE_VERSION;
	d.values[VALUE_CREATED] = now;
	text_addf(&folder, "%s/%s-%d-r1", out, app_federation(a), year);
	done->folder = text_take(&folder);
	if (path_exists(done->folder))
		ok = err_set(e, _("%s: leveransen finns redan och skrivs inte över"),
			     done->folder);
	else
		ok = path_make_folder(out, e) && write_folder(&d, done, e);
	if (!ok)
		export_done(done);
	text_done(&number);
	return ok;
}

void export_done(struct export *done)
{
	free(done->folder);
	*done = (struct export){ 0 };
}
