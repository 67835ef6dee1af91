/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed figures as targets: corrected ones, lacking ones, decks of codes. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/targets.h"
#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/random.h"
#include "model/published.h"

static const char print[] = "year,table,row,column,printed,corrected,note\n"
			    "2021,pets,cat,women,3,,\n"
			    "2021,pets,dog,women,9,2,felräknat\n"
			    "2021,pets,total,women,5,,\n"
			    "2020,pets,cat,women,7,,\n"
			    "2020,series,2020,total,40,,\n"
			    "2021,series,2021,total,50,,\n";

static struct grid *rows;
static struct published *figures;

static int read_print(void **state)
{
	struct faults f = { 0 };

	(void)state;
	rows = csvfile_parse("print.csv", print, sizeof(print) - 1, ',', &f);
	figures = rows ? published_parse(rows, &f) : NULL;
	return figures ? 0 : -1;
}

static int forget_print(void **state)
{
	(void)state;
	published_free(figures);
	grid_free(rows);
	return 0;
}

static struct targets targets_for(int year)
{
	return (struct targets){ rows, figures, year, true, { "" } };
}

static void test_corrected(void **state)
{
	struct targets t = targets_for(2021);

	(void)state;
	assert_int_equal(targets_get(&t, "pets", "cat", "women"), 3);
	assert_int_equal(targets_get(&t, "pets", "dog", "women"), 2);
	assert_true(t.ok);
}

static void test_lacking(void **state)
{
	struct targets t = targets_for(2021);

	(void)state;
	assert_int_equal(targets_get(&t, "pets", "dog", "men"), 0);
	assert_false(t.ok);
	assert_non_null(strstr(t.e.text, "print.csv: pets dog men"));
	/* The first one is told. */
	assert_int_equal(targets_get(&t, "pets", "cow", "men"), 0);
	assert_null(strstr(t.e.text, "cow"));
}

static void test_series(void **state)
{
	struct targets t = targets_for(2021);

	(void)state;
	assert_int_equal(targets_of_year(&t, 2020, "series", "total"), 40);
	assert_int_equal(targets_of_year(&t, 2021, "series", "total"), 50);
	assert_int_equal(targets_of_year(&t, 2019, "series", "total"), -1);
	assert_true(t.ok);
}

static void test_deck(void **state)
{
	static const char *const all[] = { "cat", "cat", "cat", "dog", "dog" };
	struct targets t = targets_for(2021);
	struct deck d = deck_of(&t, "pets", "women");

	(void)state;
	assert_int_equal(d.count, 5);
	for (size_t i = 0; i < d.count; i++)
		assert_string_equal(d.cards[i], all[i]);
	assert_int_equal(deck_remove(&d, "cat"), 3);
	assert_int_equal(deck_remove(&d, "cat"), 0);
	assert_int_equal(d.count, 2);
	assert_string_equal(d.cards[0], "dog");
	deck_free(&d);
	d = deck_of(&t, "none", "women");
	assert_int_equal(d.count, 0);
	deck_free(&d);
}

static bool is_dog(void *context, const char *card)
{
	(void)context;
	return !strcmp(card, "dog");
}

static void test_taking(void **state)
{
	struct targets t = targets_for(2021);
	struct deck d = deck_of(&t, "pets", "women");
	struct random r;
	size_t cats = 0;

	(void)state;
	random_seed(&r, 5);
	deck_shuffle(&d, &r);
	assert_string_equal(deck_take(&d, is_dog, NULL), "dog");
	assert_string_equal(deck_take(&d, is_dog, NULL), "dog");
	/* There is no dog left: whoever comes must take what there is. */
	while (d.next < d.count)
		cats += !strcmp(deck_take(&d, is_dog, NULL), "cat");
	assert_int_equal(cats, 3);
	deck_free(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_corrected), cmocka_unit_test(test_lacking),
		cmocka_unit_test(test_series),    cmocka_unit_test(test_deck),
		cmocka_unit_test(test_taking),
	};

	return cmocka_run_group_tests(tests, read_print, forget_print);
}
