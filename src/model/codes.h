/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Code lists: closed sets of codes with a label in both languages, from
 * data/codes/<list>.csv. Knows nothing of where a list is used.
 */
#ifndef SAMREG_MODEL_CODES_H
#define SAMREG_MODEL_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct faults;
struct grid;

struct code {
	const char *code;
	struct words label;
	const char *group;   /* the list's optional `kind` column, "" without one */
};

/* A list of codes in the order of the data dictionary. */
struct code_list {
	const char *name;
	const struct code *items;
	size_t count;
};

/* All code lists; opaque. */
struct codes;

/* Without lists at first; codes_free frees the lists too. */
struct codes *codes_new(void) __attribute__((returns_nonnull));
void codes_free(struct codes *c);

/*
 * Adds the list `name` from a grid with the columns code, sv, en and perhaps kind (the
 * grid is not needed afterwards). False, with every fault in `f`, for an empty or double
 * code, a code outside a-z0-9_, a missing label, an unknown column.
 */
bool codes_add(struct codes *c, const char *name, const struct grid *g,
	       struct faults *f);

/* The lists in the order they were added, 0 to codes_count - 1. */
size_t codes_count(const struct codes *c);
const struct code_list *codes_at(const struct codes *c, size_t i);

/* The list with this name, or NULL. */
const struct code_list *codes_find(const struct codes *c, const char *list);

/* The code's row in the list, or NULL. */
const struct code *code_list_find(const struct code_list *l, const char *code);

/* The label in the language now spoken; the code itself when the list lacks it. */
const char *code_list_label(const struct code_list *l, const char *code);

#endif
