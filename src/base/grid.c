/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The currency of the house; see grid.h. */
#include "base/grid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

struct row {
	const char **cells;
	size_t line;
};

struct grid {
	char *name;
	const char **columns;
	size_t column_count, column_capacity;
	struct row *rows;
	size_t row_count, row_capacity;
	struct arena texts;
};

struct grid *grid_new(const char *name)
{
	struct grid *g = mem_alloc(sizeof(*g));

	g->name = mem_text(name);
	return g;
}

void grid_wipe(struct grid *g)
{
	if (g)
		arena_wipe(&g->texts);
	grid_free(g);
}

void grid_free(struct grid *g)
{
	if (!g)
		return;
	arena_done(&g->texts);
	free(g->columns);
	free(g->rows);
	free(g->name);
	free(g);
}

const char *grid_name(const struct grid *g)
{
	return g->name;
}

size_t grid_columns(const struct grid *g)
{
	return g->column_count;
}

size_t grid_rows(const struct grid *g)
{
	return g->row_count;
}

size_t grid_add_column(struct grid *g, const char *name)
{
	assert(!g->row_count);
	g->columns = mem_grow(g->columns, &g->column_capacity, g->column_count + 1,
			      sizeof(*g->columns));
	g->columns[g->column_count] = arena_text(&g->texts, name, strlen(name));
	return g->column_count++;
}

const char *grid_column_name(const struct grid *g, size_t column)
{
	assert(column < g->column_count);
	return g->columns[column];
}

int grid_find_column(const struct grid *g, const char *name)
{
	for (size_t i = 0; i < g->column_count; i++)
		if (!strcmp(g->columns[i], name))
			return (int)i;
	return -1;
}

size_t grid_add_row(struct grid *g, size_t line)
{
	struct row *new;

	g->rows = mem_grow(g->rows, &g->row_capacity, g->row_count + 1, sizeof(*g->rows));
	new = &g->rows[g->row_count];
	new->line = line;
	new->cells = arena_alloc(&g->texts, g->column_count * sizeof(*new->cells));
	for (size_t i = 0; i < g->column_count; i++)
		new->cells[i] = "";
	return g->row_count++;
}

size_t grid_line(const struct grid *g, size_t row)
{
	assert(row < g->row_count);
	return g->rows[row].line;
}

void grid_set(struct grid *g, size_t row, size_t column, const char *text)
{
	grid_set_part(g, row, column, text, text ? strlen(text) : 0);
}

void grid_set_part(struct grid *g, size_t row, size_t column, const char *text,
		   size_t length)
{
	assert(row < g->row_count && column < g->column_count);
	g->rows[row].cells[column] = arena_text(&g->texts, text, length);
}

const char *grid_get(const struct grid *g, size_t row, size_t column)
{
	assert(row < g->row_count && column < g->column_count);
	return g->rows[row].cells[column];
}

const char *grid_named(const struct grid *g, size_t row, const char *column)
{
	int at = grid_find_column(g, column);

	return at < 0 ? "" : grid_get(g, row, (size_t)at);
}

long grid_find_row(const struct grid *g, size_t column, const char *text)
{
	assert(column < g->column_count);
	for (size_t row = 0; row < g->row_count; row++)
		if (!strcmp(g->rows[row].cells[column], text))
			return (long)row;
	return -1;
}

/* Merge sort: qsort() neither keeps the order of equals nor takes the column along. */
static void merge(struct row *rows, struct row *spare, size_t count, size_t column,
		  int (*compare)(const char *, const char *))
{
	size_t half = count / 2, a = 0, b = half, out = 0;

	if (count < 2)
		return;
	merge(rows, spare, half, column, compare);
	merge(rows + half, spare, count - half, column, compare);
	memcpy(spare, rows, count * sizeof(*rows));
	while (a < half && b < count) {
		if (compare(spare[a].cells[column], spare[b].cells[column]) <= 0)
			rows[out++] = spare[a++];
		else
			rows[out++] = spare[b++];
	}
	while (a < half)
		rows[out++] = spare[a++];
	while (b < count)
		rows[out++] = spare[b++];
}

void grid_sort(struct grid *g, size_t column, int (*compare)(const char *, const char *))
{
	struct row *spare;

	assert(column < g->column_count);
	if (g->row_count < 2)
		return;
	spare = mem_alloc(g->row_count * sizeof(*spare));
	merge(g->rows, spare, g->row_count, column, compare);
	free(spare);
}
