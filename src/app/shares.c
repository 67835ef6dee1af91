/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers drawn by chance; see shares.h. */
#include "app/shares.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/random.h"

enum { LIST, GROUP, SEX, CODE, WEIGHT, COLUMNS };

/* Rows with the same list, group and sex. */
struct share_run {
	const char *key[CODE];
	size_t first, count;
};

struct shares {
	const struct grid *grid;
	unsigned *weights; /* one a row */
	struct share_run *runs;
	size_t count, capacity;
};

static bool is_of(const struct share_run *run, const char *const key[CODE])
{
	return !strcmp(run->key[LIST], key[LIST]) &&
	       !strcmp(run->key[GROUP], key[GROUP]) && !strcmp(run->key[SEX], key[SEX]);
}

static void add_row(struct shares *s, size_t row)
{
	struct share_run *latest = s->count ? &s->runs[s->count - 1] : NULL;
	struct share_run run = { .first = row, .count = 1 };

	for (size_t i = 0; i < CODE; i++)
		run.key[i] = grid_get(s->grid, row, i);
	if (latest && is_of(latest, run.key)) {
		latest->count++;
		return;
	}
	s->runs = mem_grow(s->runs, &s->capacity, s->count + 1, sizeof(*s->runs));
	s->runs[s->count++] = run;
}

static bool read_weight(struct shares *s, size_t row, struct faults *f)
{
	const char *text = grid_get(s->grid, row, WEIGHT);
	char *end;
	long weight = strtol(text, &end, 10);

	if (end == text || *end || weight < 0 || weight > 1000000)
		return faults_add(f, grid_name(s->grid), grid_line(s->grid, row),
				  WEIGHT + 1, _("weight: %s: är ingen vikt"), text);
	s->weights[row] = (unsigned)weight;
	return true;
}

struct shares *shares_parse(const struct grid *g, struct faults *f)
{
	static const char *const names[COLUMNS] = { "list", "group", "sex", "code",
						    "weight" };
	struct shares *s = mem_alloc(sizeof(*s));
	bool ok = grid_columns(g) == COLUMNS;

	s->grid = g;
	s->weights = mem_alloc((grid_rows(g) + 1) * sizeof(*s->weights));
	for (size_t i = 0; ok && i < COLUMNS; i++)
		ok = !strcmp(grid_column_name(g, i), names[i]);
	if (!ok)
		faults_add(f, grid_name(g), 1, 0, _("fel kolumner"));
	for (size_t i = 0; ok && i < grid_rows(g); i++) {
		ok = read_weight(s, i, f);
		add_row(s, i);
	}
	if (ok)
		return s;
	shares_free(s);
	return NULL;
}

void shares_free(struct shares *s)
{
	if (!s)
		return;
	free(s->weights);
	free(s->runs);
	free(s);
}

static const struct share_run *find(const struct shares *s, const char *list,
				    const char *group, const char *sex)
{
	const char *const key[CODE] = { list, group, sex };

	for (size_t i = 0; i < s->count; i++)
		if (is_of(&s->runs[i], key))
			return &s->runs[i];
	return NULL;
}

const char *shares_draw(const struct shares *s, struct random *r, const char *list,
			const char *group, const char *sex)
{
	const struct share_run *run = find(s, list, group, sex);

	if (!run)
		run = find(s, list, group, "");
	if (!run)
		run = find(s, list, "", sex);
	if (!run)
		run = find(s, list, "", "");
	assert(run);
	return grid_get(s->grid,
			run->first + random_pick(r, s->weights + run->first, run->count),
			CODE);
}
