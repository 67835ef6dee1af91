/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What must be hidden so that a hidden number could as well be another one: a change of
 * several numbers that leaves every sum right and every shown number as it is. Only for
 * model/protect.
 */
#ifndef SAMREG_MODEL_COVER_H
#define SAMREG_MODEL_COVER_H

#include <stdbool.h>
#include <stddef.h>

struct linkage;

struct cover {
	const struct linkage *linkage;
	bool *hidden;               /* by number: the caller's, who also sets it */
	double *change;             /* by number: what was found */
	/* The sums each number is in: runs of `sums` from first[number] on. */
	size_t *first, *sums;
};

struct cover_wish {
	size_t number;
	long long change;           /* by how much it could be another */
	long long floor;            /* the least a hidden number may become: 0 or 1 */
};

/* The linkage must outlive the cover. */
void cover_init(struct cover *c, const struct linkage *l, bool *hidden);
void cover_done(struct cover *c);

/*
 * Finds the cheapest change: numbers hidden already are free, others cost what they are
 * in every place they would be hidden in; zeros never change. The change goes through the
 * number's own table, through others only if it must. False when there is none, which a
 * wish for more never meets.
 */
bool cover_find(struct cover *c, const struct cover_wish *wish, double *cost);

#endif
