/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions that a national register asks about what it has received. They travel to the
 * federation in a file, queries.csv (app/marks reads it there), and the answers back in
 * remarks.csv of a delivery. The files are told of in samreg-delivery(5).
 */
#ifndef SAMREG_APP_QUERIES_H
#define SAMREG_APP_QUERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ulid.h"

struct app;
struct err;
struct grid;

/* The most characters of a question or an answer. */
enum { QUERIES_MAX_TEXT = 1000 };

/* The columns of queries.csv, in their order. */
enum queries_column {
	QUERIES_QUERY,
	QUERIES_FEDERATION,
	QUERIES_YEAR,
	QUERIES_FILE,
	QUERIES_RECORD,
	QUERIES_FIELD,
	QUERIES_QUESTION,
	QUERIES_ASKED,
	QUERIES_WITHDRAWN,
	QUERIES_COLUMNS
};

/* The column's name. */
const char *queries_column_name(enum queries_column column)
	__attribute__((returns_nonnull));

/* Whether a text can be a question or an answer: something, on one line, not too long. */
bool queries_check_text(const char *text, struct err *e)
	__attribute__((warn_unused_result));

/* A question about a row of a delivered file. */
struct queries_question {
	const char *federation; /* "" when the row's name begins with an id */
	const char *file;       /* "": interventions or participations, by the id */
	const char *record;     /* the row's name (model/package_cell) */
	const char *field;      /* a column of the file, "" for the whole row */
	const char *text;
};

/*
 * Asks it of the latest delivery that has the row. Refused when no delivery here has it,
 * and when there is no form at the other end to answer it in (app/marks_place).
 */
bool queries_ask(struct app *a, const struct queries_question *q, char id[ULID_SIZE],
		 struct err *e) __attribute__((warn_unused_result));

/* Takes back a question that has no answer: the federation's register, which is told by
 * the next file, shows it no more. */
bool queries_withdraw(struct app *a, const char *id, struct err *e)
	__attribute__((warn_unused_result));

/* All of them: id, federation, year, file, record, field, question, asked_at, asked_by,
 * state (open, answered, withdrawn), withdrawn_at, answer, answered_at. NULL and `e` on
 * failure; the caller frees the grid. */
struct grid *queries_list(struct app *a, struct err *e);

/* The federations that have something to be told: queries_write(), in a column. */
struct grid *queries_federations(struct app *a, struct err *e);

/* How many questions a file has. */
struct queries_written {
	size_t open, withdrawn;
};

/*
 * Writes the questions of the federation that wait for an answer, and all that were
 * withdrawn, to <folder>/<federation>.queries.csv, 0600, whole or not at all; nothing is
 * written when there are none.
 */
bool queries_write(struct app *a, const char *federation, const char *folder,
		   struct queries_written *written, struct err *e)
	__attribute__((warn_unused_result));

/* A row of remarks.csv that answers a query. */
struct queries_answer {
	const char *federation, *query, *file, *record, *field, *answer;
};

/* Whether the federation was asked just that; for app/receive. */
bool queries_check_answer(const struct app *a, const struct queries_answer *answer,
			  struct err *e) __attribute__((warn_unused_result));

/* Notes the answer, given in a delivery made at `created`, unless a later delivery has
 * given one; within a transaction of the caller's. For app/receive. */
bool queries_note_answer(struct app *a, const struct queries_answer *answer,
			 const char *created, struct err *e)
	__attribute__((warn_unused_result));

#endif
