/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings that somebody overruled, with the reason; kept with the record and sent along
 * with the delivery (remarks.csv).
 */
#ifndef SAMREG_APP_OVERRULED_H
#define SAMREG_APP_OVERRULED_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct record;

struct overruled_row;

/* Those of one record; all zero is valid and empty. */
struct overruled {
	struct overruled_row *rows;
	size_t count, capacity;
};

/* Adds one, or gives a new reason to the one there is; the texts are copied. */
void overruled_add(struct overruled *o, const char *rule, const char *field,
		   const char *reason);

/* The reason, or NULL when the warning was not overruled. */
const char *overruled_find(const struct overruled *o, const char *rule,
			   const char *field);
void overruled_done(struct overruled *o);

/* Reads those of a stored record. */
bool overruled_load(struct overruled *o, struct app *a, const char *id, struct err *e)
	__attribute__((warn_unused_result));

/* Writes them in place of those stored before; within a transaction of the caller's. */
bool overruled_store(const struct overruled *o, struct app *a, const struct record *r,
		     struct err *e) __attribute__((warn_unused_result));

#endif
