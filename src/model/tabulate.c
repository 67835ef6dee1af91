/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts into figures; see tabulate.h. */
#include "model/tabulate.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "model/figures.h"
#include "model/plan.h"
#include "model/report.h"

enum { MAX_DIMENSIONS = 64, YEAR = 0 };

/* A part of one table for one year asked for, by the kind of unit it counts. */
struct unit_parts {
	struct plan_part **items;
	size_t count, capacity;
	/* Dimensions to find out when such a unit comes; the others are known. */
	size_t dimensions[MAX_DIMENSIONS];
	size_t dimension_count;
};

struct tabulation {
	const struct fact_lists *lists;
	struct figures **figures;          /* one for each year of the order */
	size_t figures_count;
	struct unit_parts parts[FACT_UNIT_COUNT];
	struct arena arena;
	int first_year, year_count;        /* of all tables together */
	struct period years[FACT_MAX_CODES];
	int *rows, *columns;               /* room for the places of one unit */
	/* The fact being added. */
	const struct fact *fact;
	uint32_t in_years[REPORT_TIME_COUNT];    /* a bit for each year from the first */
	uint32_t values[MAX_DIMENSIONS];
	/* The cell being watched. */
	const struct figure *watched;
	tabulation_hit *hit;
	void *context;
	bool told;
	bool uses_phases;                  /* a participation's dimensions look at them */
	bool divided;                      /* all is added: figures have been taken */
};

/* ---- making ready ---- */

/* The first and the last year that any table looks at. */
static void find_span(const struct tabulation_order *order, int *first, int *last)
{
	*first = *last = order->years[0];
	for (size_t i = 0; i < order->year_count; i++) {
		int year = order->years[i];

		*last = year > *last ? year : *last;
		*first = year < *first ? year : *first;
		for (size_t j = 0; j < order->report_count; j++) {
			int from = report_first_year(order->reports[j], year);

			*first = from < *first ? from : *first;
		}
	}
}

bool tabulation_fits(const struct tabulation_order *order)
{
	int first, last;

	find_span(order, &first, &last);
	return last - first < FACT_MAX_CODES;
}

static void find_years(struct tabulation *t, const struct tabulation_order *order)
{
	int last;

	assert(tabulation_fits(order));
	find_span(order, &t->first_year, &last);
	t->year_count = last - t->first_year + 1;
	for (int i = 0; i < t->year_count; i++)
		t->years[i] = period_of_year(t->first_year + i);
}

static void add_part(struct tabulation *t, struct plan_part *p)
{
	struct unit_parts *parts = &t->parts[p->part->unit];

	parts->items = mem_grow(parts->items, &parts->capacity, parts->count + 1,
				sizeof(*parts->items));
	parts->items[parts->count++] = p;
}

static void add_table(struct tabulation *t, struct figure_table *table)
{
	size_t count = table->report->part_count;
	struct plan_part *parts = arena_alloc(&t->arena, count * sizeof(*parts));

	for (size_t i = 0; i < count; i++) {
		plan_part_init(&parts[i], table, i, &t->arena);
		for (size_t j = 0; j < i; j++)
			plan_part_share(&parts[i], &parts[j]);
		add_part(t, &parts[i]);
	}
}

static void use_terms(bool *used, struct report_terms terms)
{
	for (size_t i = 0; i < terms.count; i++)
		used[terms.items[i].dimension] = true;
}

static void use_words(bool *used, struct report_words words)
{
	for (size_t i = 0; i < words.count; i++) {
		const struct report_word *word = &words.items[i];

		for (size_t j = 0; j < word->factor_count; j++)
			used[word->factors[j].dimension] = true;
		if (word->without >= 0)
			used[word->without] = true;
	}
}

static void use_part(bool *used, const struct report_part *part)
{
	use_terms(used, part->filter);
	use_terms(used, part->condition);
	use_words(used, part->rows);
	use_words(used, part->columns);
	if (part->base_dimension >= 0)
		used[part->base_dimension] = true;
}

/* The unit that units of this kind are taken out of: its dimensions are known by then. */
static unsigned known_before(enum fact_unit_kind unit)
{
	if (unit == FACT_UNIT_PHASE)
		return 1u << FACT_UNIT_PARTICIPATION;
	return unit == FACT_UNIT_MENTION ? 1u << FACT_UNIT_PHASE : 0;
}

static void find_dimensions(struct tabulation *t)
{
	bool used[MAX_DIMENSIONS] = { false };

	assert(fact_dimension_count() <= MAX_DIMENSIONS);
	for (size_t unit = 0; unit < FACT_UNIT_COUNT; unit++)
		for (size_t i = 0; i < t->parts[unit].count; i++)
			use_part(used, t->parts[unit].items[i]->part);
	for (size_t unit = 0; unit < FACT_UNIT_COUNT; unit++) {
		struct unit_parts *parts = &t->parts[unit];

		for (size_t i = YEAR + 1; i < fact_dimension_count(); i++) {
			unsigned units = fact_dimension_at(i)->units;

			t->uses_phases |= used[i] && (units & FACT_OF_PHASES);
			if (used[i] && (units & 1u << unit) &&
			    !(units & known_before((enum fact_unit_kind)unit)))
				parts->dimensions[parts->dimension_count++] = i;
		}
	}
}

