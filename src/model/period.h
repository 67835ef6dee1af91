/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time as the reports count it: which years something belongs to, how long it went on,
 * how old somebody was. Days are those of base/date; knows no records and no tables.
 */
#ifndef SAMREG_MODEL_PERIOD_H
#define SAMREG_MODEL_PERIOD_H

#include <limits.h>
#include <stdbool.h>

/* The end of what goes on still, and the start of what was there from the beginning. */
enum { PERIOD_OPEN = INT_MAX, PERIOD_ALWAYS = INT_MIN };

/* Both days belong to it. */
struct period {
	int start;   /* a day, or PERIOD_ALWAYS */
	int end;     /* a day, or PERIOD_OPEN */
};

enum period_age_class {
	PERIOD_AGE_U30,
	PERIOD_AGE_30_44,
	PERIOD_AGE_45_59,
	PERIOD_AGE_60_PLUS,
};

enum period_months_class {
	PERIOD_MONTHS_1_6,
	PERIOD_MONTHS_7_12,
	PERIOD_MONTHS_13_18,
	PERIOD_MONTHS_19_24,
	PERIOD_MONTHS_25_PLUS,
};

/* From one ISO date, or time, to another; "", or what is no date, leaves it open. */
struct period period_parse(const char *start, const char *end);

/* A calendar year, both its ends. */
struct period period_of_year(int year);

/* Some day of `p` lies in the year: what started 31 Dec or ended 1 Jan does. */
bool period_is_active_in(struct period p, struct period year);
bool period_starts_in(struct period p, struct period year);
bool period_ends_in(struct period p, struct period year);

/* `p` goes on on the last day of the year. */
bool period_holds_at_end_of(struct period p, struct period year);

/*
 * Commenced months from start to end, at least 1: 1 Jan-30 Jun is 6, 1 Jan-1 Jul is 7.
 * A month runs to the day before the same day of the next month. Both ends are days.
 */
int period_months(struct period p);

/* The class of the reports: 1-6, 7-12, 13-18, 19-24, 25 and over. */
enum period_months_class period_classify_months(int months);

/* Whole years by the calendar years alone, since only the year of birth is kept. */
int period_age(int start, int birth_year);

/* The class of the reports: under 30, 30-44, 45-59, 60 and over. */
enum period_age_class period_classify_age(int age);

#endif
