/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's report of an open register; see yearbook.h. */
#include "app/yearbook.h"

#include "app/catalog.h"
#include "app/federation_list.h"
#include "app/inside.h"
#include "app/report.h"
#include "app/report_listing.h"
#include "base/grid.h"
#include "model/figures.h"
#include "model/protect.h"
#include "model/report.h"
#include "store/query.h"
#include "store/sql.h"

/* Finds out whether the year is frozen, and what has become of it since. */
static bool add_frozen(struct app *a, struct yearbook *book, struct err *e)
{
	if (!freeze_read(a, book->figures[0]->year, &book->freeze, e))
		return false;
	if (!book->freeze.revision)
		return true;
	book->changes = freeze_compare(a, &book->freeze, book->figures[0], e);
	if (!book->changes)
		return false;
	book->frozen = (struct report_frozen){
		.at = book->freeze.at,
		.by = book->freeze.by,
		.revision = book->freeze.revision,
		.changes = book->changes,
	};
	book->page.frozen = &book->frozen;
	return true;
}

/* Makes what a table lists, if there is such a table among those asked for. */
static bool add_listing(struct app *a, struct yearbook *book, struct err *e)
{
	const struct figures *f = book->figures[0];

	for (size_t i = 0; i < f->count && !book->listing; i++) {
		if (!report_listing_is(&f->tables[i]))
			continue;
		book->listing = federation_list_make(a, f->year, &book->scope, e);
		if (!book->listing)
			return false;
	}
	book->page.listing = book->listing;
	return true;
}

bool yearbook_make(struct app *a, const struct yearbook_order *order,
		   struct yearbook *book, struct err *e)
{
	const int years[] = { order->year, order->year - 1 };
	const struct report_order figures = {
		.reports = order->reports, .report_count = order->report_count,
		.years = years, .year_count = 2, .scope = order->scope,
	};
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	const struct reports *reports = catalog_reports(a->catalog);
	long long drafts = 0;

	*book = (struct yearbook){ 0 };
	if (!query_int(a->db, &count_drafts, &drafts, e) ||
	    !report_make(a, &figures, book->figures, e))
		return false;
	clock_now(book->made);
	book->scope = order->scope;
	book->page = (struct report_page){
		.figures = book->figures[0],
		.last_year = book->figures[1],
		.published = catalog_published(a->catalog),
		.sections = reports_sections(reports),
		.owner = order->owner ? order->owner : app_federation_name(a),
		.part = order->owner,
		.made = book->made,
		.demo = app_is_demo(a),
		.drafts = (size_t)drafts,
	};
	/* The whole register is frozen, not a part of it. */
	if ((order->scope.count || add_frozen(a, book, e)) && add_listing(a, book, e))
		return true;
	yearbook_done(book);
	return false;
}

static bool is_hidden(const void *context, const struct figure_table *t, size_t row,
		      struct report_column c)
{
	return protection_hides(context, t, row, c.column, c.show);
}

static void show_all(struct yearbook *book)
{
	protection_free(book->protection);
	book->protection = NULL;
	book->page.hiding = NULL;
}

bool yearbook_protect(struct app *a, struct yearbook *book, int threshold, struct err *e)
{
	const int years[] = { book->figures[0]->year, book->figures[1]->year };
	const struct report_order all = { .years = years, .year_count = 2,
					  .scope = book->scope };
	struct figures *figures[2];

	show_all(book);
	if (!threshold)
		return true;
	if (!report_make(a, &all, figures, e))
		return false;
	book->protection = protection_new(&(struct protection_order){
		.figures = (const struct figures *const[]){ figures[0], figures[1] },
		.count = 2,
		.lists = reports_lists(catalog_reports(a->catalog)),
		.threshold = threshold,
	});
	figures_free(figures[0]);
	figures_free(figures[1]);
	book->hiding = (struct report_hiding){ threshold, is_hidden, book->protection };
	book->page.hiding = &book->hiding;
	return true;
}

void yearbook_done(struct yearbook *book)
{
	show_all(book);
	freeze_done(&book->freeze);
	grid_free(book->changes);
	grid_free(book->listing);
	figures_free(book->figures[0]);
	figures_free(book->figures[1]);
	*book = (struct yearbook){ 0 };
}
