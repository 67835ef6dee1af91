/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of ready texts, filtered and sorted; see rowset.h. */
#include "ui/rowset.h"

#include <stdlib.h>
#include <string.h>

#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

void rowset_done(struct rowset *r)
{
	grid_free(r->grid);
	free(r->order);
	free(r->filter);
	free(r->only);
	free(r->folded);
	arena_done(&r->texts);
	*r = (struct rowset){ .grid = NULL };
}

/* ---- order ---- */

/* What two rows are compared by. */
struct comparison {
	const struct grid *grid;
	size_t column;
	bool descending;
	const long long *numbers; /* by row; NULL: by text */
};

/* The number in a text, its digits in groups or not; less than any when there is none. */
static long long number_in(const char *text)
{
	const char *digit = text + strcspn(text, "0123456789");
	long long number = 0;

	if (!*digit)
		return -1;
	for (; *digit; digit++)
		if (*digit >= '0' && *digit <= '9' && number < 1000000000000000)
			number = 10 * number + (*digit - '0');
	return number;
}

static int compare(const struct comparison *c, size_t a, size_t b)
{
	int difference;

	if (c->numbers)
		difference =
			(c->numbers[a] > c->numbers[b]) - (c->numbers[a] < c->numbers[b]);
	else if (!strcmp(grid_get(c->grid, a, c->column),
			 grid_get(c->grid, b, c->column)))
		difference = 0;
	else
		difference = utf8_compare_sv(grid_get(c->grid, a, c->column),
					     grid_get(c->grid, b, c->column));
	return c->descending ? -difference : difference;
}

/* Merges the two sorted halves of `rows`; equals of the first half come first. */
static void merge(const struct comparison *c, size_t *rows, size_t middle, size_t count,
		  size_t *room)
{
	size_t a = 0, b = middle;

	for (size_t i = 0; i < count; i++)
		if (a < middle && (b >= count || compare(c, rows[a], rows[b]) <= 0))
			room[i] = rows[a++];
		else
			room[i] = rows[b++];
	memcpy(rows, room, count * sizeof(*rows));
}

static void sort(const struct comparison *c, size_t *rows, size_t count, size_t *room)
{
	size_t middle = count / 2;

	if (count < 2)
		return;
	sort(c, rows, middle, room);
	sort(c, rows + middle, count - middle, room);
	merge(c, rows, middle, count, room);
}

static void sort_rows(const struct grid *grid, struct comparison c, bool by_number,
		      size_t *rows, size_t count)
{
	size_t all = grid_rows(grid);
	size_t *room = mem_alloc((count + 1) * sizeof(*room));
	long long *numbers = NULL;

	c.grid = grid;
	if (by_number) {
		numbers = mem_alloc((all + 1) * sizeof(*numbers));
		for (size_t row = 0; row < all; row++)
			numbers[row] = number_in(grid_get(grid, row, c.column));
		c.numbers = numbers;
	}
	sort(&c, rows, count, room);
	free(numbers);
	free(room);
}

/* ---- which rows ---- */

/* Texts folded lately: lists repeat the same few names, and folding is slow. */
static const char *fold_cell(struct rowset *r, const char *text)
{
	size_t hash = 5381;
	struct rowset_folded *it;
	char *folded;

	for (const char *c = text; *c; c++)
		hash = hash * 33 + (unsigned char)*c;
	it = &r->lately[hash % ROWSET_LATELY];
	if (it->text && !strcmp(it->text, text))
		return it->folded;
	folded = utf8_fold(text);
	it->text = text;
	it->folded = arena_text(&r->texts, folded, strlen(folded));
	free(folded);
	return it->folded;
}

/* All shown texts of a row in one, so that a filter is one search a row. */
static const char *fold_row(struct rowset *r, size_t row, struct text *room)
{
	text_clear(room);
	for (size_t c = 0; c < r->columns; c++) {
		text_add(room, fold_cell(r, grid_get(r->grid, row, c)));
		text_add_char(room, '\n');
	}
	return arena_text(&r->texts, text_get(room), room->length);
}

