/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a demo register as they are put together and written; see demo_inside.h. */
#include "app/demo_inside.h"

#include <assert.h>
#include <stdio.h>

#include "base/date.h"
#include "base/ulid.h"

static const char keyed_by[] = "demo";

int demo_day(int year, int month, int dom)
{
	int day = 0, longest = date_month_length(year, month);
	bool real = date_from_ymd(year, month, dom < longest ? dom : longest, &day);

	assert(real);
	(void)real;
	return day;
}

void demo_set(struct demo_row *row, const char *column, const char *text)
{
	assert(row->count < DEMO_MAX_CELLS);
	row->cells[row->count++] = (struct cell){ column, text };
}

/* Room in the row for a text that is made for it. */
static char *own(struct demo_row *row)
{
	assert(row->count < DEMO_MAX_CELLS);
	return row->texts[row->count];
}

void demo_set_int(struct demo_row *row, const char *column, long long value)
{
	char *text = own(row);

	snprintf(text, DEMO_ID_SIZE, "%lld", value);
	demo_set(row, column, text);
}

void demo_set_day(struct demo_row *row, const char *column, int day)
{
	char *text = own(row);

	date_format_iso(day, text);
	demo_set(row, column, text);
}

/* Told by the day itself, so that no chance is used up. */
void demo_set_time(struct demo_row *row, const char *column, int day)
{
	char *text = own(row), date[DATE_SIZE];
	int minute = 8 * 60 + day * 37 % 120;

	date_format_iso(day, date);
	snprintf(text, DEMO_ID_SIZE, "%sT%02d:%02d:00", date, minute / 60, minute % 60);
	demo_set(row, column, text);
}

void demo_new_id(struct demo *d, int day, char out[DEMO_ID_SIZE])
{
	enum { DAY_MS = 24 * 60 * 60 * 1000, MORNING_MS = 8 * 60 * 60 * 1000 };
	unsigned char chance[10];
	char ulid[ULID_SIZE];

	random_bytes(&d->random, chance, sizeof(chance));
	ulid_from((long long)day * DAY_MS + MORNING_MS, chance, ulid);
	snprintf(out, DEMO_ID_SIZE, "%s-%s", d->federation, ulid);
}

void demo_stamp(struct demo_row *row, int registered, int changed)
{
	demo_set_time(row, "registered_at", registered);
	demo_set(row, "registered_by", keyed_by);
	demo_set_time(row, "changed_at", changed > registered ? changed : registered);
	demo_set(row, "changed_by", keyed_by);
}

const char *demo_new_row(struct demo *d, struct demo_row *row, int registered)
{
	char *id = own(row);

	demo_new_id(d, registered, id);
	demo_set(row, "id", id);
	demo_stamp(row, registered, registered);
	return id;
}

void demo_insert(struct demo *d, const char *table, const struct demo_row *row)
{
	d->ok = d->ok && rows_insert(d->db, table,
				     (struct cells){ row->cells, row->count }, &d->e);
}

int demo_keyed(struct demo *d, int day)
{
	bool late = random_chance(&d->random, 8);

	day += late ? random_between(&d->random, 60, 150)
		    : random_middling(&d->random, 0, 28);
	if (date_weekday(day) > 4)
		day += 7 - date_weekday(day);
	return day < d->last ? day : d->last;
}
