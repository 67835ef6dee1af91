/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Personal identity numbers: what is read, what is refused, and what they tell. Only
 * numbers that Skatteverket has set aside for tests: the birth numbers 238 (woman) and
 * 239 (man) of 1976-2012, and two coordination numbers.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/err.h"
#include "model/identity_number.h"

#define WRITTEN "siffror, och med"
#define LENGTH "10 eller 12 siffror"
#define NO_DAY "finns inte"
#define FUTURE "framåt i tiden"
#define CHECK "kontrollsiffran"
#define PLUS "plustecknet"

static int day_of(const char *iso)
{
	int day = 0;

	assert_true(date_parse_iso(iso, &day));
	return day;
}

static struct identity_number read_on(const char *today, const char *text)
{
	struct identity_number n;
	struct err e = { "" };

	if (!identity_number_parse(text, day_of(today), &n, &e))
		fail_msg("%s: %s", text, e.text);
	return n;
}

/* Refused, for the reason, without the number in it and with nothing left of it. */
static void refuse_on(const char *today, const char *text, const char *reason)
{
	struct identity_number n, empty = { .sex = "" };
	struct err e = { "" };

	if (identity_number_parse(text, day_of(today), &n, &e))
		fail_msg("%s is taken", text);
	if (!strstr(e.text, reason))
		fail_msg("%s: %s", text, e.text);
	if (text[0])
		assert_null(strstr(e.text, text));
	assert_string_equal(n.digits, empty.digits);
	assert_int_equal(n.birth_year, 0);
	assert_string_equal(n.sex, "");
}

#define TODAY "2025-11-14"

static void ways_of_writing_are_one_number(void **state)
{
	static const char *const ways[] = {
		"198505052384",  "19850505-2384", "8505052384",
		"850505-2384", "  850505-2384\t",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct identity_number n = read_on(TODAY, ways[i]);

		assert_string_equal(n.digits, "198505052384");
		assert_int_equal(n.birth_year, 1985);
		assert_string_equal(n.sex, "woman");
		assert_false(n.is_coordination);
		assert_false(n.is_dateless);
	}
	assert_string_equal(read_on(TODAY, "850505-2392").sex, "man");
}

static void what_is_written_otherwise_is_refused(void **state)
{
	(void)state;
	refuse_on(TODAY, "", "saknas");
	refuse_on(TODAY, " \t ", "saknas");
	refuse_on(TODAY, "85O505-2384", WRITTEN);
	refuse_on(TODAY, "850505 2384", WRITTEN);
	refuse_on(TODAY, "850505--2384", WRITTEN);
	refuse_on(TODAY, "8505-052386", WRITTEN);
	refuse_on(TODAY, "-8505052384", WRITTEN);
	refuse_on(TODAY, "8505052384-", WRITTEN);
	refuse_on(TODAY, "85-0505-2384", WRITTEN);
	refuse_on(TODAY, "850505-238T", WRITTEN);
	refuse_on(TODAY, "\xff", WRITTEN);
	refuse_on(TODAY, "850505-238", WRITTEN);
	refuse_on(TODAY, "-2386", LENGTH);
	refuse_on(TODAY, "850505238", LENGTH);
	refuse_on(TODAY, "85050523846", LENGTH);
	refuse_on(TODAY, "1985050523846", LENGTH);
	refuse_on(TODAY, "98505052384", LENGTH);
}

/* Every other digit in each place but those of the day, and the check digit itself. */
static void one_wrong_digit_is_seen(void **state)
{
	static const char right[] = "198505052384";
	size_t tried = 0;

	(void)state;
	for (size_t at = 2; at < 12; at++)
		for (char digit = '0'; digit <= '9'; digit++) {
			char text[sizeof(right)];
			struct identity_number n;

			memcpy(text, right, sizeof(right));
			text[at] = digit;
			if (digit == right[at])
				continue;
			assert_false(identity_number_parse(text, day_of(TODAY), &n,
							   NULL));
			tried++;
		}
	assert_int_equal(tried, 90);
	refuse_on(TODAY, "198505052383", CHECK);
	refuse_on(TODAY, "198505052348", CHECK);
}

static void days_that_do_not_exist_are_refused(void **state)
{
	(void)state;
	refuse_on(TODAY, "850229-2386", NO_DAY);
	refuse_on(TODAY, "851301-2386", NO_DAY);
	refuse_on(TODAY, "850500-2386", NO_DAY);
	refuse_on(TODAY, "850532-2386", NO_DAY);
	refuse_on(TODAY, "850005-2386", NO_DAY);
	refuse_on(TODAY, "850559-2386", NO_DAY);
	refuse_on(TODAY, "850592-2386", NO_DAY);
	refuse_on(TODAY, "851361-2386", NO_DAY);
	refuse_on(TODAY, "000005052384", NO_DAY);
	assert_int_equal(read_on(TODAY, "20120229-2387").birth_year, 2012);
}

