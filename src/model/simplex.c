/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bounded simplex method on a full tableau, in two phases; see simplex.h. Row i
 * begins with an artificial variable, number columns + i, as its basic one, unless it has
 * a variable of its own that is free. Artificial variables have no column in the tableau,
 * since they never come back.
 */
#include "model/simplex.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

static const double TINY = 1e-9;

/* Steps in a row that gain nothing before the rule that cannot go in circles is used. */
enum { PATIENCE = 40 };

struct tableau {
	struct simplex *s;
	size_t *basis;               /* by row */
	double *values;              /* of the basic variables, by row */
	double *reduced;             /* costs, by column */
	bool *basic, *at_upper;      /* by column; a column that is neither is at 0 */
	size_t *filled;              /* columns of the pivot row that are not 0 */
	bool feasible;               /* second phase: artificial variables stay 0 */
	int idle;
};

void simplex_init(struct simplex *s, size_t rows, size_t columns)
{
	s->rows = rows;
	s->columns = columns;
	s->coefficients = mem_alloc((rows * columns + 1) * sizeof(double));
	s->right = mem_alloc((rows + 1) * sizeof(double));
	s->costs = mem_alloc((columns + 1) * sizeof(double));
	s->upper = mem_alloc((columns + 1) * sizeof(double));
	s->x = mem_alloc((columns + 1) * sizeof(double));
}

void simplex_done(struct simplex *s)
{
	free(s->coefficients);
	free(s->right);
	free(s->costs);
	free(s->upper);
	free(s->x);
}

static double *row_of(const struct tableau *t, size_t row)
{
	return t->s->coefficients + row * t->s->columns;
}

/* The row of each column that is in one row only; rows for the others. */
static size_t *find_only_rows(const struct tableau *t)
{
	size_t columns = t->s->columns, none = t->s->rows;
	size_t *only = mem_alloc((columns + 1) * sizeof(*only));
	bool *seen = mem_alloc((columns + 1) * sizeof(*seen));

	for (size_t i = 0; i < t->s->rows; i++) {
		const double *row = row_of(t, i);

		for (size_t j = 0; j < columns; j++) {
			if (fabs(row[j]) <= 0)
				continue;
			only[j] = seen[j] ? none : i;
			seen[j] = true;
		}
	}
	for (size_t j = 0; j < columns; j++)
		only[j] = seen[j] ? only[j] : none;
	free(seen);
	return only;
}

/* The column of each row that is in no other row, without cost or upper bound; columns
 * when there is none that can take the right side without becoming negative. */
static void find_own_columns(struct tableau *t)
{
	const struct simplex *s = t->s;
	size_t *only = find_only_rows(t);

	for (size_t i = 0; i < s->rows; i++)
		t->basis[i] = s->columns;
	for (size_t j = 0; j < s->columns; j++) {
		size_t i = only[j];

		if (i < s->rows && s->costs[j] <= 0 && isinf(s->upper[j]) &&
		    row_of(t, i)[j] * s->right[i] >= 0)
			t->basis[i] = j;
	}
	free(only);
}

static void begin_row(struct tableau *t, size_t i)
{
	const struct simplex *s = t->s;
	size_t own = t->basis[i];
	double *row = row_of(t, i);
	double divisor = own < s->columns ? row[own] : s->right[i] < 0 ? -1 : 1;

	t->values[i] = s->right[i] / divisor;
	for (size_t j = 0; j < s->columns; j++)
		row[j] /= divisor;
	if (own < s->columns) {
		t->basic[own] = true;
		return;
	}
	t->basis[i] = s->columns + i;
	for (size_t j = 0; j < s->columns; j++)
		t->reduced[j] -= row[j];
}

static void begin(struct tableau *t, struct simplex *s)
{
	*t = (struct tableau){ .s = s };
	t->basis = mem_alloc((s->rows + 1) * sizeof(*t->basis));
	t->values = mem_alloc((s->rows + 1) * sizeof(*t->values));
	t->reduced = mem_alloc((s->columns + 1) * sizeof(*t->reduced));
	t->filled = mem_alloc((s->columns + 1) * sizeof(*t->filled));
	t->basic = mem_alloc((s->columns + 1) * sizeof(*t->basic));
	t->at_upper = mem_alloc((s->columns + 1) * sizeof(*t->at_upper));
	find_own_columns(t);
	for (size_t i = 0; i < s->rows; i++)
		begin_row(t, i);
}

static void end(struct tableau *t)
{
	free(t->basis);
	free(t->values);
	free(t->reduced);
	free(t->filled);
	free(t->basic);
	free(t->at_upper);
}

/* The second phase's costs, as seen from the basis. */
static void price(struct tableau *t)
{
	const struct simplex *s = t->s;

	for (size_t j = 0; j < s->columns; j++)
		t->reduced[j] = s->costs[j];
	for (size_t i = 0; i < s->rows; i++) {
		double cost = t->basis[i] < s->columns ? s->costs[t->basis[i]] : 0;
		const double *row = row_of(t, i);

		for (size_t j = 0; cost > 0 && j < s->columns; j++)
			t->reduced[j] -= cost * row[j];
	}
}

