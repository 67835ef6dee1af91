/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What numbers count; see meaning.h. */
#include "model/meaning.h"

#include <string.h>

static bool is_exclusive(const struct meaning_term *t, uint32_t codes)
{
	uint32_t exclusive = fact_dimension_at(t->dimension)->exclusive;

	return (codes & exclusive) == codes;
}

/* Both hold: one term, when a unit has one code of the dimension. */
static bool merge(struct meaning_term *to, const struct meaning_term *term)
{
	if (to->dimension != term->dimension)
		return false;
	if (to->any == term->any && to->negated == term->negated)
		return true;
	if (to->negated || term->negated || !is_exclusive(to, UINT32_MAX))
		return false;
	to->any &= term->any;
	return true;
}

static bool comes_before(const struct meaning_term *a, const struct meaning_term *b)
{
	return a->dimension != b->dimension ? a->dimension < b->dimension :
					      a->any < b->any;
}

bool meaning_add_term(struct meaning_count *m, struct meaning_term term)
{
	size_t at = 0;

	for (size_t i = 0; i < m->term_count; i++)
		if (merge(&m->terms[i], &term))
			return true;
	if (m->term_count == MEANING_MAX_TERMS)
		return false;
	while (at < m->term_count && comes_before(&m->terms[at], &term))
		at++;
	memmove(&m->terms[at + 1], &m->terms[at],
		(m->term_count - at) * sizeof(m->terms[0]));
	m->terms[at] = term;
	m->term_count++;
	return true;
}

void meaning_drop_term(struct meaning_count *m, size_t i)
{
	m->term_count--;
	memmove(&m->terms[i], &m->terms[i + 1],
		(m->term_count - i) * sizeof(m->terms[0]));
}

static void add_terms(struct meaning_count *m, struct report_terms terms)
{
	for (size_t i = 0; i < terms.count; i++) {
		const struct report_term *t = &terms.items[i];

		meaning_add_term(m, (struct meaning_term){ t->dimension, t->any,
							   t->negated });
	}
}

void meaning_init(struct meaning_count *m, const struct report_part *part, int year,
		  bool whole)
{
	*m = (struct meaning_count){
		.unit = part->unit,
		.time = part->time,
		.year = year,
		.measure = part->measure,
		.key = part->measure == REPORT_DISTINCT ? part->key : FACT_KEY_COUNT,
	};
	if (part->measure == REPORT_SUM || part->measure == REPORT_MEAN_OF)
		m->quantity = part->quantity;
	add_terms(m, part->filter);
	if (part->measure == REPORT_SHARE) {
		m->measure = REPORT_UNITS;
		if (!whole)
			add_terms(m, part->condition);
	}
}

/* The term of the dimension that asks for exactly one code, or NULL. */
static struct meaning_term *find_single(struct meaning_count *m, const char *dimension)
{
	int d = fact_find_dimension(dimension);

	for (size_t i = 0; i < m->term_count; i++) {
		struct meaning_term *t = &m->terms[i];

		if ((int)t->dimension == d && !t->negated && t->any &&
		    !(t->any & (t->any - 1)))
			return t;
	}
	return NULL;
}

/* Whether all terms but one or two, by name, are of what a participation has. */
static bool is_of_participation(const struct meaning_count *m, const char *but,
				const char *and_but)
{
	for (size_t i = 0; i < m->term_count; i++) {
		const struct fact_dimension *d = fact_dimension_at(m->terms[i].dimension);

		if (strcmp(d->name, but) && strcmp(d->name, and_but) &&
		    !(d->units & 1u << FACT_UNIT_PARTICIPATION))
			return false;
	}
	return true;
}

static void replace(struct meaning_count *m, struct meaning_term *old,
		    const char *dimension, uint32_t any)
{
	struct meaning_term term = { (size_t)fact_find_dimension(dimension), any, false };

	meaning_drop_term(m, (size_t)(old - m->terms));
	meaning_add_term(m, term);
}

/* Every participation has one phase before and one after. */
static bool simplify_phase(struct meaning_count *m)
{
	struct meaning_term *phase = find_single(m, "phase");

	if (m->unit != FACT_UNIT_PHASE || !phase || phase->any > 1u << FACT_AFTER ||
	    !is_of_participation(m, "phase", "phase"))
		return false;
	meaning_drop_term(m, (size_t)(phase - m->terms));
	m->unit = FACT_UNIT_PARTICIPATION;
	return true;
}

/* A source is mentioned once at a phase. */
static bool simplify_mention(struct meaning_count *m)
{
	struct meaning_term *phase = find_single(m, "phase");
	struct meaning_term *support = find_single(m, "support");
	bool before;

	if (m->unit != FACT_UNIT_MENTION || !phase || !support ||
	    phase->any > 1u << FACT_AFTER || !is_of_participation(m, "phase", "support"))
		return false;
	before = phase->any == 1u << FACT_BEFORE;
	replace(m, support, before ? "support_before" : "support_after", support->any);
	meaning_drop_term(m, (size_t)(find_single(m, "phase") - m->terms));
	m->unit = FACT_UNIT_PARTICIPATION;
	return true;
}

/* The group is a source of support before by another name. */
static bool simplify_group(struct meaning_count *m, const struct fact_lists *lists)
{
	struct meaning_term *group = find_single(m, "group");

	if (!group || is_exclusive(group, group->any))
		return false;
	replace(m, group, "support_before",
		UINT32_C(1) << lists->activity_compensation);
	return true;
}

bool meaning_simplify(struct meaning_count *m, const struct fact_lists *lists)
{
	if (m->measure != REPORT_UNITS)
		return false;
	return simplify_phase(m) || simplify_mention(m) || simplify_group(m, lists);
}

bool meaning_term_divides(const struct meaning_term *t)
{
	if (t->negated)
		return t->any == UINT32_MAX && is_exclusive(t, t->any);
	return !(t->any & (t->any - 1)) && is_exclusive(t, t->any);
}

static bool count_equals(const struct meaning_count *a, const struct meaning_count *b)
{
	if (a->unit != b->unit || a->time != b->time || a->year != b->year ||
	    a->measure != b->measure || a->quantity != b->quantity || a->key != b->key ||
	    a->term_count != b->term_count)
		return false;
	for (size_t i = 0; i < a->term_count; i++)
		if (a->terms[i].dimension != b->terms[i].dimension ||
		    a->terms[i].any != b->terms[i].any ||
		    a->terms[i].negated != b->terms[i].negated)
			return false;
	return true;
}

bool meaning_equals(const struct meaning *a, const struct meaning *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!count_equals(&a->counts[i], &b->counts[i]))
			return false;
	return true;
}

static uint32_t mix(uint32_t hash, uint32_t value)
{
	return (hash ^ value) * UINT32_C(16777619);
}

uint32_t meaning_hash(const struct meaning *m)
{
	uint32_t hash = UINT32_C(2166136261);

	for (size_t i = 0; i < m->count; i++) {
		const struct meaning_count *c = &m->counts[i];

		hash = mix(hash, (uint32_t)c->unit * 8 + (uint32_t)c->time);
		hash = mix(hash, (uint32_t)c->year * 8 + (uint32_t)c->measure);
		for (size_t j = 0; j < c->term_count; j++) {
			hash = mix(hash, (uint32_t)c->terms[j].dimension);
			hash = mix(hash, c->terms[j].any);
		}
	}
	return hash;
}
