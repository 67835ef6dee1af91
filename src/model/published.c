/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed figures of the national reports; see published.h. */
#include "model/published.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"

struct figure_in_print {
	int year;
	struct published_key key;
	const char *value, *note;
};

/* Sorted by table, row, column and year. */
struct published {
	struct figure_in_print *items;
	size_t count;
	struct arena arena;
};

static int compare_keys(const struct published_key *a, const struct published_key *b)
{
	int order = strcmp(a->table, b->table);

	if (!order)
		order = strcmp(a->row, b->row);
	return order ? order : strcmp(a->column, b->column);
}

static int compare(const void *a, const void *b)
{
	const struct figure_in_print *x = a, *y = b;
	int order = compare_keys(&x->key, &y->key);

	return order ? order : (x->year > y->year) - (x->year < y->year);
}

static bool is_number(const char *text)
{
	char *end;

	strtod(text, &end);
	return *text && !*end && !text[strspn(text, "-0123456789.")];
}

static const char *kept(struct published *p, const struct grid *g, size_t row,
			const char *column)
{
	const char *text = grid_named(g, row, column);

	return arena_text(&p->arena, text, strlen(text));
}

static void parse_row(struct published *p, const struct grid *g, size_t row,
		      struct faults *f)
{
	struct figure_in_print *x = &p->items[p->count++];
	const char *corrected = kept(p, g, row, "corrected");

	x->year = atoi(grid_named(g, row, "year"));
	x->key = (struct published_key){ kept(p, g, row, "table"), kept(p, g, row, "row"),
					 kept(p, g, row, "column") };
	x->value = *corrected ? corrected : kept(p, g, row, "printed");
	x->note = *corrected ? kept(p, g, row, "note") : "";
	if (x->year < 2000 || x->year > 2200)
		faults_add(f, grid_name(g), grid_line(g, row), 0, _("%s: inget år"),
			   grid_named(g, row, "year"));
	if (!is_number(x->value))
		faults_add(f, grid_name(g), grid_line(g, row), 0, _("%s: inget tal"),
			   x->value);
}

static void find_doubles(const struct published *p, const struct grid *g,
			 struct faults *f)
{
	for (size_t i = 1; i < p->count; i++) {
		const struct figure_in_print *x = &p->items[i];

		if (!compare(&p->items[i - 1], x))
			faults_add(f, grid_name(g), 0, 0,
				   _("%d, %s, %s, %s: står två gånger"), x->year,
				   x->key.table, x->key.row, x->key.column);
	}
}

struct published *published_parse(const struct grid *g, struct faults *f)
{
	static const char *const columns[] = {
		"year", "table", "row", "column", "printed", "corrected", "note",
	};
	struct published *p = mem_alloc(sizeof(*p));
	size_t before = f->count;

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (grid_find_column(g, columns[i]) < 0)
			faults_add(f, grid_name(g), 1, 0, _("kolumnen %s saknas"),
				   columns[i]);
	p->items = mem_alloc((grid_rows(g) + 1) * sizeof(*p->items));
	for (size_t row = 0; row < grid_rows(g) && f->count == before; row++)
		parse_row(p, g, row, f);
	qsort(p->items, p->count, sizeof(*p->items), compare);
	find_doubles(p, g, f);
	if (f->count == before)
		return p;
	published_free(p);
	return NULL;
}

void published_free(struct published *p)
{
	if (!p)
		return;
	arena_done(&p->arena);
	free(p->items);
	free(p);
}

static const struct figure_in_print *find(const struct published *p, int year,
					  struct published_key key)
{
	struct figure_in_print wanted = { .year = year, .key = key };

	return bsearch(&wanted, p->items, p->count, sizeof(*p->items), compare);
}

const char *published_find(const struct published *p, int year, struct published_key key)
{
	const struct figure_in_print *x = find(p, year, key);

	return x ? x->value : NULL;
}

const char *published_note(const struct published *p, int year, struct published_key key)
{
	const struct figure_in_print *x = find(p, year, key);

	return x ? x->note : "";
}

int published_latest(const struct published *p, const char *table, int year)
{
	int latest = 0;

	for (size_t i = 0; i < p->count; i++)
		if (p->items[i].year <= year && p->items[i].year > latest &&
		    !strcmp(p->items[i].key.table, table))
			latest = p->items[i].year;
	return latest;
}
