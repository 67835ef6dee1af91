/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of a national demo's participations when they start. The tables are dealt
 * one after the other, those first who cannot have just anything; what rules of the forms
 * would warn for is left out.
 */
#include "app/demo_national.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"

enum { RANKS = 3 };

static const char assistance[] = "social_assistance";

/* ---- support before ---- */

static bool is_student(const struct national_one *one)
{
	return national_has(one, "student_aid");
}

static bool can_be_topped_up(const struct national_one *one)
{
	return !is_student(one) && !national_has(one, assistance) &&
	       !national_has(one, "none");
}

static bool has_no_public_support(const struct national_one *one)
{
	return national_has(one, "none") ||
	       (is_student(one) && one->story.before.source_count == 1);
}

static void shuffle(struct national *n, int sex)
{
	struct national_one *ones = national_of_sex(n, sex);

	for (size_t i = n->counts[sex]; i > 1; i--) {
		size_t k = (size_t)random_between(&n->d->random, 0, (int)i - 1);
		struct national_one one = ones[k];

		ones[k] = ones[i - 1];
		ones[i - 1] = one;
	}
}

static size_t top_up(struct national *n, int sex, national_test *test, size_t count)
{
	struct national_list list = national_select(n, sex, test);

	if (count > list.count)
		count = list.count;
	for (size_t i = 0; i < count; i++) {
		struct demo_phase *before = &list.items[i]->story.before;

		before->sources[before->source_count++] = assistance;
	}
	free(list.items);
	return count;
}

/*
 * Of the students so many have other support too that the rest, with those who have none,
 * are the ones to whom time in public support does not apply.
 */
static size_t students_with_more(struct national *n, int sex)
{
	struct targets *t = &n->targets;
	const char *column = national_sexes[sex].column;
	long more = targets_get(t, "support_before", "none", column) +
		    targets_get(t, "support_before", "student_aid", column) -
		    targets_get(t, "support_duration", "not_applicable", column);

	return more < 0 ? 0 : (size_t)more;
}

/* Who has two sources has social assistance on top of something else. */
static void deal_supports(struct national *n, int sex)
{
	struct deck deck =
		deck_of(&n->targets, "support_before", national_sexes[sex].column);
	struct national_one *ones = national_of_sex(n, sex);
	size_t count = n->counts[sex], mentions = deck.count, more, students;

	deck_remove(&deck, assistance);
	for (size_t i = 0; i < count; i++) {
		ones[i].story.before.source_count = 1;
		ones[i].story.before.sources[0] =
			i < deck.count ? deck.cards[i] : assistance;
	}
	shuffle(n, sex);
	more = mentions > count ? mentions - count : 0;
	students = students_with_more(n, sex);
	if (students > more)
		students = more;
	students = top_up(n, sex, is_student, students);
	if (mentions < count || deck.count > count ||
	    top_up(n, sex, can_be_topped_up, more - students) != more - students)
		national_refuse(n, "support_before");
	deck_free(&deck);
}

/* ---- the rest, table by table ---- */

struct dealing {
	const char *table;
	/* Below RANKS: lower ones are served first; -1 gets nothing. */
	int (*rank)(const struct national_one *one);
	bool (*fits)(struct random *r, const struct national_one *one, const char *card);
	const char **(*slot)(struct national_one *one);
};

struct guest {
	struct random *r;
	const struct national_one *one;
	const struct dealing *dealing;
};

static bool suits(void *context, const char *card)
{
	const struct guest *guest = context;

	return guest->dealing->fits(guest->r, guest->one, card);
}

static void serve(struct national *n, int sex, int rank, const struct dealing *dealing,
		  struct deck *deck)
{
	struct national_one *ones = national_of_sex(n, sex);

	for (size_t i = 0; i < n->counts[sex] && deck->next < deck->count; i++) {
		struct guest guest = { &n->d->random, &ones[i], dealing };

		if (dealing->rank(&ones[i]) == rank)
			*dealing->slot(&ones[i]) = deck_take(deck, suits, &guest);
	}
}

static void deal(struct national *n, int sex, const struct dealing *dealing)
{
	struct deck deck =
		deck_of(&n->targets, dealing->table, national_sexes[sex].column);
	const struct national_one *ones = national_of_sex(n, sex);
	size_t guests = 0;

	for (size_t i = 0; i < n->counts[sex]; i++)
		guests += dealing->rank(&ones[i]) >= 0;
	if (guests < n->counts[sex])
		deck_remove(&deck, "not_applicable");
	if (guests != deck.count)
		national_refuse(n, dealing->table);
	deck_shuffle(&deck, &n->d->random);
	for (int rank = 0; rank < RANKS && guests == deck.count; rank++)
		serve(n, sex, rank, dealing, &deck);
	deck_free(&deck);
}

static int age_rank(const struct national_one *one)
{
	if (national_has(one, "activity_compensation"))
		return 0;
	return is_student(one) || national_has(one, "sickness_benefit") ||
			       national_has(one, "sickness_compensation")
		       ? 1
		       : 2;
}

