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
struct faults;
struct grid;
struct shares;

enum {
	DEMO_YEARS = 3,
	DEMO_ID_SIZE = 64, /* federation, hyphen, ULID */
};

/* The files of data/demo. */
enum demo_file {
	DEMO_COUNTS,        /* anonymous counts; years are relative to the demo's */
	DEMO_DRAFTS,        /* see demo_drafts.c */
	DEMO_FEDERATIONS,   /* those that there are */
	DEMO_INTERVENTIONS, /* budgets for a whole year; from and to as "-2 04-01" */
	DEMO_MEMBERSHIPS,   /* of those federations */
	DEMO_NAMES,         /* of interventions by kind and orientation */
	DEMO_PARTIES,       /* with their shares of the funding, per cent */
	DEMO_PUBLISHED,     /* what the national one comes out as */
	DEMO_SHARES,        /* see app/shares.h */
	DEMO_VOLUMES,
	DEMO_FILES,
};

/* An intervention as written. */
struct demo_intervention {
	char id[DEMO_ID_SIZE];
	char *name;
	size_t row;      /* in DEMO_INTERVENTIONS */
	int start, end;  /* days; INT_MAX while it goes on */
	unsigned weight; /* of those registered one by one, 0 for others */
	int months;      /* how long a person usually stays */
};

/* A participation as written. */
struct demo_participation {
	char id[DEMO_ID_SIZE];
	size_t intervention; /* in `interventions` */
	int number;          /* the person's */
	int start, end;      /* days; INT_MAX while it goes on */
};

struct demo {
	struct db *db;
	struct grid *files[DEMO_FILES];
	struct shares *shares;
	struct random random;
	const char *federation;           /* code */
	char (*party_ids)[DEMO_ID_SIZE];  /* by row of DEMO_PARTIES, "" for none */
	int year;               /* the last of the three */
	int first, last;        /* days: nothing that is counted is outside them */
	struct demo_intervention *interventions;
	size_t intervention_count;
	struct demo_participation *participations; /* in the order of their starts */
	size_t participation_count;
	bool ok;
	struct err e;
};

/* ---- what is told ---- */

/* Writes all interventions of the file `copies` times, with years and counts. */
void demo_write_interventions(struct demo *d, size_t copies);

/* Writes who paid for that, what the office cost and what was left. */
void demo_write_money(struct demo *d);

/* Writes `count` participations in the interventions, with persons and closures. */
void demo_write_participations(struct demo *d, size_t count);

/* Writes records that somebody has begun to key. */
void demo_write_drafts(struct demo *d);

/* The year of a national demo, 0 for the latest there can be: one with printed tables. */
bool demo_national_choose_year(struct demo *d, int year, struct faults *f);

/* Writes all of a national demo, of which the register has only the federations. */
void demo_national_write(struct demo *d);

/* ---- rows ---- */

/* The day, or the month's last when it is shorter; a year of the calendar. */
int demo_day(int year, int month, int dom);

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
 * weeks, now and then months later; a working day, if there is one before the end. */
int demo_keyed(struct demo *d, int day);

#endif
