/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a national demo counts by heads, plans and has left in money. Earlier years have
 * no participations but those that went on into the demo's year; their printed totals are
 * made up with heads.
 */
#include "app/demo_national.h"

#include <stdlib.h>
#include <string.h>

#include "app/quota.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/period.h"

enum {
	YEARS_BEFORE = 5,
	NOT_STATED_PERCENT = 5, /* of the interventions nobody has counted */
	SPLIT_PERCENT = 60,     /* of the others, women and men are counted apart */
	ANONYMOUS_PERCENT = 40, /* of the interventions some are anonymous */
	MILLION = 1000000,
};

/* Interventions that share something out between them. */
struct sharers {
	size_t *places;
	unsigned *weights;
	long *shares;
	size_t count;
};

static void sharers_init(struct national *n, struct sharers *s)
{
	size_t count = n->d->intervention_count + 1;

	s->places = mem_alloc(count * sizeof(*s->places));
	s->weights = mem_alloc(count * sizeof(*s->weights));
	s->shares = mem_alloc(count * sizeof(*s->shares));
	s->count = 0;
}

static void sharers_done(struct sharers *s)
{
	free(s->places);
	free(s->weights);
	free(s->shares);
}

static void sharers_add(struct sharers *s, size_t place, int weight)
{
	s->places[s->count] = place;
	s->weights[s->count++] = (unsigned)weight;
}

static void share_out(struct national *n, struct sharers *s, long total,
		      const char *table)
{
	if (s->count && total >= 0)
		quota_apportion(total, s->weights, s->count, s->shares);
	else
		national_refuse(n, table);
}

static bool was_going_on(const struct national *n, size_t i, int year)
{
	const struct demo_intervention *it = &n->d->interventions[i];

	return period_is_active_in((struct period){ it->start, it->end },
				   period_of_year(year));
}

/* A row of the intervention and the year. */
static void begin_row(struct national *n, struct demo_row *row, size_t place, int year)
{
	struct demo *d = n->d;

	d->federation = n->federations[n->interventions[place].federation].code;
	demo_new_row(d, row, demo_keyed(d, demo_day(year, 12, 20)));
	demo_set(row, "intervention", d->interventions[place].id);
	demo_set_int(row, "year", year);
}

/* ---- heads ---- */

static void write_volume(struct national *n, size_t place, int year, long heads)
{
	struct random *r = &n->d->random;
	long women = heads * random_between(r, 40, 75) / 100;
	struct demo_row row = { 0 };

	begin_row(n, &row, place, year);
	if (heads < 0) {
		demo_set_int(&row, "not_stated", 1);
	} else if (random_chance(r, SPLIT_PERCENT)) {
		demo_set_int(&row, "women", women);
		demo_set_int(&row, "men", heads - women);
	} else {
		demo_set_int(&row, "unspecified", heads);
	}
	if (heads > 0)
		demo_set_int(&row, "occasions", random_between(r, 1, 24));
	demo_insert(n->d, "volume", &row);
}

static void write_planned(struct national *n, const struct sharers *s, long planned)
{
	struct sharers plan = *s;

	plan.shares = mem_alloc(s->count * sizeof(*plan.shares) + 1);
	share_out(n, &plan, planned, "structural_participants");
	for (size_t i = 0; n->targets.ok && i < s->count; i++) {
		struct demo_row row = { 0 };

		begin_row(n, &row, s->places[i], n->d->year);
		demo_set_int(&row, "planned", plan.shares[i]);
		demo_insert(n->d, "intervention_year", &row);
	}
	free(plan.shares);
}

/* Shares `total` heads out over what is counted in the year. */
static void write_heads(struct national *n, int year, bool structural, long total)
{
	struct sharers s;

	sharers_init(n, &s);
	for (size_t i = 0; i < n->d->intervention_count; i++) {
		const struct national_intervention *more = &n->interventions[i];

		if (!more->counted || more->structural != structural ||
		    !was_going_on(n, i, year))
			continue;
		if (structural && random_chance(&n->d->random, NOT_STATED_PERCENT))
			write_volume(n, i, year, -1);
		else
			sharers_add(&s, i, random_between(&n->d->random, 20, 180));
	}
	share_out(n, &s, total,
		  structural ? "structural_participants" : "participants_over_time");
	for (size_t i = 0; n->targets.ok && i < s.count; i++)
		write_volume(n, s.places[i], year, s.shares[i]);
	if (structural)
		write_planned(n, &s,
			      targets_get(&n->targets, "structural_participants",
					  "planned", "total"));
	sharers_done(&s);
}

