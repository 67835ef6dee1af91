/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is; see clock.h. */
#include "base/clock.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"

/* Reads the time of day "THH:MM:SS". */
static bool parse_time(const char *text, struct tm *out)
{
	static const char form[] = "T00:00:00";

	if (strlen(text) != sizeof(form) - 1)
		return false;
	for (size_t i = 0; form[i]; i++)
		if (form[i] == '0' ? !isdigit((unsigned char)text[i])
				   : text[i] != form[i])
			return false;
	out->tm_hour = (text[1] - '0') * 10 + text[2] - '0';
	out->tm_min = (text[4] - '0') * 10 + text[5] - '0';
	out->tm_sec = (text[7] - '0') * 10 + text[8] - '0';
	return out->tm_hour < 24 && out->tm_min < 60 && out->tm_sec < 60;
}

static bool stopped_clock(struct tm *out)
{
	const char *text = getenv("SAMREG_CLOCK");
	char date[DATE_SIZE];
	int day;

	if (!text || strlen(text) != CLOCK_SIZE - 1)
		return false;
	memcpy(date, text, DATE_SIZE - 1);
	date[DATE_SIZE - 1] = '\0';
	if (!date_parse_iso(date, &day) || !parse_time(text + DATE_SIZE - 1, out))
		return false;
	date_to_ymd(day, &out->tm_year, &out->tm_mon, &out->tm_mday);
	out->tm_year -= 1900;
	out->tm_mon -= 1;
	out->tm_isdst = -1;
	return true;
}

static struct tm now(void)
{
	struct tm t = { 0 };
	time_t seconds;

	if (stopped_clock(&t))
		return t;
	seconds = time(NULL);
	localtime_r(&seconds, &t);
	return t;
}

int clock_today(void)
{
	struct tm t = now();
	int day;

	if (!date_from_ymd(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, &day))
		mem_die(_("datorns klocka går fel"));
	return day;
}

void clock_now(char out[CLOCK_SIZE])
{
	struct tm t = now();

	strftime(out, CLOCK_SIZE, "%Y-%m-%dT%H:%M:%S", &t);
}

long long clock_milliseconds(void)
{
	struct timespec ts;
	struct tm t = { 0 };

	if (stopped_clock(&t))
		return (long long)mktime(&t) * 1000;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (long long)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

void clock_now_utc(char out[CLOCK_SIZE + 1])
{
	time_t seconds = (time_t)(clock_milliseconds() / 1000);
	struct tm t = { 0 };

	gmtime_r(&seconds, &t);
	strftime(out, CLOCK_SIZE + 1, "%Y-%m-%dT%H:%M:%SZ", &t);
}
