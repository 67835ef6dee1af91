/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance from a seed: the same everywhere, within its limits, fair enough. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"

/* The generator's published first values, so that a demo never changes by accident. */
static void test_sequence(void **state)
{
	struct random r;

	(void)state;
	random_seed(&r, 1234567);
	assert_true(random_next(&r) == 6457827717110365317ULL);
	assert_true(random_next(&r) == 3203168211198807973ULL);
	assert_true(random_next(&r) == 9817491932198370423ULL);
	random_seed(&r, 1234568);
	assert_false(random_next(&r) == 6457827717110365317ULL);
}

static void test_between(void **state)
{
	struct random r;
	int seen[5] = {0};

	(void)state;
	random_seed(&r, 1);
	for (int i = 0; i < 5000; i++) {
		int n = random_between(&r, -2, 2);

		assert_in_range(n + 2, 0, 4);
		seen[n + 2]++;
	}
	for (int i = 0; i < 5; i++)
		assert_in_range(seen[i], 850, 1150);
	assert_int_equal(random_between(&r, 7, 7), 7);
}

static void test_middling(void **state)
{
	struct random r;
	int outer = 0, inner = 0;

	(void)state;
	random_seed(&r, 2);
	for (int i = 0; i < 4000; i++) {
		int n = random_middling(&r, 10, 30);

		assert_in_range(n, 10, 30);
		outer += n < 15 || n > 25;
		inner += n >= 15 && n <= 25;
	}
	assert_true(inner > 2 * outer);
	assert_in_range(random_middling(&r, 3, 4), 3, 4);
}

static void test_chance(void **state)
{
	struct random r;
	int yes = 0;

	(void)state;
	random_seed(&r, 3);
	for (int i = 0; i < 10000; i++) {
		yes += random_chance(&r, 20);
		assert_false(random_chance(&r, 0));
		assert_true(random_chance(&r, 100));
	}
	assert_in_range(yes, 1850, 2150);
}

static void test_pick(void **state)
{
	static const unsigned weights[] = {1, 0, 3};
	struct random r;
	int seen[3] = {0};

	(void)state;
	random_seed(&r, 4);
	for (int i = 0; i < 4000; i++)
		seen[random_pick(&r, weights, 3)]++;
	assert_in_range(seen[0], 900, 1100);
	assert_int_equal(seen[1], 0);
	assert_int_equal(seen[0] + seen[2], 4000);
}

static void test_bytes(void **state)
{
	unsigned char a[11] = {0}, b[11] = {0};
	struct random r;
	int differ = 0;

	(void)state;
	random_seed(&r, 5);
	random_bytes(&r, a, 10);
	random_bytes(&r, b, 10);
	for (int i = 0; i < 10; i++)
		differ += a[i] != b[i];
	assert_true(differ > 5);
	assert_int_equal(a[10], 0);
	random_seed(&r, 5);
	random_bytes(&r, b, 10);
	assert_memory_equal(a, b, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sequence),
		cmocka_unit_test(test_between),
		cmocka_unit_test(test_middling),
		cmocka_unit_test(test_chance),
		cmocka_unit_test(test_pick),
		cmocka_unit_test(test_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
