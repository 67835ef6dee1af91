/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cheapest solutions, against trying everything. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "model/simplex.h"

enum { ROWS = 3, COLUMNS = 5, MOST = 3 };

static uint32_t seed = 7;

static int any(int limit)
{
	seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
	return (int)((seed >> 10) % (uint32_t)limit);
}

static void a_solution_is_the_cheapest(void **state)
{
	/* x + y = 4, at most 3 of the cheap x. */
	struct simplex s;

	(void)state;
	simplex_init(&s, 1, 2);
	s.coefficients[0] = s.coefficients[1] = 1;
	s.right[0] = 4;
	s.costs[0] = 1;
	s.costs[1] = 10;
	s.upper[0] = 3;
	s.upper[1] = INFINITY;
	assert_true(simplex_solve(&s));
	assert_true(fabs(s.x[0] - 3) < 1e-9 && fabs(s.x[1] - 1) < 1e-9);
	simplex_done(&s);
}

static void what_has_no_solution_is_refused(void **state)
{
	struct simplex s;

	(void)state;
	simplex_init(&s, 2, 1);
	s.coefficients[0] = s.coefficients[1] = 1;
	s.right[0] = 1;
	s.right[1] = 2;
	s.upper[0] = INFINITY;
	assert_false(simplex_solve(&s));
	simplex_done(&s);
}

static void no_equations_leave_all_at_zero(void **state)
{
	struct simplex s;

	(void)state;
	simplex_init(&s, 0, 2);
	s.costs[0] = 1;
	s.upper[0] = s.upper[1] = INFINITY;
	assert_true(simplex_solve(&s));
	assert_true(fabs(s.x[0]) + fabs(s.x[1]) < 1e-9);
	simplex_done(&s);
}

/* The equations of a flow, whose cheapest solutions are whole numbers. */
static void fill(struct simplex *s, double *kept)
{
	simplex_init(s, ROWS, COLUMNS);
	for (int j = 0; j < COLUMNS; j++) {
		int up = any(ROWS + 1), down = any(ROWS + 1);

		if (up < ROWS)
			s->coefficients[up * COLUMNS + j] += 1;
		if (down < ROWS)
			s->coefficients[down * COLUMNS + j] -= 1;
		s->costs[j] = any(5);
		s->upper[j] = any(MOST + 1);
	}
	for (int i = 0; i < ROWS; i++)
		s->right[i] = any(5) - 2;
	memcpy(kept, s->coefficients, ROWS * COLUMNS * sizeof(*kept));
	memcpy(kept + ROWS * COLUMNS, s->right, ROWS * sizeof(*kept));
}

/* Whether x solves it; its cost in *cost. */
static bool solves(const double *kept, const struct simplex *s, const double *x,
		   double *cost)
{
	*cost = 0;
	for (int j = 0; j < COLUMNS; j++) {
		*cost += s->costs[j] * x[j];
		if (x[j] < -1e-9 || x[j] > s->upper[j] + 1e-9)
			return false;
	}
	for (int i = 0; i < ROWS; i++) {
		double sum = -kept[ROWS * COLUMNS + i];

		for (int j = 0; j < COLUMNS; j++)
			sum += kept[i * COLUMNS + j] * x[j];
		if (fabs(sum) > 1e-9)
			return false;
	}
	return true;
}

/* The least cost of all there is; INFINITY for none. */
static double try_all(const double *kept, const struct simplex *s)
{
	double best = INFINITY, cost;
	int count = 1;

	for (int j = 0; j < COLUMNS; j++)
		count *= MOST + 1;
	for (int i = 0; i < count; i++) {
		double x[COLUMNS];

		for (int j = 0, rest = i; j < COLUMNS; j++, rest /= MOST + 1)
			x[j] = rest % (MOST + 1);
		if (solves(kept, s, x, &cost) && cost < best)
			best = cost;
	}
	return best;
}

static void random_problems_are_solved_like_by_trying_everything(void **state)
{
	int solved = 0, refused = 0;

	(void)state;
	for (int i = 0; i < 500; i++) {
		double kept[ROWS * COLUMNS + ROWS], best, cost;
		struct simplex s;

		fill(&s, kept);
		best = try_all(kept, &s);
		if (simplex_solve(&s)) {
			assert_true(solves(kept, &s, s.x, &cost));
			assert_true(fabs(cost - best) < 1e-9);
			solved++;
		} else {
			assert_true(isinf(best));
			refused++;
		}
		simplex_done(&s);
	}
	assert_true(solved > 50 && refused > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_solution_is_the_cheapest),
		cmocka_unit_test(what_has_no_solution_is_refused),
		cmocka_unit_test(no_equations_leave_all_at_zero),
		cmocka_unit_test(random_problems_are_solved_like_by_trying_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
