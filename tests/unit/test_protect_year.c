/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hidden in all tables of a year together, and that sums do not tell it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/figures.h"
#include "model/protect.h"
#include "model/tabulate.h"
#include "tables.h"

static const int years[] = { 2021 };

enum { WOMEN = 0, MEN = 1, TOTAL = 2 };

/* ---- a year ---- */

static void any_participation(struct fact *f, int person)
{
	char start[32], end[32];
	bool ended = tables_any(2);

	snprintf(start, sizeof(start), "%d-%02d-01", 2020 + tables_any(2),
		 1 + tables_any(6));
	snprintf(end, sizeof(end), "2021-%02d-28", 6 + tables_any(7));
	tables_participation(f, start, ended ? end : NULL);
	person = tables_any(4) ? person : person / 2;
	f->key[FACT_PERSON] = person;
	f->birth_year = 1955 + tables_any(46);
	f->code[FACT_SEX] = (signed char)(person % 3 == 0);
	f->code[FACT_EDUCATION] = (signed char)tables_any(1 + tables_any(8));
	f->code[FACT_SUPPORT_DURATION] = (signed char)tables_any(6);
	f->code[FACT_ORIENTATION] = (signed char)tables_any(3);
	f->code[FACT_REFERRER] = (signed char)(tables_any(5) - 1);
	f->code[FACT_NEXT_STEP] = (signed char)(tables_any(4) - 1);
	if (ended)
		f->code[FACT_CLOSURE_REASON] = (signed char)tables_any(3);
	f->target_groups = (uint32_t)tables_any(8);
	for (int phase = FACT_BEFORE; phase <= FACT_AFTER; phase++) {
		struct fact_phase *ph = &f->phases[phase];

		ph->stated = true;
		ph->support = 1u << tables_any(9) | 1u << tables_any(9);
		ph->works = !tables_any(3);
		ph->work_kind = tables_any(3);
		ph->work_extent = 25 * tables_any(5);
		ph->studies = !tables_any(5);
		ph->seeks_work = tables_any(2);
	}
}

static struct figures *any_year(int count)
{
	struct tabulation *t = tables_tabulation(years, 1);
	struct figures *f;
	struct fact fact;

	for (int i = 0; i < count; i++) {
		any_participation(&fact, i);
		tabulation_add(t, &fact);
	}
	for (int sex = 0; sex < 2; sex++) {
		fact_clear(&fact, FACT_ANONYMOUS_COUNT);
		fact.year = 2021;
		fact.code[FACT_SEX] = (signed char)sex;
		fact.amounts[FACT_HEADS] = tables_any(4);
		tabulation_add(t, &fact);
	}
	fact_clear(&fact, FACT_INTERVENTION);
	fact.code[FACT_KIND] = 0;
	fact.code[FACT_ORIENTATION] = 0;
	fact.period = (struct period){ tables_day("2021-01-01"), PERIOD_OPEN };
	tabulation_add(t, &fact);
	f = tabulation_take(t, 0);
	tabulation_free(t);
	return f;
}

static struct protection *protect(const struct figures *f, int threshold)
{
	struct protection_order order = { &f, 1, tables_world.lists, threshold };

	return protection_new(&order);
}

/* A cell named as in files: how many, and whether it is hidden. */
struct cell {
	const struct figure *figure;
	bool hidden;
};

static struct cell cell_at(const struct figures *f, const struct protection *p,
			   const char *table, const char *row, const char *column)
{
	const struct figure_table *t = figures_find(f, table);
	size_t r = (size_t)axis_find(&t->rows, row);
	size_t c = (size_t)axis_find(&t->columns, column);

	assert_true(r < t->rows.count && c < t->columns.count);
	return (struct cell){ figure_at(t, r, c),
			      p && protection_hides(p, t, r, c, REPORT_COUNT) };
}

static const char *const sexes[] = { "women", "men", "total" };

