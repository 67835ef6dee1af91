/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declarations made ready for counting; see plan.h. */
#include "model/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "model/codes.h"

static void init_factor(struct plan_word *w, size_t i, const struct report_factor *f,
			int year_count)
{
	size_t count = f->list ? f->count : (size_t)year_count;

	w->dimensions[i] = f->dimension;
	memset(w->positions[i], -1, sizeof(w->positions[i]));
	for (size_t j = 0; j < count; j++)
		w->positions[i][f->list ? f->codes[j] : j] = (signed char)j;
	if (i == 1)
		w->second_count = count;
}

static void init_words(struct plan_words *out, struct report_words words, struct axis *a,
		       const struct plan_part *p, struct arena *arena)
{
	struct axis_years years = { p->first_year, p->year_count };

	out->count = words.count;
	out->items = arena_alloc(arena, words.count * sizeof(*out->items));
	for (size_t i = 0; i < words.count; i++) {
		const struct report_word *word = &words.items[i];
		struct plan_word *w = &out->items[i];
		size_t count = axis_combinations(word, years);

		w->factor_count = word->factor_count;
		w->second_count = 1;
		w->without = word->without;
		for (size_t f = 0; f < word->factor_count; f++)
			init_factor(w, f, &word->factors[f], p->year_count);
		w->places = arena_alloc(arena, count * sizeof(*w->places));
		axis_add_word(a, word, years, w->places, arena);
		out->place_count += count;
	}
}

static void init_base(struct plan_part *p, struct arena *arena)
{
	size_t count = p->table->columns.count;

	p->base_codes = 1;
	if (p->part->base == REPORT_NO_BASE)
		return;
	if (p->part->base == REPORT_ROW_BASE)
		count = p->table->rows.count;
	else if (p->part->base_dimension >= 0)
		p->base_codes = FACT_MAX_CODES;
	p->bases = arena_alloc(arena, count * p->base_codes * sizeof(*p->bases));
}

/* Called for every cell the part adds to; `code` is the row's code of the dimension of
 * the base, -1 when the row has none. */
typedef void cell_visitor(const struct plan_part *p, int row, int column, int code);

static int base_code(const struct plan_part *p, const struct report_word *word,
		     size_t combination)
{
	size_t second = 1;

	if (word->factor_count == 2)
		second = word->factors[1].list ? word->factors[1].count :
						 (size_t)p->year_count;
	for (size_t f = 0; f < word->factor_count; f++) {
		const struct report_factor *factor = &word->factors[f];

		if ((int)factor->dimension == p->part->base_dimension)
			return factor->codes[f ? combination % second
					       : combination / second];
	}
	return -1;
}

static void visit_columns(const struct plan_part *p, int row, int code,
			  cell_visitor *visit)
{
	struct axis_years years = { p->first_year, p->year_count };

	for (size_t i = 0; i < p->columns.count; i++) {
		const struct report_word *word = &p->part->columns.items[i];
		size_t count = axis_combinations(word, years);

		for (size_t j = 0; j < count; j++)
			visit(p, row, p->columns.items[i].places[j], code);
	}
}

static void visit_cells(const struct plan_part *p, cell_visitor *visit)
{
	struct axis_years years = { p->first_year, p->year_count };

	for (size_t i = 0; i < p->rows.count; i++) {
		const struct report_word *word = &p->part->rows.items[i];
		size_t count = axis_combinations(word, years);

		for (size_t j = 0; j < count; j++)
			visit_columns(p, p->rows.items[i].places[j],
				      base_code(p, word, j), visit);
	}
}

/* Means and shares are divided by the units they are of, even when there are none. */
static void mark_divided(const struct plan_part *p, int row, int column, int code)
{
	(void)code;
	figure_at(p->table, (size_t)row, (size_t)column)->divided = true;
}

void plan_part_init(struct plan_part *p, struct figure_table *table, size_t i,
		    struct arena *arena)
{
	const struct report_part *part = &table->report->parts[i];

	memset(p, 0, sizeof(*p));
	p->part = part;
	p->table = table;
	p->first_year = report_first_year(table->report, table->year);
	p->year_count = table->year - p->first_year + 1;
	init_words(&p->rows, part->rows, &table->rows, p, arena);
	init_words(&p->columns, part->columns, &table->columns, p, arena);
	init_base(p, arena);
	if (part->measure == REPORT_DISTINCT) {
		p->seen_count = table->rows.count * table->columns.count;
		p->seen = arena_alloc(arena, p->seen_count * sizeof(*p->seen));
	}
	if (part->measure == REPORT_MEAN_OF || part->measure == REPORT_SHARE)
		visit_cells(p, mark_divided);
}

void plan_part_share(struct plan_part *p, const struct plan_part *earlier)
{
	if (p->part->base == earlier->part->base &&
	    p->part->base_dimension == earlier->part->base_dimension)
		p->bases = earlier->bases;
}

/* The places of all codes of the second factor, with the first one's at `first`. */
static size_t find_second(const struct plan_word *w, int first, const uint32_t *values,
			  int *places)
{
	uint32_t value = values[w->dimensions[1]];
	size_t count = 0;

	for (; value; value &= value - 1) {
		int position = w->positions[1][__builtin_ctz(value)];

		if (position >= 0)
			places[count++] = w->places[(size_t)first * w->second_count +
						    (size_t)position];
	}
	return count;
}

size_t plan_find_places(const struct plan_words *words, const uint32_t *values,
			int *places)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++) {
		const struct plan_word *w = &words->items[i];
		uint32_t value;

		if (!w->factor_count) {
			if (w->without < 0 || !values[w->without])
				places[count++] = w->places[0];
			continue;
		}
		value = values[w->dimensions[0]];
		for (; value; value &= value - 1) {
			int position = w->positions[0][__builtin_ctz(value)];

			if (position < 0)
				continue;
			if (w->factor_count == 1)
				places[count++] = w->places[position];
			else
				count += find_second(w, position, values, places + count);
		}
	}
	return count;
}

bool plan_mark_seen(struct plan_seen *seen, int number)
{
	size_t byte = (size_t)number / 8;
	unsigned char bit = (unsigned char)(1u << (number % 8));

	seen->bits = mem_grow(seen->bits, &seen->capacity, byte + 1, 1);
	if (seen->bits[byte] & bit)
		return false;
	seen->bits[byte] |= bit;
	return true;
}

static void divide(const struct plan_part *p, int row, int column, int code)
{
	struct figure *f = figure_at(p->table, (size_t)row, (size_t)column);
	size_t at = (size_t)column * p->base_codes;

	if (p->part->base == REPORT_ROW_BASE)
		at = (size_t)row;
	else if (p->part->base_dimension >= 0 && code < 0)
		return;
	else if (p->part->base_dimension >= 0)
		at += (size_t)code;
	f->d = p->bases[at];
	f->divided = true;
}

void plan_part_divide(const struct plan_part *p)
{
	if (p->bases)
		visit_cells(p, divide);
}

void plan_part_done(struct plan_part *p)
{
	for (size_t i = 0; i < p->seen_count; i++)
		free(p->seen[i].bits);
}
