/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a coded field offers, and what a person means who types part of it. Made from a
 * code list or from a list of records; does not know which.
 */
#ifndef SAMREG_MODEL_CHOICES_H
#define SAMREG_MODEL_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct code_list;
struct grid;

struct choices;

struct choice {
	const char *code;
	struct words label;
};

/*
 * The same codes in the same order; the caller frees the choices. With a `group` ("" for
 * none) only codes of that group, of the group `both` and of none.
 */
struct choices *choices_from_codes(const struct code_list *l, const char *group)
	__attribute__((returns_nonnull));

/* From a grid whose first three columns are code, Swedish and English label. */
struct choices *choices_from_grid(const struct grid *g) __attribute__((returns_nonnull));

void choices_free(struct choices *c);

size_t choices_count(const struct choices *c);
const struct choice *choices_at(const struct choices *c, size_t i);

/* The choice with exactly this code, or -1. */
long choices_find(const struct choices *c, const char *code);

/* The code's label in the language now spoken, or the code itself. */
const char *choices_label(const struct choices *c, const char *code);

/* Whether choice `i` holds `folded` (from utf8_fold) in its code or its label. */
bool choices_match(const struct choices *c, size_t i, const char *folded);

enum { CHOICES_NONE = -1, CHOICES_SEVERAL = -2 };

/*
 * What `typed` means, case aside: the choice with this code; else with this label; else
 * the only one whose code or label begins so; else the only one that holds it anywhere.
 * CHOICES_NONE or CHOICES_SEVERAL when there is no such or no only one. Ids of records
 * (codes with a dash) count whole only.
 */
long choices_guess(const struct choices *c, const char *typed);

/* Whether `typed` is a code no other begins with: nothing more need be typed. */
bool choices_is_complete(const struct choices *c, const char *typed);

#endif