/* Rows of different tables that are the same number. */
static const struct {
	const char *table, *row, *other_table, *other_row;
} same[] = {
	{ "sex_age", "total", "education", "total" },
	{ "sex_age", "total", "participants_by_orientation", "total" },
	{ "sex_age", "total", "persons", "participations" },
	{ "sex_age", "total", "target_groups", "total" },
	{ "referrers", "total", "late_registration", "total" },
	{ "time_in_intervention", "total", "next_step", "total" },
	{ "work_or_studies", "after", "work_or_studies_over_time", "2021" },
	{ "job_seekers", "after", "job_seekers_over_time", "2021" },
	{ "support_change", "none_before", "no_public_support", "before" },
	{ "support_before", "sickness_benefit", "priority_ongoing_sickness_benefit",
	  "2021" },
};

static void the_same_number_is_hidden_everywhere(void **state)
{
	(void)state;
	for (int count = 1; count < 60; count += 7) {
		struct figures *f;
		struct protection *p;

		tables_seed = (uint32_t)count;
		f = any_year(count);
		p = protect(f, 5);
		for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
			for (size_t s = 0; s < 3; s++) {
				struct cell a = cell_at(f, p, same[i].table, same[i].row,
							sexes[s]);
				struct cell b = cell_at(f, p, same[i].other_table,
							same[i].other_row, sexes[s]);

				assert_int_equal(a.figure->n, b.figure->n);
				assert_int_equal(a.hidden, b.hidden);
			}
		}
		protection_free(p);
		figures_free(f);
	}
}

static void years_decided_together_agree(void **state)
{
	static const int both[] = { 2021, 2020 };
	struct tabulation *t = tables_tabulation(both, 2);
	const struct figures *f[2];
	struct protection_order order = { f, 2, tables_world.lists, 5 };
	struct protection *p;
	struct fact fact;
	size_t hidden = 0;

	(void)state;
	for (int i = 0; i < 25; i++) {
		tables_participation(&fact, "2020-02-01",
				     i < 12 ? "2020-05-01" : "2021-06-01");
		fact.key[FACT_PERSON] = i;
		fact.code[FACT_SEX] = i % 12 < 3;
		fact.phases[FACT_AFTER].works = i % 2;
		tabulation_add(t, &fact);
	}
	f[0] = tabulation_take(t, 0);
	f[1] = tabulation_take(t, 1);
	p = protection_new(&order);
	for (size_t s = 0; s < 3; s++) {
		struct cell then = cell_at(f[1], p, "work_or_studies", "after", sexes[s]);
		struct cell now = cell_at(f[0], p, "work_or_studies_over_time", "2020",
					  sexes[s]);

		assert_int_equal(then.figure->n, now.figure->n);
		assert_int_equal(then.hidden, now.hidden);
		hidden += now.hidden;
	}
	assert_int_equal(hidden, 2);
	protection_free(p);
	for (size_t i = 0; i < 2; i++)
		figures_free((struct figures *)(uintptr_t)f[i]);
	tabulation_free(t);
}

/* ---- an attacker who narrows down every number by sums written here by hand ---- */

enum { MAX_CELLS = 4000, MAX_SUMS = 4000, MAX_PARTS = 40, MOST = 500 };

struct sum {
	int whole, parts[MAX_PARTS];
	int count;
	bool at_most;              /* the parts, one by one, are at most the whole */
};

struct narrowing {
	const struct figure *figures[MAX_CELLS];
	bool hidden[MAX_CELLS];
	long long low[MAX_CELLS], high[MAX_CELLS];
	int count;
	struct sum sums[MAX_SUMS];
	int sum_count;
};

static int note(struct narrowing *n, struct cell c)
{
	for (int i = 0; i < n->count; i++)
		if (n->figures[i] == c.figure)
			return i;
	assert_true(n->count < MAX_CELLS);
	n->figures[n->count] = c.figure;
	n->hidden[n->count] = c.hidden;
	return n->count++;
}

