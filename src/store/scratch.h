/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy of a register in memory, to try out in what would happen; gone when closed.
 */
#ifndef SAMREG_STORE_SCRATCH_H
#define SAMREG_STORE_SCRATCH_H

#include <stdbool.h>

struct db;
struct err;

/*
 * Opens a copy of the register as it is committed, without persons' names and identity
 * numbers, drafts and the log. The caller closes `*out`, which is NULL on failure.
 */
bool scratch_open(const struct db *db, struct db **out, struct err *e)
	__attribute__((warn_unused_result));

#endif
