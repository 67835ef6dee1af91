/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The interventions of a national demo: as many in each of the last years as the print
 * tells, some ending and others beginning from one year to the next.
 */
#include "app/demo_national.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	YEARS = 6,        /* the demo's and those before it */
	KEPT = 85,        /* per cent of interventions that go on into the next year */
	COUNTED_EVERY = 8, /* of the individual ones, only heads are counted in one of */
	MOST_ORIENTATIONS = 8,
};

/* Interventions that are counted on their own: so many going on in each year. */
struct stratum {
	bool structural;
	const char *target_group;
	long going_on[YEARS];
};

/* The priority groups whose interventions are printed. */
static const char *const target_groups[] = {
	"young_activity_compensation", "long_term_sick", "young_disability",
};

enum { TARGET_GROUPS = sizeof(target_groups) / sizeof(target_groups[0]) };
enum { STRUCTURAL, OTHERS, FIRST_GROUP, STRATA = FIRST_GROUP + TARGET_GROUPS };

/* ---- how many in which year ---- */

/* All interventions of a kind; -1 where the print does not tell. */
static long count_kind(struct national *n, int year, bool structural)
{
	struct targets *t = &n->targets;
	long total, percent, individual;

	if (year == t->year)
		return targets_get(t, "interventions_by_kind",
				   structural ? "structural" : "individual", "total");
	total = targets_of_year(t, year, "interventions_over_time", "total");
	percent = targets_of_year(t, year, "interventions_over_time", "individual_pct");
	if (total < 0 || percent < 0)
		return -1;
	individual = (total * percent + 50) / 100;
	return structural ? total - individual : individual;
}

/* Before the first year that is told it was as in that year. */
static void count_back(struct stratum *s)
{
	for (int i = YEARS - 1; i >= 0; i--)
		if (s->going_on[i] < 0)
			s->going_on[i] = i == YEARS - 1 ? 0 : s->going_on[i + 1];
}

static long count_stratum(struct national *n, int year, const struct stratum *s)
{
	if (!s->target_group[0])
		return count_kind(n, year, s->structural);
	return targets_of_year(&n->targets, year, "priority_interventions",
			       s->target_group);
}

static void count_strata(struct national *n, struct stratum strata[STRATA])
{
	for (int i = 0; i < STRATA; i++) {
		struct stratum *s = &strata[i];

		s->structural = i == STRUCTURAL;
		s->target_group = i >= FIRST_GROUP ? target_groups[i - FIRST_GROUP] : "";
		for (int k = 0; k < YEARS; k++)
			s->going_on[k] = count_stratum(n, n->d->year - YEARS + 1 + k, s);
		count_back(s);
	}
	for (int k = 0; k < YEARS; k++) {
		for (int i = FIRST_GROUP; i < STRATA; i++)
			strata[OTHERS].going_on[k] -= strata[i].going_on[k];
		if (strata[OTHERS].going_on[k] < 0) {
			strata[OTHERS].going_on[k] = 0;
			national_refuse(n, "priority_interventions");
		}
	}
}

/* ---- beginnings and ends ---- */

static int beginning(struct national *n, int year)
{
	int month = random_chance(&n->d->random, 50)
			    ? 1
			    : random_between(&n->d->random, 1, 10);

	return demo_day(year, month, 1);
}

static void begin(struct national *n, const struct stratum *s, int day)
{
	struct demo *d = n->d;
	struct demo_intervention *it;
	struct national_intervention *more;

	d->interventions = mem_grow(d->interventions, &n->intervention_capacity,
				    d->intervention_count + 1, sizeof(*it));
	n->interventions = mem_grow(n->interventions, &n->more_capacity,
				    d->intervention_count + 1, sizeof(*more));
	it = &d->interventions[d->intervention_count];
	more = &n->interventions[d->intervention_count++];
	it->start = day;
	it->end = INT_MAX;
	more->structural = s->structural;
	more->target_group = s->target_group;
}

/* Ends interventions of the stratum until `left` go on, the year before `year`. */
static void end_until(struct national *n, size_t first, long left, int year)
{
	struct demo *d = n->d;
	long going_on = 0;

	for (size_t i = first; i < d->intervention_count; i++)
		going_on += d->interventions[i].end == INT_MAX;
	while (going_on > left) {
		size_t at = (size_t)random_between(&d->random, (int)first,
						   (int)d->intervention_count - 1);
		struct demo_intervention *it = &d->interventions[at];
		int day = demo_day(year - 1, random_chance(&d->random, 50) ? 12 : 6, 31);

		if (it->end != INT_MAX)
			continue;
		it->end = day < it->start ? demo_day(year - 1, 12, 31) : day;
		going_on--;
	}
}

