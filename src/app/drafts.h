/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drafts: records that are being keyed or are not complete. Every change of a field is a
 * journal row, on the disk before the next key is read; a draft's values are its journal
 * played again. Drafts count in no table.
 */
#ifndef SAMREG_APP_DRAFTS_H
#define SAMREG_APP_DRAFTS_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct record;

/* Journal rows that wait to be written, in order; all zero is valid and empty. */
struct journal {
	struct journal_row *rows;
	size_t count, capacity;
};

/* Adds a row for later; the texts are copied. */
void journal_add(struct journal *j, long step, size_t field, size_t row, const char *old,
		 const char *new);
void journal_done(struct journal *j);

/*
 * Writes the waiting rows in one transaction, first the draft itself when `*draft` is 0.
 * On failure they go on waiting and nothing is written.
 */
bool drafts_write(struct app *a, const struct record *r, struct journal *j,
		  long long *draft, struct err *e) __attribute__((warn_unused_result));

/* The latest draft over a stored record, 0 when there is none. */
long long drafts_find(struct app *a, const char *form, const char *id);

/* The draft's form and the record it changes ("" for a new one); copies for the caller
 * to free. */
bool drafts_read(struct app *a, long long draft, char **form, char **record,
		 struct err *e) __attribute__((warn_unused_result));

/* Plays the journal into the record; rows of step 0 are what it was opened with. */
bool drafts_replay(struct app *a, long long draft, struct record *r, struct err *e)
	__attribute__((warn_unused_result));

/* How far the journal has come, and back to there: later changes are gone from it. */
bool drafts_mark(struct app *a, long long draft, long long *mark, struct err *e)
	__attribute__((warn_unused_result));
bool drafts_cut(struct app *a, long long draft, long long mark, struct err *e)
	__attribute__((warn_unused_result));

/* Marks a draft as open in this session, or as kept under a title. Its time is that of
 * its latest change, and stays. */
bool drafts_open(struct app *a, long long draft, struct err *e)
	__attribute__((warn_unused_result));
bool drafts_keep(struct app *a, long long draft, const char *title, struct err *e)
	__attribute__((warn_unused_result));

/* Writes what an open draft is called by now, for when it is offered after a crash. */
bool drafts_retitle(struct app *a, long long draft, const char *title, struct err *e)
	__attribute__((warn_unused_result));

/* Deletes a draft with its journal. Within a transaction of the caller's or none. */
bool drafts_delete(struct app *a, long long draft, struct err *e)
	__attribute__((warn_unused_result));

enum draft_state {
	DRAFT_KEPT, /* saved incomplete */
	DRAFT_OPEN, /* some session has it on its screen just now */
	DRAFT_CUT,  /* was on a screen when that session ended without a word */
};

/* One row of the list of drafts. */
struct draft {
	long long id;
	const char *form, *record, *title, *changed_at, *user;
	enum draft_state state;
};

/* The list of drafts, the latest first; opaque. */
struct draft_list;

/* All drafts. NULL on failure; the caller frees the list. */
struct draft_list *drafts_list(struct app *a, struct err *e);
void draft_list_free(struct draft_list *l);
size_t draft_list_count(const struct draft_list *l);
const struct draft *draft_list_at(const struct draft_list *l, size_t i);

#endif
