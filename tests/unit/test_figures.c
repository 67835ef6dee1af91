/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures say and how they add up, and the records behind them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/figures.h"
#include "model/tabulate.h"
#include "tables.h"

static const char *print(struct figure f, enum report_show show)
{
	static char found[64];
	struct text out = { 0 };

	if (!figure_print(&f, show, &out))
		text_add(&out, "undefined");
	strcpy(found, text_get(&out));
	text_done(&out);
	return found;
}

static void figures_are_rounded_half_up(void **state)
{
	struct figure f = { .n = 1, .d = 8, .divided = true };

	(void)state;
	assert_string_equal(print(f, REPORT_PERCENT), "13");
	f.d = 200;
	assert_string_equal(print(f, REPORT_PERCENT), "1");
	f.d = 201;
	assert_string_equal(print(f, REPORT_PERCENT), "0");
	f.n = f.d = 3;
	assert_string_equal(print(f, REPORT_PERCENT), "100");
	f.n = 5;
	f.d = 2;
	assert_string_equal(print(f, REPORT_MEAN_PERCENT), "3");
	assert_string_equal(print(f, REPORT_MEAN), "2.5");
	f.d = 0;
	assert_string_equal(print(f, REPORT_MEAN), "undefined");
	assert_string_equal(print(f, REPORT_PERCENT), "undefined");
	f.n = 28950000;
	assert_string_equal(print(f, REPORT_MILLIONS), "29");
	f.n = 28940000;
	assert_string_equal(print(f, REPORT_MILLIONS), "28.9");
	f.n = -50000;
	assert_string_equal(print(f, REPORT_MILLIONS), "0");
	f.n = -60000;
	assert_string_equal(print(f, REPORT_MILLIONS), "-0.1");
	assert_string_equal(print(f, REPORT_KRONOR), "-60000");
}

static void a_sum_nobody_stated_is_undefined(void **state)
{
	struct figure f = { .unknown = true, .divided = true, .d = 4 };

	(void)state;
	assert_string_equal(print(f, REPORT_COUNT), "undefined");
	assert_string_equal(print(f, REPORT_PERCENT), "undefined");
	assert_string_equal(print(f, REPORT_MILLIONS), "undefined");
	assert_string_equal(print(f, REPORT_KRONOR), "undefined");
	f.known = true;
	assert_string_equal(print(f, REPORT_COUNT), "0");
	f.unknown = f.known = false;
	assert_string_equal(print(f, REPORT_COUNT), "0");
}

struct hits {
	long count;
};

static void count_hit(void *context, const struct fact *f)
{
	struct hits *hits = context;

	assert_string_equal(f->id, "p");
	hits->count++;
}

static void feed(struct tabulation *t)
{
	static const char *const sources[] = { "none", "social_assistance", "missing" };

	for (int i = 0; i < 40; i++) {
		struct fact p;

		tables_participation(&p, "2021-02-01",
				     i % 3 ? "2021-11-30" : NULL);
		p.birth_year = 1950 + i;
		p.code[FACT_SEX] = (signed char)tables_code(
			FACT_SEX, i % 4 ? "woman" : "man");
		p.phases[FACT_AFTER].studies = i % 5 == 0;
		p.phases[FACT_AFTER].seeks_work = i % 2;
		tables_support(&p, FACT_BEFORE, sources[i % 3]);
		tables_support(&p, FACT_AFTER, sources[(i + 1) % 3]);
		tabulation_add(t, &p);
	}
}

static void watch_cell(const struct figure_table *table, size_t row, size_t column)
{
	struct tabulation *t = tables_begin(1);
	struct hits hits = { 0 };

	assert_true(tabulation_watch(t, table->report->id, table->rows.items[row].key,
				     table->columns.items[column].key, count_hit, &hits));
	feed(t);
	assert_int_equal(hits.count, figure_at(table, row, column)->n);
	tabulation_free(t);
}

static void the_records_behind_a_cell_are_those_counted(void **state)
{
	static const char *const tables[] = {
		"sex_age", "work_or_studies", "job_seekers", "closure_reason",
		"time_in_intervention", "participants_by_registration", "occupation",
	};
	struct tabulation *t = tables_begin(1);
	struct figures *f;

	(void)state;
	feed(t);
	f = tables_end(t);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		const struct figure_table *table = figures_find(f, tables[i]);

		for (size_t row = 0; row < table->rows.count; row++)
			for (size_t column = 0; column < table->columns.count; column++)
				watch_cell(table, row, column);
	}
	figures_free(f);
}

static void a_record_behind_several_mentions_is_told_once(void **state)
{
	struct tabulation *t = tables_begin(1);
	struct hits hits = { 0 };

	(void)state;
	assert_true(tabulation_watch(t, "support_before", "total", "total", count_hit,
				     &hits));
	feed(t);
	assert_int_equal(hits.count, 40);
	assert_false(tabulation_watch(t, "support_before", "nothing", "total", count_hit,
				      &hits));
	tabulation_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_rounded_half_up),
		cmocka_unit_test(a_sum_nobody_stated_is_undefined),
		cmocka_unit_test(the_records_behind_a_cell_are_those_counted),
		cmocka_unit_test(a_record_behind_several_mentions_is_told_once),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
