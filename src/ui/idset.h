/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ids a list is limited to. Knows nothing of what they name.
 */
#ifndef SAMREG_UI_IDSET_H
#define SAMREG_UI_IDSET_H

#include <stdbool.h>
#include <stddef.h>

struct grid;

/* Embedded; all zero is valid and limits nothing. */
struct idset {
	char **ids; /* sorted by byte */
	size_t count;
	bool limits;
};

/* Takes the ids of the grid's column `id`; a grid that is NULL limits nothing. */
void idset_init(struct idset *s, const struct grid *g);
void idset_done(struct idset *s);

/* Whether the list may show this one. */
bool idset_allows(const struct idset *s, const char *id);

#endif
