/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time as the reports count it; see period.h. Knows no records and no tables. */
#include "model/period.h"

#include <assert.h>
#include <string.h>

#include "base/date.h"

static int parse_day(const char *iso, int otherwise)
{
	char date[DATE_SIZE] = "";
	int day;

	strncat(date, iso, DATE_SIZE - 1);
	return date_parse_iso(date, &day) ? day : otherwise;
}

struct period period_parse(const char *start, const char *end)
{
	return (struct period){ parse_day(start, PERIOD_ALWAYS),
				parse_day(end, PERIOD_OPEN) };
}

struct period period_of_year(int year)
{
	struct period p;
	bool real = date_from_ymd(year, 1, 1, &p.start) &&
		    date_from_ymd(year, 12, 31, &p.end);

	assert(real);
	(void)real;
	return p;
}

static bool is_within(int day, struct period year)
{
	return day >= year.start && day <= year.end;
}

bool period_is_active_in(struct period p, struct period year)
{
	return p.start <= year.end && p.end >= year.start;
}

bool period_starts_in(struct period p, struct period year)
{
	return is_within(p.start, year);
}

bool period_ends_in(struct period p, struct period year)
{
	return is_within(p.end, year);
}

bool period_holds_at_end_of(struct period p, struct period year)
{
	return p.start <= year.end && p.end >= year.end;
}

int period_months(struct period p)
{
	int year, month, day, end_year, end_month, end_day, months;

	assert(p.start != PERIOD_ALWAYS && p.end != PERIOD_OPEN);
	date_to_ymd(p.start, &year, &month, &day);
	date_to_ymd(p.end, &end_year, &end_month, &end_day);
	months = (end_year - year) * 12 + end_month - month + (end_day >= day);
	return months < 1 ? 1 : months;
}

enum period_months_class period_classify_months(int months)
{
	if (months <= 6)
		return PERIOD_MONTHS_1_6;
	if (months <= 12)
		return PERIOD_MONTHS_7_12;
	if (months <= 18)
		return PERIOD_MONTHS_13_18;
	return months <= 24 ? PERIOD_MONTHS_19_24 : PERIOD_MONTHS_25_PLUS;
}

int period_age(int start, int birth_year)
{
	return date_year(start) - birth_year;
}

enum period_age_class period_classify_age(int age)
{
	if (age < 30)
		return PERIOD_AGE_U30;
	if (age < 45)
		return PERIOD_AGE_30_44;
	return age < 60 ? PERIOD_AGE_45_59 : PERIOD_AGE_60_PLUS;
}
