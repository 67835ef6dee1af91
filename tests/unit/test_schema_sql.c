/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The embedded schema: every step is there, in order, byte for byte. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/schema_sql.h"

static void count_is_that_of_the_list(void **state)
{
	int n = 0;

	(void)state;
	while (schema_sql[n])
		n++;
	assert_int_equal(n, schema_sql_count);
}

static void steps_equal_their_files(void **state)
{
	char path[4096];
	char text[1 << 16];

	(void)state;
	for (int i = 0; i < schema_sql_count; i++) {
		const char *at = schema_sql[i];
		size_t n;
		FILE *f;

		snprintf(path, sizeof(path), "%s/data/schema/%03d.sql", SOURCEDIR, i + 1);
		f = fopen(path, "rb");
		assert_non_null(f);
		while ((n = fread(text, 1, sizeof(text), f)) > 0) {
			assert_true(strlen(at) >= n);
			assert_memory_equal(at, text, n);
			at += n;
		}
		assert_int_equal(*at, '\0');
		fclose(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(count_is_that_of_the_list),
		cmocka_unit_test(steps_equal_their_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
