/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of figures; see difference.h. */
#include "model/difference.h"

#include <string.h>

#include "base/grid.h"
#include "base/text.h"
#include "model/figures.h"

/* A value of both, and where it stands. */
struct pair {
	const struct figure_table *table;
	size_t row, column;
	const struct figure *then, *now;
};

static void compare_value(struct grid *g, const struct pair *p, enum report_show show)
{
	struct text then = { 0 }, now = { 0 }, column = { 0 };

	figure_print(p->then, show, &then);
	figure_print(p->now, show, &now);
	if (strcmp(text_get(&then), text_get(&now))) {
		size_t at = grid_add_row(g, 0);

		figure_print_column(&p->table->columns.items[p->column], show, &column);
		grid_set(g, at, 0, p->table->report->id);
		grid_set(g, at, 1, p->table->rows.items[p->row].key);
		grid_set(g, at, 2, text_get(&column));
		grid_set(g, at, 3, text_get(&then));
		grid_set(g, at, 4, text_get(&now));
	}
	text_done(&then);
	text_done(&now);
	text_done(&column);
}

static void compare_figure(struct grid *g, const struct figure_table *t,
			   const struct figure_table *now, size_t row, size_t column)
{
	const struct axis_item *c = &t->columns.items[column];
	struct pair p = { .table = t, .row = row, .column = column };

	p.then = figure_at(t, row, column);
	p.now = figure_find(now, t->rows.items[row].key, c->key);
	if (!p.now)
		return;
	for (unsigned show = 1; show <= REPORT_LAST_SHOW; show <<= 1)
		if (c->show & show)
			compare_value(g, &p, (enum report_show)show);
}

static void compare_row(struct grid *g, const struct figure_table *t,
			const struct figure_table *now, size_t row)
{
	for (size_t column = 0; column < t->columns.count; column++)
		compare_figure(g, t, now, row, column);
}

/* Whether one of them shows the row. */
static bool is_shown(const struct figure_table *t, const struct figure_table *now,
		     size_t row)
{
	long other = axis_find(&now->rows, t->rows.items[row].key);

	return figure_row_is_shown(t, row) ||
	       (other >= 0 && figure_row_is_shown(now, (size_t)other));
}

struct grid *difference_list(const struct figures *then, const struct figures *now)
{
	static const char *const names[] = { "table", "row", "column", "then", "now" };
	struct grid *g = grid_new("differences");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		grid_add_column(g, names[i]);
	for (size_t i = 0; i < then->count; i++) {
		const struct figure_table *t = &then->tables[i];
		const struct figure_table *other = figures_find(now, t->report->id);

		for (size_t row = 0; other && row < t->rows.count; row++)
			if (is_shown(t, other, row))
				compare_row(g, t, other, row);
	}
	return g;
}
