/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The SQL functions of the rule engine: our own, and SQLite's for dates without their
 * view of the clock. See rules.h for what each gives.
 */
#ifndef SAMREG_STORE_RULES_FUNCTIONS_H
#define SAMREG_STORE_RULES_FUNCTIONS_H

#include <stdbool.h>

struct db;
struct err;

/* Registers them on the connection; what they need goes when it is closed. */
bool rules_functions_register(struct db *db, struct err *e)
	__attribute__((warn_unused_result));

#endif
