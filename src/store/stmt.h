/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One prepared statement: bind, step, read. A failed binding is remembered and told by
 * the next step, so that only steps need be checked.
 */
#ifndef SAMREG_STORE_STMT_H
#define SAMREG_STORE_STMT_H

#include <stdbool.h>
#include <stddef.h>

#include "store/tables.h"

struct db;
struct err;
struct stmt;

enum stmt_state {
	STMT_ROW,      /* a row is there to be read */
	STMT_DONE,     /* no more rows; the statement is reset and can be bound again */
	STMT_FAILED,   /* refused, reason in the err; reset as well */
};

/* Prepares one SQL statement. The caller closes it, before its db is closed. */
bool stmt_open(struct db *db, const char *sql, struct stmt **out, struct err *e)
	__attribute__((warn_unused_result));
void stmt_close(struct stmt *s);

/*
 * Bind parameter number `at`, counted from 1 as in ?1. The text is copied; NULL is SQL's
 * NULL. stmt_bind_value() takes "" as not stated too, and so as NULL.
 */
void stmt_bind_text(struct stmt *s, int at, const char *text);
void stmt_bind_value(struct stmt *s, int at, const char *value);
void stmt_bind_int(struct stmt *s, int at, long long value);
void stmt_bind_real(struct stmt *s, int at, double value);
void stmt_bind_null(struct stmt *s, int at);

/* Binds bytes to a BLOB column; they are copied. */
void stmt_bind_blob(struct stmt *s, int at, const void *bytes, size_t length);

/*
 * As stmt_bind_value(), for a column of this type: a whole number for INTEGER, a number
 * for REAL. False, and NULL is bound, when the text is none.
 */
bool stmt_bind_typed(struct stmt *s, int at, enum column_type type, const char *value);

/*
 * Moves to the next row. Whoever stops before STMT_DONE calls stmt_reset(): a statement
 * halfway keeps the register from seeing others' changes and from db_begin().
 */
enum stmt_state stmt_step(struct stmt *s, struct err *e)
	__attribute__((warn_unused_result));

/* Runs to the end, passing over rows, and resets. */
bool stmt_run(struct stmt *s, struct err *e) __attribute__((warn_unused_result));

/* Ready to be run again; the bindings remain. */
void stmt_reset(struct stmt *s);

/*
 * The row's columns, counted from 0. A text is valid until the next step or reset; NULL
 * reads as "" and 0.
 */
int stmt_columns(const struct stmt *s);
const char *stmt_column_name(const struct stmt *s, int column)
	__attribute__((returns_nonnull));
const char *stmt_text(struct stmt *s, int column) __attribute__((returns_nonnull));
size_t stmt_length(struct stmt *s, int column);
long long stmt_int(struct stmt *s, int column);
bool stmt_is_null(struct stmt *s, int column);

/* The bytes of a BLOB column, stmt_length() of them; valid as a text is. */
const void *stmt_blob(struct stmt *s, int column) __attribute__((returns_nonnull));

#endif
