/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days, and how people write them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"

static int day_of(int year, int month, int dom)
{
	int day = -99999;

	assert_true(date_from_ymd(year, month, dom, &day));
	return day;
}

static void known_days_have_their_numbers(void **state)
{
	(void)state;
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(day_of(1969, 12, 31), -1);
	assert_int_equal(day_of(2000, 2, 29), 11016);
	assert_int_equal(day_of(2025, 11, 14), 20406);
	assert_int_equal(date_weekday(0), 3);
	assert_int_equal(date_weekday(day_of(2025, 1, 13)), 0);
	assert_int_equal(date_weekday(day_of(2025, 1, 10)), 4);
	assert_int_equal(date_weekday(day_of(1900, 1, 1)), 0);
	assert_int_equal(date_weekday(day_of(1969, 12, 28)), 6);
}

static void every_day_goes_there_and_back(void **state)
{
	int expected = day_of(1900, 1, 1), count = 0;

	(void)state;
	for (int year = 1900; year <= 2100; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int dom = 1; dom <= date_month_length(year, month); dom++) {
				int day = day_of(year, month, dom), y, m, d, parsed = 0;
				char iso[DATE_SIZE], plain[40];

				assert_int_equal(day, expected);
				date_to_ymd(day, &y, &m, &d);
				assert_true(y == year && m == month && d == dom);
				assert_int_equal(date_year(day), year);
				date_format_iso(day, iso);
				assert_true(date_parse_iso(iso, &parsed));
				assert_int_equal(parsed, day);
				snprintf(plain, sizeof(plain), "%04d%02d%02d", year,
					 month, dom);
				assert_true(date_parse_entry(plain, 0, &parsed));
				assert_int_equal(parsed, day);
				expected++;
				count++;
			}
		}
	}
	assert_int_equal(count, 73414);
}

static void months_have_their_lengths(void **state)
{
	(void)state;
	assert_int_equal(date_month_length(2023, 2), 28);
	assert_int_equal(date_month_length(2024, 2), 29);
	assert_int_equal(date_month_length(1900, 2), 28);
	assert_int_equal(date_month_length(2000, 2), 29);
	assert_int_equal(date_month_length(2025, 4), 30);
	assert_int_equal(date_month_length(2025, 12), 31);
}

static void days_that_do_not_exist_are_refused(void **state)
{
	static const int unreal[][3] = {
		{ 2025, 2, 29 }, { 1900, 2, 29 }, { 2024, 2, 30 }, { 2025, 4, 31 },
		{ 2025, 0, 1 }, { 2025, 13, 1 }, { 2025, 1, 0 }, { 2025, 1, 32 },
		{ 2025, -1, 1 }, { 2025, 1, -1 }, { 1799, 12, 31 }, { 2201, 1, 1 },
		{ -1, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(unreal) / sizeof(unreal[0]); i++) {
		int day = 4711;

		assert_false(date_from_ymd(unreal[i][0], unreal[i][1], unreal[i][2],
					   &day));
		assert_int_equal(day, 4711);
	}
	assert_true(day_of(1800, 1, 1) < day_of(2200, 12, 31));
}

static void iso_is_exactly_iso(void **state)
{
	static const char *const others[] = {
		"",           "2025-3-4",    "2025-03-4",   "25-03-04",    "2025/03/04",
		"20250304",   "2025-03-04 ", " 2025-03-04", "2025-03-04x", "2025-02-29",
		"2025-13-01", "2025-00-10",  "2O25-03-04",  "2025-0a-04",  "+025-03-04",
		"-025-03-04", "2025-03- 4",  "2025--3-04",  "1799-01-01",
	};
	int day = 4711;

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (date_parse_iso(others[i], &day))
			fail_msg("%s is taken", others[i]);
		assert_int_equal(day, 4711);
	}
	assert_true(date_parse_iso("2024-02-29", &day));
	assert_int_equal(day, day_of(2024, 2, 29));
}

