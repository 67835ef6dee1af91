/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's report of an open register; see yearbook.h. */
#include "app/yearbook.h"

#include "app/catalog.h"
#include "app/inside.h"
#include "app/report.h"
#include "model/figures.h"
#include "store/query.h"
#include "store/sql.h"

bool yearbook_make(struct app *a, const struct yearbook_order *order,
		   struct yearbook *book, struct err *e)
{
	const int years[] = { order->year, order->year - 1 };
	const struct report_order figures = {
		order->reports, order->report_count, years, 2
	};
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	const struct reports *reports = catalog_reports(a->catalog);
	long long drafts = 0;

	*book = (struct yearbook){ 0 };
	if (!query_int(a->db, &count_drafts, &drafts, e) ||
	    !report_make(a, &figures, book->figures, e))
		return false;
	clock_now(book->made);
	book->page = (struct report_page){
		.figures = book->figures[0],
		.last_year = book->figures[1],
		.published = catalog_published(a->catalog),
		.sections = reports_sections(reports),
		.owner = app_federation_name(a),
		.made = book->made,
		.demo = app_is_demo(a),
		.drafts = (size_t)drafts,
	};
	return true;
}

void yearbook_done(struct yearbook *book)
{
	figures_free(book->figures[0]);
	figures_free(book->figures[1]);
	*book = (struct yearbook){ 0 };
}
