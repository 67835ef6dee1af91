/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who of a national demo's participations started and ended in the year, how long it
 * took and on which days. Who ends is chosen so that the percentages of those that ended,
 * which are printed only rounded, can come out at all.
 */
#include "app/demo_national.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/quota.h"
#include "base/date.h"
#include "model/period.h"

static bool is_none(const struct national_one *one)
{
	return national_has(one, "none");
}

static bool is_young_none(const struct national_one *one)
{
	return is_none(one) && national_is_young(one);
}

static bool is_older_none(const struct national_one *one)
{
	return is_none(one) && !national_is_young(one);
}

static bool is_young_other(const struct national_one *one)
{
	return !is_none(one) && national_is_young(one);
}

static bool is_older_other(const struct national_one *one)
{
	return !is_none(one) && !national_is_young(one);
}

static long how_many(const struct national *n, int sex, national_test *test)
{
	const struct national_one *ones = national_of_sex(n, sex);
	long count = 0;

	for (size_t i = 0; i < n->counts[sex]; i++)
		count += test(&ones[i]);
	return count;
}

/* ---- who ended ---- */

/* What is to be known of those that ended, by sex. */
struct endings {
	long count[NATIONAL_SEXES], young[NATIONAL_SEXES], none[NATIONAL_SEXES];
};

static void count_endings(struct national *n, struct endings *e)
{
	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		e->count[sex] = targets_get(&n->targets, "time_in_intervention", "total",
					    national_sexes[sex].column);
}

/*
 * The young among those that ended: halfway between their share of all participations and
 * the share with which the printed percentages of young and older would give the total
 * without any rounding.
 */
static void count_young(struct national *n, struct endings *e)
{
	struct targets *t = &n->targets;
	long young = targets_get(t, "work_or_studies", "after_u30", "total_pct");
	long older = targets_get(t, "work_or_studies", "after_30_plus", "total_pct");
	long total = targets_get(t, "work_or_studies", "after", "total_pct");
	long ended = e->count[0] + e->count[1], all = (long)(n->counts[0] + n->counts[1]);
	long all_young[NATIONAL_SEXES], natural, asked, sum;

	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		all_young[sex] = how_many(n, sex, national_is_young);
	sum = all_young[0] + all_young[1];
	if (!all || !sum)
		return;
	natural = ended * sum / all;
	asked = young == older ? natural : ended * (total - older) / (young - older);
	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		e->young[sex] = (natural + asked) / 2 * all_young[sex] / sum;
}

/* Those without public support before: a percentage of all mentions of those that ended,
 * whose number is not known before they are chosen, but nearly. */
static void count_none(struct national *n, struct endings *e)
{
	struct quota_cells q = { .count = NATIONAL_SEXES };
	struct quota_share shares[NATIONAL_SEXES + 1] = { 0 };

	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		struct quota_share *share = &shares[sex];
		long mentions = targets_get(&n->targets, "support_before", "total",
					    national_sexes[sex].column);

		share->cells = 1u << sex;
		share->percent = (int)targets_get(&n->targets, "no_public_support",
						  "before", national_sexes[sex].percent);
		if (n->counts[sex])
			q.sizes[sex] = mentions * e->count[sex] / (long)n->counts[sex];
		q.counted[sex] = q.sizes[sex] * share->percent / 100;
	}
	shares[NATIONAL_SEXES].cells = (1u << NATIONAL_SEXES) - 1;
	shares[NATIONAL_SEXES].percent = (int)targets_get(
		&n->targets, "no_public_support", "before", "total_pct");
	if (!quota_fit(&q, shares, NATIONAL_SEXES + 1))
		national_refuse(n, "no_public_support");
	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		e->none[sex] = q.counted[sex];
}

static void end_some(struct national *n, int sex, national_test *test, long count)
{
	struct national_list list = national_select(n, sex, test);

	if (count < 0 || (size_t)count > list.count)
		national_refuse(n, "time_in_intervention");
	else
		for (long i = 0; i < count; i++)
			list.items[i]->ended = true;
	free(list.items);
}

static void choose_ended(struct national *n, const struct endings *e, int sex)
{
	long none = how_many(n, sex, is_none);
	long young_none = how_many(n, sex, is_young_none);
	long all_young = how_many(n, sex, national_is_young);
	long count = e->count[sex], older_none;

	if (!none || !all_young || !count)
		return;
	/* The young end more often than others, those without support too. */
	young_none = e->none[sex] * young_none / none * e->young[sex] / count *
		     (long)n->counts[sex] / all_young;
	if (young_none > how_many(n, sex, is_young_none))
		young_none = how_many(n, sex, is_young_none);
	older_none = e->none[sex] - young_none;
	end_some(n, sex, is_young_none, young_none);
	end_some(n, sex, is_older_none, older_none);
	end_some(n, sex, is_young_other, e->young[sex] - young_none);
	end_some(n, sex, is_older_other, count - e->young[sex] - older_none);
}

static bool has_ended(const struct national_one *one)
{
	return one->ended;
}