static void a_birth_after_today_is_refused(void **state)
{
	(void)state;
	refuse_on("1985-05-04", "198505052384", FUTURE);
	assert_int_equal(read_on("1985-05-05", "198505052384").birth_year, 1985);
	refuse_on("1985-05-04", "850505-2384", FUTURE);
	assert_int_equal(read_on("1985-05-05", "850505-2384").birth_year, 1985);
	/* Of a dateless one, the first day it can be. */
	refuse_on("1914-12-31", "191500722390", FUTURE);
	assert_int_equal(read_on("1915-01-01", "191500722390").birth_year, 1915);
	refuse_on("1917-10-31", "191711602399", FUTURE);
	assert_int_equal(read_on("1917-11-01", "191711602399").birth_year, 1917);
}

static void the_century_follows_from_today_and_the_sign(void **state)
{
	(void)state;
	assert_int_equal(read_on("2084-12-31", "850505-2384").birth_year, 1985);
	assert_int_equal(read_on("2085-05-05", "850505-2384").birth_year, 2085);
	assert_int_equal(read_on("2085-01-01", "850505+2384").birth_year, 1985);
	assert_int_equal(read_on("2184-01-01", "850505+2384").birth_year, 1985);
	assert_int_equal(read_on("2084-12-31", "850505+2384").birth_year, 1885);
	assert_int_equal(read_on(TODAY, "030909-2385").birth_year, 2003);
	assert_int_equal(read_on(TODAY, "150072+2390").birth_year, 1915);
	/* With the century the sign can only agree. */
	assert_int_equal(read_on("2085-01-01", "19850505+2384").birth_year, 1985);
	assert_int_equal(read_on("2085-01-01", "19850505-2384").birth_year, 1985);
	refuse_on("2084-12-31", "19850505+2384", PLUS);
}

static void coordination_numbers_need_no_day(void **state)
{
	struct identity_number month_00 = read_on(TODAY, "191500722390");
	struct identity_number day_60 = read_on(TODAY, "19171160-2399");

	(void)state;
	assert_true(month_00.is_coordination && month_00.is_dateless);
	assert_int_equal(month_00.birth_year, 1915);
	assert_string_equal(month_00.sex, "man");
	assert_true(day_60.is_coordination && day_60.is_dateless);
	assert_int_equal(day_60.birth_year, 1917);
	assert_string_equal(day_60.sex, "man");
}

/* The digit that makes it right is found by trying; exactly one does. */
static int digits_that_fit(const char *first_eleven, struct identity_number *n)
{
	int fit = 0;

	for (char digit = '0'; digit <= '9'; digit++) {
		struct identity_number it;
		char text[40];

		snprintf(text, sizeof(text), "%.11s%c", first_eleven, digit);
		if (identity_number_parse(text, day_of(TODAY), &it, NULL)) {
			*n = it;
			fit++;
		}
	}
	return fit;
}

static void every_test_number_is_read_and_written_back(void **state)
{
	(void)state;
	for (int day = day_of("1976-01-01"); day <= day_of("2012-12-31"); day++)
		for (int birth = 238; birth <= 239; birth++) {
			struct identity_number n, again;
			char text[40];
			char shown[IDENTITY_NUMBER_SHORT_SIZE];
			int year, month, dom;

			date_to_ymd(day, &year, &month, &dom);
			snprintf(text, sizeof(text), "%04d%02d%02d%d", year, month, dom,
				 birth);
			assert_int_equal(digits_that_fit(text, &n), 1);
			assert_int_equal(n.birth_year, year);
			assert_string_equal(n.sex, birth % 2 ? "man" : "woman");
			assert_false(n.is_coordination);
			identity_number_format(&n, day_of(TODAY), shown);
			assert_true(identity_number_parse(shown, day_of(TODAY), &again,
							  NULL));
			assert_string_equal(again.digits, n.digits);
		}
}

static void plus_stands_from_the_year_of_100(void **state)
{
	struct identity_number n = read_on(TODAY, "198505052384");
	char shown[IDENTITY_NUMBER_SHORT_SIZE];

	(void)state;
	identity_number_format(&n, day_of("2084-12-31"), shown);
	assert_string_equal(shown, "850505-2384");
	identity_number_format(&n, day_of("2085-01-01"), shown);
	assert_string_equal(shown, "850505+2384");
	n = read_on(TODAY, "191500722390");
	identity_number_format(&n, day_of(TODAY), shown);
	assert_string_equal(shown, "150072+2390");
	identity_number_wipe(&n);
	assert_string_equal(n.digits, "");
	assert_string_equal(n.sex, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ways_of_writing_are_one_number),
		cmocka_unit_test(what_is_written_otherwise_is_refused),
		cmocka_unit_test(one_wrong_digit_is_seen),
		cmocka_unit_test(days_that_do_not_exist_are_refused),
		cmocka_unit_test(a_birth_after_today_is_refused),
		cmocka_unit_test(the_century_follows_from_today_and_the_sign),
		cmocka_unit_test(coordination_numbers_need_no_day),
		cmocka_unit_test(every_test_number_is_read_and_written_back),
		cmocka_unit_test(plus_stands_from_the_year_of_100),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
