/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids a list is limited to; see idset.h. */
#include "ui/idset.h"

#include <stdlib.h>
#include <string.h>

#include "base/grid.h"
#include "base/mem.h"

static int by_byte(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

void idset_init(struct idset *s, const struct grid *g)
{
	*s = (struct idset){ .limits = g != NULL };
	if (!g)
		return;
	s->count = grid_rows(g);
	s->ids = mem_alloc((s->count + 1) * sizeof(*s->ids));
	for (size_t i = 0; i < s->count; i++)
		s->ids[i] = mem_text(grid_named(g, i, "id"));
	qsort(s->ids, s->count, sizeof(*s->ids), by_byte);
}

void idset_done(struct idset *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->ids[i]);
	free(s->ids);
	*s = (struct idset){ .count = 0 };
}

bool idset_allows(const struct idset *s, const char *id)
{
	return !s->limits ||
	       (s->count && bsearch(&id, s->ids, s->count, sizeof(*s->ids), by_byte));
}