static struct sum *new_sum(struct narrowing *n, struct cell whole)
{
	struct sum *s = &n->sums[n->sum_count++];

	assert_true(n->sum_count < MAX_SUMS);
	s->whole = note(n, whole);
	s->count = 0;
	s->at_most = false;
	return s;
}

static void add_part(struct narrowing *n, struct sum *s, struct cell part)
{
	assert_true(s->count < MAX_PARTS);
	s->parts[s->count++] = note(n, part);
}

/* Women and men are all, in every table with these columns. */
static void add_columns(struct narrowing *n, const struct figures *f,
			const struct protection *p)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_table *t = &f->tables[i];

		if (axis_find(&t->columns, "women") < 0 ||
		    t->columns.items[0].show & (REPORT_MEAN | REPORT_MEAN_PERCENT))
			continue;
		for (size_t row = 0; row < t->rows.count; row++) {
			const char *id = t->report->id, *key = t->rows.items[row].key;
			struct sum *s = new_sum(n, cell_at(f, p, id, key, "total"));

			add_part(n, s, cell_at(f, p, id, key, "women"));
			add_part(n, s, cell_at(f, p, id, key, "men"));
		}
	}
}

/* The rows of a table, but the last so many, add up to a row, perhaps of another. */
static const struct {
	const char *table, *total_table, *total;
	size_t but_last;
	bool at_most;
} divided[] = {
	{ "sex_age", "sex_age", "total", 1, false },
	{ "education", "education", "total", 1, false },
	{ "support_duration", "support_duration", "total", 1, false },
	{ "support_before", "support_before", "total", 1, false },
	{ "participants_by_orientation", "participants_by_orientation", "total", 1,
	  false },
	{ "time_in_intervention", "time_in_intervention", "total", 1, false },
	{ "closure_reason", "time_in_intervention", "total", 1, false },
	{ "referrers", "referrers", "total", 1, false },
	{ "next_step", "next_step", "total", 1, false },
	{ "late_registration", "late_registration", "total", 1, false },
	{ "target_groups", "target_groups", "total", 1, true },
};

static void add_rows(struct narrowing *n, const struct figures *f,
		     const struct protection *p)
{
	for (size_t i = 0; i < sizeof(divided) / sizeof(divided[0]); i++) {
		const struct figure_table *t = figures_find(f, divided[i].table);

		for (size_t c = 0; c < 3; c++) {
			struct sum *s = new_sum(n, cell_at(f, p, divided[i].total_table,
							   divided[i].total, sexes[c]));

			s->at_most = divided[i].at_most;
			for (size_t r = 0; r + divided[i].but_last < t->rows.count; r++)
				add_part(n, s, cell_at(f, p, divided[i].table,
						       t->rows.items[r].key, sexes[c]));
		}
	}
}

/* Under 30 and over, personal and anonymous. */
static void add_others(struct narrowing *n, const struct figures *f,
		       const struct protection *p)
{
	static const char *const all[] = { "before", "after" };
	const char *table = "participants_by_registration";
	struct sum *s;

	for (size_t c = 0; c < 3; c++) {
		for (size_t i = 0; i < 2; i++) {
			char key[40];

			s = new_sum(n, cell_at(f, p, "work_or_studies", all[i],
					       sexes[c]));
			snprintf(key, sizeof(key), "%s_u30", all[i]);
			add_part(n, s, cell_at(f, p, "work_or_studies", key, sexes[c]));
			snprintf(key, sizeof(key), "%s_30_plus", all[i]);
			add_part(n, s, cell_at(f, p, "work_or_studies", key, sexes[c]));
		}
		for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
			s = new_sum(n, cell_at(f, p, same[i].table, same[i].row,
					       sexes[c]));
			add_part(n, s, cell_at(f, p, same[i].other_table,
					       same[i].other_row, sexes[c]));
		}
	}
	s = new_sum(n, cell_at(f, p, table, "total", "total"));
	add_part(n, s, cell_at(f, p, table, "personal", "total"));
	add_part(n, s, cell_at(f, p, table, "anonymous", "total"));
	add_part(n, s, cell_at(f, p, table, "volume", "total"));
	s = new_sum(n, cell_at(f, p, table, "personal", "total"));
	add_part(n, s, cell_at(f, p, "sex_age", "total", "total"));
}

