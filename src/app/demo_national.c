/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A national demo register from beginning to end; see demo_national.h for how it is
 * thought out.
 */
#include "app/demo_national.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/published.h"
#include "store/rows.h"

enum { YEARS_BEFORE = 5 };

/* Whether a year's figures are there is told by this table. */
static const char table_of_year[] = "sex_age";

const struct national_sex national_sexes[NATIONAL_SEXES] = {
	{ "woman", "women", "women_pct" },
	{ "man", "men", "men_pct" },
};

void national_refuse(struct national *n, const char *table)
{
	struct targets *t = &n->targets;

	if (t->ok)
		err_set(&t->e, _("%s: %s: talen för %d går inte ihop med de andra"),
			grid_name(t->rows), table, t->year);
	t->ok = false;
}

struct national_one *national_of_sex(const struct national *n, int sex)
{
	return n->ones + (sex ? n->counts[0] : 0);
}

struct national_list national_select(struct national *n, int sex, national_test *test)
{
	struct national_one *ones = national_of_sex(n, sex);
	size_t count = n->counts[sex];
	struct national_list list = { mem_alloc((count + 1) * sizeof(*list.items)), 0 };

	for (size_t i = 0; i < count; i++)
		if (test(&ones[i]))
			list.items[list.count++] = &ones[i];
	for (size_t i = list.count; i > 1; i--) {
		size_t k = (size_t)random_between(&n->d->random, 0, (int)i - 1);
		struct national_one *one = list.items[k];

		list.items[k] = list.items[i - 1];
		list.items[i - 1] = one;
	}
	return list;
}

bool national_has(const struct national_one *one, const char *source)
{
	return demo_phase_has(&one->story.before, source);
}

bool national_is_young(const struct national_one *one)
{
	return one->age_class && !strcmp(one->age_class, "u30");
}

/* ---- what is given ---- */

static void init_federations(struct national *n)
{
	const struct grid *federations = n->d->files[DEMO_FEDERATIONS];
	const struct grid *memberships = n->d->files[DEMO_MEMBERSHIPS];

	n->federation_count = grid_rows(federations);
	n->federations = mem_alloc((n->federation_count + 1) * sizeof(*n->federations));
	for (size_t i = 0; i < n->federation_count; i++) {
		struct national_federation *f = &n->federations[i];

		f->code = grid_named(federations, i, "code");
		f->municipalities =
			mem_alloc((grid_rows(memberships) + 1) * sizeof(char *));
		for (size_t k = 0; k < grid_rows(memberships); k++)
			if (!strcmp(grid_named(memberships, k, "federation"), f->code))
				f->municipalities[f->municipality_count++] =
					grid_named(memberships, k, "municipality");
	}
}

static void init_one(struct national *n, struct national_one *one, int sex)
{
	struct demo_story *s = &one->story;

	one->sex = sex;
	s->person = &n->somebody[sex];
	s->group = s->municipality = s->education = s->support_duration = s->referrer =
		s->closure_reason = s->next_step = "";
	s->before.work_kind = s->before.work_extent = s->before.study_extent =
		s->before.seeks_work = "";
	s->after = s->before;
	s->flaw = DEMO_FLAW_NONE;
}

static void init_ones(struct national *n)
{
	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		long count = targets_get(&n->targets, table_of_year, "total",
					 national_sexes[sex].column);

		n->counts[sex] = count > 0 ? (size_t)count : 0;
		n->somebody[sex].sex = national_sexes[sex].code;
	}
	n->ones = mem_alloc((n->counts[0] + n->counts[1] + 1) * sizeof(*n->ones));
	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		for (size_t i = 0; i < n->counts[sex]; i++)
			init_one(n, &national_of_sex(n, sex)[i], sex);
}

static void done(struct national *n)
{
	for (size_t i = 0; i < n->federation_count; i++)
		free(n->federations[i].municipalities);
	free(n->federations);
	free(n->interventions);
	free(n->ones);
}

/* ---- the federations ---- */

/* What was made just now is to look as if made long ago, and the same every time. */
static void write_federation(struct national *n, const struct national_federation *f,
			     int day)
{
	struct demo *d = n->d;
	struct demo_row federation = { 0 };
	const struct cell id[] = { { "id", f->code } };
	const struct cell own[] = { { "federation", f->code } };

	d->federation = f->code;
	demo_stamp(&federation, day, day);
	demo_set(&federation, "contact", "Påhittade uppgifter, för att visa programmet");
	d->ok = d->ok &&
		rows_update(d->db, "federation",
			    (struct cells){ federation.cells, federation.count },
			    CELLS(id), &d->e) &&
		rows_delete(d->db, "membership", CELLS(own), &d->e);
	for (size_t i = 0; i < f->municipality_count; i++) {
		struct demo_row row = { 0 };

		demo_new_row(d, &row, day);
		demo_set(&row, "federation", f->code);
		demo_set(&row, "municipality", f->municipalities[i]);
		demo_insert(d, "membership", &row);
	}
}

static void write_federations(struct national *n)
{
	struct demo *d = n->d;
	struct demo_row reg = { 0 };
	const struct cell one[] = { { "id", "1" } };

	demo_set_time(&reg, "created_at", d->first);
	d->ok = d->ok && rows_update(d->db, "register",
				     (struct cells){ reg.cells, reg.count }, CELLS(one),
				     &d->e);
	for (size_t i = 0; i < n->federation_count; i++)
		write_federation(n, &n->federations[i], d->first);
}

/* ---- all of it ---- */

static void deal_all(struct national *n)
{
	static void (*const steps[])(struct national *n) = {
		init_ones,
		national_deal_background,
		national_deal_days,
		national_deal_outcomes,
		national_deal_interventions,
		national_give_out,
		national_place,
	};

	for (size_t i = 0; n->targets.ok && i < sizeof(steps) / sizeof(steps[0]); i++)
		steps[i](n);
}

static void write_all(struct national *n)
{
	if (!n->targets.ok)
		return;
	write_federations(n);
	national_write_interventions(n);
	national_write_counts(n);
	national_write_participations(n);
}

bool demo_national_choose_year(struct demo *d, int year, struct faults *f)
{
	struct published *figures = published_parse(d->files[DEMO_PUBLISHED], f);
	int latest;

	if (!figures)
		return false;
	latest = published_latest(figures, table_of_year, date_year(clock_today()));
	if (year && published_latest(figures, table_of_year, year) == year)
		latest = year;
	published_free(figures);
	if (!latest || (year && latest != year))
		return faults_add(f, "", 0, 0,
				  _("år: %d: det finns inga tryckta tabeller för det "
				    "året; välj %d"),
				  year ? year : date_year(clock_today()), latest);
	d->year = latest;
	d->first = demo_day(latest - YEARS_BEFORE, 1, 1);
	d->last = demo_day(latest, 12, 31);
	return true;
}

void demo_national_write(struct demo *d)
{
	struct faults f = { 0 };
	struct published *figures = published_parse(d->files[DEMO_PUBLISHED], &f);
	struct national n = {
		.d = d,
		.targets = { d->files[DEMO_PUBLISHED], figures, d->year, true, { "" } },
	};

	faults_done(&f);
	if (!figures)
		return;
	init_federations(&n);
	deal_all(&n);
	write_all(&n);
	if (d->ok && !n.targets.ok) {
		d->ok = false;
		d->e = n.targets.e;
	}
	done(&n);
	published_free(figures);
}
