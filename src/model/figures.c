/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the tables; see figures.h. */
#include "model/figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csvfile.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"

/* ---- the tables ---- */

static void add_words(struct axis *a, struct report_words words, struct axis_years years,
		      struct arena *arena)
{
	for (size_t i = 0; i < words.count; i++) {
		const struct report_word *word = &words.items[i];
		size_t count = axis_combinations(word, years);
		int *ignored = mem_alloc(count * sizeof(*ignored));

		axis_add_word(a, word, years, ignored, arena);
		free(ignored);
	}
}

static void begin_figures(struct figure_table *t)
{
	t->items = mem_alloc(t->rows.count * t->columns.count * sizeof(*t->items));
	for (size_t row = 0; row < t->rows.count; row++)
		for (size_t column = 0; column < t->columns.count; column++)
			figure_at(t, row, column)->unknown =
				t->columns.items[column].show & REPORT_MONEY;
}

static void build_table(struct figure_table *t, const struct report *r, int year,
			struct arena *arena)
{
	struct axis_years years = { report_first_year(r, year), 0 };

	years.count = year - years.first + 1;
	t->report = r;
	t->year = year;
	axis_add_order(&t->rows, r, arena);
	for (size_t i = 0; i < r->part_count; i++) {
		add_words(&t->rows, r->parts[i].rows, years, arena);
		add_words(&t->columns, r->parts[i].columns, years, arena);
	}
	begin_figures(t);
}

struct figures *figures_new(const struct report *const *reports, size_t count, int year)
{
	struct figures *f = mem_alloc(sizeof(*f));

	f->year = year;
	f->count = count;
	f->tables = mem_alloc(count * sizeof(*f->tables));
	f->arena = mem_alloc(sizeof(*f->arena));
	for (size_t i = 0; i < count; i++)
		build_table(&f->tables[i], reports[i], year, f->arena);
	return f;
}

void figures_free(struct figures *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->count; i++) {
		axis_done(&f->tables[i].rows);
		axis_done(&f->tables[i].columns);
		free(f->tables[i].items);
	}
	arena_done(f->arena);
	free(f->arena);
	free(f->tables);
	free(f);
}

struct figure_table *figures_find(const struct figures *f, const char *id)
{
	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->tables[i].report->id, id))
			return &f->tables[i];
	return NULL;
}

struct figure *figure_at(const struct figure_table *t, size_t row, size_t column)
{
	return &t->items[row * t->columns.count + column];
}

struct figure *figure_find(const struct figure_table *t, const char *row,
			   const char *column)
{
	long r = axis_find(&t->rows, row), c = axis_find(&t->columns, column);

	return r < 0 || c < 0 ? NULL : figure_at(t, (size_t)r, (size_t)c);
}

bool figure_row_is_shown(const struct figure_table *t, size_t row)
{
	if (!t->rows.items[row].optional)
		return true;
	for (size_t i = 0; i < t->columns.count; i++)
		if (figure_at(t, row, i)->n)
			return true;
	return false;
}

/* ---- their values ---- */

/* n/d to the nearest whole number, halves upwards; d > 0. */
static long long divide(long long n, long long d)
{
	long long twice = 2 * n + d, whole = twice / (2 * d);

	return twice % (2 * d) < 0 ? whole - 1 : whole;
}

bool figure_is_stated(const struct figure *f)
{
	return f->known || !f->unknown;
}

bool figure_percent(const struct figure *f, long long *percent)
{
	if (!f->divided || f->d <= 0 || !figure_is_stated(f))
		return false;
	*percent = divide(100 * f->n, f->d);
	return true;
}

static void print_tenths(long long tenths, bool whole_if_even, struct text *out)
{
	const char *sign = tenths < 0 ? "-" : "";
	long long size = tenths < 0 ? -tenths : tenths;

	if (whole_if_even && size % 10 == 0)
		text_addf(out, "%s%lld", sign, size / 10);
	else
		text_addf(out, "%s%lld.%lld", sign, size / 10, size % 10);
}

bool figure_print(const struct figure *f, enum report_show show, struct text *out)
{
	bool has_mean = f->divided && f->d > 0;
	long long percent;

	switch (show) {
	case REPORT_COUNT:
	case REPORT_KRONOR:
		if (figure_is_stated(f))
			text_addf(out, "%lld", f->n);
		return figure_is_stated(f);
	case REPORT_PERCENT:
		if (!figure_percent(f, &percent))
			return false;
		text_addf(out, "%lld", percent);
		return true;
	case REPORT_MEAN:
		if (has_mean)
			print_tenths(divide(10 * f->n, f->d), false, out);
		return has_mean;
	case REPORT_MEAN_PERCENT:
		if (has_mean)
			text_addf(out, "%lld", divide(f->n, f->d));
		return has_mean;
	case REPORT_MILLIONS:
		if (figure_is_stated(f))
			print_tenths(divide(f->n, 100000), true, out);
		return figure_is_stated(f);
	}
	return false;
}

void figure_print_column(const struct axis_item *column, enum report_show show,
			 struct text *out)
{
	bool per_cent = show == REPORT_PERCENT || show == REPORT_MEAN_PERCENT;

	text_addf(out, "%s%s", column->key, per_cent ? "_pct" : "");
}

/* ---- as a file ---- */

struct listing {
	struct grid *grid;
	figures_mask *mask;
	const void *context;
};

static void list_value(const struct listing *l, const struct figure_table *t, size_t row,
		       size_t column, enum report_show show)
{
	struct text value = { 0 }, name = { 0 };

	if (figure_print(figure_at(t, row, column), show, &value)) {
		struct grid *g = l->grid;
		size_t at = grid_add_row(g, 0);
		const char *mark =
			l->mask ? l->mask(l->context, t, row, column, show) : NULL;

		figure_print_column(&t->columns.items[column], show, &name);
		grid_set(g, at, 0, t->report->id);
		grid_set(g, at, 1, t->rows.items[row].key);
		grid_set(g, at, 2, text_get(&name));
		grid_set(g, at, 3, mark ? mark : text_get(&value));
	}
	text_done(&value);
	text_done(&name);
}

static void list_cell(const struct listing *l, const struct figure_table *t, size_t row,
		      size_t column)
{
	unsigned shows = t->columns.items[column].show;

	for (unsigned show = 1; show <= REPORT_LAST_SHOW; show <<= 1)
		if (shows & show)
			list_value(l, t, row, column, (enum report_show)show);
}

static void list_table(const struct listing *l, const struct figure_table *t)
{
	for (size_t row = 0; row < t->rows.count; row++) {
		if (!figure_row_is_shown(t, row))
			continue;
		for (size_t column = 0; column < t->columns.count; column++)
			list_cell(l, t, row, column);
	}
}

struct grid *figures_grid(const struct figures *f, figures_mask *mask,
			  const void *context)
{
	struct grid *g = grid_new("figures");
	const struct listing l = { g, mask, context };

	grid_add_column(g, "table");
	grid_add_column(g, "row");
	grid_add_column(g, "column");
	grid_add_column(g, "value");
	for (size_t i = 0; i < f->count; i++)
		list_table(&l, &f->tables[i]);
	return g;
}

void figures_print_csv(const struct figures *f, struct text *out)
{
	struct grid *g = figures_grid(f, NULL, NULL);

	csvfile_write(out, g, "\n");
	grid_free(g);
}
