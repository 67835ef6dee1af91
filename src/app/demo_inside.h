/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files that make up a demo register share. Not for others.
 *
 * The first row that the register refuses is remembered and ends the writing; what comes
 * after is thought out but not written. So only demo_create() looks at `ok`.
 */
#ifndef SAMREG_APP_DEMO_INSIDE_H
#define SAMREG_APP_DEMO_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/random.h"
#include "store/rows.h"

struct db;
struct grid;

/* The files of data/demo. */
enum demo_file {
	DEMO_PARTIES,
	DEMO_FILES,
};

struct demo {
	struct db *db;
	struct grid *files[DEMO_FILES];
	struct random random;
	const char *federation; /* code */
	int year;               /* the last of the three */
	int first, last;        /* days: nothing happens outside them */
	bool ok;
	struct err e;
};

/* Room for an id: federation, hyphen, ULID. */
enum { DEMO_ID_SIZE = 64 };

enum { DEMO_MAX_CELLS = 24 };

/* A row being put together; all zero is empty. It must stay where it is: its cells point
 * into it. */
struct demo_row {
	struct cell cells[DEMO_MAX_CELLS];
	char texts[DEMO_MAX_CELLS][DEMO_ID_SIZE];
	size_t count;
};

/* Adds a cell. The text must outlive the row; "" is not stated. */
void demo_set(struct demo_row *row, const char *column, const char *text);
void demo_set_int(struct demo_row *row, const char *column, long long value);
void demo_set_day(struct demo_row *row, const char *column, int day);

/* Adds a time in the morning of the day. */
void demo_set_time(struct demo_row *row, const char *column, int day);

/* An id as if made on that day. */
void demo_new_id(struct demo *d, int day, char out[DEMO_ID_SIZE]);

/* Adds who registered the row, and on which days that was done and it was changed. */
void demo_stamp(struct demo_row *row, int registered, int changed);

/* Adds a new id, which is returned and lives in the row, and a stamp. */
const char *demo_new_row(struct demo *d, struct demo_row *row, int registered)
	__attribute__((returns_nonnull));

/* Writes the row. */
void demo_insert(struct demo *d, const char *table, const struct demo_row *row);

/* The day when somebody got round to keying what happened on `day`: mostly within some
 * weeks, now and then months later, always a working day if there is one before the end. */
int demo_keyed(struct demo *d, int day);

#endif
