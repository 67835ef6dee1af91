/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calendar days. A day is an int: days since 1970-01-01, Gregorian. Knows no clock.
 */
#ifndef SAMREG_BASE_DATE_H
#define SAMREG_BASE_DATE_H

#include <stdbool.h>

/* Room for an ISO date and its NUL. */
enum { DATE_SIZE = 11 };

/* The day of a real date (year 1800-2200); false, and `*day` untouched, for others. */
bool date_from_ymd(int year, int month, int dom, int *day)
	__attribute__((warn_unused_result));

/* Takes a day apart; month and day of month count from 1. */
void date_to_ymd(int day, int *year, int *month, int *dom);

/* The year the day lies in. */
int date_year(int day);

/* Days in the month, 28-31; month 1-12. */
int date_month_length(int year, int month);

/* 0 is Monday, 6 Sunday. */
int date_weekday(int day);

/* Exactly YYYY-MM-DD and a real date. */
bool date_parse_iso(const char *text, int *day) __attribute__((warn_unused_result));

/* Writes YYYY-MM-DD and NUL. */
void date_format_iso(int day, char out[DATE_SIZE]);

/*
 * What a person types: 2025-03-04, 20250304, 250304 (20xx), 4/3 (day/month of the year
 * of `today`), 4/3-25, 4/3/25 and 4/3 2025, i or idag (today), igår, imorgon, +7 and
 * -7 (days from today); today and yesterday in English too. Blanks around it and the
 * letters' case do not count. False, and `*day` untouched, for anything else.
 */
bool date_parse_entry(const char *text, int today, int *day)
	__attribute__((warn_unused_result));

#endif
