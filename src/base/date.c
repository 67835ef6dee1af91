/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days; see date.h. */
#include "base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2200, MAX_OFFSET = 36600 };

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_length(int year, int month)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

/* Years are counted from March, so that the leap day comes last. */
bool date_from_ymd(int year, int month, int dom, int *day)
{
	int y, m;

	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
		return false;
	if (dom < 1 || dom > date_month_length(year, month))
		return false;
	y = month > 2 ? year : year - 1;
	m = month > 2 ? month - 3 : month + 9;
	*day = y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + dom - 1 - 719468;
	return true;
}

void date_to_ymd(int day, int *year, int *month, int *dom)
{
	int z = day + 719468;
	int era = z / 146097;
	int of_era = z - era * 146097;
	int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * y + y / 4 - y / 100);
	int m = (5 * of_year + 2) / 153;

	*dom = of_year - (153 * m + 2) / 5 + 1;
	*month = m < 10 ? m + 3 : m - 9;
	*year = y + era * 400 + (*month <= 2);
}

int date_year(int day)
{
	int year, month, dom;

	date_to_ymd(day, &year, &month, &dom);
	return year;
}

int date_weekday(int day)
{
	return ((day + 3) % 7 + 7) % 7;
}

/* Reads exactly `count` digits; -1 when there is anything else. */
static int digits(const char *text, int count)
{
	int n = 0;

	for (int i = 0; i < count; i++) {
		if (!isdigit((unsigned char)text[i]))
			return -1;
		n = n * 10 + (text[i] - '0');
	}
	return n;
}

bool date_parse_iso(const char *text, int *day)
{
	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	return date_from_ymd(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2),
			     day);
}

void date_format_iso(int day, char out[DATE_SIZE])
{
	int year, month, dom;
	char buffer[40];

	date_to_ymd(day, &year, &month, &dom);
	snprintf(buffer, sizeof(buffer), "%04d-%02d-%02d", year, month, dom);
	memcpy(out, buffer, DATE_SIZE - 1);
	out[DATE_SIZE - 1] = '\0';
}

static bool parse_digits_only(const char *text, size_t length, int *day)
{
	if (length == 8)
		return date_from_ymd(digits(text, 4), digits(text + 4, 2),
				     digits(text + 6, 2), day);
	if (length == 6 && digits(text, 2) >= 0)
		return date_from_ymd(2000 + digits(text, 2), digits(text + 2, 2),
				     digits(text + 4, 2), day);
	return false;
}

/* Takes a number of one or two digits; -1 when there is none. */
static int take_number(const char **text)
{
	int length = isdigit((unsigned char)**text) && isdigit((unsigned char)(*text)[1])
		? 2 : 1;
	int n = digits(*text, length);

	*text += n < 0 ? 0 : length;
	return n;
}

/* The year after day and month: nothing, or a separator and two or four digits. */
static bool parse_year(const char *text, int *year)
{
	size_t length;
	int n;

	if (!*text)
		return true;
	if (!strchr("-/ ", *text))
		return false;
	length = strlen(++text);
	if (length != 2 && length != 4)
		return false;
	n = digits(text, (int)length);
	*year = length == 2 ? 2000 + n : n;
	return n >= 0;
}

static bool parse_day_month(const char *text, int today, int *day)
{
	int dom = take_number(&text), month, year = date_year(today);

	if (dom < 0 || *text++ != '/')
		return false;
	month = take_number(&text);
	return parse_year(text, &year) && date_from_ymd(year, month, dom, day);
}

static bool parse_word(const char *text, int today, int *day)
{
	static const struct {
		const char *word;
		int offset;
	} words[] = {
		{ "i", 0 }, { "idag", 0 }, { "i dag", 0 }, { "today", 0 },
		{ "igår", -1 }, { "i går", -1 }, { "yesterday", -1 },
		{ "imorgon", 1 }, { "i morgon", 1 }, { "tomorrow", 1 },
	};

	char *folded = utf8_fold(text);
	bool found = false;

	for (size_t i = 0; !found && i < sizeof(words) / sizeof(words[0]); i++) {
		found = !strcmp(folded, words[i].word);
		if (found)
			*day = today + words[i].offset;
	}
	free(folded);
	return found;
}

static bool parse_offset(const char *text, int today, int *day)
{
	char *end;
	long offset = strtol(text, &end, 10);

	if (*end || offset < -MAX_OFFSET || offset > MAX_OFFSET)
		return false;
	*day = today + (int)offset;
	return true;
}

bool date_parse_entry(const char *text, int today, int *day)
{
	char copy[24];
	size_t length;

	text += strspn(text, " \t");
	length = strlen(text);
	while (length && strchr(" \t", text[length - 1]))
		length--;
	if (!length || length >= sizeof(copy))
		return false;
	memcpy(copy, text, length);
	copy[length] = '\0';
	if (copy[0] == '+' || (copy[0] == '-' && isdigit((unsigned char)copy[1])))
		return parse_offset(copy, today, day);
	if (strspn(copy, "0123456789") == length)
		return parse_digits_only(copy, length, day);
	if (strchr(copy, '/'))
		return parse_day_month(copy, today, day);
	return date_parse_iso(copy, day) || parse_word(copy, today, day);
}
