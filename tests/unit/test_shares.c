/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers drawn by chance: the nearest rows, in proportion; faults with their place. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/shares.h"
#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/random.h"

static struct grid *grid_of(const char *csv)
{
	struct faults f = { 0 };
	struct grid *g = csvfile_parse("shares.csv", csv, strlen(csv), ',', &f);

	assert_non_null(g);
	return g;
}

static int count(const struct shares *s, const char *group, const char *sex,
		 const char *code)
{
	struct random r;
	int n = 0;

	random_seed(&r, 1);
	for (int i = 0; i < 1000; i++)
		n += !strcmp(shares_draw(s, &r, "age", group, sex), code);
	return n;
}

static void test_nearest(void **state)
{
	struct grid *g = grid_of("list,group,sex,code,weight\n"
				 "age,,,all,1\n"
				 "age,,man,men,1\n"
				 "age,young,,young,3\nage,young,,younger,1\n"
				 "age,young,man,boys,1\n"
				 "sex,,,woman,1\n");
	struct faults f = { 0 };
	struct shares *s = shares_parse(g, &f);

	(void)state;
	assert_non_null(s);
	assert_int_equal(count(s, "", "", "all"), 1000);
	assert_int_equal(count(s, "old", "woman", "all"), 1000);
	assert_int_equal(count(s, "old", "man", "men"), 1000);
	assert_int_equal(count(s, "young", "man", "boys"), 1000);
	assert_in_range(count(s, "young", "woman", "young"), 700, 800);
	assert_in_range(count(s, "young", "woman", "younger"), 200, 300);
	shares_free(s);
	grid_free(g);
}

static void must_refuse(const char *csv, size_t row, size_t column)
{
	struct grid *g = grid_of(csv);
	struct faults f = { 0 };

	assert_null(shares_parse(g, &f));
	assert_int_equal(f.count, 1);
	assert_int_equal(f.items[0].row, row);
	assert_int_equal(f.items[0].column, column);
	faults_done(&f);
	grid_free(g);
}

static void test_faults(void **state)
{
	(void)state;
	must_refuse("list,group,sex,code,weight\na,,,b,1\na,,,c,x\n", 3, 5);
	must_refuse("list,group,sex,code,weight\na,,,b,-1\n", 2, 5);
	must_refuse("list,group,sex,code,weight\na,,,b,\n", 2, 5);
	must_refuse("list,group,code,sex,weight\na,,,b,1\n", 1, 0);
	must_refuse("list,group,sex,code\na,,,b\n", 1, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
