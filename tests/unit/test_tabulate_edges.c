/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is easily counted wrong: dates and statements on the edge, built by hand. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/figures.h"
#include "model/tabulate.h"
#include "tables.h"

/* The figures of 2021, and of 2020 when `before` is not NULL. */
static struct figures *end(struct tabulation *t, struct figures **before)
{
	struct figures *f = tabulation_take(t, 0);

	if (before)
		*before = tabulation_take(t, 1);
	tabulation_free(t);
	return f;
}

static void over_new_year_is_in_both_and_started_in_one(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f, *before;

	(void)state;
	tables_add(t, "2020-12-31", "2021-01-01");
	f = end(t, &before);
	assert_value(f, "education", "upper_secondary", "women", "1");
	assert_value(before, "education", "upper_secondary", "women", "1");
	assert_value(f, "closure_reason", "completed", "total", "1");
	assert_value(before, "closure_reason", "completed", "total", "0");
	assert_value(f, "referrers", "total", "total", "0");
	assert_value(before, "referrers", "total", "total", "1");
	/* Two days in two months of the calendar are one commenced month. */
	assert_value(f, "time_in_intervention", "1_6", "total", "1");
	figures_free(f);
	figures_free(before);
}

static void who_ends_the_same_day_was_there(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	tables_add(t, "2021-05-10", "2021-05-10");
	f = end(t, NULL);
	assert_value(f, "education", "total", "total", "1");
	assert_value(f, "time_in_intervention", "1_6", "total", "1");
	assert_value(f, "closure_reason", "completed", "women_pct", "100");
	figures_free(f);
}

static void a_leap_day_is_a_month_of_its_own_only_once(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	tables_add(t, "2020-02-29", "2021-02-28");   /* 12 months */
	tables_add(t, "2020-02-29", "2021-03-01");   /* 13 */
	f = end(t, NULL);
	assert_value(f, "time_in_intervention", "7_12", "total", "1");
	assert_value(f, "time_in_intervention", "13_18", "total", "1");
	figures_free(f);
}

static void the_25th_month_is_of_the_longest(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	tables_add(t, "2019-01-01", "2020-12-31");   /* 24, and of last year */
	tables_add(t, "2019-02-01", "2021-01-31");   /* 24 */
	tables_add(t, "2019-01-01", "2021-01-31");   /* 25 */
	tables_add(t, "2019-02-01", "2021-02-01");   /* 25, just */
	f = end(t, NULL);
	assert_value(f, "time_in_intervention", "19_24", "total", "1");
	assert_value(f, "time_in_intervention", "25_plus", "total", "2");
	figures_free(f);
}

static void thirty_is_by_years_not_by_birthdays(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2020-12-31", NULL);
	p.birth_year = 1991;                  /* 29 at the start, 30 next day */
	tabulation_add(t, &p);
	tables_participation(&p, "2021-01-01", NULL);
	p.birth_year = 1991;
	tabulation_add(t, &p);
	f = end(t, NULL);
	assert_value(f, "sex_age", "u30", "total", "1");
	assert_value(f, "sex_age", "30_44", "total", "1");
	figures_free(f);
}

/* Who has student aid alone has no public support, but has stated a source. */
static void student_aid_alone_is_a_source(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", "2021-12-31");
	p.phases[FACT_BEFORE].support = 0;
	tables_support(&p, FACT_BEFORE, "student_aid");
	tables_support(&p, FACT_AFTER, "none");
	tabulation_add(t, &p);
	f = end(t, NULL);
	assert_value(f, "support_before", "student_aid", "women_pct", "100");
	assert_value(f, "support_before", "none", "women", "0");
	assert_value(f, "support_change", "student_aid_before", "total", "1");
	assert_value(f, "no_public_support", "before", "total_pct", "0");
	assert_value(f, "no_public_support", "after", "total_pct", "100");
	figures_free(f);
}

static void add_count(struct tabulation *t, enum fact_record record, int year,
		      enum fact_amount what, long long amount)
{
	struct fact f;

	fact_clear(&f, record);
	f.year = year;
	f.code[FACT_KIND] = (signed char)tables_code(FACT_KIND, "individual");
	f.amounts[what] = amount;
	tabulation_add(t, &f);
}

/* The numbers of a year count even if the intervention did not run in it by its dates:
 * then there are heads but no intervention. */
static void numbers_need_no_dates(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	add_count(t, FACT_VOLUME, 2021, FACT_WOMEN, 7);
	f = end(t, NULL);
	assert_value(f, "interventions_by_kind", "total", "total", "0");
	assert_value(f, "participants_by_registration", "volume", "total", "7");
	figures_free(f);
}

static void an_anonymous_count_is_of_its_year_alone(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f, *before;

	(void)state;
	add_count(t, FACT_ANONYMOUS_COUNT, 2020, FACT_HEADS, 4);
	f = end(t, &before);
	assert_value(f, "participants_by_registration", "anonymous", "total", "0");
	assert_value(f, "participants_by_registration", "started_in_year", "total", "0");
	assert_value(f, "participants_over_time", "2020", "total", "4");
	assert_value(f, "participants_over_time", "2021", "total", "0");
	assert_value(before, "participants_by_registration", "anonymous", "total", "4");
	figures_free(f);
	figures_free(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(over_new_year_is_in_both_and_started_in_one),
		cmocka_unit_test(who_ends_the_same_day_was_there),
		cmocka_unit_test(a_leap_day_is_a_month_of_its_own_only_once),
		cmocka_unit_test(the_25th_month_is_of_the_longest),
		cmocka_unit_test(thirty_is_by_years_not_by_birthdays),
		cmocka_unit_test(student_aid_alone_is_a_source),
		cmocka_unit_test(numbers_need_no_dates),
		cmocka_unit_test(an_anonymous_count_is_of_its_year_alone),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
