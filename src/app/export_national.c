/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries of a national register's federations; see export_national.h. */
#include "app/export_national.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/export_files.h"
#include "app/inside.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "model/figures.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

/* The columns of SQL_EXPORT_FEDERATIONS. */
enum { CODE, NAME, REVISION, AGGREGATE };

struct export_national {
	struct app *app;
	struct export_order order;
	struct grid *whose;             /* a row each */
	struct check check;             /* of all of them */
	struct figures **figures;       /* of each */
};

/* ---- once for all ---- */

static bool find_federations(struct export_national *x, const char *federation,
			     struct err *e)
{
	char year[12];
	const char *const values[] = { year, federation };
	const struct query q = { .sql = sql_text(SQL_EXPORT_FEDERATIONS),
				 .values = values, .count = 2 };

	snprintf(year, sizeof(year), "%d", x->order.year);
	x->whose = query_grid(x->app->db, &q, e);
	if (!x->whose)
		return false;
	if (grid_rows(x->whose))
		return true;
	return federation ? err_set(e, _("%s: förbundet har ingen leverans för %d"),
				    federation, x->order.year)
			  : err_set(e, _("%d: inget förbund har någon leverans"),
				    x->order.year);
}

static bool count(struct export_national *x, struct err *e)
{
	size_t number = grid_rows(x->whose);
	const char **codes = mem_alloc(number * sizeof(*codes));
	struct figures **figures = mem_alloc(number * sizeof(*figures));
	const struct report_order order = {
		.years = &x->order.year, .year_count = 1,
		.scope = { codes, number },
	};

	for (size_t i = 0; i < number; i++)
		codes[i] = grid_get(x->whose, i, CODE);
	if (report_make_each(x->app, &order, figures, e))
		x->figures = figures;
	else
		free(figures);
	free(codes);
	return x->figures;
}

struct export_national *export_national_open(struct app *a,
					     const struct export_order *order,
					     const char *federation, struct err *e)
{
	struct export_national *x;

	if (!app_is_national(a)) {
		err_set(e, _("%s: bara ett nationellt register har flera förbund"),
			app_path(a));
		return NULL;
	}
	if (!path_make_folder(order->out, e) || !db_begin(a->db, e))
		return NULL;
	x = mem_alloc(sizeof(*x));
	*x = (struct export_national){ .app = a, .order = *order };
	if (find_federations(x, federation, e) &&
	    check_federation(a, order->year, federation, &x->check, e) && count(x, e))
		return x;
	export_national_close(x);
	return NULL;
}

void export_national_close(struct export_national *x)
{
	for (size_t i = 0; x->figures && i < grid_rows(x->whose); i++)
		figures_free(x->figures[i]);
	free(x->figures);
	check_done(&x->check);
	grid_free(x->whose);
	db_rollback(x->app->db);
	free(x);
}

size_t export_national_count(const struct export_national *x)
{
	return grid_rows(x->whose);
}

const char *export_national_federation(const struct export_national *x, size_t i)
{
	return grid_get(x->whose, i, CODE);
}

/* ---- each ---- */

static bool make_files(struct export_national *x, size_t i, struct export *done,
		       struct err *e)
{
	struct export_identity identity = {
		.federation = grid_get(x->whose, i, CODE),
		.name = grid_get(x->whose, i, NAME),
		.year = x->order.year,
		.revision = done->revision,
		.level = grid_get(x->whose, i, AGGREGATE)[0] == '1' ? PACKAGE_AGGREGATE
								   : x->order.level,
		.check = &done->check,
		.figures = x->figures[i],
	};

	clock_now(identity.created);
	clock_now_utc(identity.created_utc);
	return export_files_make(x->app, &identity, &done->files,
				 &done->without_number, e);
}

static bool place_files(const struct export *done, struct err *e)
{
	char *temporary = delivery_files_write(&done->files, done->folder, e);
	bool placed = temporary && path_place_folder(temporary, done->folder, e);

	if (temporary && !placed)
		path_remove_folder(temporary);
	free(temporary);
	return placed;
}

bool export_national_write(struct export_national *x, size_t i, struct export *done,
			   struct err *e)
{
	const char *federation = grid_get(x->whose, i, CODE);

	*done = (struct export){
		.revision = (int)strtol(grid_get(x->whose, i, REVISION), NULL, 10),
	};
	done->folder = delivery_files_folder(x->order.out, federation, x->order.year,
					     done->revision);
	check_select(&x->check, federation, &done->check);
	if (!export_may_write(done, x->order.year, e) || !make_files(x, i, done, e) ||
	    !place_files(done, e))
		return false;
	for (size_t k = 0; k < done->files.count; k++)
		if (!strcmp(done->files.items[k].name, "participations.csv"))
			done->participations = done->files.items[k].rows;
	return true;
}
