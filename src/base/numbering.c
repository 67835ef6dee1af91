/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names into numbers; see numbering.h. A hash table with open addressing. */
#include "base/numbering.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_SLOTS = 64 };

/* As FNV-1a, but eight bytes at a time: ids are long and much alike. */
static size_t hash(const char *name)
{
	uint64_t h = UINT64_C(14695981039346656037);
	size_t length = strlen(name);

	for (size_t i = 0; i < length; i += sizeof(h)) {
		size_t rest = length - i;
		uint64_t part = 0;

		memcpy(&part, name + i, rest < sizeof(part) ? rest : sizeof(part));
		h = (h ^ part) * UINT64_C(1099511628211);
		h ^= h >> 32;
	}
	return (size_t)h;
}

/* The slot of the name, or the free one where it belongs. */
static int *slot_of(const struct numbering *n, const char *name)
{
	size_t i = hash(name) & (n->slot_count - 1);

	while (n->slots[i] && strcmp(n->names[n->slots[i] - 1], name))
		i = (i + 1) & (n->slot_count - 1);
	return &n->slots[i];
}

static void make_room(struct numbering *n)
{
	if (2 * (n->count + 1) <= n->slot_count)
		return;
	free(n->slots);
	n->slot_count = n->slot_count ? 2 * n->slot_count : FIRST_SLOTS;
	n->slots = mem_alloc(n->slot_count * sizeof(*n->slots));
	for (size_t i = 0; i < n->count; i++)
		*slot_of(n, n->names[i]) = (int)i + 1;
}

int numbering_add(struct numbering *n, const char *name)
{
	int *slot;

	make_room(n);
	slot = slot_of(n, name);
	if (!*slot) {
		n->names = mem_grow(n->names, &n->capacity, n->count + 1,
				    sizeof(*n->names));
		n->names[n->count++] = arena_text(&n->texts, name, strlen(name));
		*slot = (int)n->count;
	}
	return *slot - 1;
}

int numbering_find(const struct numbering *n, const char *name)
{
	return n->slot_count ? *slot_of(n, name) - 1 : -1;
}

void numbering_done(struct numbering *n)
{
	arena_done(&n->texts);
	free(n->names);
	free(n->slots);
	*n = (struct numbering){ 0 };
}
