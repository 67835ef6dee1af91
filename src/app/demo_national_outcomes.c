/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of a national demo's participations that ended: why they did, work, studies
 * and support.
 */
#include "app/demo_national.h"

#include <string.h>

#include "app/shares.h"
#include "base/date.h"

static void count_ended(const struct national *n, struct quota_cells *q)
{
	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++)
		q->sizes[national_cell(&n->ones[i])] += n->ones[i].ended;
}

/* ---- why it ended ---- */

static bool is_open(const struct national_one *one)
{
	return !one->story.closure_reason[0];
}

static bool is_sick(const struct national_one *one)
{
	return is_open(one) && national_has(one, "sickness_benefit");
}

static void continue_rehabilitation(struct national *n, struct national_one *one)
{
	(void)n;
	one->story.closure_reason = "continued_rehabilitation";
}

static void fall_ill(struct national *n, struct national_one *one)
{
	(void)n;
	one->story.closure_reason = "illness";
}

static const char *draw(struct national *n, const struct national_one *one,
			const char *list, const char *group)
{
	return shares_draw(n->d->shares, &n->d->random, list, group,
			   national_sexes[one->sex].code);
}

/* The reasons that are not printed and leave a record that counts whole. */
static void close_otherwise(struct national *n, struct national_one *one)
{
	static const char *const other[] = {
		"continued_rehabilitation", "illness", "consent_withdrawn",
		"registered_in_error",
	};
	bool again;

	do {
		one->story.closure_reason =
			draw(n, one, "closure_reason", one->story.group);
		again = false;
		for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
			again = again || !strcmp(one->story.closure_reason, other[i]);
	} while (again);
}

static void deal_closures(struct national *n)
{
	static const struct national_choice rehabilitation = { is_open, is_open,
							       continue_rehabilitation };
	static const struct national_choice illness = { is_sick, is_open, fall_ill };
	struct quota_cells q = { 0 };

	count_ended(n, &q);
	national_fit(n, "closure_reason", "continued_rehabilitation", &q);
	national_choose(n, "closure_reason", &rehabilitation, &q);
	national_fit(n, "closure_reason", "illness", &q);
	national_choose(n, "closure_reason", &illness, &q);
	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++) {
		struct national_one *one = &n->ones[i];

		if (one->ended && is_open(one))
			close_otherwise(n, one);
		one->story.has_after =
			one->ended && strcmp(one->story.closure_reason, "deceased") != 0;
	}
}

/* ---- work and studies ---- */

static bool is_busy(const struct demo_phase *p)
{
	return p->works || p->studies;
}

static bool studies_for_aid(const struct national_one *one)
{
	return !is_busy(&one->story.before) && national_has(one, "student_aid");
}

static bool is_idle_before(const struct national_one *one)
{
	return !is_busy(&one->story.before);
}

static void occupy(struct national *n, struct national_one *one, struct demo_phase *p,
		   const char *list)
{
	const char *group = p == &one->story.after ? one->story.closure_reason
						   : one->story.group;
	const char *occupation;

	do
		occupation = draw(n, one, list, group);
	while (!strcmp(occupation, "neither"));
	demo_phase_occupy(n->d, &one->story, p, occupation);
}

static void occupy_before(struct national *n, struct national_one *one)
{
	struct demo_phase *before = &one->story.before;

	if (demo_phase_has(before, "student_aid"))
		demo_phase_occupy(n->d, &one->story, before, "studies");
	else
		occupy(n, one, before, "occupation_before");
}

static void leave_idle(struct national *n, struct national_one *one,
		       struct demo_phase *p)
{
	demo_phase_occupy(n->d, &one->story, p, "neither");
}

static void deal_before(struct national *n)
{
	static const struct national_choice busy = { studies_for_aid, is_idle_before,
						     occupy_before };
	struct quota_cells q = { 0 };
	int usual = (int)targets_get(&n->targets, "work_or_studies", "before",
				     "total_pct");

	count_ended(n, &q);
	national_fit(n, "work_or_studies", "before", &q);
	national_choose(n, "work_or_studies", &busy, &q);
	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++) {
		struct national_one *one = &n->ones[i];
		struct demo_phase *before = &one->story.before;

		if (!one->ended && (demo_phase_has(before, "student_aid") ||
				    random_chance(&n->d->random, usual)))
			occupy_before(n, one);
		if (!is_busy(before)) {
			leave_idle(n, one, before);
			before->seeks_work = draw(n, one, "seeks_work", "before");
		}
		demo_phase_settle(n->d, &one->story, before);
	}
}

