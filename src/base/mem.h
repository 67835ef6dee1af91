/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that never fails: whoever asks gets it or the program ends, once, with
 * the terminal given back. Knows nothing of what is stored in it.
 */
#ifndef SAMREG_BASE_MEM_H
#define SAMREG_BASE_MEM_H

#include <stddef.h>

/* Zeroed memory; the caller frees it with free(). Dies when there is none. */
void *mem_alloc(size_t size) __attribute__((malloc, returns_nonnull));

/* A copy of `text`, which may be NULL (gives ""); the caller frees it. */
char *mem_text(const char *text) __attribute__((malloc, returns_nonnull));

/* A copy of the first `length` bytes of `text`, ended by NUL; the caller frees it. */
char *mem_text_part(const char *text, size_t length)
	__attribute__((malloc, returns_nonnull));

/*
 * Room for at least `need` items of `size` bytes in the growing array `items`, whose
 * capacity stands in `*capacity`. Returns the array, perhaps moved; new room is zeroed.
 */
void *mem_grow(void *items, size_t *capacity, size_t need, size_t size)
	__attribute__((returns_nonnull));

/* Calls `hook` (the terminal's reset; NULL for none) before mem_die() ends it all. */
void mem_on_death(void (*hook)(void));

/* Ends the program with status 70 after one line on standard error. */
_Noreturn void mem_die(const char *reason);

/* Dies because there is no memory to be had. */
_Noreturn void mem_exhausted(void);

#endif