static void make_room(struct tabulation *t)
{
	size_t rows = 1, columns = 1;

	for (size_t unit = 0; unit < FACT_UNIT_COUNT; unit++) {
		for (size_t i = 0; i < t->parts[unit].count; i++) {
			const struct plan_part *p = t->parts[unit].items[i];

			if (rows < p->rows.place_count)
				rows = p->rows.place_count;
			if (columns < p->columns.place_count)
				columns = p->columns.place_count;
		}
	}
	t->rows = arena_alloc(&t->arena, rows * sizeof(*t->rows));
	t->columns = arena_alloc(&t->arena, columns * sizeof(*t->columns));
}

struct tabulation *tabulation_new(const struct tabulation_order *order)
{
	struct tabulation *t = mem_alloc(sizeof(*t));

	t->lists = order->lists;
	t->figures_count = order->year_count;
	t->figures = mem_alloc(order->year_count * sizeof(*t->figures));
	find_years(t, order);
	for (size_t i = 0; i < order->year_count; i++) {
		t->figures[i] = figures_new(order->reports, order->report_count,
					    order->years[i]);
		for (size_t j = 0; j < order->report_count; j++)
			add_table(t, &t->figures[i]->tables[j]);
	}
	find_dimensions(t);
	make_room(t);
	return t;
}

void tabulation_free(struct tabulation *t)
{
	if (!t)
		return;
	for (size_t unit = 0; unit < FACT_UNIT_COUNT; unit++) {
		for (size_t i = 0; i < t->parts[unit].count; i++)
			plan_part_done(t->parts[unit].items[i]);
		free(t->parts[unit].items);
	}
	for (size_t i = 0; i < t->figures_count; i++)
		figures_free(t->figures[i]);
	free(t->figures);
	arena_done(&t->arena);
	free(t);
}

bool tabulation_needs(const struct tabulation *t, enum fact_record record)
{
	if (record == FACT_PARTICIPATION &&
	    (t->parts[FACT_UNIT_PHASE].count || t->parts[FACT_UNIT_MENTION].count))
		return true;
	return t->parts[fact_whole_unit(record)].count > 0;
}

bool tabulation_needs_phases(const struct tabulation *t)
{
	return t->parts[FACT_UNIT_PHASE].count || t->parts[FACT_UNIT_MENTION].count ||
	       t->uses_phases;
}

bool tabulation_watch(struct tabulation *t, const char *table, const char *row,
		      const char *column, tabulation_hit *hit, void *context)
{
	const struct figure_table *found = figures_find(t->figures[0], table);

	t->watched = found ? figure_find(found, row, column) : NULL;
	t->hit = hit;
	t->context = context;
	return t->watched;
}

/* ---- counting ---- */

/* What one unit adds to each of its cells. */
struct addend {
	long long n, d;
	bool known;
	int number;        /* of a thing counted once; -1 otherwise */
};

static bool holds(struct report_terms terms, const uint32_t *values)
{
	for (size_t i = 0; i < terms.count; i++) {
		const struct report_term *term = &terms.items[i];

		if (!(values[term->dimension] & term->any) != term->negated)
			return false;
	}
	return true;
}

/* False when the unit adds nothing at all. */
static bool measure(const struct tabulation *t, const struct report_part *part,
		    const struct fact_unit *unit, struct addend *out)
{
	long long value;

	*out = (struct addend){ .n = 1, .known = true, .number = -1 };
	switch (part->measure) {
	case REPORT_UNITS:
		return true;
	case REPORT_SHARE:
		out->n = holds(part->condition, t->values);
		out->d = 1;
		return true;
	case REPORT_DISTINCT:
		out->number = unit->fact->key[part->key];
		return out->number >= 0;
	case REPORT_SUM:
	case REPORT_MEAN_OF:
		break;
	}
	value = part->quantity->value(unit);
	out->known = value != FACT_NOT_STATED;
	out->n = !out->known ? 0 : part->negative ? -value : value;
	out->d = part->measure == REPORT_MEAN_OF;
	return out->known || part->measure == REPORT_SUM;
}

static void tell(struct tabulation *t, const struct addend *x)
{
	if (t->told || !x->n)
		return;
	t->told = true;
	t->hit(t->context, t->fact);
}

static void add_to_cell(struct tabulation *t, const struct plan_part *p, size_t cell,
			const struct addend *x)
{
	struct figure *f = &p->table->items[cell];

	if (f == t->watched)
		tell(t, x);
	if (x->number >= 0 && !plan_mark_seen(&p->seen[cell], x->number))
		return;
	f->n += x->n;
	f->d += x->d;
	f->known = f->known || x->known;
	f->unknown = f->unknown || !x->known;
}

