/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that hide a number; see cover.h. */
#include "model/cover.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/linkage.h"
#include "model/simplex.h"

/* The part of the linkage that one change may touch. */
struct scope {
	bool *sum_chosen;
	size_t *sums, sum_count;
	size_t *numbers, number_count;   /* that may change, but the wished one */
	int *column;                     /* by number: first of its own, -1 for none */
	size_t column_count;
	uint64_t tables;                 /* it stays within these */
	uint64_t next;                   /* a wider scope's */
};

/* ---- which sums a number is in ---- */

static void count_sums(struct cover *c)
{
	const struct linkage *l = c->linkage;

	for (size_t i = 0; i < l->sum_count; i++) {
		const struct linkage_sum *s = &l->sums[i];

		c->first[s->whole + 1]++;
		for (size_t j = 0; j < s->count; j++)
			c->first[s->parts[j] + 1]++;
	}
	for (size_t i = 0; i < l->number_count; i++)
		c->first[i + 1] += c->first[i];
}

void cover_init(struct cover *c, const struct linkage *l, bool *hidden)
{
	size_t *next;

	c->linkage = l;
	c->hidden = hidden;
	c->change = mem_alloc((l->number_count + 1) * sizeof(*c->change));
	c->first = mem_alloc((l->number_count + 2) * sizeof(*c->first));
	count_sums(c);
	c->sums = mem_alloc((c->first[l->number_count] + 1) * sizeof(*c->sums));
	next = mem_alloc((l->number_count + 1) * sizeof(*next));
	memcpy(next, c->first, l->number_count * sizeof(*next));
	for (size_t i = 0; i < l->sum_count; i++) {
		const struct linkage_sum *s = &l->sums[i];

		c->sums[next[s->whole]++] = i;
		for (size_t j = 0; j < s->count; j++)
			c->sums[next[s->parts[j]]++] = i;
	}
	free(next);
}

void cover_done(struct cover *c)
{
	free(c->change);
	free(c->first);
	free(c->sums);
}

/* ---- the scope ---- */

/* What is left of one sum: a column for what it becomes; others have one for what they
 * grow by and one for what they shrink by. */
static bool is_rest(const struct cover *c, size_t number)
{
	return !c->linkage->numbers[number].places &&
	       c->first[number + 1] == c->first[number] + 1;
}

static bool stands_in_few(uint64_t tables)
{
	for (int i = 0; tables && i < 3; i++)
		tables &= tables - 1;
	return !tables;
}

static bool may_change(const struct cover *c, struct scope *s, size_t number)
{
	const struct linkage_number *n = &c->linkage->numbers[number];

	if (n->places && !n->value)
		return false;
	if (!(n->tables & ~s->tables))
		return true;
	/* Totals that stand in many tables are left alone as long as may be. */
	if (stands_in_few(n->tables))
		s->next |= n->tables;
	return false;
}

static void add_sums_of(const struct cover *c, struct scope *s, size_t number)
{
	for (size_t i = c->first[number]; i < c->first[number + 1]; i++) {
		size_t sum = c->sums[i];

		if (!s->sum_chosen[sum])
			s->sums[s->sum_count++] = sum;
		s->sum_chosen[sum] = true;
	}
}

static void consider(const struct cover *c, struct scope *s, size_t number)
{
	if (s->column[number] >= 0 || !may_change(c, s, number))
		return;
	s->column[number] = (int)s->column_count;
	s->column_count += is_rest(c, number) ? 1 : 2;
	s->numbers[s->number_count++] = number;
	add_sums_of(c, s, number);
}

static void find_scope(const struct cover *c, struct scope *s, size_t number)
{
	const struct linkage *l = c->linkage;

	s->sum_chosen = mem_alloc((l->sum_count + 1) * sizeof(*s->sum_chosen));
	s->sums = mem_alloc((l->sum_count + 1) * sizeof(*s->sums));
	s->numbers = mem_alloc((l->number_count + 1) * sizeof(*s->numbers));
	s->column = mem_alloc((l->number_count + 1) * sizeof(*s->column));
	for (size_t i = 0; i < l->number_count; i++)
		s->column[i] = -1;
	add_sums_of(c, s, number);
	for (size_t i = 0; i < s->sum_count; i++) {
		const struct linkage_sum *sum = &l->sums[s->sums[i]];

		if (sum->whole != number)
			consider(c, s, sum->whole);
		for (size_t j = 0; j < sum->count; j++)
			if (sum->parts[j] != number)
				consider(c, s, sum->parts[j]);
	}
}

