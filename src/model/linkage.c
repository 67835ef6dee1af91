/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and their sums; see linkage.h. */
#include "model/linkage.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/figures.h"
#include "model/meaning.h"
#include "model/origin.h"

/* One of the ways to say what a number means. */
struct name {
	struct meaning meaning;
	uint32_t hash;
	size_t number;
	size_t next;             /* in the same bucket: index + 1, 0 for none */
};

enum { BUCKETS = 4096 };

struct builder {
	struct linkage *linkage;
	const struct fact_lists *lists;
	struct name *names;
	size_t count, capacity;
	size_t buckets[BUCKETS];
};

/* ---- numbers ---- */

static const struct name *find_name(const struct builder *b, const struct meaning *m)
{
	uint32_t hash = meaning_hash(m);

	for (size_t i = b->buckets[hash % BUCKETS]; i; i = b->names[i - 1].next)
		if (b->names[i - 1].hash == hash &&
		    meaning_equals(&b->names[i - 1].meaning, m))
			return &b->names[i - 1];
	return NULL;
}

static size_t add_number(struct linkage *l, long long value)
{
	l->numbers = mem_grow(l->numbers, &l->number_capacity, l->number_count + 1,
			      sizeof(*l->numbers));
	l->numbers[l->number_count] =
		(struct linkage_number){ value, 0, 0 };
	return l->number_count++;
}

static void add_name(struct builder *b, const struct meaning *m, size_t number)
{
	struct name *n;

	if (find_name(b, m))
		return;
	b->names = mem_grow(b->names, &b->capacity, b->count + 1, sizeof(*b->names));
	n = &b->names[b->count++];
	n->meaning = *m;
	n->hash = meaning_hash(m);
	n->number = number;
	n->next = b->buckets[n->hash % BUCKETS];
	b->buckets[n->hash % BUCKETS] = b->count;
}

static bool simplify(struct meaning *m, const struct fact_lists *lists)
{
	bool done = false;

	for (size_t i = 0; i < m->count; i++)
		done = meaning_simplify(&m->counts[i], lists) || done;
	return done;
}

/* The number with this meaning, made if need be and called by all its names. */
static size_t enter(struct builder *b, const struct meaning *m, long long value)
{
	struct meaning other = *m;
	const struct name *found = find_name(b, &other);
	size_t number;

	while (!found && simplify(&other, b->lists))
		found = find_name(b, &other);
	/* Figures put together elsewhere may differ: not the same number then. */
	if (found && b->linkage->numbers[found->number].value == value)
		number = found->number;
	else
		number = add_number(b->linkage, value);
	other = *m;
	do
		add_name(b, &other, number);
	while (simplify(&other, b->lists));
	return number;
}

static void add_place(struct linkage_number *n, int table)
{
	n->places++;
	n->tables |= UINT64_C(1) << table % 64;
}

static bool shows_share(const struct figure_table *t, size_t column)
{
	return t->columns.items[column].show & REPORT_PERCENT;
}

static void enter_cell(struct builder *b, const struct origin *o, int table, size_t row,
		       size_t column)
{
	struct linkage *l = b->linkage;
	const struct figure *f = figure_at(o->table, row, column);
	size_t at = row * o->table->columns.count + column;
	struct meaning m;
	bool mean = origin_is_mean(o, row, column);

	l->counts[table][at] = l->bases[table][at] = LINKAGE_NO_NUMBER;
	if (!origin_of_count(o, row, column, &m))
		return;
	l->counts[table][at] = (int)enter(b, &m, mean ? f->d : f->n);
	add_place(&l->numbers[l->counts[table][at]], table);
	if (mean || !shows_share(o->table, column) ||
	    !origin_of_base(o, row, column, &m))
		return;
	l->bases[table][at] = (int)enter(b, &m, f->d);
	add_place(&l->numbers[l->bases[table][at]], table);
}

static void enter_table(struct builder *b, const struct figure_table *t, int table)
{
	size_t count = t->rows.count * t->columns.count;
	struct linkage *l = b->linkage;
	struct origin o;

	origin_init(&o, t);
	l->counts[table] = arena_alloc(&l->arena, count * sizeof(**l->counts));
	l->bases[table] = arena_alloc(&l->arena, count * sizeof(**l->bases));
	for (size_t row = 0; row < t->rows.count; row++)
		for (size_t column = 0; column < t->columns.count; column++)
			enter_cell(b, &o, table, row, column);
	origin_done(&o);
}

/* ---- sums ---- */

/* A part of a whole, told apart from it by one term. */
struct share {
	size_t whole;          /* index of its name: another name is divided otherwise */
	size_t part;           /* number */
	size_t dimension;
	bool divides;          /* the dimension's terms divide the whole */
};

struct shares {
	struct share *items;
	size_t count, capacity;
};

static void add_sum(struct linkage *l, size_t whole, const size_t *parts, size_t count)
{
	size_t *copy = arena_alloc(&l->arena, count * sizeof(*copy));

	memcpy(copy, parts, count * sizeof(*copy));
	l->sums = mem_grow(l->sums, &l->sum_capacity, l->sum_count + 1,
			   sizeof(*l->sums));
	l->sums[l->sum_count++] = (struct linkage_sum){ whole, copy, count };
}

