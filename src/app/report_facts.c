/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register's rows as facts; see report_facts.h. */
#include "app/report_facts.h"

#include <stdlib.h>

#include "app/report.h"
#include "base/mem.h"
#include "model/fact.h"
#include "model/tabulate.h"
#include "store/facts.h"

_Static_assert(FACTS_NOT_STATED == FACT_NOT_STATED, "passed on as it is");

struct person {
	signed char sex;
	int birth_year;
};

struct intervention {
	signed char kind, orientation, registration;
	int federation;
};

struct feed {
	const struct fact_lists *lists;
	struct tabulation *const *t; /* of all, or of each federation */
	bool each;
	struct person *persons; /* by number */
	size_t person_capacity;
	struct intervention *interventions;
	size_t intervention_capacity;
	struct fact fact; /* the one being put together */
	int federations;  /* only of those with a smaller number than this; 0: of all */
};

static signed char code(const struct feed *f, enum fact_code what, const char *text)
{
	return (signed char)fact_code(f->lists, what, text);
}

static void read_person(void *context, const struct facts_person *p)
{
	struct feed *f = context;

	f->persons = mem_grow(f->persons, &f->person_capacity, (size_t)p->number + 1,
			      sizeof(*f->persons));
	f->persons[p->number] =
		(struct person){ code(f, FACT_SEX, p->sex), p->birth_year };
}

/* What everything that belongs to an intervention has from it. */
static void belong(struct feed *f, int intervention)
{
	const struct intervention *i = &f->interventions[intervention];

	f->fact.code[FACT_KIND] = i->kind;
	f->fact.code[FACT_ORIENTATION] = i->orientation;
	f->fact.code[FACT_REGISTRATION] = i->registration;
	f->fact.key[FACT_FEDERATION] = i->federation;
}

static void read_intervention(void *context, const struct facts_intervention *i)
{
	struct feed *f = context;

	f->interventions = mem_grow(f->interventions, &f->intervention_capacity,
				    (size_t)i->number + 1, sizeof(*f->interventions));
	f->interventions[i->number] = (struct intervention){
		code(f, FACT_KIND, i->kind),
		code(f, FACT_ORIENTATION, i->orientation),
		code(f, FACT_REGISTRATION, i->registration),
		i->federation,
	};
	fact_clear(&f->fact, FACT_INTERVENTION);
	f->fact.id = i->id;
	f->fact.period = period_parse(i->start, i->end);
	belong(f, i->number);
}

static void read_group(void *context, const char *target_group)
{
	struct feed *f = context;
	int place = fact_code(f->lists, FACT_TARGET_GROUP, target_group);

	if (place >= 0)
		f->fact.target_groups |= UINT32_C(1) << place;
}

static void add(void *context)
{
	struct feed *f = context;
	int federation = f->fact.key[FACT_FEDERATION];

	if (!f->federations || federation < f->federations)
		tabulation_add(f->t[f->each ? federation : 0], &f->fact);
}

static void read_participation(void *context, const struct facts_participation *p)
{
	struct feed *f = context;
	signed char *codes = f->fact.code;

	fact_clear(&f->fact, FACT_PARTICIPATION);
	f->fact.id = p->id;
	f->fact.period = period_parse(p->start, p->end);
	f->fact.registered = period_parse(p->registered_at, "").start;
	if (f->fact.registered == PERIOD_ALWAYS)
		f->fact.registered = f->fact.period.start;
	belong(f, p->intervention);
	f->fact.key[FACT_PERSON] = p->person;
	f->fact.birth_year = f->persons[p->person].birth_year;
	codes[FACT_SEX] = f->persons[p->person].sex;
	codes[FACT_EDUCATION] = code(f, FACT_EDUCATION, p->education);
	codes[FACT_SUPPORT_DURATION] =
		code(f, FACT_SUPPORT_DURATION, p->support_duration);
	codes[FACT_REFERRER] = code(f, FACT_REFERRER, p->referrer);
	codes[FACT_CLOSURE_REASON] = code(f, FACT_CLOSURE_REASON, p->closure_reason);
	codes[FACT_NEXT_STEP] = code(f, FACT_NEXT_STEP, p->next_step);
}

/* The phase's answers; NULL for a phase the tables do not know. */
static struct fact_phase *phase_of(struct feed *f, const char *phase)
{
	int place = fact_code(f->lists, FACT_PHASE, phase);

	if (place < 0)
		return NULL;
	f->fact.phases[place].stated = true;
	return &f->fact.phases[place];
}

static void read_support(void *context, const char *phase, const char *source,
			 const char *extent)
{
	struct feed *f = context;
	struct fact_phase *p = phase_of(f, phase);
	int place = fact_code(f->lists, FACT_SUPPORT, source);

	if (!p || place < 0)
		return;
	p->support |= UINT32_C(1) << place;
	/* The code is the per cent itself, or a word when it is not known. */
	p->extent[place] = (unsigned char)strtol(extent, NULL, 10);
}

static void read_occupation(void *context, const struct facts_occupation *o)
{
	struct feed *f = context;
	struct fact_phase *p = phase_of(f, o->phase);

	if (!p)
		return;
	p->works = o->works;
	p->studies = o->studies;
	p->seeks_work = o->seeks_work;
	p->work_kind = fact_code(f->lists, FACT_WORK_KIND, o->work_kind);
	p->work_extent = o->work_extent;
	p->study_extent = o->study_extent;
}

/* ---- what is kept for each year ---- */

static void begin(struct feed *f, enum fact_record record, const char *id, int year)
{
	fact_clear(&f->fact, record);
	f->fact.id = id;
	f->fact.year = year;
}

