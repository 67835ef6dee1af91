/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule engine: SQL expressions from data files, evaluated over the record being
 * edited and, when a rule may, over the register. Expressions are not trusted: they can
 * neither write, nor read more than they may, nor see the real clock.
 *
 * Functions they may use: abs avg cast coalesce count date exists format glob ifnull iif
 * instr julianday length like lower ltrim max min nullif printf replace round rtrim sign
 * strftime substr substring sum total trim typeof unicode upper, and our own
 *   today()                     the day it is, ISO
 *   selected(list, code)        1 when the blank-separated list holds the code, else 0
 *   count_selected(list)        how many codes the list holds
 * The dates' functions refuse 'now' and to be called without a date.
 */
#ifndef SAMREG_STORE_RULES_H
#define SAMREG_STORE_RULES_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;
struct rules;
struct text;

enum rules_type {
	RULES_TEXT,      /* dates and codes as well */
	RULES_INTEGER,
	RULES_REAL,
};

struct rules_column {
	const char *name;        /* [A-Za-z_][A-Za-z0-9_]* */
	enum rules_type type;
};

enum rules_scope {
	/* The record's columns only, no sub-SELECT. */
	RULES_RECORD,
	/* Sub-SELECTs over the register as committed, all tables but person_identity, in
	 * which the record's columns are record.NAME. */
	RULES_REGISTER,
};

enum rules_result {
	RULES_FALSE,
	RULES_TRUE,
	RULES_UNKNOWN,   /* NULL: something is not stated, the rule says nothing */
	RULES_FAILED,
};

/*
 * An engine for records with these columns, over the register `db` (through a read-only
 * connection of its own; `db` may be in memory and must outlive the engine). The record
 * is all not stated. The caller frees it; NULL on failure.
 */
struct rules *rules_new(const struct db *db, const struct rules_column *columns,
			size_t count, struct err *e);
void rules_free(struct rules *r);

/*
 * Sets the whole record, a value for each column in order; "" is NULL, and so is a text
 * that is no number in a column of numbers (the field's own check tells the user).
 */
bool rules_set(struct rules *r, const char *const *values, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Prepares an expression, once; `*index` is its number, from 0 upwards. Refused when it
 * is not one expression or reaches for what its scope does not give.
 */
bool rules_add(struct rules *r, const char *expression, enum rules_scope scope,
	       size_t *index, struct err *e) __attribute__((warn_unused_result));

/*
 * Until rules_release() expressions see the register as it is now, and save the time it
 * takes to look for what others have changed. Does not nest.
 */
bool rules_hold(struct rules *r, struct err *e) __attribute__((warn_unused_result));
void rules_release(struct rules *r);

/* Evaluates over the record as set, about 2 µs without sub-SELECTs. A result other than
 * 0, 1 and NULL is a failure. */
enum rules_result rules_test(struct rules *r, size_t index, struct err *e)
	__attribute__((warn_unused_result));

/* Evaluates and adds the result to `out` as text; NULL adds nothing. */
bool rules_value(struct rules *r, size_t index, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
