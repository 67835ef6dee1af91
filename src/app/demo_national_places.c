/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the interventions of a national demo belong, what they are called and who takes
 * part in them; and how they come into its tables.
 */
#include "app/demo_national.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app/quota.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"

enum { ESF_PERCENT = 4 };

/* ---- federations and names ---- */

/* Each of these is shared out on its own, so that every federation has some of each. */
enum batch { STILL_OPEN, OTHER_INDIVIDUAL, ALL_STRUCTURAL, BATCHES };

static enum batch batch_of(const struct national *n, size_t i)
{
	const struct national_intervention *more = &n->interventions[i];

	if (more->structural)
		return ALL_STRUCTURAL;
	return more->counted || n->d->interventions[i].end != INT_MAX ? OTHER_INDIVIDUAL
								      : STILL_OPEN;
}

/* In proportion to their municipalities, but none is left without. */
static void deal_federations(struct national *n, enum batch batch)
{
	struct demo *d = n->d;
	unsigned *weights = mem_alloc(n->federation_count * sizeof(*weights));
	long *shares = mem_alloc(n->federation_count * sizeof(*shares));
	size_t count = 0, *places = mem_alloc(d->intervention_count * sizeof(*places));

	for (size_t i = 0; i < d->intervention_count; i++)
		if (batch_of(n, i) == batch)
			places[count++] = i;
	for (size_t i = count; i > 1; i--) {
		size_t k = (size_t)random_between(&d->random, 0, (int)i - 1);
		size_t place = places[k];

		places[k] = places[i - 1];
		places[i - 1] = place;
	}
	for (size_t i = 0; i < n->federation_count; i++)
		weights[i] = (unsigned)n->federations[i].municipality_count + 1;
	quota_apportion((long)count, weights, n->federation_count, shares);
	for (size_t i = 0; i < n->federation_count; i++)
		while (shares[i]-- > 0)
			n->interventions[places[--count]].federation = i;
	free(weights);
	free(shares);
	free(places);
}

/* The name of the kind and orientation that the federation has used least; a number is
 * added the second time. */
static void deal_names(struct national *n)
{
	struct demo *d = n->d;
	const struct grid *names = d->files[DEMO_NAMES];
	size_t rows = grid_rows(names);
	unsigned char *used = mem_alloc(n->federation_count * rows + 1);

	for (size_t i = 0; i < d->intervention_count; i++) {
		const struct national_intervention *more = &n->interventions[i];
		unsigned char *own = used + more->federation * rows;
		struct text name = { 0 };
		size_t best = rows;

		for (size_t k = 0; k < rows; k++) {
			size_t at = (k + more->federation) % rows;
			const char *kind = more->structural ? "structural" : "individual";

			if (!strcmp(grid_named(names, at, "kind"), kind) &&
			    !strcmp(grid_named(names, at, "orientation"),
				    more->orientation) &&
			    (best == rows || own[at] < own[best]))
				best = at;
		}
		if (best == rows)
			continue;
		text_add(&name, grid_named(names, best, "name"));
		if (own[best]++)
			text_addf(&name, " %d", own[best]);
		d->interventions[i].name = text_take(&name);
	}
	free(used);
}

void national_give_out(struct national *n)
{
	for (int batch = 0; batch < BATCHES; batch++)
		deal_federations(n, (enum batch)batch);
	deal_names(n);
}

/* ---- who takes part where ---- */

static size_t find_place(struct national *n, const struct national_one *one,
			 unsigned *weights)
{
	const struct demo *d = n->d;
	unsigned sum = 0;

	for (size_t i = 0; i < d->intervention_count; i++) {
		const struct national_intervention *more = &n->interventions[i];
		const struct demo_intervention *it = &d->interventions[i];
		bool fits = !more->counted && it->end == INT_MAX &&
			    it->start <= one->story.start &&
			    !strcmp(more->orientation, one->orientation);

		weights[i] = fits ? it->weight : 0;
		sum += weights[i];
	}
	return sum ? random_pick(&n->d->random, weights, d->intervention_count)
		   : d->intervention_count;
}

void national_place(struct national *n)
{
	struct demo *d = n->d;
	unsigned *weights = mem_alloc((d->intervention_count + 1) * sizeof(*weights));

	for (size_t i = 0; i < d->intervention_count; i++)
		d->interventions[i].weight = (unsigned)random_between(&d->random, 3, 20);
	for (size_t i = 0; n->targets.ok && i < n->counts[0] + n->counts[1]; i++) {
		struct national_one *one = &n->ones[i];

		one->intervention = find_place(n, one, weights);
		if (one->intervention == d->intervention_count)
			national_refuse(n, "participants_by_orientation");
	}
	free(weights);
}

/* ---- rows ---- */

static void write_intervention(struct national *n, size_t i)
{
	struct demo *d = n->d;
	struct demo_intervention *it = &d->interventions[i];
	const struct national_intervention *more = &n->interventions[i];
	struct demo_row row = { 0 }, group = { 0 };

	d->federation = n->federations[more->federation].code;
	demo_new_id(d, it->start, it->id);
	demo_set(&row, "id", it->id);
	demo_set(&row, "federation", d->federation);
	demo_set(&row, "name", it->name);
	demo_set(&row, "kind", more->structural ? "structural" : "individual");
	demo_set(&row, "orientation", more->orientation);
	demo_set(&row, "registration", more->counted ? "volume" : "detailed");
	demo_set_day(&row, "start", it->start);
	if (it->end != INT_MAX)
		demo_set_day(&row, "end", it->end);
	demo_set(&row, "esf", random_chance(&d->random, ESF_PERCENT) ? "1" : "0");
	demo_stamp(&row, it->start, it->end == INT_MAX ? it->start : it->end);
	demo_insert(d, "intervention", &row);
	if (!more->target_group[0])
		return;
	demo_set(&group, "intervention", it->id);
	demo_set(&group, "target_group", more->target_group);
	demo_insert(d, "intervention_target_group", &group);
}

void national_write_interventions(struct national *n)
{
	for (size_t i = 0; i < n->d->intervention_count; i++)
		write_intervention(n, i);
}
