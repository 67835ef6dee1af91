/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a participation of a demo register comes into its tables; see demo_story.h. */
#include "app/demo_story.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"

static const char *yes_no(bool yes)
{
	return yes ? "1" : "0";
}

static void write_consent(struct demo *d, const struct demo_story *s, const char *id)
{
	struct demo_row row = { 0 };
	bool withdrawn = !strcmp(s->closure_reason, "consent_withdrawn");
	char reference[DEMO_ID_SIZE];

	snprintf(reference, sizeof(reference), "S %d-%03d", date_year(s->consent),
		 s->person->number);
	demo_set(&row, "participation", id);
	demo_set_day(&row, "given_on", s->consent);
	demo_set(&row, "form_reference", withdrawn ? "" : reference);
	demo_set(&row, "covers_health_data", yes_no(s->covers_health));
	if (withdrawn)
		demo_set_day(&row, "withdrawn_on", s->end);
	demo_insert(d, "consent", &row);
}

static void write_phase(struct demo *d, const struct demo_phase *p, const char *phase,
			const char *id)
{
	struct demo_row occupation = { 0 };

	for (size_t i = 0; i < p->source_count; i++) {
		struct demo_row support = { 0 };

		demo_set(&support, "participation", id);
		demo_set(&support, "phase", phase);
		demo_set(&support, "source", p->sources[i]);
		demo_set(&support, "extent", p->extents[i]);
		demo_insert(d, "support", &support);
	}
	demo_set(&occupation, "participation", id);
	demo_set(&occupation, "phase", phase);
	demo_set(&occupation, "works", yes_no(p->works));
	demo_set(&occupation, "work_kind", p->work_kind);
	demo_set(&occupation, "work_extent", p->work_extent);
	demo_set(&occupation, "studies", yes_no(p->studies));
	demo_set(&occupation, "study_extent", p->study_extent);
	demo_set(&occupation, "seeks_work", p->seeks_work);
	demo_insert(d, "occupation", &occupation);
}

static void write_target_group(struct demo *d, const char *id, const char *group)
{
	struct demo_row row = { 0 };

	demo_set(&row, "participation", id);
	demo_set(&row, "target_group", group);
	demo_insert(d, "participation_target_group", &row);
}

static void write_target_groups(struct demo *d, const struct demo_story *s,
				const char *id)
{
	int age = date_year(s->start) - s->person->birth_year;

	if (demo_phase_has(&s->before, "activity_compensation"))
		write_target_group(d, id, "young_activity_compensation");
	else if (age < 30 && !demo_phase_has(&s->before, "missing") &&
		 random_chance(&d->random, 25))
		write_target_group(d, id, "young_disability");
	if (demo_phase_has(&s->before, "sickness_benefit") &&
	    strcmp(s->support_duration, "up_to_1y"))
		write_target_group(d, id, "long_term_sick");
}

/* Somebody has looked at the warning and says why it is as it is. */
static void write_remark(struct demo *d, const char *id, int day)
{
	struct demo_row row = { 0 };

	demo_new_row(d, &row, day);
	demo_set(&row, "kind", "overruled");
	demo_set(&row, "form", "participation");
	demo_set(&row, "record", id);
	demo_set(&row, "field", "municipality");
	demo_set(&row, "rule", "R-154");
	demo_set(&row, "text", "Bor i grannkommunen men har sin kontakt här.");
	demo_insert(d, "remark", &row);
}

static void write_participation(struct demo *d, const struct demo_story *s,
				const char *intervention,
				struct demo_participation *out)
{
	int keyed = demo_keyed(d, s->start);
	int changed = s->end == INT_MAX ? keyed : demo_keyed(d, s->end);
	struct demo_row row = { 0 };

	demo_new_id(d, keyed, out->id);
	demo_set(&row, "id", out->id);
	demo_set(&row, "intervention", intervention);
	demo_set(&row, "person", s->person->id);
	demo_set_day(&row, "start", s->start);
	if (s->end != INT_MAX)
		demo_set_day(&row, "end", s->end);
	demo_set(&row, "municipality", s->municipality);
	demo_set(&row, "education", s->education);
	demo_set(&row, "support_duration", s->support_duration);
	demo_set(&row, "referrer", s->referrer);
	demo_set(&row, "closure_reason", s->closure_reason);
	demo_set(&row, "next_step", s->next_step);
	demo_stamp(&row, keyed, changed);
	demo_insert(d, "participation", &row);
	if (s->flaw == DEMO_FLAW_HOME)
		write_remark(d, out->id, keyed);
}

void demo_story_write(struct demo *d, const struct demo_story *s,
		      struct demo_participation *out)
{
	out->number = s->person->number;
	out->start = s->start;
	out->end = s->end;
	write_participation(d, s, d->interventions[out->intervention].id, out);
	write_target_groups(d, s, out->id);
	write_consent(d, s, out->id);
	write_phase(d, &s->before, "before", out->id);
	if (s->has_after)
		write_phase(d, &s->after, "after", out->id);
}