static void find_shares(const struct builder *b, const struct name *n,
			struct shares *out)
{
	struct meaning m = n->meaning;

	for (size_t i = 0; m.count == 1 && i < n->meaning.counts[0].term_count; i++) {
		const struct meaning_term *term = &n->meaning.counts[0].terms[i];
		const struct name *whole;

		m = n->meaning;
		meaning_drop_term(&m.counts[0], i);
		whole = find_name(b, &m);
		if (!whole || whole->number == n->number)
			continue;
		out->items = mem_grow(out->items, &out->capacity, out->count + 1,
				      sizeof(*out->items));
		out->items[out->count++] = (struct share){
			(size_t)(whole - b->names), n->number, term->dimension,
			meaning_term_divides(term)
		};
	}
}

static int compare_shares(const void *a, const void *b)
{
	const struct share *x = a, *y = b;

	if (x->whole != y->whole)
		return x->whole < y->whole ? -1 : 1;
	if (x->dimension != y->dimension)
		return x->dimension < y->dimension ? -1 : 1;
	if (x->divides != y->divides)
		return x->divides ? -1 : 1;
	return x->part < y->part ? -1 : x->part > y->part;
}

/*
 * The parts and what is left of the whole. That nothing is left outside parts that
 * exclude each other is taken to be known: it often is, and at worst too much is hidden.
 */
static void add_parts(struct linkage *l, size_t whole, const size_t *parts, size_t count,
		      bool divide)
{
	long long rest = l->numbers[whole].value;
	size_t *all = mem_alloc((count + 1) * sizeof(*all)), used = 0;

	for (size_t i = 0; i < count; i++) {
		if (i && parts[i] == parts[i - 1])
			continue;
		rest -= l->numbers[parts[i]].value;
		if (l->numbers[parts[i]].value)
			all[used++] = parts[i];
	}
	if (rest > 0 || (!divide && !rest))
		all[used++] = add_number(l, rest);
	if (rest >= 0 && l->numbers[whole].value)
		add_sum(l, whole, all, used);
	free(all);
}

/* Shares of one whole by one dimension: together if they divide it, else each alone. */
static void add_group(struct builder *b, const struct share *shares, size_t count)
{
	struct linkage *l = b->linkage;
	size_t whole = b->names[shares[0].whole].number;
	size_t *parts = mem_alloc(count * sizeof(*parts));
	long long sum = 0;
	bool divide = shares[0].divides;

	for (size_t i = 0; i < count; i++) {
		parts[i] = shares[i].part;
		sum += i && parts[i] == parts[i - 1] ? 0 : l->numbers[parts[i]].value;
	}
	/* Distinct persons in several parts are fewer in the whole. */
	divide = divide && sum <= l->numbers[whole].value;
	if (divide)
		add_parts(l, whole, parts, count, true);
	for (size_t i = 0; !divide && i < count; i++)
		if (l->numbers[parts[i]].value)
			add_parts(l, whole, &parts[i], 1, false);
	free(parts);
}

/* What is counted in several ways is the sum of the ways, when all of them are shown. */
static void add_composite(struct builder *b, const struct name *n)
{
	size_t parts[MEANING_MAX_COUNTS];

	if (n->meaning.count < 2)
		return;
	for (size_t i = 0; i < n->meaning.count; i++) {
		struct meaning one = { .count = 1 };
		const struct name *name;

		one.counts[0] = n->meaning.counts[i];
		name = find_name(b, &one);
		if (!name)
			return;
		parts[i] = name->number;
	}
	add_parts(b->linkage, n->number, parts, n->meaning.count, true);
}

static void find_sums(struct builder *b)
{
	struct shares shares = { 0 };
	size_t end;

	for (size_t i = 0; i < b->count; i++) {
		find_shares(b, &b->names[i], &shares);
		add_composite(b, &b->names[i]);
	}
	if (shares.count)
		qsort(shares.items, shares.count, sizeof(*shares.items), compare_shares);
	for (size_t i = 0; i < shares.count; i = end) {
		const struct share *first = &shares.items[i];

		for (end = i + 1; end < shares.count; end++)
			if (shares.items[end].whole != first->whole ||
			    shares.items[end].dimension != first->dimension ||
			    shares.items[end].divides != first->divides)
				break;
		add_group(b, first, end - i);
	}
	free(shares.items);
}

struct linkage *linkage_new(const struct figures *const *figures, size_t count,
			    const struct fact_lists *lists)
{
	struct linkage *l = mem_alloc(sizeof(*l));
	struct builder *b = mem_alloc(sizeof(*b));
	int table = 0;

	b->linkage = l;
	b->lists = lists;
	for (size_t i = 0; i < count; i++)
		l->table_count += figures[i]->count;
	l->counts = mem_alloc(l->table_count * sizeof(*l->counts));
	l->bases = mem_alloc(l->table_count * sizeof(*l->bases));
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < figures[i]->count; j++)
			enter_table(b, &figures[i]->tables[j], table++);
	find_sums(b);
	free(b->names);
	free(b);
	return l;
}

void linkage_free(struct linkage *l)
{
	if (!l)
		return;
	arena_done(&l->arena);
	free(l->counts);
	free(l->bases);
	free(l->numbers);
	free(l->sums);
	free(l);
}