/* The column to move: the one that gains most, or the first; columns for none. */
static size_t choose_column(const struct tableau *t)
{
	size_t best = t->s->columns;
	double most = TINY;

	for (size_t j = 0; j < t->s->columns; j++) {
		double gain = t->at_upper[j] ? t->reduced[j] : -t->reduced[j];

		if (t->basic[j] || t->s->upper[j] <= 0 || gain <= most)
			continue;
		best = j;
		if (t->idle > PATIENCE)
			return j;
		most = gain;
	}
	return best;
}

static double upper_of(const struct tableau *t, size_t variable)
{
	if (variable < t->s->columns)
		return t->s->upper[variable];
	return t->feasible ? 0 : INFINITY;
}

/*
 * How far the column can move before a basic variable meets a bound; `*row` is that
 * variable's, or rows when it is the column's own bound.
 */
static double find_limit(const struct tableau *t, size_t column, double direction,
			 size_t *row)
{
	double limit = t->s->upper[column];

	*row = t->s->rows;
	for (size_t i = 0; i < t->s->rows; i++) {
		double rate = row_of(t, i)[column] * direction, room;

		if (fabs(rate) <= TINY)
			continue;
		room = rate > 0 ? t->values[i] / rate :
				  (upper_of(t, t->basis[i]) - t->values[i]) / -rate;
		if (room < 0)
			room = 0;
		if (room < limit - TINY ||
		    (room <= limit && *row < t->s->rows &&
		     t->basis[i] < t->basis[*row])) {
			limit = room;
			*row = i;
		}
	}
	return limit;
}

static void pivot(struct tableau *t, size_t row, size_t column)
{
	double *chosen = row_of(t, row), divisor = chosen[column];
	double gain = t->reduced[column];
	size_t count = 0;

	/* Rows are mostly zeros. */
	for (size_t j = 0; j < t->s->columns; j++) {
		if (fabs(chosen[j]) <= 0)
			continue;
		t->filled[count++] = j;
		chosen[j] /= divisor;
		t->reduced[j] -= gain * chosen[j];
	}
	for (size_t i = 0; i < t->s->rows; i++) {
		double *other = row_of(t, i), factor = other[column];

		if (i == row || fabs(factor) <= 0)
			continue;
		for (size_t k = 0; k < count; k++)
			other[t->filled[k]] -= factor * chosen[t->filled[k]];
	}
}

static void move(struct tableau *t, size_t column)
{
	double direction = t->at_upper[column] ? -1 : 1, value;
	size_t row;
	double limit = find_limit(t, column, direction, &row);

	t->idle = limit > TINY ? 0 : t->idle + 1;
	value = (t->at_upper[column] ? t->s->upper[column] : 0) + direction * limit;
	for (size_t i = 0; i < t->s->rows; i++)
		t->values[i] -= row_of(t, i)[column] * direction * limit;
	if (row == t->s->rows) {
		t->at_upper[column] = !t->at_upper[column];
		return;
	}
	if (t->basis[row] < t->s->columns) {
		size_t leaving = t->basis[row];

		t->basic[leaving] = false;
		t->at_upper[leaving] = row_of(t, row)[column] * direction < 0;
	}
	t->basis[row] = column;
	t->values[row] = value;
	t->basic[column] = true;
	t->at_upper[column] = false;
	pivot(t, row, column);
}

/* False when rounding errors keep it from an end; not seen yet. */
static bool run(struct tableau *t)
{
	size_t column, steps = 1000 + 100 * (t->s->rows + t->s->columns);

	t->idle = 0;
	while ((column = choose_column(t)) < t->s->columns) {
		if (!steps--)
			return false;
		move(t, column);
	}
	return true;
}

static double infeasibility(const struct tableau *t)
{
	double sum = 0;

	for (size_t i = 0; i < t->s->rows; i++)
		if (t->basis[i] >= t->s->columns)
			sum += fabs(t->values[i]);
	return sum;
}

static void read_solution(const struct tableau *t)
{
	struct simplex *s = t->s;

	for (size_t j = 0; j < s->columns; j++)
		s->x[j] = t->at_upper[j] ? s->upper[j] : 0;
	for (size_t i = 0; i < s->rows; i++)
		if (t->basis[i] < s->columns)
			s->x[t->basis[i]] = t->values[i];
}

bool simplex_solve(struct simplex *s)
{
	struct tableau t;
	bool solved = false;

	begin(&t, s);
	t.feasible = run(&t) && infeasibility(&t) < 1e-6;
	if (t.feasible) {
		price(&t);
		solved = run(&t);
		read_solution(&t);
	}
	end(&t);
	return solved;
}