static bool is_ill_after(const struct national_one *one)
{
	return !strcmp(one->story.closure_reason, "illness");
}

static bool is_idle_after(const struct national_one *one)
{
	return one->story.has_after && !is_busy(&one->story.after) &&
	       !one->story.after.seeks_work[0];
}

static bool is_well_and_idle(const struct national_one *one)
{
	return is_idle_after(one) && !is_ill_after(one);
}

static void occupy_after(struct national *n, struct national_one *one)
{
	occupy(n, one, &one->story.after, "occupation_after");
}

static void seek_work(struct national *n, struct national_one *one)
{
	(void)n;
	one->story.after.seeks_work = "1";
}

static void deal_occupation_after(struct national *n)
{
	static const struct national_choice busy = { is_well_and_idle, is_idle_after,
						     occupy_after };
	static const struct national_choice seeking = { is_well_and_idle, is_idle_after,
							seek_work };
	struct quota_cells q = { 0 };

	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++)
		if (n->ones[i].story.has_after)
			leave_idle(n, &n->ones[i], &n->ones[i].story.after);
	count_ended(n, &q);
	national_fit(n, "work_or_studies", "after", &q);
	national_choose(n, "work_or_studies", &busy, &q);
	national_fit(n, "job_seekers", "after", &q);
	national_choose(n, "job_seekers", &seeking, &q);
}

/* ---- support after ---- */

static bool is_single(const struct national_one *one)
{
	return one->story.has_after && one->story.before.source_count == 1 &&
	       !one->story.after.source_count;
}

static bool can_do_without(const struct national_one *one)
{
	return is_single(one) && (one->story.after.works ||
				  national_has(one, "none") ||
				  !strcmp(one->story.closure_reason, "parental_leave"));
}

static void add_source(struct demo_phase *p, const char *source)
{
	p->sources[p->source_count++] = source;
}

static void go_without(struct national *n, struct national_one *one)
{
	(void)n;
	add_source(&one->story.after, "none");
}

/* The source that somebody has afterwards who had this one before. */
static const char *follows(const struct national_one *one, const char *source)
{
	const struct demo_story *s = &one->story;
	int later = one->age + date_year(s->end) - date_year(s->start);

	if (!strcmp(source, "activity_compensation") && later > 30)
		return "sickness_compensation";
	if (!strcmp(source, "student_aid") && !s->after.studies)
		return "activity_support";
	if (!strcmp(source, "other_public") &&
	    !strcmp(s->closure_reason, "parental_leave"))
		return "activity_support";
	if (!strcmp(source, "none"))
		return s->after.studies ? "student_aid" : "social_assistance";
	return source;
}

static void keep_support(struct national_one *one)
{
	const struct demo_phase *before = &one->story.before;
	struct demo_phase *after = &one->story.after;

	if (!strcmp(one->story.closure_reason, "unknown") && !is_busy(after) &&
	    before->source_count == 1) {
		add_source(after, "missing");
		return;
	}
	for (size_t i = 0; i < before->source_count; i++)
		add_source(after, follows(one, before->sources[i]));
}

/* Who had two sources keeps two, so that the number of mentions is known beforehand. */
static void deal_support_after(struct national *n)
{
	static const struct national_choice without = { can_do_without, is_single,
							go_without };
	struct quota_cells q = { 0 };

	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++) {
		const struct national_one *one = &n->ones[i];

		if (one->story.has_after)
			q.sizes[national_cell(one)] +=
				(long)one->story.before.source_count;
	}
	national_fit(n, "no_public_support", "after", &q);
	national_choose(n, "no_public_support", &without, &q);
	for (size_t i = 0; i < n->counts[0] + n->counts[1]; i++)
		if (n->ones[i].story.has_after &&
		    !n->ones[i].story.after.source_count)
			keep_support(&n->ones[i]);
}

/* ---- what is left to tell ---- */

static void finish(struct national *n, struct national_one *one)
{
	struct demo_story *s = &one->story;
	const char *group = s->after.works     ? "work"
			    : s->after.studies ? "studies"
					       : s->closure_reason;

	if (!is_busy(&s->after) && !s->after.seeks_work[0])
		s->after.seeks_work = "0";
	demo_phase_settle(n->d, s, &s->after);
	s->next_step = draw(n, one, "next_step", group);
}

void national_deal_outcomes(struct national *n)
{
	deal_closures(n);
	deal_before(n);
	deal_occupation_after(n);
	deal_support_after(n);
	for (size_t i = 0; n->targets.ok && i < n->counts[0] + n->counts[1]; i++)
		if (n->ones[i].story.has_after)
			finish(n, &n->ones[i]);
}
