/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody fares in a demo register; see demo_story.h. Chance decides, by the shares
 * of data/demo/shares.csv, and what cannot be together is put right. */
#include "app/demo_story.h"

#include <limits.h>
#include <string.h>

#include "app/shares.h"
#include "base/date.h"

static const char *draw(struct demo *d, const struct demo_story *s, const char *list,
			const char *group)
{
	return shares_draw(d->shares, &d->random, list, group, s->person->sex);
}

bool demo_phase_has(const struct demo_phase *p, const char *source)
{
	for (size_t i = 0; i < p->source_count; i++)
		if (!strcmp(p->sources[i], source))
			return true;
	return false;
}

/* ---- support ---- */

static bool is_source(const char *source)
{
	return strcmp(source, "none") && strcmp(source, "missing");
}

static bool is_public(const char *source)
{
	return is_source(source) && strcmp(source, "student_aid");
}

static bool tells_of_health(const struct demo_phase *p)
{
	return demo_phase_has(p, "sickness_benefit") ||
	       demo_phase_has(p, "activity_compensation") ||
	       demo_phase_has(p, "sickness_compensation");
}

/* The source, or the one that somebody of that age has instead. */
static const char *fitting(const char *source, int age)
{
	if (age < 18 && is_source(source))
		return "none";
	if (!strcmp(source, "activity_compensation") && age > 29)
		return "sickness_compensation";
	if (!strcmp(source, "activity_compensation") && age < 19)
		return "social_assistance";
	if (!strcmp(source, "sickness_compensation") && age < 19)
		return "social_assistance";
	return source;
}

/* Adds the source where it can be: none and missing stand alone. */
static void add_source(struct demo_phase *p, const char *source)
{
	if (p->source_count == DEMO_MAX_SOURCES || demo_phase_has(p, source))
		return;
	if (p->source_count && (!is_source(source) || !is_source(p->sources[0])))
		return;
	p->sources[p->source_count++] = source;
}

static void set_extents(struct demo *d, const struct demo_story *s, struct demo_phase *p)
{
	bool part = p->works || p->source_count > 1;

	for (size_t i = 0; i < p->source_count; i++) {
		const char *extent = draw(d, s, "extent", p->sources[i]);

		if (!is_source(p->sources[i]))
			extent = "";
		else if (part && !strcmp(extent, "100"))
			extent = "50";
		p->extents[i] = extent;
	}
}

/* ---- occupation ---- */

void demo_phase_occupy(struct demo *d, const struct demo_story *s, struct demo_phase *p,
		       const char *occupation)
{
	bool both = !strcmp(occupation, "both");

	p->works = both || !strcmp(occupation, "work");
	p->studies = both || !strcmp(occupation, "studies");
	p->work_kind = p->work_extent = p->study_extent = p->seeks_work = "";
	if (p->works) {
		p->work_kind = draw(d, s, "work_kind", "");
		p->work_extent = both ? "50" : draw(d, s, "work_extent", "");
	}
	if (p->studies)
		p->study_extent = both ? "50" : draw(d, s, "study_extent", "");
}

/* Full-time work leaves no room for what is paid to those who cannot or may not work. */
static void fit_work(struct demo_phase *p)
{
	if (p->works && !strcmp(p->work_extent, "100") &&
	    (tells_of_health(p) || demo_phase_has(p, "unemployment_insurance") ||
	     demo_phase_has(p, "activity_support")))
		p->work_extent = "50";
}

void demo_phase_settle(struct demo *d, const struct demo_story *s, struct demo_phase *p)
{
	set_extents(d, s, p);
	fit_work(p);
}

static void set_seeking(struct demo *d, const struct demo_story *s, struct demo_phase *p,
			const char *phase)
{
	if (!p->works && !p->studies)
		p->seeks_work = draw(d, s, "seeks_work", phase);
}

/* ---- before ---- */

static void tell_before(struct demo *d, struct demo_story *s, int age)
{
	struct demo_phase *p = &s->before;
	const char *occupation = draw(d, s, "occupation_before", s->group);

	add_source(p, fitting(draw(d, s, "support", s->group), age));
	if (random_chance(&d->random, 15))
		add_source(p, fitting(draw(d, s, "support", s->group), age));
	if (demo_phase_has(p, "student_aid"))
		occupation = "studies";
	demo_phase_occupy(d, s, p, occupation);
	demo_phase_settle(d, s, p);
	set_seeking(d, s, p, "before");
}