static void read_year(void *context, const struct facts_year *y)
{
	struct feed *f = context;

	begin(f, FACT_INTERVENTION_YEAR, y->id, y->year);
	belong(f, y->intervention);
	f->fact.amounts[FACT_PLANNED] = y->planned;
	f->fact.amounts[FACT_BUDGET] = y->budget;
	f->fact.amounts[FACT_ACTUAL] = y->actual;
	f->fact.amounts[FACT_ESF_BUDGET] = y->esf_budget;
	f->fact.amounts[FACT_ESF_ACTUAL] = y->esf_actual;
	add(f);
}

static void read_volume(void *context, const struct facts_volume *v)
{
	struct feed *f = context;

	begin(f, FACT_VOLUME, v->id, v->year);
	belong(f, v->intervention);
	f->fact.amounts[FACT_WOMEN] = v->women;
	f->fact.amounts[FACT_MEN] = v->men;
	f->fact.amounts[FACT_UNSPECIFIED] = v->unspecified;
	f->fact.amounts[FACT_OCCASIONS] = v->occasions;
	add(f);
}

static void read_anonymous(void *context, const struct facts_anonymous *a)
{
	struct feed *f = context;

	begin(f, FACT_ANONYMOUS_COUNT, a->id, a->year);
	belong(f, a->intervention);
	f->fact.code[FACT_SEX] = code(f, FACT_SEX, a->sex);
	f->fact.amounts[FACT_HEADS] = a->count;
	add(f);
}

static void read_money(struct feed *f, enum fact_record record,
		       const struct facts_money *m)
{
	begin(f, record, m->id, m->year);
	f->fact.key[FACT_FEDERATION] = m->federation;
	f->fact.amounts[FACT_SEK] = m->amount;
	f->fact.amounts[FACT_BUDGET] = m->budget;
	f->fact.amounts[FACT_ACTUAL] = m->actual;
	f->fact.amounts[FACT_RESULT] = m->result;
	f->fact.amounts[FACT_CLOSING_EQUITY] = m->closing_equity;
}

static void read_funding(void *context, const struct facts_money *m)
{
	struct feed *f = context;

	read_money(f, FACT_FUNDING, m);
	f->fact.code[FACT_FUNDING_KIND] = code(f, FACT_FUNDING_KIND, m->kind);
	f->fact.code[FACT_PARTY_KIND] = code(f, FACT_PARTY_KIND, m->party_kind);
	add(f);
}

static void read_admin_cost(void *context, const struct facts_money *m)
{
	struct feed *f = context;

	read_money(f, FACT_ADMIN_COST, m);
	f->fact.code[FACT_COST_KIND] = code(f, FACT_COST_KIND, m->kind);
	add(f);
}

static void read_federation_year(void *context, const struct facts_money *m)
{
	read_money(context, FACT_FEDERATION_YEAR, m);
	add(context);
}

static void read_membership(void *context, const struct facts_membership *m)
{
	struct feed *f = context;

	begin(f, FACT_MEMBERSHIP, m->id, 0);
	f->fact.period = period_parse(m->start, m->end);
	f->fact.key[FACT_FEDERATION] = m->federation;
	f->fact.key[FACT_MUNICIPALITY] = m->municipality;
	add(f);
}

/* ---- the whole ---- */

static const struct facts_reader everything = {
	.person = read_person,
	.intervention = read_intervention,
	.intervention_group = read_group,
	.intervention_done = add,
	.participation = read_participation,
	.support = read_support,
	.occupation = read_occupation,
	.participation_group = read_group,
	.participation_done = add,
	.year = read_year,
	.volume = read_volume,
	.anonymous = read_anonymous,
	.funding = read_funding,
	.admin_cost = read_admin_cost,
	.federation_year = read_federation_year,
	.membership = read_membership,
};

/* Interventions are always read: the others get their kind and orientation from them. */
static struct facts_reader needed(struct feed *f)
{
	struct facts_reader r = everything;
	const struct tabulation *t = f->t[0];

	r.context = f;
	if (!tabulation_needs(t, FACT_PARTICIPATION)) {
		r.participation = NULL;
		r.person = NULL;
	}
	if (!tabulation_needs_phases(t)) {
		r.support = NULL;
		r.occupation = NULL;
	}
	if (!tabulation_needs(t, FACT_INTERVENTION_YEAR))
		r.year = NULL;
	if (!tabulation_needs(t, FACT_VOLUME))
		r.volume = NULL;
	if (!tabulation_needs(t, FACT_ANONYMOUS_COUNT))
		r.anonymous = NULL;
	if (!tabulation_needs(t, FACT_FUNDING))
		r.funding = NULL;
	if (!tabulation_needs(t, FACT_ADMIN_COST))
		r.admin_cost = NULL;
	if (!tabulation_needs(t, FACT_FEDERATION_YEAR))
		r.federation_year = NULL;
	if (!tabulation_needs(t, FACT_MEMBERSHIP))
		r.membership = NULL;
	return r;
}

static bool feed(struct feed *f, struct db *db, const struct report_scope *scope,
		 struct err *e)
{
	struct facts_reader reader = needed(f);
	bool read;

	f->federations = (int)scope->count;
	reader.first_federations = scope->federations;
	reader.first_federation_count = scope->count;
	read = facts_read(db, &reader, e);
	free(f->persons);
	free(f->interventions);
	return read;
}

bool report_feed(struct db *db, const struct report_scope *scope,
		 const struct fact_lists *lists, struct tabulation *t, struct err *e)
{
	return feed(&(struct feed){ .lists = lists, .t = &t }, db, scope, e);
}

bool report_feed_each(struct db *db, const struct report_scope *scope,
		      const struct fact_lists *lists, struct tabulation *const *each,
		      struct err *e)
{
	return feed(&(struct feed){ .lists = lists, .t = each, .each = true }, db, scope,
		    e);
}
