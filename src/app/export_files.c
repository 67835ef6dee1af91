/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a year's delivery; see export_files.h. */
#include "app/export_files.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/delivery_files.h"
#include "app/export_descriptor.h"
#include "app/export_identities.h"
#include "app/export_remarks.h"
#include "app/inside.h"
#include "app/report.h"
#include "base/csvfile.h"
#include "base/grid.h"
#include "base/text.h"
#include "model/cells.h"
#include "model/figures.h"
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

struct maker {
	struct app *app;
	const struct export_identity *identity;
	const char *values[VALUE_COUNT];
};

typedef struct grid *rows_function(const struct maker *m, struct err *e);

static struct grid *read_cells(const struct maker *m, struct err *e)
{
	const struct report_order order = { .years = &m->identity->year,
					    .year_count = 1 };
	struct figures *figures;
	struct grid *g;

	if (m->identity->figures)
		return cells_make_whole(m->identity->figures);
	if (!report_make(m->app, &order, &figures, e))
		return NULL;
	g = cells_make_whole(figures);
	figures_free(figures);
	return g;
}

static struct grid *read_remarks(const struct maker *m, struct err *e)
{
	return export_remarks(m->app, m->identity->check, m->identity->year, e);
}

/* Where a file's rows come from: a query, or a function. */
static const struct source {
	enum sql_id sql;
	size_t values;
	rows_function *read;
} sources[PACKAGE_FILES] = {
	[PACKAGE_FEDERATION] = { .sql = SQL_EXPORT_FEDERATION, .values = VALUE_COUNT },
	[PACKAGE_MEMBERSHIPS] = { .sql = SQL_EXPORT_MEMBERSHIPS },
	[PACKAGE_INTERVENTIONS] = { .sql = SQL_EXPORT_INTERVENTIONS },
	[PACKAGE_INTERVENTION_YEARS] = { .sql = SQL_EXPORT_INTERVENTION_YEARS },
	[PACKAGE_ANONYMOUS] = { .sql = SQL_EXPORT_ANONYMOUS },
	[PACKAGE_FUNDING] = { .sql = SQL_EXPORT_FUNDING },
	[PACKAGE_ADMIN_COSTS] = { .sql = SQL_EXPORT_ADMIN_COSTS },
	[PACKAGE_FEDERATION_YEAR] = { .sql = SQL_EXPORT_FEDERATION_YEAR },
	[PACKAGE_CELLS] = { .read = read_cells },
	[PACKAGE_PARTICIPATIONS] = { .sql = SQL_EXPORT_PARTICIPATIONS },
	[PACKAGE_SUPPORT] = { .sql = SQL_EXPORT_SUPPORT },
	[PACKAGE_OCCUPATION] = { .sql = SQL_EXPORT_OCCUPATION },
	[PACKAGE_FOLLOWUPS] = { .sql = SQL_EXPORT_FOLLOWUPS },
	[PACKAGE_REMARKS] = { .read = read_remarks },
};

static struct grid *read_rows(const struct maker *m, enum package_file_id id,
			      struct err *e)
{
	const struct source *source = &sources[id];
	struct query q = { .values = m->values, .name = package_file(id)->name };

	if (source->read)
		return source->read(m, e);
	q.sql = sql_text(source->sql);
	q.count = source->values ? source->values : VALUE_COMMON;
	return query_grid(m->app->db, &q, e);
}

static bool make_file(const struct maker *m, enum package_file_id id,
		      struct delivery_files *out, struct err *e)
{
	struct grid *g = read_rows(m, id, e);
	struct text csv = { 0 };
	char *name;

	if (!g)
		return false;
	name = package_file_name(id);
	csvfile_write(&csv, g, "\r\n");
	delivery_files_add(out, name, &csv, grid_rows(g));
	free(name);
	grid_free(g);
	return true;
}

static bool make_identities(const struct maker *m, struct delivery_files *out,
			    size_t *without, struct err *e)
{
	struct text sealed = { 0 };
	struct export_identities made = { .sealed = &sealed };
	bool ok = export_identities(m->app, m->identity->year,
				    m->identity->identities_for, &made, e);

	if (ok)
		delivery_files_add(out, DELIVERY_IDENTITIES, &sealed, made.rows);
	*without = made.without;
	text_done(&sealed);
	return ok;
}

/* The descriptor is written last, when the others' hashes are known, and comes first. */
static void add_descriptor(const struct maker *m, struct delivery_files *out)
{
	struct text json = { 0 };
	struct delivery_file descriptor;

	export_descriptor(m->app, m->identity, out, &json);
	delivery_files_add(out, DELIVERY_DESCRIPTOR, &json, 0);
	descriptor = out->items[out->count - 1];
	for (size_t i = out->count - 1; i; i--)
		out->items[i] = out->items[i - 1];
	out->items[0] = descriptor;
}

bool export_files_make(struct app *a, const struct export_identity *identity,
		       struct delivery_files *out, size_t *without, struct err *e)
{
	struct export_identity whose = *identity;
	struct maker m = { .app = a, .identity = &whose };
	char year[12], revision[12];
	bool ok = true;

	if (!whose.federation) {
		whose.federation = app_federation(a);
		whose.name = app_federation_name(a);
	}
	snprintf(year, sizeof(year), "%d", identity->year);
	snprintf(revision, sizeof(revision), "%d", identity->revision);
	m.values[VALUE_YEAR] = year;
	m.values[VALUE_FEDERATION] = whose.federation;
	m.values[VALUE_REVISION] = revision;
	m.values[VALUE_LEVEL] = package_level_name(identity->level);
	m.values[VALUE_VERSION] = PACKAGE_VERSION;
	m.values[VALUE_CREATED] = identity->created;
	for (enum package_file_id id = 0; ok && id < PACKAGE_FILES; id++)
		if (package_has_file(identity->level, id))
			ok = make_file(&m, id, out, e);
	*without = 0;
	if (ok && identity->identities_for)
		ok = make_identities(&m, out, without, e);
	if (ok)
		add_descriptor(&m, out);
	return ok;
}

struct grid *export_files_rows(struct app *a, enum package_file_id file,
			       const char *federation, int year, struct err *e)
{
	struct maker m = { .app = a };
	char text[12];

	assert(!sources[file].read && !sources[file].values);
	snprintf(text, sizeof(text), "%d", year);
	m.values[VALUE_YEAR] = text;
	m.values[VALUE_FEDERATION] = federation;
	return read_rows(&m, file, e);
}
