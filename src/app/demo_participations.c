/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who takes part in what and when in a demo register. Some come back, some are forgotten
 * when they leave, and now and then a record draws a warning. What becomes of each is
 * told in demo_story.c.
 */
#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/demo_inside.h"
#include "app/demo_story.h"
#include "app/shares.h"
#include "base/date.h"
#include "base/grid.h"
#include "base/mem.h"

enum {
	MONTH_DAYS = 30,
	SHORTEST = 12,       /* days */
	FORGOTTEN_AFTER = 760, /* days: more than 24 months */
	FORGOTTEN_EVERY = 8, /* of those who began so long ago */
	FLAW_EVERY = 22,
	BACK_PERCENT = 16,
	BACK_TRIES = 8,
};

struct people {
	struct demo_person *items;
	size_t count;
	unsigned *homes; /* weights by row of DEMO_PARTIES */
	int flaw;        /* the next to be shown */
	int flaws_due, forgettable;
};

/* ---- when and where ---- */

/* The days on which somebody can begin in the intervention. */
static bool starts_between(const struct demo *d, const struct demo_intervention *it,
			   int *from, int *to)
{
	*from = it->start > d->first ? it->start : d->first;
	*to = d->last;
	if (it->end < *to)
		*to = it->end - 2 * MONTH_DAYS;
	return it->weight && *from <= *to;
}

static int stay(struct demo *d, int months)
{
	int days = months * MONTH_DAYS * random_middling(&d->random, 10, 190) / 100;

	if (random_chance(&d->random, 10))
		days *= 2;
	return days < SHORTEST ? SHORTEST : days;
}

static int workday_before(int day)
{
	return date_weekday(day) > 4 ? day - (date_weekday(day) - 4) : day;
}

static void plan_days(struct demo *d, struct demo_participation *p)
{
	const struct demo_intervention *it = &d->interventions[p->intervention];
	int from, to, start;
	bool possible = starts_between(d, it, &from, &to);

	assert(possible);
	(void)possible;
	start = workday_before(random_between(&d->random, from, to));
	p->start = start < from ? from : start;
	p->end = workday_before(p->start + stay(d, it->months));
	if (p->end > it->end)
		p->end = it->end;
	if (p->end > d->last)
		p->end = INT_MAX;
}

static int compare_starts(const void *a, const void *b)
{
	const struct demo_participation *left = a, *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	/* Sorting must come out the same everywhere. */
	return left->number < right->number ? -1 : 1;
}

static void plan(struct demo *d, size_t count)
{
	unsigned *weights = mem_alloc(d->intervention_count * sizeof(*weights));
	unsigned sum = 0;
	int from, to;

	for (size_t i = 0; i < d->intervention_count; i++) {
		const struct demo_intervention *it = &d->interventions[i];

		if (starts_between(d, it, &from, &to))
			weights[i] = it->weight * (unsigned)(to - from + 1);
		sum += weights[i];
	}
	d->participations = mem_alloc((count + 1) * sizeof(*d->participations));
	for (size_t i = 0; sum && i < count; i++) {
		struct demo_participation *p = &d->participations[i];

		p->intervention = random_pick(&d->random, weights, d->intervention_count);
		p->number = (int)i;
		plan_days(d, p);
		d->participation_count++;
	}
	qsort(d->participations, d->participation_count, sizeof(*d->participations),
	      compare_starts);
	free(weights);
}

/* ---- persons ---- */

static const char *group_of(const struct demo *d, const struct demo_participation *p)
{
	return grid_named(d->files[DEMO_INTERVENTIONS],
			  d->interventions[p->intervention].row, "group");
}

/* An age of a class in the shares: "19-24". */
static int draw_age(struct demo *d, const char *group, const char *sex)
{
	const char *drawn = shares_draw(d->shares, &d->random, "age", group, sex);
	int low, high;

	if (sscanf(drawn, "%d-%d", &low, &high) != 2 || low > high)
		return 40;
	return random_between(&d->random, low, high);
}

static void write_person(struct demo *d, const struct demo_person *person, int day)
{
	struct demo_row row = { 0 };

	demo_set(&row, "id", person->id);
	demo_set(&row, "federation", d->federation);
	demo_set_int(&row, "number", person->number);
	demo_set(&row, "sex", person->sex);
	demo_set_int(&row, "birth_year", person->birth_year);
	demo_stamp(&row, day, day);
	demo_insert(d, "person", &row);
}

