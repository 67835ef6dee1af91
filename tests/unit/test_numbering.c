/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every name has one number and the numbers have no gaps, however many there are. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/numbering.h"

static void names_are_numbered_once_in_order(void **state)
{
	struct numbering n = { 0 };
	char name[40];

	(void)state;
	assert_int_equal(numbering_find(&n, "blekinge-0"), -1);
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 5000; i++) {
			snprintf(name, sizeof(name), "blekinge-%d", i);
			assert_int_equal(numbering_add(&n, name), i);
		}
	}
	assert_int_equal(n.count, 5000);
	assert_int_equal(numbering_find(&n, "blekinge-4711"), 4711);
	assert_string_equal(n.names[4711], "blekinge-4711");
	assert_int_equal(numbering_find(&n, "gotland-1"), -1);
	assert_int_equal(numbering_add(&n, ""), 5000);
	numbering_done(&n);
	assert_int_equal(numbering_add(&n, "again"), 0);
	numbering_done(&n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_numbered_once_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
