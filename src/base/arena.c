/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many small texts with one lifetime; see arena.h. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Many arenas hold a row or two, a few a whole register: blocks grow. */
enum { FIRST_BLOCK = 256, LARGEST_BLOCK = 64 * 1024 };

struct arena_block {
	struct arena_block *earlier;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(struct arena_block *earlier, size_t size)
{
	size_t usual = earlier ? 2 * earlier->size : FIRST_BLOCK;
	struct arena_block *b;

	if (usual > LARGEST_BLOCK)
		usual = LARGEST_BLOCK;
	if (size < usual)
		size = usual;
	if (size > SIZE_MAX - sizeof(*b))
		mem_exhausted();
	b = mem_alloc(sizeof(*b) + size);
	b->earlier = earlier;
	b->size = size;
	return b;
}

static void *take(struct arena *a, size_t size, size_t align)
{
	struct arena_block *b = a->latest;
	size_t at = b ? (b->used + align - 1) / align * align : 0;

	if (!b || at > b->size || size > b->size - at) {
		b = a->latest = block_new(b, size);
		at = 0;
	}
	b->used = at + size;
	return b->bytes + at;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return take(a, size, alignof(max_align_t));
}

const char *arena_text(struct arena *a, const char *text, size_t length)
{
	char *copy;

	if (!length)
		return "";
	copy = take(a, length + 1, 1);
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

void arena_wipe(struct arena *a)
{
	for (struct arena_block *b = a->latest; b; b = b->earlier)
		explicit_bzero(b->bytes, b->used);
	arena_done(a);
}

void arena_done(struct arena *a)
{
	while (a->latest) {
		struct arena_block *b = a->latest;

		a->latest = b->earlier;
		free(b);
	}
}
