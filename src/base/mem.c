/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that never fails; see mem.h. */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"

static void (*death_hook)(void);

void mem_on_death(void (*hook)(void))
{
	death_hook = hook;
}

void mem_die(const char *reason)
{
	void (*hook)(void) = death_hook;

	death_hook = NULL;   /* a hook that dies itself is not called again */
	if (hook)
		hook();
	fprintf(stderr, "samreg: %s\n", reason);
	exit(70);
}

void mem_exhausted(void)
{
	mem_die(_("minnet är slut"));
}

void *mem_alloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		mem_exhausted();
	return p;
}

char *mem_text(const char *text)
{
	return mem_text_part(text, text ? strlen(text) : 0);
}

char *mem_text_part(const char *text, size_t length)
{
	char *copy = mem_alloc(length + 1);

	if (length)
		memcpy(copy, text, length);
	return copy;
}

void *mem_grow(void *items, size_t *capacity, size_t need, size_t size)
{
	size_t wanted = *capacity ? *capacity : 8, held = items ? *capacity : 0;
	char *grown;

	if (items && need <= *capacity)
		return items;
	if (need > SIZE_MAX / 2 / size)
		mem_exhausted();
	while (wanted < need)
		wanted += wanted / 2 + 8;
	grown = realloc(items, wanted * size);
	if (!grown)
		mem_exhausted();
	memset(grown + held * size, 0, (wanted - held) * size);
	*capacity = wanted;
	return grown;
}