static const char *duration(struct demo *d, const struct demo_story *s, int age)
{
	const char *drawn = draw(d, s, "support_duration", s->group);
	bool any = false;

	for (size_t i = 0; i < s->before.source_count; i++)
		any = any || is_public(s->before.sources[i]);
	if (!any)
		return "not_applicable";
	if (age < 20)
		return "up_to_1y";
	if (age < 25 && (!strcmp(drawn, "over_9y") || !strcmp(drawn, "up_to_9y")))
		return "up_to_3y";
	return drawn;
}

static const char *education_at(const char *education, int age)
{
	if (age < 19)
		return "compulsory";
	if (age < 24 && (!strncmp(education, "higher_", 7) ||
			 !strcmp(education, "doctoral")))
		return "upper_secondary";
	return education;
}

/* ---- after ---- */

/* The answers "same" and "new" of the list support_after, and sources of support. */
static void add_support_after(struct demo *d, struct demo_story *s, const char *answer,
			      int age)
{
	struct demo_phase *p = &s->after;

	if (!strcmp(answer, "new")) {
		answer = draw(d, s, "support", s->group);
	} else if (!strcmp(answer, "same")) {
		for (size_t i = 0; i < s->before.source_count; i++)
			if (is_public(s->before.sources[i]))
				add_source(p, fitting(s->before.sources[i], age));
		answer = "none";
	}
	if (!p->source_count)
		add_source(p, !strcmp(answer, "student_aid") && !p->studies
				      ? "none"
				      : fitting(answer, age));
}

static bool is_removed(const struct demo_story *s)
{
	return !strcmp(s->closure_reason, "consent_withdrawn");
}

static void tell_after(struct demo *d, struct demo_story *s, int age)
{
	struct demo_phase *p = &s->after;
	const char *group;

	s->closure_reason = draw(d, s, "closure_reason", s->group);
	s->person->deceased = !strcmp(s->closure_reason, "deceased");
	s->has_after = !s->person->deceased && !is_removed(s) &&
		       strcmp(s->closure_reason, "registered_in_error");
	if (!s->has_after)
		return;
	demo_phase_occupy(d, s, p, draw(d, s, "occupation_after", s->closure_reason));
	group = p->works ? "work" : p->studies ? "studies" : s->closure_reason;
	add_support_after(d, s, draw(d, s, "support_after", group), age);
	demo_phase_settle(d, s, p);
	set_seeking(d, s, p, "after");
	s->next_step = draw(d, s, "next_step", group);
}

/* Consent withdrawn: what is left is no more than an anonymous count would tell. */
static void remove_details(struct demo_story *s)
{
	s->before = (struct demo_phase){
		.sources = { "missing" }, .extents = { "" }, .source_count = 1,
		.work_kind = "", .work_extent = "", .study_extent = "",
		.seeks_work = "",
	};
	s->education = "unknown";
	s->support_duration = "not_applicable";
	s->referrer = s->municipality = "";
}

/* ---- warnings ---- */

static bool apply_flaw(const struct demo *d, struct demo_story *s)
{
	struct demo_phase *before = &s->before, *after = &s->after;

	switch (s->flaw) {
	case DEMO_FLAW_CONSENT:
		s->consent = s->start + 9;
		return s->consent <= d->last;
	case DEMO_FLAW_HEALTH:
		s->covers_health = !tells_of_health(before);
		return !s->covers_health;
	case DEMO_FLAW_SEEKS:
		before->seeks_work = "";
		return !before->works && !before->studies;
	case DEMO_FLAW_EXTENT:
		if (!s->has_after || !after->works)
			return false;
		after->work_extent = "";
		return true;
	case DEMO_FLAW_HOME:
		s->municipality = "2582";
		return true;
	case DEMO_FLAW_AGE:
	case DEMO_FLAW_NONE:
		break;
	}
	return s->flaw == DEMO_FLAW_AGE;
}

void demo_story_tell(struct demo *d, struct demo_story *s)
{
	int age = date_year(s->start) - s->person->birth_year;

	s->consent = s->start - random_between(&d->random, 0, 21);
	s->municipality = s->person->municipality;
	s->education = education_at(s->person->education, age);
	s->referrer = random_chance(&d->random, 3) ? ""
						   : draw(d, s, "referrer", s->group);
	s->closure_reason = s->next_step = "";
	tell_before(d, s, age);
	s->covers_health = tells_of_health(&s->before) || random_chance(&d->random, 85);
	s->support_duration = duration(d, s, age);
	if (s->end != INT_MAX)
		tell_after(d, s, date_year(s->end) - s->person->birth_year);
	if (is_removed(s))
		remove_details(s);
	if (is_removed(s) || !apply_flaw(d, s))
		s->flaw = DEMO_FLAW_NONE;
}
