/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Persons and participations of a national demo as they come into its tables: by
 * federation and in the order of their starts. Now and then one is somebody who has been
 * in another intervention of the federation.
 */
#include "app/demo_national.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/shares.h"
#include "base/date.h"
#include "base/mem.h"

enum {
	AGAIN_PERCENT = 12, /* of those who can be somebody known */
	HEALTH_PERCENT = 85, /* consents that cover health data without need */
};

/* Persons of the federation that is being written. */
struct people {
	struct demo_person *items;
	size_t first, count;
};

static size_t federation_of(const struct national *n, const struct national_one *one)
{
	return n->interventions[one->intervention].federation;
}

/* A participation and what it is sorted by. */
struct turn {
	struct national_one *one;
	size_t federation;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *left = a, *right = b;

	if (left->federation != right->federation)
		return left->federation < right->federation ? -1 : 1;
	if (left->one->story.start != right->one->story.start)
		return left->one->story.start < right->one->story.start ? -1 : 1;
	/* Sorting must come out the same everywhere. */
	return left->one < right->one ? -1 : left->one > right->one;
}

static bool has_been_in(const struct demo_person *p, size_t intervention)
{
	for (size_t i = 0; i < p->visit_count; i++)
		if (p->visits[i].intervention == intervention)
			return true;
	return false;
}

static struct demo_person *find_again(struct national *n, const struct people *all,
				      const struct national_one *one, int birth_year)
{
	for (size_t i = all->first; i < all->count; i++) {
		struct demo_person *p = &all->items[i];

		if (p->birth_year == birth_year && !p->deceased &&
		    p->visit_count < DEMO_MAX_VISITS &&
		    p->sex == national_sexes[one->sex].code &&
		    !strcmp(p->education, one->story.education) &&
		    !has_been_in(p, one->intervention) &&
		    random_chance(&n->d->random, AGAIN_PERCENT))
			return p;
	}
	return NULL;
}

static struct demo_person *new_person(struct national *n, struct people *all,
				      const struct national_one *one, int birth_year)
{
	struct demo *d = n->d;
	struct national_federation *f = &n->federations[federation_of(n, one)];
	struct demo_person *p = &all->items[all->count++];
	int keyed = demo_keyed(d, one->story.start);
	struct demo_row row = { 0 };

	p->number = ++f->persons;
	p->birth_year = birth_year;
	p->sex = national_sexes[one->sex].code;
	p->education = one->story.education;
	p->municipality = f->municipalities[random_between(
		&d->random, 0, (int)f->municipality_count - 1)];
	demo_new_id(d, one->story.start, p->id);
	demo_set(&row, "id", p->id);
	demo_set(&row, "federation", d->federation);
	demo_set_int(&row, "number", p->number);
	demo_set(&row, "sex", p->sex);
	demo_set_int(&row, "birth_year", p->birth_year);
	demo_stamp(&row, keyed, keyed);
	demo_insert(d, "person", &row);
	return p;
}

static bool tells_of_health(const struct national_one *one)
{
	return national_has(one, "sickness_benefit") ||
	       national_has(one, "activity_compensation") ||
	       national_has(one, "sickness_compensation");
}

static void write_one(struct national *n, struct people *all, struct national_one *one)
{
	struct demo *d = n->d;
	struct demo_story *s = &one->story;
	struct demo_participation out = { .intervention = one->intervention };
	int birth_year = date_year(s->start) - one->age;

	s->person = find_again(n, all, one, birth_year);
	if (!s->person)
		s->person = new_person(n, all, one, birth_year);
	s->person->visits[s->person->visit_count++].intervention = one->intervention;
	s->person->deceased = !strcmp(s->closure_reason, "deceased");
	s->municipality = s->person->municipality;
	s->consent = s->start - random_between(&d->random, 0, 21);
	s->covers_health =
		tells_of_health(one) || random_chance(&d->random, HEALTH_PERCENT);
	s->referrer = shares_draw(d->shares, &d->random, "referrer", s->group,
				  s->person->sex);
	demo_story_write(d, s, &out);
}

void national_write_participations(struct national *n)
{
	size_t count = n->counts[0] + n->counts[1];
	struct turn *turns = mem_alloc(count * sizeof(*turns) + 1);
	struct people all = { mem_alloc(count * sizeof(*all.items) + 1), 0, 0 };
	size_t federation = n->federation_count;

	for (size_t i = 0; i < count; i++)
		turns[i] = (struct turn){ &n->ones[i], federation_of(n, &n->ones[i]) };
	qsort(turns, count, sizeof(*turns), compare_turns);
	for (size_t i = 0; i < count; i++) {
		if (turns[i].federation != federation) {
			federation = turns[i].federation;
			n->d->federation = n->federations[federation].code;
			all.first = all.count;
		}
		write_one(n, &all, turns[i].one);
	}
	free(turns);
	free(all.items);
}
