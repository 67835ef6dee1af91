/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What someone probably meant; see near.h. */
#include "cli/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

void near_init(struct near *n, const char *wanted)
{
	char *clean = utf8_clean(wanted);

	*n = (struct near){ .wanted = utf8_fold(clean) };
	free(clean);
}

void near_done(struct near *n)
{
	free(n->wanted);
	*n = (struct near){ 0 };
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Letters to change, add, leave out or swap with their neighbour to get from one to the
 * other: three rows of the classic table, named by how far up they lie.
 */
static size_t distance(const char *a, const char *b)
{
	size_t width = strlen(b) + 1;
	size_t *room = mem_alloc(3 * width * sizeof(*room));
	size_t *two_up = room, *up = room + width, *here = room + 2 * width, result;

	for (size_t j = 0; j < width; j++)
		here[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		size_t *spare = two_up;

		two_up = up;
		up = here;
		here = spare;
		here[0] = i;
		for (size_t j = 1; j < width; j++) {
			here[j] = least(up[j - 1] + (a[i - 1] != b[j - 1]),
					least(up[j], here[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				here[j] = least(here[j], two_up[j - 2] + 1);
		}
	}
	result = here[width - 1];
	free(room);
	return result;
}

static void insert(struct near *n, const char *name, size_t far)
{
	size_t at = n->count;

	while (at > 0 && n->best[at - 1].distance > far)
		at--;
	if (at == NEAR_MOST)
		return;
	n->count = least(n->count + 1, NEAR_MOST);
	for (size_t i = n->count - 1; i > at; i--)
		n->best[i] = n->best[i - 1];
	n->best[at].name = name;
	n->best[at].distance = far;
}

void near_try_label(struct near *n, const char *name, const char *label)
{
	char *folded = utf8_fold(name);
	size_t length = strlen(n->wanted), far = distance(n->wanted, folded);

	/* A part of three letters says more than a few changed ones. */
	if (length >= 3 && (strstr(folded, n->wanted) || utf8_contains(label, n->wanted)))
		far = least(far, 1);
	if (far <= 1 + length / 4 && far < length)
		insert(n, name, far);
	free(folded);
}

void near_try(struct near *n, const char *name)
{
	near_try_label(n, name, "");
}

void near_add_question(const struct near *n, const char *prefix, struct text *out)
{
	struct text names = { 0 };

	if (!n->count)
		return;
	for (size_t i = 0; i < n->count; i++) {
		if (i)
			text_add(&names, i + 1 < n->count ? ", " : _(" eller "));
		text_addf(&names, "%s%s", prefix, n->best[i].name);
	}
	text_addf(out, _(" (menas %s?)"), text_get(&names));
	text_done(&names);
}
