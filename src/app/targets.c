/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed figures as targets and as decks of codes; see targets.h. */
#include "app/targets.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/random.h"
#include "model/published.h"

long targets_get(struct targets *t, const char *table, const char *row,
		 const char *column)
{
	const struct published_key key = { table, row, column };
	const char *value = published_find(t->figures, t->year, key);

	if (value)
		return strtol(value, NULL, 10);
	if (t->ok)
		err_set(&t->e, _("%s: %s %s %s: saknas för %d"), grid_name(t->rows),
			table, row, column, t->year);
	t->ok = false;
	return 0;
}

long targets_of_year(const struct targets *t, int year, const char *table,
		     const char *column)
{
	char row[16];
	const struct published_key key = { table, row, column };
	const char *value;

	snprintf(row, sizeof(row), "%d", year);
	value = published_find(t->figures, year, key);
	return value ? strtol(value, NULL, 10) : -1;
}

/* ---- decks ---- */

static bool is_counted(const struct targets *t, size_t i, const char *table,
		       const char *column)
{
	return atoi(grid_named(t->rows, i, "year")) == t->year &&
	       !strcmp(grid_named(t->rows, i, "table"), table) &&
	       !strcmp(grid_named(t->rows, i, "column"), column) &&
	       strcmp(grid_named(t->rows, i, "row"), "total");
}

struct deck deck_of(struct targets *t, const char *table, const char *column)
{
	struct deck d = { 0 };
	size_t capacity = 0;

	for (size_t i = 0; i < grid_rows(t->rows); i++) {
		const char *code = grid_named(t->rows, i, "row");
		long count;

		if (!is_counted(t, i, table, column))
			continue;
		count = targets_get(t, table, code, column);
		if (count <= 0)
			continue;
		d.cards = mem_grow(d.cards, &capacity, d.count + (size_t)count,
				   sizeof(*d.cards));
		while (count--)
			d.cards[d.count++] = code;
	}
	return d;
}

void deck_free(struct deck *d)
{
	free(d->cards);
	*d = (struct deck){ 0 };
}

size_t deck_remove(struct deck *d, const char *code)
{
	size_t kept = 0, before = d->count;

	for (size_t i = 0; i < d->count; i++)
		if (strcmp(d->cards[i], code))
			d->cards[kept++] = d->cards[i];
	d->count = kept;
	return before - kept;
}

static void swap(struct deck *d, size_t a, size_t b)
{
	const char *card = d->cards[a];

	d->cards[a] = d->cards[b];
	d->cards[b] = card;
}

void deck_shuffle(struct deck *d, struct random *r)
{
	for (size_t i = d->count; i > 1; i--)
		swap(d, i - 1, (size_t)random_between(r, 0, (int)i - 1));
}

const char *deck_take(struct deck *d, deck_fits *fits, void *context)
{
	size_t at = d->next;

	assert(d->next < d->count);
	while (fits && at < d->count && !fits(context, d->cards[at]))
		at++;
	if (at == d->count)
		at = d->next;
	swap(d, d->next, at);
	return d->cards[d->next++];
}
