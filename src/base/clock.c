/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is; see clock.h. */
#include "base/clock.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"

static bool stopped_clock(struct tm *out)
{
	const char *text = getenv("SAMREG_CLOCK");
	int n;

	if (!text)
		return false;
	n = sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &out->tm_year, &out->tm_mon,
		   &out->tm_mday, &out->tm_hour, &out->tm_min, &out->tm_sec);
	out->tm_year -= 1900;
	out->tm_mon -= 1;
	return n == 6;
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
	int day = 0;

	date_from_ymd(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, &day);
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
		return (long long)timegm(&t) * 1000;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (long long)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}