static struct demo_person *new_person(struct demo *d, struct people *all,
				      const struct demo_participation *p,
				      enum demo_flaw flaw)
{
	struct demo_person *person = &all->items[all->count++];
	const struct grid *parties = d->files[DEMO_PARTIES];
	const char *group = group_of(d, p);
	int age;

	person->number = (int)all->count;
	person->sex = shares_draw(d->shares, &d->random, "sex", "", "");
	age = draw_age(d, group, person->sex);
	person->birth_year = date_year(p->start) - (flaw == DEMO_FLAW_AGE ? 67 : age);
	person->education = shares_draw(d->shares, &d->random, "education", group,
					person->sex);
	person->municipality = grid_named(
		parties, random_pick(&d->random, all->homes, grid_rows(parties)),
		"municipality");
	demo_new_id(d, p->start, person->id);
	write_person(d, person, demo_keyed(d, p->start));
	return person;
}

/* Whether somebody known can be the one who begins: of the right age, not there now. */
static bool can_come(const struct demo *d, const struct demo_person *person,
		     const struct demo_participation *p)
{
	const char *group = group_of(d, p);
	int age = date_year(p->start) - person->birth_year;

	if (person->deceased || person->visit_count == DEMO_MAX_VISITS || age > 64 ||
	    (!strcmp(group, "young") && age > 28) ||
	    (!strcmp(group, "sick") && age < 25))
		return false;
	for (size_t i = 0; i < person->visit_count; i++)
		if (person->visits[i].intervention == p->intervention &&
		    person->visits[i].end >= p->start)
			return false;
	return true;
}

static struct demo_person *find_person(struct demo *d, struct people *all,
				       const struct demo_participation *p)
{
	if (!all->count || !random_chance(&d->random, BACK_PERCENT))
		return NULL;
	for (int i = 0; i < BACK_TRIES; i++) {
		size_t at = (size_t)random_between(&d->random, 0, (int)all->count - 1);

		if (can_come(d, &all->items[at], p))
			return &all->items[at];
	}
	return NULL;
}

/* ---- all of them ---- */

/* Some who left long ago go on in the register, since nobody has closed them. */
static void forget_closing(struct demo *d, struct people *all,
			   struct demo_participation *p)
{
	if (p->start < d->last - FORGOTTEN_AFTER && p->end != INT_MAX &&
	    d->interventions[p->intervention].end == INT_MAX &&
	    all->forgettable++ % FORGOTTEN_EVERY == 3)
		p->end = INT_MAX;
}

static void write_one(struct demo *d, struct people *all, size_t i)
{
	struct demo_participation *p = &d->participations[i];
	struct demo_story s = { .group = group_of(d, p) };
	struct demo_person *person;

	forget_closing(d, all, p);
	all->flaws_due += i % FLAW_EVERY == FLAW_EVERY - 1;
	s.flaw = all->flaws_due ? (enum demo_flaw)all->flaw : DEMO_FLAW_NONE;
	person = s.flaw == DEMO_FLAW_AGE ? NULL : find_person(d, all, p);
	s.person = person ? person : new_person(d, all, p, s.flaw);
	s.start = p->start;
	s.end = p->end;
	demo_story_tell(d, &s);
	demo_story_write(d, &s, p);
	s.person->visits[s.person->visit_count].intervention = p->intervention;
	s.person->visits[s.person->visit_count++].end = p->end;
	if (s.flaw != DEMO_FLAW_NONE) {
		all->flaw = (all->flaw + 1) % DEMO_FLAWS;
		all->flaws_due--;
	}
}

void demo_write_participations(struct demo *d, size_t count)
{
	const struct grid *parties = d->files[DEMO_PARTIES];
	struct people all = { 0 };

	all.items = mem_alloc((count + 1) * sizeof(*all.items));
	all.homes = mem_alloc(grid_rows(parties) * sizeof(*all.homes));
	for (size_t i = 0; i < grid_rows(parties); i++)
		if (grid_named(parties, i, "municipality")[0])
			all.homes[i] = (unsigned)atoi(grid_named(parties, i, "share"));
	plan(d, count);
	for (size_t i = 0; i < d->participation_count; i++)
		write_one(d, &all, i);
	free(all.items);
	free(all.homes);
}
