/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a coded field offers, and what a person means who types part of it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/grid.h"
#include "base/utf8.h"
#include "model/choices.h"

static int setup(void **state)
{
	static const char *const rows[][3] = {
		{ "social_services", "Kommun, socialtjänst",
		  "Municipality, social services" },
		{ "labour_market_unit", "Kommun, arbetsmarknadsenhet",
		  "Labour market unit" },
		{ "health_care", "Region, hälso- och sjukvård", "Region, health care" },
		{ "self", "Egen ansökan", "Own application" },
		{ "self_help", "Självhjälp", "Self-help" },
		{ "other", "Annan", "Other" },
	};
	struct grid *g = grid_new("referrer");

	grid_add_column(g, "code");
	grid_add_column(g, "sv");
	grid_add_column(g, "en");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		grid_add_row(g, 0);
		for (size_t c = 0; c < 3; c++)
			grid_set(g, i, c, rows[i][c]);
	}
	*state = choices_from_grid(g);
	grid_free(g);
	return 0;
}

static int teardown(void **state)
{
	choices_free(*state);
	return 0;
}

static void code_wins_over_all_else(void **state)
{
	assert_int_equal(choices_guess(*state, "self"), 3);
	assert_int_equal(choices_guess(*state, "SELF"), 3);
}

static void part_of_the_label_is_enough_when_it_is_alone(void **state)
{
	assert_int_equal(choices_guess(*state, "socialtj"), 0);
	assert_int_equal(choices_guess(*state, "SJUKVÅRD"), 2);
	assert_int_equal(choices_guess(*state, "ann"), 5);
}

static void ids_of_records_are_not_typed(void **state)
{
	struct grid *g = grid_new("interventions");
	struct choices *c;

	(void)state;
	grid_add_column(g, "code");
	grid_add_column(g, "sv");
	grid_add_column(g, "en");
	for (size_t i = 0; i < 2; i++) {
		grid_add_row(g, 0);
		grid_set(g, i, 0, i ? "ale-01K" : "ale-01J");
		grid_set(g, i, 1, i ? "Ale verkstad" : "Spåret");
	}
	c = choices_from_grid(g);
	assert_int_equal(choices_guess(c, "ale"), 1);
	assert_int_equal(choices_guess(c, "01j"), CHOICES_NONE);
	assert_int_equal(choices_guess(c, "ale-01J"), 0);
	assert_false(choices_match(c, 0, "ale"));
	choices_free(c);
	grid_free(g);
}

static void beginning_wins_over_the_middle(void **state)
{
	/* "an" is inside "Egen ansökan" too, but only "Annan" begins so. */
	assert_int_equal(choices_guess(*state, "an"), 5);
}

static void several_and_none_are_told_apart(void **state)
{
	assert_int_equal(choices_guess(*state, "kommun"), CHOICES_SEVERAL);
	assert_int_equal(choices_guess(*state, "xyz"), CHOICES_NONE);
	assert_int_equal(choices_guess(*state, ""), CHOICES_NONE);
}

static void only_a_code_that_begins_no_other_is_complete(void **state)
{
	assert_true(choices_is_complete(*state, "other"));
	assert_false(choices_is_complete(*state, "self"));
	assert_false(choices_is_complete(*state, "oth"));
	assert_true(choices_is_complete(*state, "self_help"));
}

static void labels_follow_the_language(void **state)
{
	lang_set(LANG_EN);
	assert_string_equal(choices_label(*state, "self"), "Own application");
	assert_int_equal(choices_guess(*state, "labour"), 1);
	lang_set(LANG_SV);
	assert_string_equal(choices_label(*state, "self"), "Egen ansökan");
	assert_string_equal(choices_label(*state, "gone"), "gone");
}

static void filter_finds_any_part_of_either(void **state)
{
	char *folded = utf8_fold("TJÄNST");

	assert_true(choices_match(*state, 0, folded));
	assert_false(choices_match(*state, 1, folded));
	free(folded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_wins_over_all_else),
		cmocka_unit_test(part_of_the_label_is_enough_when_it_is_alone),
		cmocka_unit_test(ids_of_records_are_not_typed),
		cmocka_unit_test(beginning_wins_over_the_middle),
		cmocka_unit_test(several_and_none_are_told_apart),
		cmocka_unit_test(only_a_code_that_begins_no_other_is_complete),
		cmocka_unit_test(labels_follow_the_language),
		cmocka_unit_test(filter_finds_any_part_of_either),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