static bool fits_age(struct random *r, const struct national_one *one, const char *card)
{
	bool young = !strcmp(card, "u30");

	if (national_has(one, "activity_compensation"))
		return young;
	if (is_student(one))
		return young || (!strcmp(card, "30_44") && random_chance(r, 10));
	if (age_rank(one) == 1)
		return !young || random_chance(r, 25);
	return true;
}

static const char **age_slot(struct national_one *one)
{
	return &one->age_class;
}

static int young_first(const struct national_one *one)
{
	return national_is_young(one) ? 0 : 1;
}

static int duration_rank(const struct national_one *one)
{
	return has_no_public_support(one) ? -1 : young_first(one);
}

static bool fits_duration(struct random *r, const struct national_one *one,
			  const char *card)
{
	if (!national_is_young(one) || !strcmp(card, "up_to_1y"))
		return true;
	if (!strcmp(card, "over_9y"))
		return false;
	return random_chance(r, !strcmp(card, "up_to_9y") ? 15 : 60);
}

static const char **duration_slot(struct national_one *one)
{
	return &one->story.support_duration;
}

static bool fits_education(struct random *r, const struct national_one *one,
			   const char *card)
{
	if (!national_is_young(one))
		return true;
	if (!strcmp(card, "doctoral"))
		return false;
	return random_chance(r, strncmp(card, "higher_", 7) ? 90 : 35);
}

static const char **education_slot(struct national_one *one)
{
	return &one->story.education;
}

static int anybody(const struct national_one *one)
{
	(void)one;
	return 0;
}

static bool fits_anything(struct random *r, const struct national_one *one,
			  const char *card)
{
	(void)r;
	(void)one;
	(void)card;
	return true;
}

static const char **orientation_slot(struct national_one *one)
{
	return &one->orientation;
}

static const struct dealing dealings[] = {
	{ "sex_age", age_rank, fits_age, age_slot },
	{ "support_duration", duration_rank, fits_duration, duration_slot },
	{ "education", young_first, fits_education, education_slot },
	{ "participants_by_orientation", anybody, fits_anything, orientation_slot },
};

/* ---- years of age ---- */

static const struct {
	const char *age_class;
	int from, to;
} spans[] = {
	{ "u30", 16, 29 },
	{ "30_44", 30, 44 },
	{ "45_59", 45, 59 },
	{ "60_plus", 60, 65 },
};

/* The least age at which somebody has this. */
static const struct {
	const char *code;
	int age;
} least[] = {
	{ "activity_compensation", 19 }, { "sickness_compensation", 19 },
	{ "sickness_benefit", 19 },      { "unemployment_insurance", 20 },
	{ "activity_support", 18 },      { "social_assistance", 18 },
	{ "student_aid", 18 },           { "other_public", 18 },
	{ "up_to_3y", 18 },              { "up_to_6y", 20 },
	{ "up_to_9y", 23 },              { "over_9y", 26 },
	{ "upper_secondary", 18 },       { "other_post_secondary", 20 },
	{ "higher_up_to_1y", 20 },       { "higher_up_to_3y", 21 },
	{ "higher_over_3y", 23 },        { "doctoral", 27 },
};

static int at_least(int age, const char *code)
{
	for (size_t i = 0; code && i < sizeof(least) / sizeof(least[0]); i++)
		if (!strcmp(least[i].code, code) && least[i].age > age)
			age = least[i].age;
	return age;
}

static void set_age(struct random *r, struct national_one *one)
{
	const struct demo_phase *before = &one->story.before;

	for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++) {
		int from = spans[i].from;

		if (!one->age_class || strcmp(spans[i].age_class, one->age_class))
			continue;
		for (size_t k = 0; k < before->source_count; k++)
			from = at_least(from, before->sources[k]);
		from = at_least(from, one->story.support_duration);
		from = at_least(from, one->story.education);
		one->age = random_between(r, from, spans[i].to);
	}
}

/* Whose shares of data/demo/shares.csv hold for what is not printed. */
static const char *group_of(const struct national_one *one)
{
	if (national_has(one, "activity_compensation"))
		return "young";
	return national_has(one, "sickness_benefit") ? "sick" : "";
}

void national_deal_background(struct national *n)
{
	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		struct national_one *ones = national_of_sex(n, sex);

		deal_supports(n, sex);
		for (size_t i = 0; i < n->counts[sex]; i++) {
			if (has_no_public_support(&ones[i]))
				ones[i].story.support_duration = "not_applicable";
			ones[i].story.group = group_of(&ones[i]);
		}
		for (size_t i = 0; i < sizeof(dealings) / sizeof(dealings[0]); i++)
			deal(n, sex, &dealings[i]);
		for (size_t i = 0; i < n->counts[sex]; i++)
			set_age(&n->d->random, &ones[i]);
	}
}