static bool raise_low(struct narrowing *n, int cell, long long low)
{
	if (low <= n->low[cell])
		return false;
	n->low[cell] = low;
	return true;
}

static bool lower_high(struct narrowing *n, int cell, long long high)
{
	if (high >= n->high[cell])
		return false;
	n->high[cell] = high;
	return true;
}

static bool narrow_sum(struct narrowing *n, const struct sum *s)
{
	long long low = 0, high = 0;
	bool more = false;

	for (int i = 0; i < s->count; i++) {
		low += n->low[s->parts[i]];
		high += n->high[s->parts[i]];
	}
	if (!s->at_most) {
		more = raise_low(n, s->whole, low);
		more = lower_high(n, s->whole, high) || more;
	}
	for (int i = 0; i < s->count; i++) {
		int part = s->parts[i];
		long long others_low = s->at_most ? 0 : low - n->low[part];
		long long others_high = high - n->high[part];

		low -= n->low[part];
		high -= n->high[part];
		more = lower_high(n, part, n->high[s->whole] - others_low) || more;
		if (s->at_most)
			more = raise_low(n, s->whole, n->low[part]) || more;
		else
			more = raise_low(n, part, n->low[s->whole] - others_high) || more;
		low += n->low[part];
		high += n->high[part];
	}
	return more;
}

static void narrow(struct narrowing *n, int least)
{
	bool more = true;

	for (int i = 0; i < n->count; i++) {
		n->low[i] = n->hidden[i] ? least : n->figures[i]->n;
		n->high[i] = n->hidden[i] ? MOST : n->figures[i]->n;
	}
	while (more) {
		more = false;
		for (int i = 0; i < n->sum_count; i++)
			more = narrow_sum(n, &n->sums[i]) || more;
	}
}

static void check_year(const struct figures *f, const struct protection *p, int threshold)
{
	struct narrowing *n = calloc(1, sizeof(*n));

	add_columns(n, f, p);
	add_rows(n, f, p);
	add_others(n, f, p);
	narrow(n, 1);
	for (int i = 0; i < n->count; i++) {
		assert_true(n->low[i] <= n->figures[i]->n);
		assert_true(n->high[i] >= n->figures[i]->n);
		if (n->hidden[i])
			assert_true(n->low[i] < n->high[i]);
		else
			assert_true(!n->figures[i]->n || n->figures[i]->n >= threshold);
	}
	narrow(n, 0);
	for (int i = 0; i < n->count; i++)
		assert_true(!n->hidden[i] || n->high[i] >= threshold);
	free(n);
}

static void no_sums_of_a_year_give_a_hidden_cell_away(void **state)
{
	(void)state;
	for (int count = 0; count < 90; count += 6) {
		int threshold = 3 + count % 9;
		struct figures *f;
		struct protection *p;

		tables_seed = (uint32_t)count;
		f = any_year(count);
		p = protect(f, threshold);
		check_year(f, p, threshold);
		protection_free(p);
		figures_free(f);
	}
}

/* The attacker can attack: one hidden cell alone is found. */
static void the_attacker_finds_what_is_badly_hidden(void **state)
{
	struct narrowing *n = calloc(1, sizeof(*n));
	struct figures *f;
	struct cell c;

	(void)state;
	tables_seed = 1;
	f = any_year(40);
	add_columns(n, f, NULL);
	c = cell_at(f, NULL, "education", "compulsory", "women");
	n->hidden[note(n, c)] = true;
	narrow(n, 1);
	assert_int_equal(n->low[note(n, c)], c.figure->n);
	assert_int_equal(n->high[note(n, c)], c.figure->n);
	figures_free(f);
	free(n);
}