static void deal_stratum(struct national *n, const struct stratum *s)
{
	size_t first = n->d->intervention_count;
	int first_year = n->d->year - YEARS + 1;

	for (int k = 0; k < YEARS; k++) {
		long kept = k ? s->going_on[k - 1] * KEPT / 100 : 0;

		if (kept > s->going_on[k])
			kept = s->going_on[k];
		if (k)
			end_until(n, first, kept, first_year + k);
		for (long i = kept; i < s->going_on[k]; i++) {
			int early = k ? 0 : random_between(&n->d->random, 1, 4);

			begin(n, s, beginning(n, first_year + k - early));
		}
	}
}

/* ---- orientation and way of counting ---- */

struct orientations {
	const char *codes[MOST_ORIENTATIONS];
	unsigned counts[MOST_ORIENTATIONS], given[MOST_ORIENTATIONS];
	size_t count;
};

static void read_orientations(struct national *n, const char *table,
			      struct orientations *o)
{
	struct deck deck = deck_of(&n->targets, table, "total");

	for (size_t i = 0; i < deck.count; i++) {
		size_t last = o->count - 1;

		if (!o->count || strcmp(o->codes[last], deck.cards[i])) {
			if (o->count == MOST_ORIENTATIONS) {
				national_refuse(n, table);
				break;
			}
			last = o->count++;
			o->codes[last] = deck.cards[i];
		}
		o->counts[last]++;
	}
	deck_free(&deck);
}

/* The one that is furthest from having what is due to it. */
static size_t next_due(const struct orientations *o, size_t served, size_t total)
{
	size_t best = 0;
	long long most = LLONG_MIN;

	for (size_t i = 0; i < o->count; i++) {
		long long lack = (long long)((served + 1) * o->counts[i]) -
				 (long long)(o->given[i] * total);

		if (o->given[i] < o->counts[i] && lack > most) {
			most = lack;
			best = i;
		}
	}
	return best;
}

static int compare_starts(const void *a, const void *b)
{
	const struct demo_intervention *left = *(struct demo_intervention *const *)a;
	const struct demo_intervention *right = *(struct demo_intervention *const *)b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	/* Sorting must come out the same everywhere. */
	return left < right ? -1 : left > right;
}

/* Those of the kind that go on in the year, by their starts. */
static struct demo_intervention **going_on(struct national *n, bool structural,
					   size_t *count)
{
	struct demo *d = n->d;
	struct demo_intervention **items =
		mem_alloc((d->intervention_count + 1) * sizeof(*items));

	*count = 0;
	for (size_t i = 0; i < d->intervention_count; i++)
		if (n->interventions[i].structural == structural &&
		    d->interventions[i].end == INT_MAX)
			items[(*count)++] = &d->interventions[i];
	qsort(items, *count, sizeof(*items), compare_starts);
	return items;
}

/*
 * Of the interventions going on in the year each orientation gets its number, spread
 * evenly over those that have begun early and late; so are those that are counted by
 * heads. Those that have ended are as the others.
 */
static void deal_orientations(struct national *n, bool structural)
{
	struct demo *d = n->d;
	struct orientations o = { 0 };
	size_t count;
	struct demo_intervention **items = going_on(n, structural, &count);

	read_orientations(n, structural ? "structural_by_orientation"
					: "individual_by_orientation", &o);
	for (size_t i = 0; i < count && o.count; i++) {
		struct national_intervention *more =
			&n->interventions[items[i] - d->interventions];
		size_t at = next_due(&o, i, count);

		more->orientation = o.codes[at];
		more->counted = structural ||
				o.given[at] % COUNTED_EVERY == COUNTED_EVERY / 2;
		o.given[at]++;
	}
	for (size_t i = 0; i < o.count; i++)
		if (o.given[i] != o.counts[i])
			national_refuse(n, "interventions_by_kind");
	for (size_t i = 0; i < d->intervention_count && o.count; i++) {
		struct national_intervention *more = &n->interventions[i];

		if (more->structural != structural || more->orientation)
			continue;
		more->orientation = o.codes[random_pick(&d->random, o.counts, o.count)];
		more->counted = structural || i % COUNTED_EVERY == 0;
	}
	free(items);
}

void national_deal_interventions(struct national *n)
{
	struct stratum strata[STRATA] = { 0 };

	count_strata(n, strata);
	for (int i = 0; i < STRATA; i++)
		deal_stratum(n, &strata[i]);
	deal_orientations(n, false);
	deal_orientations(n, true);
}
