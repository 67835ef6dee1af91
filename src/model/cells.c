/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as they are exchanged; see cells.h. */
#include "model/cells.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/grid.h"
#include "model/figures.h"

/* The columns, in their order. */
enum cells_column {
	TABLE,
	ROW,
	COLUMN,
	N,
	D,
	COLUMNS
};

static void set_number(struct grid *g, size_t row, enum cells_column column,
		       long long number)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%lld", number);
	grid_set(g, row, column, digits);
}

static void add_cell(struct grid *g, const struct figure_table *t, size_t row,
		     size_t column)
{
	const struct figure *figure = figure_at(t, row, column);
	size_t at;

	if (!figure_is_stated(figure))
		return;
	at = grid_add_row(g, 0);
	grid_set(g, at, TABLE, t->report->id);
	grid_set(g, at, ROW, t->rows.items[row].key);
	grid_set(g, at, COLUMN, t->columns.items[column].key);
	set_number(g, at, N, figure->n);
	if (figure->divided)
		set_number(g, at, D, figure->d);
}

static void add_table(struct grid *g, const struct figure_table *t, bool whole)
{
	for (size_t row = 0; row < t->rows.count; row++)
		for (size_t column = 0; column < t->columns.count; column++)
			if (figure_row_is_shown(t, row) ||
			    (whole && figure_at(t, row, column)->d))
				add_cell(g, t, row, column);
}

bool cells_have_table(const struct grid *g, const char *table)
{
	return grid_find_row(g, TABLE, table) >= 0;
}

static void begin_table(struct figure_table *t)
{
	for (size_t row = 0; row < t->rows.count; row++) {
		for (size_t column = 0; column < t->columns.count; column++) {
			struct figure *f = figure_at(t, row, column);

			*f = (struct figure){ .unknown = !t->rows.items[row].optional };
		}
	}
}

static struct figure *find_cell(const struct grid *g, size_t row, struct figures *f)
{
	struct figure_table *t = figures_find(f, grid_get(g, row, TABLE));

	return t ? figure_find(t, grid_get(g, row, ROW), grid_get(g, row, COLUMN)) : NULL;
}

size_t cells_put(const struct grid *g, struct figures *f)
{
	size_t homeless = 0;

	for (size_t i = 0; i < f->count; i++)
		begin_table(&f->tables[i]);
	for (size_t row = 0; row < grid_rows(g); row++) {
		struct figure *cell = find_cell(g, row, f);

		if (!cell) {
			homeless++;
			continue;
		}
		*cell = (struct figure){
			.n = strtoll(grid_get(g, row, N), NULL, 10),
			.d = strtoll(grid_get(g, row, D), NULL, 10),
			.divided = *grid_get(g, row, D) != '\0',
			.known = true,
		};
	}
	return homeless;
}

static struct grid *make(const struct figures *f, bool whole)
{
	static const char *const names[COLUMNS] = { "table", "row", "column", "n", "d" };
	struct grid *g = grid_new("cells");

	for (size_t i = 0; i < COLUMNS; i++)
		grid_add_column(g, names[i]);
	for (size_t i = 0; i < f->count; i++)
		add_table(g, &f->tables[i], whole);
	return g;
}

struct grid *cells_make(const struct figures *f)
{
	return make(f, false);
}

struct grid *cells_make_whole(const struct figures *f)
{
	return make(f, true);
}
