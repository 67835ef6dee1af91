/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has been delivered and what is to be: for each year its revisions, whether it is
 * locked, and the files as they were sent. Making a delivery is app/export's affair.
 */
#ifndef SAMREG_APP_DELIVERIES_H
#define SAMREG_APP_DELIVERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/package.h"

struct app;
struct delivery_files;
struct err;
struct grid;
struct text;

enum delivery_state {
	DELIVERY_DRAFT,         /* not made: what would be sent now */
	DELIVERY_DELIVERED,
	DELIVERY_RECEIVED,      /* the national follow-up has sent a receipt */
	DELIVERY_SUPERSEDED,    /* a later revision was made */
};

/* Texts are "" when there is nothing to tell. */
struct delivery {
	int year, revision;     /* of a draft: what it is going to be */
	enum delivery_state state;
	bool locked;            /* the year is, by this revision */
	enum package_level level;
	size_t participations, warnings, drafts;
	const char *created_at, *created_by, *received_at;
	const char *unlocked_at, *unlocked_by, *unlock_reason;
};

/* All zero is valid and empty. */
struct deliveries {
	struct delivery *items; /* the latest year first, in it the latest revision */
	size_t count, capacity;
	struct arena texts;
};

/*
 * Every delivery made, and a draft for each year that waits for one: those unlocked, last
 * year, this year, and those before them, at most ten, since something was registered.
 * The caller calls deliveries_done(), after a failure too.
 */
bool deliveries_load(struct deliveries *d, struct app *a, struct err *e)
	__attribute__((warn_unused_result));
void deliveries_done(struct deliveries *d);

/* The revision of a year, or NULL. */
const struct delivery *deliveries_find(const struct deliveries *d, int year,
				       int revision);

/* What a level holds, in the language now spoken: detaljer, antal. */
const char *delivery_level_words(enum package_level level);

/* Adds a moment (YYYY-MM-DDTHH:MM:SS) without seconds; nothing for "". */
void delivery_add_time(struct text *out, const char *time);

/* Adds the state and its day, and whether it locks: mottagen 2025-11-14, låst. */
void delivery_add_state(struct text *out, const struct delivery *d);

/* How many participations count in the year. */
bool deliveries_count(struct app *a, int year, size_t *participations, struct err *e)
	__attribute__((warn_unused_result));

/* The revision that locks the year, 0 when it is open; -1 and `e` on failure. */
int deliveries_locking(struct app *a, int year, struct err *e);

/* The revision that the year's next delivery will be; 0 and `e` on failure. */
int deliveries_next(struct app *a, int year, struct err *e);

/*
 * The files of a revision as they were sent. Refused when there is no such revision, when
 * a file was disposed of, and when one is not what its hash says. The caller calls
 * delivery_files_done(), after a failure too.
 */
bool deliveries_read(struct app *a, int year, int revision, struct delivery_files *out,
		     struct err *e) __attribute__((warn_unused_result));

/* What is kept of each file of a revision whether it is disposed of or not: name, rows,
 * bytes, hash, emptied (1 or 0); no rows when there is no such revision. NULL and `e` on
 * failure; the caller frees the grid. */
struct grid *deliveries_hashes(struct app *a, int year, int revision, struct err *e);

/*
 * Writes them again, byte for byte, to the new folder deliveries_folder(), whole and
 * synced or not at all, and notes where (app/delivery_copies). `*folder` is its name,
 * which the caller frees; NULL on failure.
 */
bool deliveries_write(struct app *a, const struct delivery *d, const char *out,
		      char **folder, struct err *e) __attribute__((warn_unused_result));

/* Opens a locked year to changes, with a reason; its next delivery will be the next
 * revision. */
bool deliveries_unlock(struct app *a, int year, const char *reason, struct err *e)
	__attribute__((warn_unused_result));

/* Notes when a revision was received, as its receipt says (YYYY-MM-DDTHH:MM:SS). */
bool deliveries_note_received(struct app *a, int year, int revision, const char *when,
			      struct err *e) __attribute__((warn_unused_result));

/*
 * Keeps a delivery that was made, which locks its year; within a transaction of the
 * caller's. Only for app/export.
 */
bool deliveries_keep(struct app *a, const struct delivery *d,
		     const struct delivery_files *files, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Empties the kept files that tell of the participation, in every revision, when it must
 * be disposed of; hashes and sizes remain. Within a transaction of the caller's.
 */
bool deliveries_dispose(struct app *a, const char *participation, struct err *e)
	__attribute__((warn_unused_result));

/* Where the folder of a revision lies in `out`; the caller frees it. */
char *deliveries_folder(const struct app *a, int year, int revision, const char *out)
	__attribute__((returns_nonnull));

#endif
