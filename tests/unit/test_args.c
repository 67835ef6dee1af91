/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a command line, and the names someone probably meant. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/text.h"
#include "cli/args.h"
#include "cli/near.h"

static const struct arg_option shared[] = {
	{ .name = "db", .value = "FIL", .help = "" },
	{ .name = "help", .letter = 'h', .help = "" },
	{ 0 },
};

static const struct arg_option own[] = {
	{ .name = "output", .letter = 'o', .value = "FIL", .is_path = true, .help = "" },
	{ .name = "table", .repeats = true, .value = "TABELL", .help = "" },
	{ .name = "year", .value = "ÅR", .help = "" },
	{ 0 },
};

static const struct arg_option *const tables[] = { shared, own, NULL };

static int no_args(void **state)
{
	static struct args args;

	*state = &args;
	return 0;
}

static int free_args(void **state)
{
	args_done(*state);
	return 0;
}

/* Parses words that are right. */
static void parse(struct args *a, const char *const *words)
{
	struct err e = { "" };

	assert_true(args_parse(a, tables, words, &e));
	assert_string_equal(e.text, "");
}

/* Parses words that are wrong and compares what is said of them. */
static void refuse(struct args *a, const char *const *words, const char *reason)
{
	struct err e = { "" };

	assert_false(args_parse(a, tables, words, &e));
	assert_string_equal(e.text, reason);
}

#define WORDS(...) ((const char *[]){ __VA_ARGS__, NULL })

static void values_stand_in_the_word_or_after_it(void **state)
{
	parse(*state, WORDS("--year", "2025", "--db=/tmp/a=b", "-ofil.csv", "-h"));
	assert_string_equal(args_value(*state, "year"), "2025");
	assert_string_equal(args_value(*state, "db"), "/tmp/a=b");
	assert_string_equal(args_value(*state, "output"), "fil.csv");
	assert_true(args_has(*state, "help"));
	assert_false(args_has(*state, "table"));
	assert_null(args_value(*state, "table"));
}

static void empty_value_is_a_value(void **state)
{
	parse(*state, WORDS("--db=", "--year", ""));
	assert_string_equal(args_value(*state, "db"), "");
	assert_string_equal(args_value(*state, "year"), "");
}

static void value_may_look_like_an_option(void **state)
{
	parse(*state, WORDS("--db", "--help"));
	assert_string_equal(args_value(*state, "db"), "--help");
	assert_false(args_has(*state, "help"));
}

static void repeated_values_keep_their_order(void **state)
{
	parse(*state, WORDS("--table", "a", "--year", "2025", "--table=b"));
	assert_string_equal(args_value_at(*state, "table", 0), "a");
	assert_string_equal(args_value_at(*state, "table", 1), "b");
	assert_null(args_value_at(*state, "table", 2));
}

static void operands_are_what_is_no_option(void **state)
{
	struct args *a = *state;

	parse(a, WORDS("ett", "-", "--year", "2025", "två", "--", "--help", "--"));
	assert_int_equal(a->operand_count, 5);
	assert_string_equal(a->operands[0], "ett");
	assert_string_equal(a->operands[1], "-");
	assert_string_equal(a->operands[2], "två");
	assert_string_equal(a->operands[3], "--help");
	assert_string_equal(a->operands[4], "--");
	assert_false(args_has(a, "help"));
}

static void leading_options_stop_at_the_first_operand(void **state)
{
	size_t used = 99;
	struct err e;

	assert_true(args_parse_options(*state, tables,
				       WORDS("--db", "x", "-h", "report", "--nonsense"),
				       &used, &e));
	assert_int_equal(used, 3);
	assert_string_equal(args_value(*state, "db"), "x");
}

static void unknown_option_is_refused_with_a_guess(void **state)
{
	refuse(*state, WORDS("--yaer=2025"), "--yaer: okänd flagga (menas --year?)");
	refuse(*state, WORDS("--qqqq"), "--qqqq: okänd flagga");
	refuse(*state, WORDS("-x"), "-x: okänd flagga");
	refuse(*state, WORDS("--yea", "1"), "--yea: okänd flagga (menas --year?)");
}

