/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What someone probably meant who wrote a name that does not exist. Compares without
 * case, by how many letters differ; knows nothing of what the names stand for.
 */
#ifndef SAMREG_CLI_NEAR_H
#define SAMREG_CLI_NEAR_H

#include <stddef.h>

struct text;

enum { NEAR_MOST = 4 };

/* The best names so far, nearest first. */
struct near {
	char *wanted;
	struct {
		const char *name;
		size_t distance;
	} best[NEAR_MOST];
	size_t count;
};

/* Begins a search; near_done() frees what it holds. */
void near_init(struct near *n, const char *wanted);
void near_done(struct near *n);

/* Considers a name, which must live as long as the search. */
void near_try(struct near *n, const char *name);

/* Considers a name known by a longer text too, of which a part may have been written. */
void near_try_label(struct near *n, const char *name, const char *label);

/* Adds " (menas NAME eller NAME?)" with `prefix` before each name; nothing when no name
 * is near. */
void near_add_question(const struct near *n, const char *prefix, struct text *out);

#endif
