/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Are forms, codes, rules and lists in order? Asked without any register.
 */
#ifndef SAMREG_APP_LINT_H
#define SAMREG_APP_LINT_H

#include <stdbool.h>
#include <stddef.h>

struct faults;

struct lint {
	size_t forms, rules;
};

/* Reads the data files, holds them against an empty register and counts what there is.
 * False, with every fault in `f`, when something is wrong. */
bool lint_forms(struct lint *counted, struct faults *f)
	__attribute__((warn_unused_result));

#endif