static void add_to_base(const struct plan_part *p, int place, const uint32_t *values,
			long long n)
{
	long long *base = p->bases + (size_t)place * p->base_codes;
	uint32_t value;

	if (p->part->base_dimension < 0) {
		*base += n;
		return;
	}
	value = values[p->part->base_dimension];
	for (; value; value &= value - 1)
		base[__builtin_ctz(value)] += n;
}

static void add_to_table(struct tabulation *t, const struct plan_part *p,
			 const struct addend *x)
{
	size_t rows = plan_find_places(&p->rows, t->values, t->rows);
	size_t columns = plan_find_places(&p->columns, t->values, t->columns);

	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++)
			add_to_cell(t, p, (size_t)t->rows[i] * p->table->columns.count +
					  (size_t)t->columns[j], x);
	if (!p->bases)
		return;
	if (p->part->base == REPORT_ROW_BASE)
		for (size_t i = 0; i < rows; i++)
			add_to_base(p, t->rows[i], t->values, x->n);
	else
		for (size_t j = 0; j < columns; j++)
			add_to_base(p, t->columns[j], t->values, x->n);
}

static void add_to_part(struct tabulation *t, const struct plan_part *p,
			const struct fact_unit *unit)
{
	uint32_t years = t->in_years[p->part->time] >> (p->first_year - t->first_year);
	struct addend x;

	if (p->year_count < FACT_MAX_CODES)
		years &= (UINT32_C(1) << p->year_count) - 1;
	if (!years || !holds(p->part->filter, t->values) ||
	    !measure(t, p->part, unit, &x))
		return;
	for (; years; years &= years - 1) {
		t->values[YEAR] = years & -years;
		add_to_table(t, p, &x);
	}
}

static void add_unit(struct tabulation *t, enum fact_unit_kind kind,
		     const struct fact_unit *unit)
{
	const struct unit_parts *parts = &t->parts[kind];

	for (size_t i = 0; i < parts->dimension_count; i++) {
		size_t d = parts->dimensions[i];

		t->values[d] = fact_dimension_at(d)->values(unit);
	}
	for (size_t i = 0; i < parts->count; i++)
		add_to_part(t, parts->items[i], unit);
}

static void add_phases(struct tabulation *t, struct fact_unit *unit)
{
	const struct fact_phase *phases = unit->fact->phases;

	for (unit->phase = 0; unit->phase < FACT_PHASE_COUNT; unit->phase++) {
		uint32_t support = phases[unit->phase].support;

		if (unit->phase > FACT_AFTER && !phases[unit->phase].stated)
			continue;
		add_unit(t, FACT_UNIT_PHASE, unit);
		for (unit->support = 0; support; unit->support++, support >>= 1)
			if (support & 1)
				add_unit(t, FACT_UNIT_MENTION, unit);
	}
}

static void find_fact_years(struct tabulation *t, const struct fact *fact)
{
	struct period p = fact->period;

	memset(t->in_years, 0, sizeof(t->in_years));
	for (int i = 0; i < t->year_count; i++) {
		uint32_t bit = UINT32_C(1) << i;

		if (fact->year == t->first_year + i)
			t->in_years[REPORT_IN_YEAR] |= bit;
		if (period_is_active_in(p, t->years[i]))
			t->in_years[REPORT_ACTIVE] |= bit;
		if (period_starts_in(p, t->years[i]))
			t->in_years[REPORT_STARTED] |= bit;
		if (period_ends_in(p, t->years[i]))
			t->in_years[REPORT_ENDED] |= bit;
		if (period_holds_at_end_of(p, t->years[i]))
			t->in_years[REPORT_AT_YEAR_END] |= bit;
	}
}

void tabulation_add(struct tabulation *t, const struct fact *fact)
{
	struct fact_unit unit = { .fact = fact, .lists = t->lists };

	assert(!t->divided);
	if (fact_is_void(fact, t->lists))
		return;
	find_fact_years(t, fact);
	if (!t->in_years[REPORT_IN_YEAR] && !t->in_years[REPORT_ACTIVE])
		return;
	t->fact = fact;
	t->told = false;
	add_unit(t, fact_whole_unit(fact->record), &unit);
	if (fact->record == FACT_PARTICIPATION)
		add_phases(t, &unit);
}

struct figures *tabulation_take(struct tabulation *t, size_t i)
{
	struct figures *f = t->figures[i];

	assert(f);
	for (size_t unit = 0; unit < FACT_UNIT_COUNT && !t->divided; unit++)
		for (size_t j = 0; j < t->parts[unit].count; j++)
			plan_part_divide(t->parts[unit].items[j]);
	t->divided = true;
	t->figures[i] = NULL;
	return f;
}
