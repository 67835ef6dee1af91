/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cells count; see origin.h. */
#include "model/origin.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/figures.h"
#include "model/report.h"

enum { YEAR = 0 };

/* What a row, or a column, of one part asks for. */
struct side {
	bool there;                     /* the part adds to it */
	int year;                       /* 0: the table's */
	struct meaning_term terms[2];
	size_t term_count;
};

struct origin_part {
	const struct report_part *part;
	struct side *rows, *columns;    /* by their places on the axis */
};

/* ---- reading the declaration ---- */

static void add_factor(struct side *s, const struct report_factor *f, size_t i,
		       struct axis_years years)
{
	if (f->dimension == YEAR)
		s->year = years.first + (int)i;
	else
		s->terms[s->term_count++] = (struct meaning_term){
			f->dimension, UINT32_C(1) << f->codes[i], false
		};
}

static size_t factor_count(const struct report_factor *f, struct axis_years years)
{
	return f->list ? f->count : (size_t)years.count;
}

/* Combination number `i` of the word, the last factor counting fastest. */
static void read_combination(struct side *s, const struct report_word *word, size_t i,
			     struct axis_years years)
{
	size_t step = axis_combinations(word, years);

	*s = (struct side){ .there = true };
	if (word->without >= 0)
		s->terms[s->term_count++] = (struct meaning_term){
			(size_t)word->without, UINT32_MAX, true
		};
	for (size_t f = 0; f < word->factor_count; f++) {
		step /= factor_count(&word->factors[f], years);
		add_factor(s, &word->factors[f], i / step, years);
		i %= step;
	}
}

static struct side *read_words(struct report_words words, const struct axis *axis,
			       struct axis_years years, struct arena *arena)
{
	struct side *sides = arena_alloc(arena, axis->count * sizeof(*sides));
	struct axis a = *axis;

	for (size_t i = 0; i < words.count; i++) {
		const struct report_word *word = &words.items[i];
		size_t count = axis_combinations(word, years);
		int *places = mem_alloc(count * sizeof(*places));

		/* All items are there: this only tells where. */
		axis_add_word(&a, word, years, places, arena);
		for (size_t j = 0; j < count; j++)
			read_combination(&sides[places[j]], word, j, years);
		free(places);
	}
	return sides;
}

void origin_init(struct origin *o, const struct figure_table *table)
{
	const struct report *r = table->report;
	struct axis_years years = { report_first_year(r, table->year), 0 };

	years.count = table->year - years.first + 1;
	*o = (struct origin){ .table = table };
	o->parts = arena_alloc(&o->arena, r->part_count * sizeof(*o->parts));
	for (size_t i = 0; i < r->part_count; i++) {
		struct origin_part *p = &o->parts[i];

		p->part = &r->parts[i];
		p->rows = read_words(p->part->rows, &table->rows, years, &o->arena);
		p->columns =
			read_words(p->part->columns, &table->columns, years, &o->arena);
	}
}

void origin_done(struct origin *o)
{
	arena_done(&o->arena);
}

/* ---- meanings ---- */

static bool counts_people(const struct report_part *p)
{
	switch (p->unit) {
	case FACT_UNIT_PARTICIPATION:
	case FACT_UNIT_PHASE:
	case FACT_UNIT_MENTION:
	case FACT_UNIT_VOLUME:
	case FACT_UNIT_ANONYMOUS_COUNT:
		return p->measure != REPORT_DISTINCT || p->key == FACT_PERSON;
	default:
		return false;
	}
}

static bool add_side(struct meaning_count *m, const struct side *s)
{
	if (!s)
		return true;
	if (s->year)
		m->year = s->year;
	for (size_t i = 0; i < s->term_count; i++)
		if (!meaning_add_term(m, s->terms[i]))
			return false;
	return true;
}

/* Adds what the part counts where both sides hold; NULL: everywhere. */
static bool add_count(struct meaning *out, const struct origin *o,
		      const struct report_part *part, bool whole, const struct side *row,
		      const struct side *column)
{
	struct meaning_count *m = &out->counts[out->count];

	if (out->count == MEANING_MAX_COUNTS)
		return false;
	out->count++;
	meaning_init(m, part, o->table->year, whole);
	return add_side(m, row) && add_side(m, column);
}

static bool adds_to(const struct origin_part *p, size_t row, size_t column)
{
	return p->rows[row].there && p->columns[column].there;
}

/* The first part that adds to the cell, or NULL. */
static const struct origin_part *first_part(const struct origin *o, size_t row,
					    size_t column)
{
	for (size_t i = 0; i < o->table->report->part_count; i++)
		if (adds_to(&o->parts[i], row, column))
			return &o->parts[i];
	return NULL;
}

bool origin_of_count(const struct origin *o, size_t row, size_t column,
		     struct meaning *out)
{
	*out = (struct meaning){ .count = 0 };
	for (size_t i = 0; i < o->table->report->part_count; i++) {
		const struct origin_part *p = &o->parts[i];

		if (!adds_to(p, row, column))
			continue;
		if (!counts_people(p->part) ||
		    !add_count(out, o, p->part, false, &p->rows[row],
			       &p->columns[column]))
			return false;
	}
	return out->count > 0;
}

bool origin_is_mean(const struct origin *o, size_t row, size_t column)
{
	const struct origin_part *p = first_part(o, row, column);

	return p && p->part->measure == REPORT_MEAN_OF;
}

/* The row's code of the dimension that the base is divided by as well. */
static bool add_base_dimension(struct meaning_count *m, const struct side *row,
			       int dimension)
{
	for (size_t i = 0; i < row->term_count; i++)
		if ((int)row->terms[i].dimension == dimension)
			return meaning_add_term(m, row->terms[i]);
	return dimension < 0;
}

/* All parts with the same base share it, wherever they have the column (or the row). */
static bool add_shared_base(struct meaning *out, const struct origin *o,
			    const struct origin_part *first, size_t row, size_t column)
{
	const struct report_part *of = first->part;
	bool by_row = of->base == REPORT_ROW_BASE;

	for (size_t i = 0; i < o->table->report->part_count; i++) {
		const struct origin_part *p = &o->parts[i];
		const struct side *side = by_row ? &p->rows[row] : &p->columns[column];

		if (p->part->base != of->base ||
		    p->part->base_dimension != of->base_dimension || !side->there)
			continue;
		if (!add_count(out, o, p->part, true, side, NULL))
			return false;
		if (!by_row && !add_base_dimension(&out->counts[out->count - 1],
						   &first->rows[row],
						   of->base_dimension))
			return false;
	}
	return true;
}

bool origin_of_base(const struct origin *o, size_t row, size_t column,
		    struct meaning *out)
{
	const struct origin_part *p = first_part(o, row, column);

	*out = (struct meaning){ .count = 0 };
	if (!p || !figure_at(o->table, row, column)->divided)
		return false;
	if (p->part->measure == REPORT_SHARE)
		return add_count(out, o, p->part, true, &p->rows[row],
				 &p->columns[column]);
	return p->part->base != REPORT_NO_BASE &&
	       add_shared_base(out, o, p, row, column);
}