static void scope_done(struct scope *s)
{
	free(s->sum_chosen);
	free(s->sums);
	free(s->numbers);
	free(s->column);
}

/* ---- the change ---- */

static bool is_hidden(const struct cover *c, size_t number)
{
	return c->hidden[number] || !c->linkage->numbers[number].places;
}

/* What is lost when the number is hidden, for each one it changes by. */
static double loss(const struct cover *c, size_t number)
{
	const struct linkage_number *n = &c->linkage->numbers[number];

	return is_hidden(c, number) ? 0 : (double)n->value * (double)n->places;
}

static void set_columns(const struct cover *c, const struct scope *scope,
			struct simplex *s, long long floor)
{
	for (size_t i = 0; i < scope->number_count; i++) {
		size_t number = scope->numbers[i];
		const struct linkage_number *n = &c->linkage->numbers[number];
		int column = scope->column[number];
		long long room = n->value - (n->places ? floor : 0);

		s->upper[column] = INFINITY;
		if (is_rest(c, number))
			continue;
		s->costs[column] = s->costs[column + 1] = loss(c, number);
		s->upper[column + 1] = room > 0 ? (double)room : 0;
	}
}

static void set_term(const struct cover *c, const struct scope *scope, struct simplex *s,
		     size_t row, size_t number, double sign)
{
	double *cells = s->coefficients + row * s->columns;
	int column = scope->column[number];

	if (column < 0)
		return;
	cells[column] = sign;
	if (is_rest(c, number))
		s->right[row] += sign * (double)c->linkage->numbers[number].value;
	else
		cells[column + 1] = -sign;
}

static void set_rows(const struct cover *c, const struct scope *scope, struct simplex *s,
		     const struct cover_wish *wish)
{
	for (size_t i = 0; i < scope->sum_count; i++) {
		const struct linkage_sum *sum = &c->linkage->sums[scope->sums[i]];
		bool of_whole = sum->whole == wish->number, of_part = false;

		set_term(c, scope, s, i, sum->whole, 1);
		for (size_t j = 0; j < sum->count; j++) {
			set_term(c, scope, s, i, sum->parts[j], -1);
			of_part = of_part || sum->parts[j] == wish->number;
		}
		s->right[i] += (double)(of_part - of_whole) * (double)wish->change;
	}
}

static void read_change(struct cover *c, const struct scope *scope,
			const struct simplex *s, const struct cover_wish *wish)
{
	memset(c->change, 0, c->linkage->number_count * sizeof(*c->change));
	c->change[wish->number] = (double)wish->change;
	for (size_t i = 0; i < scope->number_count; i++) {
		size_t number = scope->numbers[i];
		const double *x = &s->x[scope->column[number]];

		c->change[number] =
			is_rest(c, number) ?
				x[0] - (double)c->linkage->numbers[number].value :
				x[0] - x[1];
	}
}

/* Within the tables, which are widened when that is not enough. */
static bool find_within(struct cover *c, const struct cover_wish *wish, uint64_t *tables)
{
	struct scope scope = { .tables = *tables, .next = *tables };
	struct simplex s;
	bool found;

	find_scope(c, &scope, wish->number);
	simplex_init(&s, scope.sum_count, scope.column_count);
	set_columns(c, &scope, &s, wish->floor);
	set_rows(c, &scope, &s, wish);
	found = simplex_solve(&s);
	if (found)
		read_change(c, &scope, &s, wish);
	*tables = scope.next == scope.tables ? UINT64_MAX : scope.next;
	simplex_done(&s);
	scope_done(&scope);
	return found;
}

bool cover_find(struct cover *c, const struct cover_wish *wish, double *cost)
{
	uint64_t tables = c->linkage->numbers[wish->number].tables, tried;
	bool found;

	do {
		tried = tables;
		found = find_within(c, wish, &tables);
	} while (!found && tried != UINT64_MAX);
	*cost = 0;
	for (size_t i = 0; found && i < c->linkage->number_count; i++)
		if (fabs(c->change[i]) > 1e-6)
			*cost += loss(c, i);
	return found;
}
