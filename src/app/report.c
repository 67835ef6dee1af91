/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register's own tables; see report.h. */
#include "app/report.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "app/report_facts.h"
#include "app/report_rest.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/figures.h"
#include "model/report.h"
#include "model/tabulate.h"

long report_scope_find(const struct report_scope *scope, const char *federation)
{
	for (size_t i = 0; i < scope->count; i++)
		if (!strcmp(scope->federations[i], federation))
			return (long)i;
	return -1;
}

bool report_scope_has(const struct report_scope *scope, const char *federation)
{
	return !scope->count || report_scope_find(scope, federation) >= 0;
}

enum { FIRST_YEAR = 1990, LAST_YEAR = 2150 };

static bool check_years(const struct tabulation_order *order, struct err *e)
{
	for (size_t i = 0; i < order->year_count; i++)
		if (order->years[i] < FIRST_YEAR || order->years[i] > LAST_YEAR)
			return err_set(e, _("%d: tabeller görs för åren %d–%d"),
				       order->years[i], FIRST_YEAR, LAST_YEAR);
	return tabulation_fits(order) ||
	       err_set(e,
		       _("Åren ligger för långt ifrån varandra för en och samma "
			 "sammanställning; högst %d år går på en gång"),
		       FACT_MAX_CODES);
}

typedef bool watcher(struct tabulation *t, void *context, struct err *e);

/* A tabulation over the whole register, or NULL; `watch` may be NULL. */
static struct tabulation *tabulate(struct app *a, const struct tabulation_order *order,
				   const struct report_scope *scope, watcher *watch,
				   void *context, struct err *e)
{
	struct tabulation *t;

	if (!check_years(order, e))
		return NULL;
	t = tabulation_new(order);
	if ((!watch || watch(t, context, e)) &&
	    report_feed(a->db, scope, order->lists, t, e))
		return t;
	tabulation_free(t);
	return NULL;
}

/* Which tables are to be counted, all when the order names none; the caller frees the
 * list. */
static const struct report **choose_tables(struct app *a,
					   const struct report_order *order,
					   struct tabulation_order *out)
{
	const struct reports *declared = catalog_reports(app_catalog(a));
	size_t count =
		order->report_count ? order->report_count : reports_count(declared);
	const struct report **reports = mem_alloc(count * sizeof(*reports));

	for (size_t i = 0; i < count; i++)
		reports[i] =
			order->report_count ? order->reports[i] : reports_at(declared, i);
	*out = (struct tabulation_order){ reports, count, order->years,
					  order->year_count, reports_lists(declared) };
	return reports;
}

/* Ends what was begun: all figures, or none. */
static bool end(bool ok, struct figures **figures, size_t count)
{
	for (size_t i = 0; !ok && i < count; i++)
		figures_free(figures[i]);
	return ok;
}

bool report_make(struct app *a, const struct report_order *order, struct figures **out,
		 struct err *e)
{
	struct tabulation_order all;
	const struct report **reports = choose_tables(a, order, &all);
	struct tabulation *t = tabulate(a, &all, &order->scope, NULL, NULL, e);

	for (size_t i = 0; t && i < order->year_count; i++)
		out[i] = tabulation_take(t, i);
	free(reports);
	if (!t)
		return false;
	tabulation_free(t);
	return end(order->rows_only || !app_is_national(a) ||
			   report_rest_add(a, &order->scope, out, order->year_count, e),
		   out, order->year_count);
}

bool report_make_each(struct app *a, const struct report_order *order,
		      struct figures **out, struct err *e)
{
	struct tabulation_order all;
	const struct report **reports = choose_tables(a, order, &all);
	size_t count = order->scope.count;
	struct tabulation **each = mem_alloc((count + 1) * sizeof(*each));
	bool fits = check_years(&all, e), ok;

	for (size_t i = 0; fits && i < count; i++)
		each[i] = tabulation_new(&all);
	ok = fits && report_feed_each(a->db, &order->scope, all.lists, each, e);
	for (size_t i = 0; fits && i < count; i++) {
		out[i] = tabulation_take(each[i], 0);
		tabulation_free(each[i]);
	}
	free(each);
	free(reports);
	if (!fits)
		return false;
	return end(ok && (order->rows_only || !app_is_national(a) ||
			  report_rest_add_each(a, &order->scope, out, e)),
		   out, count);
}

/* ---- the records behind a cell ---- */

struct behind {
	const struct report_cell *cell;
	struct grid *found;
};

/* The form that shows a record; "" for those that have none. */
static const char *form_of(enum fact_record record)
{
	static const char *const forms[FACT_RECORD_COUNT] = {
		[FACT_PARTICIPATION] = "participation",
		[FACT_INTERVENTION] = "intervention",
		[FACT_INTERVENTION_YEAR] = "intervention_year",
		[FACT_VOLUME] = "volume",
		[FACT_ANONYMOUS_COUNT] = "anonymous_count",
		[FACT_FUNDING] = "funding",
		[FACT_ADMIN_COST] = "admin_cost",
		[FACT_FEDERATION_YEAR] = "federation_year",
		[FACT_MEMBERSHIP] = "membership",
	};

	return forms[record];
}

static void note(void *context, const struct fact *fact)
{
	struct behind *b = context;
	size_t row = grid_add_row(b->found, 0);

	grid_set(b->found, row, 0, form_of(fact->record));
	grid_set(b->found, row, 1, fact->id);
}

static bool watch_cell(struct tabulation *t, void *context, struct err *e)
{
	struct behind *b = context;
	const struct report_cell *c = b->cell;

	return tabulation_watch(t, c->table, c->row, c->column, note, b) ||
	       err_set(e, _("%s: tabellen har ingen rad %s med kolumnen %s"), c->table,
		       c->row, c->column);
}

struct grid *report_records(struct app *a, const struct report_cell *cell, struct err *e)
{
	const struct reports *declared = catalog_reports(app_catalog(a));
	const struct report *r = reports_find(declared, cell->table);
	struct tabulation_order order = { &r, 1, &cell->year, 1,
					  reports_lists(declared) };
	struct behind b = { cell, NULL };
	struct tabulation *t;

	if (!r) {
		err_set(e, _("%s: ingen sådan tabell"), cell->table);
		return NULL;
	}
	b.found = grid_new(cell->table);
	grid_add_column(b.found, "form");
	grid_add_column(b.found, "id");
	t = tabulate(a, &order, &cell->scope, watch_cell, &b, e);
	if (!t) {
		grid_free(b.found);
		return NULL;
	}
	tabulation_free(t);
	return b.found;
}