static const char *folded_row(struct rowset *r, size_t row, struct text *room)
{
	if (!r->folded)
		r->folded = mem_alloc((grid_rows(r->grid) + 1) * sizeof(*r->folded));
	if (!r->folded[row])
		r->folded[row] = fold_row(r, row, room);
	return r->folded[row];
}

static void arrange(struct rowset *r)
{
	struct text room = { 0 };
	char *folded;

	r->count = 0;
	if (!r->grid)
		return;
	folded = r->filter ? utf8_fold(r->filter) : NULL;
	for (size_t row = 0; row < grid_rows(r->grid); row++) {
		if (r->only && strcmp(grid_get(r->grid, row, r->only_column), r->only))
			continue;
		if (folded && !strstr(folded_row(r, row, &room), folded))
			continue;
		r->order[r->count++] = row;
	}
	free(folded);
	text_done(&room);
	if (r->sorted)
		sort_rows(r->grid,
			  (struct comparison){ .column = r->sort_column,
					       .descending = r->descending },
			  r->by_number, r->order, r->count);
}

void rowset_take(struct rowset *r, struct grid *grid)
{
	grid_free(r->grid);
	free(r->folded);
	free(r->order);
	arena_done(&r->texts);
	memset(r->lately, 0, sizeof(r->lately));
	r->folded = NULL;
	r->grid = grid;
	r->columns = grid_columns(grid) - 1;
	r->order = mem_alloc((grid_rows(grid) + 1) * sizeof(*r->order));
	arrange(r);
}

void rowset_filter(struct rowset *r, const char *text)
{
	char *filter = text[0] ? mem_text(text) : NULL;

	free(r->filter);
	r->filter = filter;
	arrange(r);
}

void rowset_restrict(struct rowset *r, size_t column, const char *value)
{
	char *only = value ? mem_text(value) : NULL;

	free(r->only);
	r->only = only;
	r->only_column = column;
	arrange(r);
}

void rowset_sort(struct rowset *r, size_t column, bool by_number, bool descending)
{
	r->sorted = true;
	r->sort_column = column;
	r->by_number = by_number;
	r->descending = descending;
	arrange(r);
}

bool rowset_is_filtered(const struct rowset *r)
{
	return r->filter || r->only;
}

const char *rowset_get(const struct rowset *r, size_t place, size_t column)
{
	return grid_get(r->grid, r->order[place], column);
}

const char *rowset_key(const struct rowset *r, size_t place)
{
	return rowset_get(r, place, r->columns);
}

long rowset_find(const struct rowset *r, const char *key)
{
	for (size_t place = 0; place < r->count; place++)
		if (!strcmp(rowset_key(r, place), key))
			return (long)place;
	return -1;
}

/* ---- counting ---- */

static void add_value(struct grid *out, const char *value, size_t count)
{
	size_t row = grid_add_row(out, 0);
	struct text number = { 0 };

	text_addf(&number, "%zu", count);
	grid_set(out, row, 0, value);
	grid_set(out, row, 1, text_get(&number));
	text_done(&number);
}

static int by_count(const char *a, const char *b)
{
	long long x = number_in(a), y = number_in(b);

	return (x < y) - (x > y);
}

struct grid *rowset_count_values(const struct rowset *r, size_t column)
{
	struct grid *out = grid_new("frequencies");
	size_t *rows, first = 0;

	grid_add_column(out, "value");
	grid_add_column(out, "count");
	if (!r->grid)
		return out;
	rows = mem_alloc((r->count + 1) * sizeof(*rows));
	memcpy(rows, r->order, r->count * sizeof(*rows));
	sort_rows(r->grid, (struct comparison){ .column = column }, false, rows,
		  r->count);
	for (size_t i = 0; i < r->count; i++) {
		const char *value = grid_get(r->grid, rows[i], column);

		if (i + 1 < r->count &&
		    !strcmp(value, grid_get(r->grid, rows[i + 1], column)))
			continue;
		add_value(out, value, i + 1 - first);
		first = i + 1;
	}
	free(rows);
	grid_sort(out, 1, by_count);
	return out;
}
