/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an expression from a data file may do: what is decided from its text, and what
 * SQLite asks about while it prepares it. Evaluates nothing.
 */
#ifndef SAMREG_STORE_RULES_GUARD_H
#define SAMREG_STORE_RULES_GUARD_H

#include <stdbool.h>

#include "base/err.h"
#include "store/rules.h"

/* The state of the guard, handed to SQLite with rules_guard_authorize(). */
struct rules_guard {
	const struct db *db;        /* whose tables may be read */
	bool open;                  /* our own statements: everything is allowed */
	enum rules_scope scope;     /* of the expression in hand */
	int selects;                /* SELECTs seen in it */
	struct err refusal;         /* the first thing that was refused; "" if none */
};

/*
 * Whether the text can stand within parentheses and be nothing else than one
 * expression: no semicolon, comment or parameter, quotes and parentheses in pairs.
 */
bool rules_guard_check(const char *expression, struct err *e)
	__attribute__((warn_unused_result));

/* Before an expression is prepared or run (SQLite may prepare it again by itself). */
void rules_guard_start(struct rules_guard *g, enum rules_scope scope);

/* SQLite's authorizer; `guard` is the struct rules_guard. */
int rules_guard_authorize(void *guard, int action, const char *object,
			  const char *detail, const char *database, const char *trigger);

#endif
