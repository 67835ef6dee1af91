/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names into numbers: each text gets the next whole number from 0, once. For counting by
 * array index what the register knows by long ids.
 */
#ifndef SAMREG_BASE_NUMBERING_H
#define SAMREG_BASE_NUMBERING_H

#include <stddef.h>

#include "base/arena.h"

/* Embedded; all zero is valid and empty. */
struct numbering {
	const char **names;      /* by number */
	size_t count, capacity;
	int *slots;              /* number + 1 by hash, 0 free; a power of two of them */
	size_t slot_count;
	struct arena texts;
};

/* The name's number; a new one, the next, when it has none. The name is copied. */
int numbering_add(struct numbering *n, const char *name);

/* The name's number, or -1. */
int numbering_find(const struct numbering *n, const char *name);

/* Frees the memory and leaves it empty. */
void numbering_done(struct numbering *n);

#endif