static void everything_people_write_is_understood(void **state)
{
	static const struct {
		const char *text, *iso;
	} entries[] = {
		{ "2025-03-04", "2025-03-04" }, { "20250304", "2025-03-04" },
		{ "250304", "2025-03-04" },     { "4/3", "2025-03-04" },
		{ "04/03", "2025-03-04" },      { "4/3-24", "2024-03-04" },
		{ "4/3/24", "2024-03-04" },     { "4/3 2024", "2024-03-04" },
		{ "4/3-2024", "2024-03-04" },   { "31/12", "2025-12-31" },
		{ "29/2-24", "2024-02-29" },    { "240229", "2024-02-29" },
		{ "000229", "2000-02-29" },     { "i", "2025-11-14" },
		{ "I", "2025-11-14" },          { "idag", "2025-11-14" },
		{ "i dag", "2025-11-14" },      { "IDAG", "2025-11-14" },
		{ "today", "2025-11-14" },      { "Today", "2025-11-14" },
		{ "igår", "2025-11-13" },       { "IGÅR", "2025-11-13" },
		{ "Igår", "2025-11-13" },       { "i går", "2025-11-13" },
		{ "I GÅR", "2025-11-13" },      { "iga\xCC\x8Ar", "2025-11-13" },
		{ "yesterday", "2025-11-13" },  { "imorgon", "2025-11-15" },
		{ "i morgon", "2025-11-15" },   { "tomorrow", "2025-11-15" },
		{ "+7", "2025-11-21" },         { "-7", "2025-11-07" },
		{ "+0", "2025-11-14" },         { "+31", "2025-12-15" },
		{ "-400", "2024-10-10" },       { "  4/3  ", "2025-03-04" },
		{ "\t250304\t", "2025-03-04" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++) {
		char iso[DATE_SIZE] = "refused";
		int day;

		if (date_parse_entry(entries[i].text, day_of(2025, 11, 14), &day))
			date_format_iso(day, iso);
		if (strcmp(iso, entries[i].iso))
			fail_msg("%s gives %s, not %s", entries[i].text, iso,
				 entries[i].iso);
	}
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const others[] = {
		"", " ", ".", "x", "ig", "idagg", "2025", "25", "2503", "2503044",
		"202503041", "250230", "20250230", "250000", "29/2", "31/4", "0/3",
		"4/0", "4/13", "4/", "/3", "4/3-", "4/3-2", "4/3-202", "4/3-20255",
		"4/3-1799", "4/3-x5", "4/3x25", "4/123", "4/ 3", " 4 /3", "4/+3",
		"4/-3", "4//3", "4/3//25", "004/3", "2025/03/04", "+", "-", "+x",
		"+7d", "+ 7", "+-7", "--7", "+1000000", "-1000000",
		"-9223372036854775808", "+9223372036854775807",
		"+99999999999999999999", "2025-02-29", "2025-03-04T00", "4.3", "\xE5",
		"ig\xE5r", "                      x                      ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		int day = 4711;

		if (date_parse_entry(others[i], day_of(2025, 11, 14), &day))
			fail_msg("%s is taken", others[i]);
		assert_int_equal(day, 4711);
	}
}

static void a_date_without_year_is_in_the_year_of_today(void **state)
{
	int day;

	(void)state;
	assert_true(date_parse_entry("29/2", day_of(2024, 1, 1), &day));
	assert_int_equal(day, day_of(2024, 2, 29));
	assert_true(date_parse_entry("31/12", day_of(2024, 1, 1), &day));
	assert_int_equal(day, day_of(2024, 12, 31));
	assert_true(date_parse_entry("igår", day_of(2024, 1, 1), &day));
	assert_int_equal(day, day_of(2023, 12, 31));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_days_have_their_numbers),
		cmocka_unit_test(every_day_goes_there_and_back),
		cmocka_unit_test(months_have_their_lengths),
		cmocka_unit_test(days_that_do_not_exist_are_refused),
		cmocka_unit_test(iso_is_exactly_iso),
		cmocka_unit_test(everything_people_write_is_understood),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(a_date_without_year_is_in_the_year_of_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
