/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How common each answer is, and answers drawn by chance accordingly. Knows nothing of
 * what the answers mean.
 */
#ifndef SAMREG_APP_SHARES_H
#define SAMREG_APP_SHARES_H

#include <stdbool.h>

struct faults;
struct grid;
struct random;

struct shares;

/*
 * Parses a grid with the columns list, group, sex, code, weight; rows of the same list,
 * group and sex stand together. Group and sex "" are for all that have no rows of their
 * own. NULL, with the place in `f`, for a weight that is none. `g` must outlive the
 * shares; the caller frees them.
 */
struct shares *shares_parse(const struct grid *g, struct faults *f);
void shares_free(struct shares *s);

/*
 * An answer drawn from the list: from the rows for group and sex, else for the group,
 * else for the sex, else for all. A list that has none of these is a bug. The text
 * belongs to the grid.
 */
const char *shares_draw(const struct shares *s, struct random *r, const char *list,
			const char *group, const char *sex)
	__attribute__((returns_nonnull));

#endif
