/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The yearly figures of all interventions as one ledger: a row an intervention, a column
 * a figure, whichever form keeps it. Knows no screen; what a cell is set to goes through
 * the same rules as in the form.
 */
#ifndef SAMREG_APP_LEDGER_H
#define SAMREG_APP_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct grid;
struct text;

enum ledger_kind {
	LEDGER_COUNTS,   /* planned, women, men, unspecified, occasions */
	LEDGER_MONEY,    /* budget, actual, of the ESF likewise */
};

/* The most columns of a ledger. */
enum { LEDGER_MOST_COLUMNS = 8 };

/* Where a figure is kept for interventions of one way of registration; form is NULL
 * where there is no such figure. */
struct ledger_place {
	const char *form, *field, *sex;
};

struct ledger_column {
	const char *name;        /* of the column in the grid of ledger_load() */
	const char *heading;     /* a msgid */
	struct ledger_place volume, detailed;
};

/* The columns of a ledger, 0 to ledger_column_count - 1. */
size_t ledger_column_count(enum ledger_kind kind);
const struct ledger_column *ledger_column_at(enum ledger_kind kind, size_t i);

/*
 * The figures of the year: id, name, registration and every column of both ledgers; "" is
 * not stated. The women and men of an intervention with detailed participations are
 * those counted anonymously. NULL and `e` when it fails; the caller frees it.
 */
struct grid *ledger_load(struct app *a, int year, struct err *e);

/* Where the figure of that row is kept, or NULL when the row has no such figure. */
const struct ledger_place *ledger_place_of(const struct grid *g, size_t row,
					 const struct ledger_column *column);

/* Adds the sum of what is stated in the column, nothing when nothing is. */
void ledger_sum(const struct grid *g, const struct ledger_column *column,
		struct text *out);

/* One cell of the ledger of a year. */
struct ledger_cell {
	const char *intervention;
	const struct ledger_place *place;
	int year;
};

/*
 * Stores what was typed in a cell, at once; "" takes the figure away, and with the last
 * figure the record that kept it. Warnings are added to `remarks`, a line each. False
 * when it was refused, with the reason; then nothing has changed.
 */
bool ledger_set(struct app *a, const struct ledger_cell *cell, const char *typed,
	       struct text *remarks, struct err *e) __attribute__((warn_unused_result));

#endif