static void deal_months(struct national *n, int sex)
{
	struct deck deck = deck_of(&n->targets, "time_in_intervention",
				   national_sexes[sex].column);
	struct national_list list = national_select(n, sex, has_ended);

	if (deck.count != list.count)
		national_refuse(n, "time_in_intervention");
	for (size_t i = 0; i < list.count && i < deck.count; i++)
		list.items[i]->months = deck.cards[i];
	free(list.items);
	deck_free(&deck);
}

/* ---- who started ---- */

static bool has_activity_compensation(const struct national_one *one)
{
	return national_has(one, "activity_compensation");
}

static bool has_sickness_benefit(const struct national_one *one)
{
	return national_has(one, "sickness_benefit");
}

static bool has_neither(const struct national_one *one)
{
	return !has_activity_compensation(one) && !has_sickness_benefit(one);
}

/* How many per cent of those who end in an even flow have begun in the same year. */
static int begun_this_year(const char *months)
{
	if (!strcmp(months, "1_6"))
		return 75;
	return !strcmp(months, "7_12") ? 25 : 0;
}

/* Some of those that ended have started in the year; of the others as many as are still
 * lacking then. */
static void start_some(struct national *n, int sex, national_test *test, long count)
{
	struct national_list list = national_select(n, sex, test);

	for (size_t i = 0; i < list.count; i++) {
		struct national_one *one = list.items[i];

		one->starts = one->ended && random_chance(&n->d->random,
							  begun_this_year(one->months));
		count -= one->starts;
	}
	if (count < 0)
		national_refuse(n, "participants_by_registration");
	for (size_t i = 0; i < list.count && count > 0; i++)
		if (!list.items[i]->ended) {
			list.items[i]->starts = true;
			count--;
		}
	if (count > 0)
		national_refuse(n, "participants_by_registration");
	free(list.items);
}

static void choose_started(struct national *n)
{
	struct targets *t = &n->targets;
	long rest = targets_get(t, "participants_by_registration", "started_in_year",
				"total") -
		    targets_get(t, "participants_by_registration", "anonymous", "total");
	unsigned weights[NATIONAL_SEXES] = { (unsigned)n->counts[0],
					     (unsigned)n->counts[1] };
	long all[NATIONAL_SEXES];
	char year[16];

	snprintf(year, sizeof(year), "%d", t->year);
	quota_apportion(rest, weights, NATIONAL_SEXES, all);
	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		const char *column = national_sexes[sex].column;
		long young = targets_get(t, "priority_new_activity_compensation", year,
					 column);
		long sick = targets_get(t, "priority_new_sickness_benefit", year, column);

		start_some(n, sex, has_activity_compensation, young);
		start_some(n, sex, has_sickness_benefit, sick);
		start_some(n, sex, has_neither, all[sex] - young - sick);
	}
}

/* ---- days ---- */

/* By place in the classes of model/period. */
static const struct {
	const char *months;
	int from, to; /* days, about */
} spans[] = {
	[PERIOD_MONTHS_1_6] = { "1_6", 10, 183 },
	[PERIOD_MONTHS_7_12] = { "7_12", 182, 365 },
	[PERIOD_MONTHS_13_18] = { "13_18", 365, 549 },
	[PERIOD_MONTHS_19_24] = { "19_24", 548, 731 },
	[PERIOD_MONTHS_25_PLUS] = { "25_plus", 732, 1300 },
};

static bool is_workday(int day)
{
	return date_weekday(day) < 5;
}

/* Guesses until a period is right; every class has room enough for that. */
static void set_period(struct national *n, struct national_one *one)
{
	struct random *r = &n->d->random;
	struct period year = period_of_year(n->d->year), p;
	size_t at = 0;

	while (at < PERIOD_MONTHS_25_PLUS && strcmp(spans[at].months, one->months))
		at++;
	do {
		p.end = random_between(r, year.start, year.end);
		p.start = p.end - random_between(r, spans[at].from, spans[at].to);
	} while (!is_workday(p.start) || !is_workday(p.end) ||
		 period_classify_months(period_months(p)) !=
			 (enum period_months_class)at ||
		 period_starts_in(p, year) != one->starts);
	one->story.start = p.start;
	one->story.end = p.end;
}

/* Still going on at the end of the year: begun in it or up to three years before. */
static void set_start(struct national *n, struct national_one *one)
{
	struct random *r = &n->d->random;
	struct period year = period_of_year(n->d->year);
	int start;

	do {
		if (one->starts)
			start = random_between(r, year.start, year.end);
		else
			start = year.start - 1 -
				random_between(r, 0, random_between(r, 100, 1100));
	} while (!is_workday(start));
	one->story.start = start;
	one->story.end = INT_MAX;
}

void national_deal_days(struct national *n)
{
	struct endings e = { 0 };

	count_endings(n, &e);
	count_young(n, &e);
	count_none(n, &e);
	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		choose_ended(n, &e, sex);
		deal_months(n, sex);
	}
	if (!n->targets.ok)
		return;
	choose_started(n);
	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++)
		if (n->ones[i].ended)
			set_period(n, &n->ones[i]);
		else
			set_start(n, &n->ones[i]);
}