/* What the total of a year lacks when its participations are counted; -1 when the print
 * has no such year. */
static long lacking_heads(const struct national *n, int year)
{
	struct period whole = period_of_year(year);
	long total = targets_of_year(&n->targets, year, "participants_over_time",
				     "total");

	for (size_t i = 0; total > 0 && i < n->counts[0] + n->counts[1]; i++) {
		const struct demo_story *s = &n->ones[i].story;

		total -= period_is_active_in((struct period){ s->start, s->end }, whole);
	}
	return total;
}

/* ---- anonymous ---- */

static void write_anonymous(struct national *n)
{
	struct demo *d = n->d;
	struct sharers s;
	long total = targets_get(&n->targets, "participants_by_registration", "anonymous",
				 "total");

	sharers_init(n, &s);
	for (size_t i = 0; i < d->intervention_count; i++)
		if (!n->interventions[i].counted && was_going_on(n, i, d->year) &&
		    random_chance(&d->random, ANONYMOUS_PERCENT))
			sharers_add(&s, i, random_between(&d->random, 10, 40));
	share_out(n, &s, total, "participants_by_registration");
	for (size_t i = 0; n->targets.ok && i < s.count; i++) {
		long women = random_between(&d->random, 0, (int)s.shares[i]);

		for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
			long count = sex ? s.shares[i] - women : women;
			struct demo_row row = { 0 };

			if (!count)
				continue;
			begin_row(n, &row, s.places[i], d->year);
			demo_set(&row, "sex", national_sexes[sex].code);
			demo_set_int(&row, "count", count);
			demo_insert(d, "anonymous_count", &row);
		}
	}
	sharers_done(&s);
}

/* ---- equity ---- */

/* Shares out so many million kronor, which may be less than nothing. */
static void share_millions(const unsigned *weights, size_t count, long millions,
			   long *out)
{
	quota_apportion(labs(millions) * MILLION, weights, count, out);
	for (size_t i = 0; millions < 0 && i < count; i++)
		out[i] = -out[i];
}

static void write_equity_of(struct national *n, int year, const long *results,
			    const long *closing)
{
	struct demo *d = n->d;

	for (size_t i = 0; i < n->federation_count; i++) {
		struct demo_row row = { 0 };

		d->federation = n->federations[i].code;
		demo_new_row(d, &row, demo_keyed(d, demo_day(year + 1, 2, 1)));
		demo_set(&row, "federation", d->federation);
		demo_set_int(&row, "year", year);
		demo_set_int(&row, "result", results[i]);
		demo_set_int(&row, "closing_equity", closing[i]);
		demo_insert(d, "federation_year", &row);
	}
}

/* Each federation has its part of the equity of the first printed year, and then what the
 * results leave it. */
static void write_equity(struct national *n)
{
	size_t count = n->federation_count;
	unsigned *weights = mem_alloc(count * sizeof(*weights));
	long *closing = mem_alloc(count * sizeof(*closing));
	long *results = mem_alloc(count * sizeof(*results));
	bool begun = false;

	for (size_t i = 0; i < count; i++)
		weights[i] = (unsigned)n->federations[i].municipality_count + 1;
	for (int year = n->d->year - YEARS_BEFORE; year < n->d->year; year++) {
		struct targets *t = &n->targets;
		long result = targets_of_year(t, year, "equity", "result");
		long left = targets_of_year(t, year, "equity", "closing_equity");

		if (left < 0)
			continue;
		share_millions(weights, count, result, results);
		if (!begun)
			share_millions(weights, count, left, closing);
		for (size_t i = 0; begun && i < count; i++)
			closing[i] += results[i];
		begun = true;
		write_equity_of(n, year, results, closing);
	}
	free(weights);
	free(closing);
	free(results);
}

void national_write_counts(struct national *n)
{
	struct targets *t = &n->targets;
	int year = n->d->year;

	write_heads(n, year, false,
		    targets_get(t, "participants_by_registration", "volume", "total"));
	write_heads(n, year, true,
		    targets_get(t, "structural_participants", "actual", "total"));
	for (int earlier = year - YEARS_BEFORE; earlier < year; earlier++) {
		long heads = lacking_heads(n, earlier);

		if (heads > 0)
			write_heads(n, earlier, false, heads);
	}
	write_anonymous(n);
	write_equity(n);
}