/* ---- shares, means, what is no person ---- */

static void shares_of_hidden_counts_and_bases_are_hidden(void **state)
{
	(void)state;
	for (int count = 1; count < 60; count += 5) {
		struct figures *f;
		struct protection *p;

		tables_seed = (uint32_t)count;
		f = any_year(count);
		p = protect(f, 5);
		for (size_t i = 0; i < f->count; i++) {
			const struct figure_table *t = &f->tables[i];

			for (size_t at = 0; at < t->rows.count * t->columns.count; at++) {
				size_t row = at / t->columns.count;
				size_t column = at % t->columns.count;
				const struct figure *x = figure_at(t, row, column);
				bool count_hidden = protection_hides(p, t, row, column,
								     REPORT_COUNT);

				if (count_hidden)
					assert_true(protection_hides(
						p, t, row, column, REPORT_PERCENT));
				if (!strcmp(t->report->section, "participants") ||
				    !strcmp(t->report->section, "background") ||
				    !strcmp(t->report->section, "results"))
					if ((t->columns.items[column].show &
					     REPORT_PERCENT) && x->d > 0 && x->d < 5)
						assert_true(protection_hides(
							p, t, row, column,
							REPORT_PERCENT));
			}
		}
		protection_free(p);
		figures_free(f);
	}
}

static void means_of_few_are_hidden_and_one_more(void **state)
{
	struct tabulation *t = tables_tabulation(years, 1);
	const struct figure_table *days;
	struct protection *p;
	struct figures *f;
	struct fact fact;

	(void)state;
	for (int i = 0; i < 30; i++) {
		tables_participation(&fact, "2021-02-01", NULL);
		fact.code[FACT_SEX] = i < 3;
		fact.registered += i;
		tabulation_add(t, &fact);
	}
	f = tabulation_take(t, 0);
	tabulation_free(t);
	p = protect(f, 5);
	days = figures_find(f, "registration_days");
	assert_true(protection_hides(p, days, 0, MEN, REPORT_MEAN));
	assert_int_equal(protection_hides(p, days, 0, WOMEN, REPORT_MEAN) +
			 protection_hides(p, days, 0, TOTAL, REPORT_MEAN), 1);
	protection_free(p);
	figures_free(f);
}

static void interventions_and_money_are_shown(void **state)
{
	static const char *const shown[] = { "interventions_by_kind", "equity", "esf",
					     "federations_over_time", "allocation",
					     "individual_by_orientation" };
	struct figures *f;
	struct protection *p;
	struct cell c;

	(void)state;
	tables_seed = 3;
	f = any_year(20);
	p = protect(f, 5);
	c = cell_at(f, p, "interventions_by_kind", "individual", "total");
	assert_int_equal(c.figure->n, 1);
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
		assert_false(protection_hides_any(p, figures_find(f, shown[i])));
	protection_free(p);
	figures_free(f);
}

static void an_empty_year_hides_nothing(void **state)
{
	struct tabulation *t = tables_tabulation(years, 1);
	struct figures *f = tabulation_take(t, 0);
	struct protection *p = protect(f, 5);

	(void)state;
	for (size_t i = 0; i < f->count; i++)
		assert_false(protection_hides_any(p, &f->tables[i]));
	protection_free(p);
	figures_free(f);
	tabulation_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_number_is_hidden_everywhere),
		cmocka_unit_test(years_decided_together_agree),
		cmocka_unit_test(no_sums_of_a_year_give_a_hidden_cell_away),
		cmocka_unit_test(the_attacker_finds_what_is_badly_hidden),
		cmocka_unit_test(shares_of_hidden_counts_and_bases_are_hidden),
		cmocka_unit_test(means_of_few_are_hidden_and_one_more),
		cmocka_unit_test(interventions_and_money_are_shown),
		cmocka_unit_test(an_empty_year_hides_nothing),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
