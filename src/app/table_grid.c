/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a report as a grid; see table_grid.h. */
#include "app/table_grid.h"

#include <stdlib.h>

#include "app/report_listing.h"
#include "app/report_page.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"

struct making {
	const struct report_page *page;
	const struct figure_table *table;
	struct grid *out;
	struct report_column *compared;
	size_t compared_count;
	bool last_year, published;
};

/* ---- heads ---- */

static void add_head(struct making *m, const char *before, struct report_column c)
{
	struct text head = { 0 };

	text_add(&head, before);
	report_add_heading(m->table, c, &head);
	grid_add_column(m->out, text_get(&head));
	text_done(&head);
}

static void add_compared_heads(struct making *m, const char *before)
{
	for (size_t i = 0; i < m->compared_count; i++)
		add_head(m, before, m->compared[i]);
}

/* The rows' head, and which part of the register they count: a file has no title. */
static void add_first_head(struct making *m)
{
	const char *head = lang_pick(m->table->report->head), *part = m->page->part;
	struct text both = { 0 };

	text_addf(&both, part && *head ? "%s (%s)" : "%s%s", head, part ? part : "");
	grid_add_column(m->out, text_get(&both));
	text_done(&both);
}

static void add_heads(struct making *m)
{
	const struct figure_table *t = m->table;
	struct text before = { 0 };

	add_first_head(m);
	for (size_t i = 0; i < report_column_count(t); i++)
		add_head(m, "", report_column_at(t, i));
	if (m->last_year) {
		text_addf(&before, "%d: ", t->year - 1);
		add_compared_heads(m, text_get(&before));
	}
	if (m->published) {
		text_clear(&before);
		text_add(&before, _("Riket"));
		if (!report_is_by_year(t))
			text_addf(&before, " %d",
				  report_page_published_year(m->page, t, 0));
		text_add(&before, ": ");
		add_compared_heads(m, text_get(&before));
	}
	text_done(&before);
}

/* ---- rows ---- */

static void set_value(struct grid *out, size_t column, enum report_state state,
		      const char *value)
{
	grid_set(out, grid_rows(out) - 1, column,
		 state == REPORT_HIDDEN ? REPORT_HIDDEN_MARK : value);
}

static size_t add_own(struct making *m, size_t row, size_t column)
{
	for (size_t i = 0; i < report_column_count(m->table); i++) {
		struct text value = { 0 };
		enum report_state state = report_page_value(
			m->page, m->table, row, report_column_at(m->table, i), &value);

		set_value(m->out, column++, state, text_get(&value));
		text_done(&value);
	}
	return column;
}

static size_t add_last_year(struct making *m, size_t row, size_t column)
{
	for (size_t i = 0; i < m->compared_count; i++) {
		struct text value = { 0 };
		enum report_state state = report_page_last_value(
			m->page, m->table, row, m->compared[i], &value);

		set_value(m->out, column++, state, text_get(&value));
		text_done(&value);
	}
	return column;
}

static void add_published(struct making *m, size_t row, size_t column)
{
	for (size_t i = 0; i < m->compared_count; i++) {
		const char *value =
			report_page_published(m->page, m->table, row, m->compared[i]);

		set_value(m->out, column++, REPORT_DEFINED, value ? value : "");
	}
}

static void add_row(struct making *m, size_t row)
{
	size_t at = grid_add_row(m->out, 0), column = 1;

	grid_set(m->out, at, 0, lang_pick(m->table->rows.items[row].label));
	column = add_own(m, row, column);
	if (m->last_year)
		column = add_last_year(m, row, column);
	if (m->published)
		add_published(m, row, column);
}

/* ---- the whole ---- */

static void add_listing(struct making *m)
{
	const struct report_words *columns = &m->table->report->listing;

	for (size_t i = 0; i < columns->count; i++)
		grid_add_column(m->out, lang_pick(columns->items[i].label));
	for (size_t row = 0; row < report_listing_rows(m->page); row++) {
		grid_add_row(m->out, 0);
		for (size_t i = 0; i < columns->count; i++)
			grid_set(m->out, row, i,
				 report_listing_cell(m->page, m->table, row, i));
	}
}

static void add_figures(struct making *m)
{
	const struct figure_table *t = m->table;

	m->compared = mem_alloc((report_column_count(t) + 1) * sizeof(*m->compared));
	m->compared_count = report_compared(t, m->compared);
	m->last_year = report_page_last_year(m->page, t) != NULL;
	m->published = report_page_has_published(m->page, t);
	add_heads(m);
	for (size_t row = 0; row < t->rows.count; row++)
		if (figure_row_is_shown(t, row))
			add_row(m, row);
	free(m->compared);
}

struct grid *table_grid_make(const struct report_page *p, const struct figure_table *t)
{
	struct making m = { .page = p, .table = t, .out = grid_new(t->report->id) };

	if (report_listing_is(t))
		add_listing(&m);
	else
		add_figures(&m);
	return m.out;
}
