/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed national figures: the corrected one counts, and nothing odd is accepted. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "model/published.h"

#define HEAD "year,table,row,column,printed,corrected,note\n"

static struct published *parse(const char *csv, struct faults *f)
{
	struct grid *g = csvfile_parse("published.csv", csv, strlen(csv), ',', f);
	struct published *p = g ? published_parse(g, f) : NULL;

	grid_free(g);
	return p;
}

static void the_correction_is_the_figure(void **state)
{
	struct published_key women = { "sex_age", "u30", "women" };
	struct published_key share = { "sex_age", "u30", "total_pct" };
	struct faults f = { 0 };
	struct published *p = parse(HEAD "2021,sex_age,u30,women,2878,,\n"
				    "2021,sex_age,u30,total_pct,38,36,summan\n"
				    "2020,sex_age,u30,women,2900,,\n"
				    "2020,equity,2020,result,-13.5,,\n", &f);

	(void)state;
	assert_non_null(p);
	assert_string_equal(published_find(p, 2021, women), "2878");
	assert_string_equal(published_find(p, 2020, women), "2900");
	assert_string_equal(published_note(p, 2021, women), "");
	assert_string_equal(published_find(p, 2021, share), "36");
	assert_string_equal(published_note(p, 2021, share), "summan");
	assert_null(published_find(p, 2020, share));
	assert_null(published_find(p, 2019, women));
	assert_int_equal(published_latest(p, "sex_age", 2025), 2021);
	assert_int_equal(published_latest(p, "sex_age", 2020), 2020);
	assert_int_equal(published_latest(p, "sex_age", 2019), 0);
	assert_int_equal(published_latest(p, "education", 2025), 0);
	published_free(p);
}

static void assert_refused(const char *csv)
{
	struct faults f = { 0 };

	assert_null(parse(csv, &f));
	assert_true(f.count > 0);
	faults_done(&f);
}

static void what_is_odd_is_refused(void **state)
{
	(void)state;
	assert_refused("year,table\n2021,t\n");
	assert_refused(HEAD "2021,t,r,c,many,,\n");
	assert_refused(HEAD "2021,t,r,c,,,\n");
	assert_refused(HEAD "21,t,r,c,1,,\n");
	assert_refused(HEAD "2021,t,r,c,1,,\n2021,t,r,d,1,,\n2021,t,r,c,2,,\n");
}

static void the_products_own_figures_are_read(void **state)
{
	struct published_key key = { "education", "other_post_secondary", "men" };
	struct faults f = { 0 };
	struct grid *g = csvfile_read(SOURCEDIR "/data/reference/published.csv",
				      "published.csv", &f);
	struct published *p = g ? published_parse(g, &f) : NULL;

	(void)state;
	assert_non_null(p);
	assert_string_equal(published_find(p, 2021, key), "271");
	published_free(p);
	grid_free(g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_correction_is_the_figure),
		cmocka_unit_test(what_is_odd_is_refused),
		cmocka_unit_test(the_products_own_figures_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
