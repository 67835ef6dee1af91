/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many small texts with one lifetime: handed out fast, freed together.
 */
#ifndef SAMREG_BASE_ARENA_H
#define SAMREG_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* Embedded; all zero is a valid empty arena. */
struct arena {
	struct arena_block *latest;
};

/* Frees everything that came from the arena and leaves it empty. */
void arena_done(struct arena *a);

/* As arena_done(), but overwrites it all first: it held secrets. */
void arena_wipe(struct arena *a);

/* Zeroed memory, aligned for any type, that lives until arena_done(). */
void *arena_alloc(struct arena *a, size_t size) __attribute__((returns_nonnull));

/* A copy of `length` bytes of `text`, ended by NUL, that lives until arena_done(). */
const char *arena_text(struct arena *a, const char *text, size_t length)
	__attribute__((returns_nonnull));

#endif
