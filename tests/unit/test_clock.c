/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is, and the clock that is stopped. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/date.h"

static void stop_at(const char *time_text, const char *zone)
{
	setenv("SAMREG_CLOCK", time_text, 1);
	setenv("TZ", zone, 1);
	tzset();
}

static void a_stopped_clock_stands_still(void **state)
{
	char out[CLOCK_SIZE];
	int day = 0;

	(void)state;
	stop_at("2024-02-29T23:59:58", "UTC");
	clock_now(out);
	assert_string_equal(out, "2024-02-29T23:59:58");
	assert_true(date_parse_iso("2024-02-29", &day));
	assert_int_equal(clock_today(), day);
	assert_true(clock_milliseconds() == 1709251198000);
}

static void the_stopped_clock_shows_local_time(void **state)
{
	char out[CLOCK_SIZE], utc[CLOCK_SIZE + 1];

	(void)state;
	stop_at("2024-07-01T00:30:00", "CET-1CEST,M3.5.0,M10.5.0/3");
	clock_now(out);
	assert_string_equal(out, "2024-07-01T00:30:00");
	assert_int_equal(clock_today(), 19905);
	/* 22:30 UTC the day before, in summer time. */
	assert_true(clock_milliseconds() == 1719786600000);
	clock_now_utc(utc);
	assert_string_equal(utc, "2024-06-30T22:30:00Z");
	stop_at("2024-01-01T00:30:00", "CET-1CEST,M3.5.0,M10.5.0/3");
	assert_true(clock_milliseconds() == 1704065400000);
}

static void a_value_that_is_no_time_does_not_stop_it(void **state)
{
	static const char *const others[] = {
		"", "x", "2024-02-29", "2024-02-30T10:00:00", "2024-02-29T24:00:00",
		"2024-02-29T10:60:00", "2024-02-29T10:00:60", "2024-02-29 10:00:00",
		"2024-02-29T10:00:0", "2024-02-29T10:00:00Z", "2024-2-29T010:00:00",
		"2024-02-29T-1:00:00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		char out[CLOCK_SIZE];

		stop_at(others[i], "UTC");
		clock_now(out);
		assert_int_equal(strlen(out), CLOCK_SIZE - 1);
		if (!strncmp(out, "2024-0", 6))
			fail_msg("%s stops the clock", others[i]);
	}
}

static void the_running_clock_is_that_of_the_system(void **state)
{
	long long before = (long long)time(NULL), now;
	char out[CLOCK_SIZE], iso[DATE_SIZE];

	(void)state;
	unsetenv("SAMREG_CLOCK");
	setenv("TZ", "UTC", 1);
	tzset();
	now = clock_milliseconds();
	assert_true(now / 1000 >= before && now / 1000 <= before + 60);
	assert_in_range(clock_today(), before / 86400, before / 86400 + 1);
	clock_now(out);
	date_format_iso((int)(before / 86400), iso);
	assert_true(strncmp(out, iso, DATE_SIZE - 1) >= 0);
	assert_int_equal(out[10], 'T');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stopped_clock_stands_still),
		cmocka_unit_test(the_stopped_clock_shows_local_time),
		cmocka_unit_test(a_value_that_is_no_time_does_not_stop_it),
		cmocka_unit_test(the_running_clock_is_that_of_the_system),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
