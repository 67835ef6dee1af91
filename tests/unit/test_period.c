/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of time of the national reports, by worked examples. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"
#include "model/period.h"

static int day(const char *iso)
{
	int at = 0;

	assert_true(date_parse_iso(iso, &at));
	return at;
}

static struct period span(const char *start, const char *end)
{
	return (struct period){ day(start), end ? day(end) : PERIOD_OPEN };
}

static void months_are_commenced_months(void **state)
{
	static const struct {
		const char *start, *end;
		int months;
	} examples[] = {
		{ "2021-01-01", "2021-06-30", 6 },
		{ "2021-01-01", "2021-07-01", 7 },
		{ "2021-05-10", "2021-05-10", 1 },   /* ended the day it started */
		{ "2021-01-15", "2021-02-14", 1 },
		{ "2021-01-15", "2021-02-15", 2 },
		{ "2019-01-01", "2021-01-31", 25 },
		{ "2019-01-01", "2020-12-31", 24 },
		{ "2019-01-01", "2021-02-01", 26 },
		{ "2020-12-20", "2021-01-19", 1 },   /* over New Year */
		{ "2020-12-20", "2021-01-20", 2 },
		{ "2020-02-29", "2021-02-28", 12 },  /* from a leap day */
		{ "2020-02-29", "2021-03-01", 13 },
		{ "2019-02-28", "2020-02-29", 13 },
		{ "2021-01-31", "2021-02-28", 1 },
		{ "2021-01-31", "2021-03-31", 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
		assert_int_equal(period_months(span(examples[i].start, examples[i].end)),
				 examples[i].months);
}

static void classes_of_months_have_their_ends(void **state)
{
	(void)state;
	assert_int_equal(period_classify_months(1), PERIOD_MONTHS_1_6);
	assert_int_equal(period_classify_months(6), PERIOD_MONTHS_1_6);
	assert_int_equal(period_classify_months(7), PERIOD_MONTHS_7_12);
	assert_int_equal(period_classify_months(12), PERIOD_MONTHS_7_12);
	assert_int_equal(period_classify_months(13), PERIOD_MONTHS_13_18);
	assert_int_equal(period_classify_months(18), PERIOD_MONTHS_13_18);
	assert_int_equal(period_classify_months(19), PERIOD_MONTHS_19_24);
	assert_int_equal(period_classify_months(24), PERIOD_MONTHS_19_24);
	assert_int_equal(period_classify_months(25), PERIOD_MONTHS_25_PLUS);
	assert_int_equal(period_classify_months(300), PERIOD_MONTHS_25_PLUS);
}

static void a_period_belongs_to_every_year_it_touches(void **state)
{
	struct period p = span("2020-12-31", "2022-01-01");

	(void)state;
	assert_false(period_is_active_in(p, period_of_year(2019)));
	assert_true(period_is_active_in(p, period_of_year(2020)));
	assert_true(period_is_active_in(p, period_of_year(2021)));
	assert_true(period_is_active_in(p, period_of_year(2022)));
	assert_false(period_is_active_in(p, period_of_year(2023)));
	assert_true(period_starts_in(p, period_of_year(2020)));
	assert_false(period_starts_in(p, period_of_year(2021)));
	assert_true(period_ends_in(p, period_of_year(2022)));
	assert_false(period_ends_in(p, period_of_year(2021)));
}

static void what_goes_on_never_ends(void **state)
{
	struct period p = span("2021-03-01", NULL);

	(void)state;
	assert_true(period_is_active_in(p, period_of_year(2021)));
	assert_true(period_is_active_in(p, period_of_year(2199)));
	assert_false(period_is_active_in(p, period_of_year(2020)));
	assert_false(period_ends_in(p, period_of_year(2199)));
}

static void membership_is_judged_on_the_last_day(void **state)
{
	struct period p = { PERIOD_ALWAYS, day("2021-12-30") };

	(void)state;
	assert_true(period_holds_at_end_of(p, period_of_year(2020)));
	assert_false(period_holds_at_end_of(p, period_of_year(2021)));
	p.end = day("2021-12-31");
	assert_true(period_holds_at_end_of(p, period_of_year(2021)));
	p.start = day("2021-12-31");
	assert_true(period_holds_at_end_of(p, period_of_year(2021)));
	assert_false(period_holds_at_end_of(p, period_of_year(2020)));
	p = (struct period){ PERIOD_ALWAYS, PERIOD_OPEN };
	assert_false(period_starts_in(p, period_of_year(2020)));
}

static void age_is_start_year_less_birth_year(void **state)
{
	(void)state;
	assert_int_equal(period_age(day("2021-01-01"), 1991), 30);
	assert_int_equal(period_age(day("2021-12-31"), 1992), 29);
	assert_int_equal(period_classify_age(15), PERIOD_AGE_U30);
	assert_int_equal(period_classify_age(29), PERIOD_AGE_U30);
	assert_int_equal(period_classify_age(30), PERIOD_AGE_30_44);
	assert_int_equal(period_classify_age(44), PERIOD_AGE_30_44);
	assert_int_equal(period_classify_age(45), PERIOD_AGE_45_59);
	assert_int_equal(period_classify_age(59), PERIOD_AGE_45_59);
	assert_int_equal(period_classify_age(60), PERIOD_AGE_60_PLUS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_commenced_months),
		cmocka_unit_test(classes_of_months_have_their_ends),
		cmocka_unit_test(a_period_belongs_to_every_year_it_touches),
		cmocka_unit_test(what_goes_on_never_ends),
		cmocka_unit_test(membership_is_judged_on_the_last_day),
		cmocka_unit_test(age_is_start_year_less_birth_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
