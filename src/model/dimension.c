/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be counted by and summed, a row each; see fact.h. Knows no table. */
#include "model/fact.h"

#include <string.h>

#define UNIT(kind) (1u << FACT_UNIT_##kind)

enum {
	PARTICIPATIONS = UNIT(PARTICIPATION) | UNIT(PHASE) | UNIT(MENTION),
	PHASES = UNIT(PHASE) | UNIT(MENTION),
	/* All that belongs to an intervention. */
	INTERVENTIONS = PARTICIPATIONS | UNIT(INTERVENTION) | UNIT(INTERVENTION_YEAR) |
			UNIT(VOLUME) | UNIT(ANONYMOUS_COUNT),
	EVERYTHING = (1u << FACT_UNIT_COUNT) - 1,
};

static uint32_t bit(int place)
{
	return place < 0 ? 0 : UINT32_C(1) << place;
}

static const struct fact_phase *phase_of(const struct fact_unit *u)
{
	return &u->fact->phases[u->phase];
}

/* The tabulation itself sets the year: it is not one value a fact has. */
static uint32_t no_value(const struct fact_unit *u)
{
	(void)u;
	return 0;
}

#define CODE_DIMENSION(function, id) \
	static uint32_t function(const struct fact_unit *u) \
	{ \
		return bit(u->fact->code[FACT_##id]); \
	}

CODE_DIMENSION(sex, SEX)
CODE_DIMENSION(kind, KIND)
CODE_DIMENSION(orientation, ORIENTATION)
CODE_DIMENSION(registration, REGISTRATION)
CODE_DIMENSION(education, EDUCATION)
CODE_DIMENSION(support_duration, SUPPORT_DURATION)
CODE_DIMENSION(referrer, REFERRER)
CODE_DIMENSION(closure_reason, CLOSURE_REASON)
CODE_DIMENSION(next_step, NEXT_STEP)
CODE_DIMENSION(funding, FUNDING_KIND)
CODE_DIMENSION(party, PARTY_KIND)
CODE_DIMENSION(admin_cost, COST_KIND)

static int age_at_start(const struct fact_unit *u)
{
	return period_age(u->fact->period.start, u->fact->birth_year);
}

static uint32_t age(const struct fact_unit *u)
{
	return bit((int)period_classify_age(age_at_start(u)));
}

/* u30, 30_plus, young_activity_compensation: the last by support before, not by age. */
static uint32_t group(const struct fact_unit *u)
{
	uint32_t before = u->fact->phases[FACT_BEFORE].support;
	bool compensated = before & bit(u->lists->activity_compensation);

	return bit(age_at_start(u) < 30 ? 0 : 1) | (compensated ? bit(2) : 0);
}

static uint32_t months(const struct fact_unit *u)
{
	if (u->fact->period.end == PERIOD_OPEN)
		return 0;
	return bit((int)period_classify_months(period_months(u->fact->period)));
}

static uint32_t target_group(const struct fact_unit *u)
{
	return u->fact->target_groups;
}

static uint32_t phase(const struct fact_unit *u)
{
	return bit(u->phase);
}

static uint32_t support(const struct fact_unit *u)
{
	return bit(u->support);
}

static uint32_t support_before(const struct fact_unit *u)
{
	return u->fact->phases[FACT_BEFORE].support;
}

static uint32_t support_after(const struct fact_unit *u)
{
	return u->fact->phases[FACT_AFTER].support;
}

/* Sources that were whole before and are there in part after. */
static uint32_t support_reduced(const struct fact_unit *u)
{
	const struct fact_phase *before = &u->fact->phases[FACT_BEFORE];
	const struct fact_phase *after = &u->fact->phases[FACT_AFTER];
	uint32_t both = before->support & after->support, reduced = 0;

	for (int i = 0; i < FACT_MAX_CODES; i++)
		if ((both & bit(i)) && before->extent[i] == 100 && after->extent[i] &&
		    after->extent[i] < 100)
			reduced |= bit(i);
	return reduced;
}

/* unsubsidised, subsidised, self_employed, studies: a person may both work and study. */
static uint32_t occupation(const struct fact_unit *u)
{
	const struct fact_phase *p = phase_of(u);

	return (p->works ? bit(p->work_kind) : 0) | (p->studies ? bit(3) : 0);
}

/* Seeking work counts only for those who neither work nor study. */
static uint32_t activity(const struct fact_unit *u)
{
	const struct fact_phase *p = phase_of(u);

	if (p->works || p->studies)
		return bit(0);
	return p->seeks_work ? bit(1) : 0;
}

static long long days_to_registration(const struct fact_unit *u)
{
	int days = u->fact->registered - u->fact->period.start;

	return days < 0 ? 0 : days;
}

static uint32_t delay(const struct fact_unit *u)
{
	long long days = days_to_registration(u);

	if (days <= 7)
		return bit(0);
	if (days <= 31)
		return bit(1);
	return bit(days <= 92 ? 2 : 3);
}

/* The exclusive codes: of two ages or kinds of work there can only be one. */
enum {
	NONE = 0,
	AGES = 0x3,         /* u30, 30_plus */
	WORK = 0x7,         /* unsubsidised, subsidised, self_employed */
};
#define ALL UINT32_MAX

static const struct fact_dimension dimensions[] = {
	{ "year", "", EVERYTHING, no_value, ALL },
	{ "sex", "women_men", PARTICIPATIONS | UNIT(ANONYMOUS_COUNT), sex, ALL },
	{ "age", "age", PARTICIPATIONS, age, ALL },
	{ "group", "group", PARTICIPATIONS | FACT_OF_PHASES, group, AGES },
	{ "kind", "kind", INTERVENTIONS, kind, ALL },
	{ "orientation", "orientation", INTERVENTIONS, orientation, ALL },
	{ "registration", "registration", INTERVENTIONS, registration, ALL },
	{ "target_group", "target_group", PARTICIPATIONS | UNIT(INTERVENTION),
	  target_group, NONE },
	{ "education", "education", PARTICIPATIONS, education, ALL },
	{ "support_duration", "support_duration", PARTICIPATIONS, support_duration, ALL },
	{ "referrer", "referrer", PARTICIPATIONS, referrer, ALL },
	{ "closure_reason", "closure_reason", PARTICIPATIONS, closure_reason, ALL },
	{ "next_step", "next_step", PARTICIPATIONS, next_step, ALL },
	{ "time_in_intervention", "time_in_intervention", PARTICIPATIONS, months, ALL },
	{ "delay", "delay", PARTICIPATIONS, delay, ALL },
	{ "support_before", "support", PARTICIPATIONS | FACT_OF_PHASES,
	  support_before, NONE },
	{ "support_after", "support", PARTICIPATIONS | FACT_OF_PHASES,
	  support_after, NONE },
	{ "support_reduced", "support", PARTICIPATIONS | FACT_OF_PHASES,
	  support_reduced, NONE },
	{ "phase", "report_phase", PHASES, phase, ALL },
	{ "occupation", "occupation", PHASES, occupation, WORK },
	{ "activity", "activity", PHASES, activity, ALL },
	{ "support", "support", UNIT(MENTION), support, ALL },
	{ "funding", "funding", UNIT(FUNDING), funding, ALL },
	{ "party", "party", UNIT(FUNDING), party, ALL },
	{ "admin_cost", "admin_cost", UNIT(ADMIN_COST), admin_cost, ALL },
};

size_t fact_dimension_count(void)
{
	return sizeof(dimensions) / sizeof(dimensions[0]);
}

const struct fact_dimension *fact_dimension_at(size_t i)
{
	return &dimensions[i];
}

int fact_find_dimension(const char *name)
{
	for (size_t i = 0; i < fact_dimension_count(); i++)
		if (!strcmp(dimensions[i].name, name))
			return (int)i;
	return -1;
}

/* min(100, work + study) of those who work or study; unknown when a part of it is. */
static long long extent(const struct fact_unit *u)
{
	const struct fact_phase *p = phase_of(u);
	int work = p->works ? p->work_extent : 0;
	int study = p->studies ? p->study_extent : 0;

	if (!p->works && !p->studies)
		return FACT_NOT_STATED;
	if ((p->works && !work) || (p->studies && !study))
		return FACT_NOT_STATED;
	return work + study > 100 ? 100 : work + study;
}

/* Women, men and those not divided by sex, as far as they are stated. */
static long long participants(const struct fact_unit *u)
{
	static const enum fact_amount parts[] = {
		FACT_WOMEN, FACT_MEN, FACT_UNSPECIFIED,
	};
	long long sum = FACT_NOT_STATED;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		long long part = u->fact->amounts[parts[i]];

		if (part != FACT_NOT_STATED)
			sum = sum == FACT_NOT_STATED ? part : sum + part;
	}
	return sum;
}

#define AMOUNT_QUANTITY(function, id) \
	static long long function(const struct fact_unit *u) \
	{ \
		return u->fact->amounts[FACT_##id]; \
	}

AMOUNT_QUANTITY(occasions, OCCASIONS)
AMOUNT_QUANTITY(heads, HEADS)
AMOUNT_QUANTITY(planned, PLANNED)
AMOUNT_QUANTITY(budget, BUDGET)
AMOUNT_QUANTITY(actual, ACTUAL)
AMOUNT_QUANTITY(esf_budget, ESF_BUDGET)
AMOUNT_QUANTITY(esf_actual, ESF_ACTUAL)
AMOUNT_QUANTITY(sek, SEK)
AMOUNT_QUANTITY(result, RESULT)
AMOUNT_QUANTITY(closing_equity, CLOSING_EQUITY)

static const struct fact_quantity quantities[] = {
	{ "extent", UNIT(PHASE), extent },
	{ "days_to_registration", PARTICIPATIONS, days_to_registration },
	{ "participants", UNIT(VOLUME), participants },
	{ "occasions", UNIT(VOLUME), occasions },
	{ "heads", UNIT(ANONYMOUS_COUNT), heads },
	{ "planned", UNIT(INTERVENTION_YEAR), planned },
	{ "budget", UNIT(INTERVENTION_YEAR) | UNIT(ADMIN_COST), budget },
	{ "actual", UNIT(INTERVENTION_YEAR) | UNIT(ADMIN_COST), actual },
	{ "esf_budget", UNIT(INTERVENTION_YEAR), esf_budget },
	{ "esf_actual", UNIT(INTERVENTION_YEAR), esf_actual },
	{ "sek", UNIT(FUNDING), sek },
	{ "result", UNIT(FEDERATION_YEAR), result },
	{ "closing_equity", UNIT(FEDERATION_YEAR), closing_equity },
};

const struct fact_quantity *fact_find_quantity(const char *name)
{
	for (size_t i = 0; i < sizeof(quantities) / sizeof(quantities[0]); i++)
		if (!strcmp(quantities[i].name, name))
			return &quantities[i];
	return NULL;
}
