/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The money of a demo register: the parties pay by their shares what interventions and
 * office are budgeted to cost; what was not spent is carried over.
 */
#include "app/demo_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/grid.h"
#include "store/db.h"
#include "store/rows.h"

enum { THOUSAND = 1000, OPENING_EQUITY = 2400 * THOUSAND };

static const struct {
	const char *kind;
	int share; /* per cent of the interventions' budget */
} office[] = { { "staff", 9 }, { "overhead", 3 }, { "other", 1 } };

/* The sums of what was written of the interventions' years. */
struct year_sums {
	long long budget, actual, esf_budget;
};

static struct year_sums sum_year(struct demo *d, int year)
{
	struct demo_row where = { 0 };
	struct year_sums sums = { 0 };
	struct grid *g;

	demo_set_int(&where, "year", year);
	g = rows_load(d->db, "intervention_year",
		      (struct cells){ where.cells, where.count }, &d->e);
	d->ok = d->ok && g;
	for (size_t i = 0; g && i < grid_rows(g); i++) {
		sums.budget += strtoll(grid_named(g, i, "budget"), NULL, 10);
		sums.actual += strtoll(grid_named(g, i, "actual"), NULL, 10);
		sums.esf_budget += strtoll(grid_named(g, i, "esf_budget"), NULL, 10);
	}
	grid_free(g);
	return sums;
}

static int decided_on(const struct demo *d, int year)
{
	int day = demo_day(year - 1, 12, 10);

	return day < d->first ? d->first : day;
}

static void write_funding(struct demo *d, int year, size_t party, const char *kind,
			  long long amount)
{
	struct demo_row row = { 0 };

	demo_new_row(d, &row, decided_on(d, year));
	demo_set(&row, "federation", d->federation);
	demo_set_int(&row, "year", year);
	demo_set(&row, "party", d->party_ids[party]);
	demo_set(&row, "kind", kind);
	demo_set_int(&row, "amount", amount);
	demo_insert(d, "funding", &row);
}

/* Returns what the parties gave together. */
static long long write_fundings(struct demo *d, int year, const struct year_sums *sums,
				long long wanted)
{
	const struct grid *parties = d->files[DEMO_PARTIES];
	long long given = 0;

	for (size_t i = 0; i < grid_rows(parties); i++) {
		int share = atoi(grid_named(parties, i, "share"));
		const char *kind = grid_named(parties, i, "kind");

		if (share) {
			write_funding(d, year, i, "allocated", wanted / 100 * share);
			given += wanted / 100 * share;
		} else if (!strcmp(kind, "esf") && sums->esf_budget) {
			write_funding(d, year, i, "esf", sums->esf_budget);
		}
	}
	return given;
}

/* Returns what the office cost, 0 while that is not known. */
static long long write_office(struct demo *d, int year, bool over, long long budget)
{
	long long spent = 0;

	for (size_t i = 0; i < sizeof(office) / sizeof(office[0]); i++) {
		long long planned =
			budget * office[i].share / 100 / THOUSAND * THOUSAND;
		long long actual = planned / 100 * random_between(&d->random, 88, 106);
		struct demo_row row = { 0 };

		demo_new_row(d, &row, decided_on(d, year));
		demo_set(&row, "federation", d->federation);
		demo_set_int(&row, "year", year);
		demo_set(&row, "kind", office[i].kind);
		demo_set_int(&row, "budget", planned);
		if (over)
			demo_set_int(&row, "actual", actual);
		demo_insert(d, "admin_cost", &row);
		spent += over ? actual : 0;
	}
	return spent;
}

static void write_result(struct demo *d, int year, long long result, long long closing)
{
	struct demo_row row = { 0 };

	demo_new_row(d, &row, demo_keyed(d, demo_day(year + 1, 2, 15)));
	demo_set(&row, "federation", d->federation);
	demo_set_int(&row, "year", year);
	demo_set_int(&row, "result", result);
	demo_set_int(&row, "closing_equity", closing);
	demo_insert(d, "federation_year", &row);
}

void demo_write_money(struct demo *d)
{
	long long equity = OPENING_EQUITY;

	write_result(d, d->year - DEMO_YEARS, 0, equity);
	for (int year = d->year - DEMO_YEARS + 1; year <= d->year; year++) {
		struct year_sums sums = sum_year(d, year);
		bool over = d->last >= demo_day(year, 12, 31);
		/* A little less than it costs: equity is to be used, not saved. */
		long long wanted = (sums.budget + sums.budget / 9) / 100000 * 100000;
		long long given = write_fundings(d, year, &sums, wanted), spent;

		spent = sums.actual + write_office(d, year, over, sums.budget);
		if (!over)
			continue;
		equity += given - spent;
		write_result(d, year, given - spent, equity);
	}
}
