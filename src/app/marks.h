/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is noted on a field of a record: the user's own note, and questions that the
 * national follow-up asked about it (app/queries), with the answers. None of it is part
 * of the record: it counts nowhere and a locked year does not hold it still.
 */
#ifndef SAMREG_APP_MARKS_H
#define SAMREG_APP_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct app;
struct err;
struct faults;
struct grid;
struct record;

struct mark {
	const char *id;
	bool asked;             /* a question; else the user's note */
	const char *field;
	const char *text;
	const char *asked_at;   /* of a question */
	const char *answer;     /* "" when there is none yet */
	const char *row_field;  /* in a repeating part: whose value tells the row, and */
	const char *row;        /* that value; else "" */
};

/* All zero is valid and empty. */
struct marks {
	struct mark *items;     /* the oldest first */
	size_t count, capacity;
	struct arena texts;
};

/* Reads those of a record in one form. The caller calls marks_done(), after a failure
 * too. */
bool marks_load(struct marks *m, struct app *a, const char *form, const char *record,
		struct err *e) __attribute__((warn_unused_result));
void marks_done(struct marks *m);

/* Whether it stands on that field, in that row of a repeating part; on the first one
 * when its own is gone. */
bool marks_is_on(const struct mark *mark, const struct record *r, size_t field,
		 size_t row);

/* The first question without an answer there, or NULL. */
const struct mark *marks_find_question(const struct marks *m, const struct record *r,
				       size_t field, size_t row);

/* The field's note, "" when there is none. */
const char *marks_note(const struct marks *m, const char *field)
	__attribute__((returns_nonnull));

/* What is to be kept of a field: its note ("" for none), and answers to questions by
 * their ids ("" takes an answer back). */
struct marks_change {
	const char *form, *record, *field, *note;
	const char *const *ids, *const *answers;
	size_t count;
};

/* Stores it, all or nothing. Refused when a text is too long. */
bool marks_store(struct app *a, const struct marks_change *change, struct err *e)
	__attribute__((warn_unused_result));

/* When the field was changed and by whom, the latest first: at, user, action (add,
 * change; withdrawn: a question, whose text is the fourth). NULL and `e` on failure; the
 * caller frees the grid. */
struct grid *marks_history(struct app *a, const char *form, const char *record,
			   const char *field, struct err *e);

/* Questions that wait for an answer: form, record, field, text, asked, id, title. */
struct grid *marks_waiting(struct app *a, struct err *e);

/* What became of a file of questions. */
struct marks_taken {
	size_t stored, known;
	size_t withdrawn;       /* that had been stored and do not show any more */
	size_t absent;          /* about records that are not here: told in the faults */
};

/*
 * Reads a file of questions, queries.csv: its form, and every row, is checked first. With
 * faults nothing is stored; a row about a record that is not in the register is told and
 * left out. The same question twice changes nothing, and one that is withdrawn shows no
 * more. False when it was refused.
 */
bool marks_import(struct app *a, const char *path, struct marks_taken *taken,
		  struct faults *f);

#endif
