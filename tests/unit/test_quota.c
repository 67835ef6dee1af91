/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers for given sums and percentages, and where there are none. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/quota.h"

static void test_percent(void **state)
{
	(void)state;
	assert_int_equal(quota_percent(0, 7), 0);
	assert_int_equal(quota_percent(7, 7), 100);
	/* Half up, not to even. */
	assert_int_equal(quota_percent(1, 200), 1);
	assert_int_equal(quota_percent(5, 200), 3);
	assert_int_equal(quota_percent(499, 100000), 0);
	assert_int_equal(quota_percent(6272, 17501), 36);
}

static void test_apportion(void **state)
{
	static const unsigned weights[] = { 1, 0, 3, 7, 2, 2, 19, 1 };
	enum { COUNT = sizeof(weights) / sizeof(weights[0]), SUM = 35 };
	static const long totals[] = { 0, 1, 5, 34, 35, 100, 41334, 205000000 };
	long out[COUNT];

	(void)state;
	for (size_t i = 0; i < sizeof(totals) / sizeof(totals[0]); i++) {
		long sum = 0;

		quota_apportion(totals[i], weights, COUNT, out);
		for (size_t k = 0; k < COUNT; k++) {
			long long due = (long long)totals[i] * weights[k];

			sum += out[k];
			assert_true((long long)out[k] * SUM < due + SUM);
			assert_true((long long)out[k] * SUM > due - SUM);
		}
		assert_int_equal(sum, totals[i]);
		assert_int_equal(out[1], 0);
	}
}

/* Women and men who ended in 2021, and what is printed of them and of all. */
static bool fit_sexes(int women, int men, int all, struct quota_cells *q)
{
	const struct quota_share shares[] = {
		{ 1, women },
		{ 2, men },
		{ 3, all },
	};

	*q = (struct quota_cells){ .count = 2, .sizes = { 4351, 3767 } };
	return quota_fit(q, shares, 3);
}

static void test_fit(void **state)
{
	struct quota_cells q;

	(void)state;
	/* 31 and 36 make 33 as they stand; only the upper ends of both make 34. */
	assert_true(fit_sexes(31, 36, 34, &q));
	assert_int_equal(quota_percent(q.counted[0], 4351), 31);
	assert_int_equal(quota_percent(q.counted[1], 3767), 36);
	assert_int_equal(quota_percent(q.counted[0] + q.counted[1], 8118), 34);
	assert_true(fit_sexes(0, 100, 46, &q));
	assert_int_equal(quota_percent(q.counted[0] + q.counted[1], 8118), 46);
}

static void test_misprint_is_no_fit(void **state)
{
	struct quota_cells q;

	(void)state;
	/* Continued rehabilitation as printed, and as it must have been. */
	assert_false(fit_sexes(34, 28, 34, &q));
	assert_true(fit_sexes(34, 28, 31, &q));
}

/* Percentages across each other, with a small group in both. */
static void test_overlapping_groups(void **state)
{
	static const struct quota_share shares[] = {
		{ 1 << 0 | 1 << 1 | 1 << 2, 31 },
		{ 1 << 3 | 1 << 4 | 1 << 5, 36 },
		{ (1 << 6) - 1, 34 },
		{ 1 << 0 | 1 << 1 | 1 << 3 | 1 << 4, 42 },
		{ 1 << 2 | 1 << 5, 28 },
		{ 1 << 0 | 1 << 3, 26 },
	};
	struct quota_cells q = { .count = 6,
				 .sizes = { 390, 1080, 2881, 380, 1380, 2007 } };

	(void)state;
	assert_true(quota_fit(&q, shares, sizeof(shares) / sizeof(shares[0])));
	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		long counted = 0, size = 0;

		for (size_t k = 0; k < q.count; k++)
			if (shares[i].cells >> k & 1) {
				counted += q.counted[k];
				size += q.sizes[k];
			}
		assert_int_equal(quota_percent(counted, size), shares[i].percent);
	}
}

static void test_nobody(void **state)
{
	static const struct quota_share share = { 1, 10 };
	struct quota_cells q = { .count = 1 };

	(void)state;
	assert_false(quota_fit(&q, &share, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_percent),
		cmocka_unit_test(test_apportion),
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_misprint_is_no_fit),
		cmocka_unit_test(test_overlapping_groups),
		cmocka_unit_test(test_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
