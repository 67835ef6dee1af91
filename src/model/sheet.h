/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid that defines something (a code list, a form, rules), read cell by cell with
 * every fault told at its place. Knows what a name, a pair of texts and a balanced
 * expression look like, not what they mean.
 */
#ifndef SAMREG_MODEL_SHEET_H
#define SAMREG_MODEL_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct arena;
struct faults;
struct grid;

/* Embedded; nothing in it is owned. */
struct sheet {
	const struct grid *grid;
	struct arena *texts;      /* where what is kept goes */
	struct faults *faults;
};

/* Tells "thing: reason" (only the reason when the thing is "") of a cell. False. */
bool sheet_fault(const struct sheet *s, size_t row, const char *column,
		 const char *thing, const char *reason);

/* Tells every column that is not among `known`, and every one of the first `needed` of
 * these that is missing. */
bool sheet_check_columns(const struct sheet *s, const char *const *known, size_t count,
			 size_t needed);

/* The cell, owned by the grid; "" without such a column. */
const char *sheet_get(const struct sheet *s, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* As sheet_get(), but kept in the arena. */
const char *sheet_keep(const struct sheet *s, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* As sheet_keep(); an empty cell is a fault. */
const char *sheet_need(const struct sheet *s, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* As sheet_need(); other than a-z, then a-z 0-9 _ is a fault. */
const char *sheet_need_name(const struct sheet *s, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* The cells prefix::Svenska (sv) and prefix::English (en). When one of them stands there
 * and not the other, or `needed` and none, each empty one is a fault. */
struct words sheet_words(const struct sheet *s, size_t row, const char *prefix,
			 bool needed);

/* As sheet_keep(); a text that is not one whole SQL expression is a fault: a quote
 * or parenthesis without its other half, a semicolon, a comment. */
const char *sheet_sql(const struct sheet *s, size_t row, const char *column)
	__attribute__((returns_nonnull));

/* The next word of `*text`, which moves past it, kept in the arena; "" after the last. */
const char *sheet_take_word(const char **text, struct arena *texts)
	__attribute__((returns_nonnull));

/* Whether `name` of `length` bytes is a-z, then a-z 0-9 _. */
bool sheet_is_name(const char *name, size_t length);

#endif