static void wrong_values_are_refused(void **state)
{
	refuse(*state, WORDS("--year"), "--year: saknar sitt värde (ÅR)");
	refuse(*state, WORDS("--help=ja"), "--help: tar inget värde");
	refuse(*state, WORDS("-hx"), "--help: tar inget värde");
}

/* A text is kept and shown; a path is whatever the disk calls it. */
static void texts_are_utf8_on_one_line(void **state)
{
	refuse(*state, WORDS("--year", "\xE5r"), "--year: är inte skrivet i UTF-8");
	refuse(*state, WORDS("--table=a\nb"),
	       "--table: ska stå på en rad, utan styrtecken");
	refuse(*state, WORDS("--table", "a\x7F"),
	       "--table: ska stå på en rad, utan styrtecken");
	parse(*state, WORDS("--table", "Åmål", "-o", "\xE5r.csv"));
	assert_string_equal(args_value(*state, "output"), "\xE5r.csv");
}

static void an_option_comes_once_unless_it_repeats(void **state)
{
	refuse(*state, WORDS("--year", "1", "--year", "2"),
	       "--year: får bara anges en gång");
}

static void numbers_have_a_range(void **state)
{
	struct args *a = *state;
	struct err e = { "" };
	long year = 1;

	assert_true(args_number(a, "year", 2004, 2100, &year, &e));
	assert_int_equal(year, 1);
	parse(a, WORDS("--year", "2025"));
	assert_true(args_number(a, "year", 2004, 2100, &year, &e));
	assert_int_equal(year, 2025);
	assert_false(args_number(a, "year", 2026, 2100, &year, &e));
	assert_string_equal(e.text,
			    "--year: 2025: ska vara ett heltal från 2026 till 2100");
	assert_false(args_number(a, "year", 2004, 2024, &year, &e));
	assert_int_equal(year, 2025);
}

static void numbers_are_digits_only(void **state)
{
	static const char *const wrong[] = {
		"", "20x5", " 2025", "+2025", "2025 ", "0x7E9", "99999999999999999999",
	};
	struct err e;
	long year = 1;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		args_done(*state);
		parse(*state, WORDS("--year", wrong[i]));
		assert_false(args_number(*state, "year", 0, 3000, &year, &e));
	}
	assert_int_equal(year, 1);
}

/* What is guessed for `wanted` among some federations. */
static void expect_guess(const char *wanted, const char *guess)
{
	struct near near;
	struct text said = { 0 };

	near_init(&near, wanted);
	near_try_label(&near, "blekinge", "Finsam Blekinge");
	near_try_label(&near, "alv-kust", "Samordningsförbundet Älv och kust");
	near_try_label(&near, "gotland", "Finsam Gotland");
	near_try_label(&near, "gota", "Göta");
	near_add_question(&near, "", &said);
	assert_string_equal(text_get(&said), guess);
	text_done(&said);
	near_done(&near);
}

static void near_names_differ_by_a_letter_or_two(void **state)
{
	(void)state;
	expect_guess("blekinge", " (menas blekinge?)");
	expect_guess("belkinge", " (menas blekinge?)");
	expect_guess("Bleking", " (menas blekinge?)");
	expect_guess("stockholm", "");
	expect_guess("x", "");
	expect_guess("", "");
}

static void near_names_hold_what_was_written(void **state)
{
	(void)state;
	expect_guess("ÄLV", " (menas alv-kust?)");
	expect_guess("finsam", " (menas blekinge eller gotland?)");
	expect_guess("got", " (menas gotland eller gota?)");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, no_args, free_args)
	const struct CMUnitTest tests[] = {
		TEST(values_stand_in_the_word_or_after_it),
		TEST(empty_value_is_a_value),
		TEST(value_may_look_like_an_option),
		TEST(repeated_values_keep_their_order),
		TEST(operands_are_what_is_no_option),
		TEST(leading_options_stop_at_the_first_operand),
		TEST(unknown_option_is_refused_with_a_guess),
		TEST(wrong_values_are_refused),
		TEST(texts_are_utf8_on_one_line),
		TEST(an_option_comes_once_unless_it_repeats),
		TEST(numbers_have_a_range),
		TEST(numbers_are_digits_only),
		TEST(near_names_differ_by_a_letter_or_two),
		TEST(near_names_hold_what_was_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
