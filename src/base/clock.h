/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What time it is, local time. $SAMREG_CLOCK (YYYY-MM-DDTHH:MM:SS) stops the clock
 * there, for tests and demos that must come out the same every time; another value is
 * as none.
 */
#ifndef SAMREG_BASE_CLOCK_H
#define SAMREG_BASE_CLOCK_H

/* Room for a time and its NUL. */
enum { CLOCK_SIZE = 20 };

/* Today as days since 1970-01-01 (base/date). */
int clock_today(void);

/* Writes YYYY-MM-DDTHH:MM:SS and NUL. */
void clock_now(char out[CLOCK_SIZE]);

/* Writes the same moment in UTC, YYYY-MM-DDTHH:MM:SSZ and NUL. */
void clock_now_utc(char out[CLOCK_SIZE + 1]);

/* Milliseconds since 1970-01-01 00:00 UTC. */
long long clock_milliseconds(void);

#endif
