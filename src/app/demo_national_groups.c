/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Percentages of a national demo's participations that ended. They are printed for each
 * sex and for groups across the sexes, so whole numbers are sought that give all of them
 * at once; see app/quota.h.
 */
#include "app/demo_national.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/published.h"

/* Groups that do not overlap; those of the print are made of them. */
enum group { COMPENSATED, YOUNG, OLDER, GROUPS };
enum { CELLS_IN_ALL = NATIONAL_SEXES * GROUPS };

_Static_assert((int)CELLS_IN_ALL <= (int)QUOTA_MAX_CELLS, "one for each sex and group");

static const struct {
	const char *ending; /* of the row in the print */
	unsigned groups;
} printed_groups[] = {
	{ "_u30", 1u << COMPENSATED | 1u << YOUNG },
	{ "_30_plus", 1u << OLDER },
	{ "_young_activity_compensation", 1u << COMPENSATED },
};

enum { PRINTED_GROUPS = sizeof(printed_groups) / sizeof(printed_groups[0]) };

static enum group group_of(const struct national_one *one)
{
	if (national_has(one, "activity_compensation"))
		return COMPENSATED;
	return national_is_young(one) ? YOUNG : OLDER;
}

size_t national_cell(const struct national_one *one)
{
	return (size_t)one->sex * GROUPS + group_of(one);
}

static unsigned cells_of(unsigned sexes, unsigned groups)
{
	unsigned cells = 0;

	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		if (sexes >> sex & 1)
			cells |= groups << sex * GROUPS;
	return cells;
}

/* ---- whole numbers for percentages ---- */

struct asked {
	struct quota_share shares[NATIONAL_SEXES + 1 + PRINTED_GROUPS];
	size_t count;
	int percent[CELLS_IN_ALL]; /* what is likely for a cell */
};

static void ask(struct asked *a, unsigned cells, int percent, int total)
{
	a->shares[a->count++] = (struct quota_share){ cells, percent };
	for (size_t i = 0; i < CELLS_IN_ALL; i++)
		if (cells >> i & 1)
			a->percent[i] += percent - total;
}

/* The percentages of a row for the sexes and all, and for the groups that have a row. */
static void ask_print(struct national *n, const char *table, const char *row,
		      struct asked *a)
{
	enum { BOTH = (1 << NATIONAL_SEXES) - 1, ALL = (1 << GROUPS) - 1 };
	struct targets *t = &n->targets;
	int total = (int)targets_get(t, table, row, "total_pct");

	ask(a, cells_of(BOTH, ALL), total, 0);
	for (int sex = 0; sex < NATIONAL_SEXES; sex++)
		ask(a, cells_of(1u << sex, ALL),
		    (int)targets_get(t, table, row, national_sexes[sex].percent), total);
	for (size_t i = 0; i < PRINTED_GROUPS; i++) {
		char name[80];
		const struct published_key key = { table, name, "total_pct" };

		snprintf(name, sizeof(name), "%s%s", row, printed_groups[i].ending);
		if (published_find(t->figures, t->year, key))
			ask(a, cells_of(BOTH, printed_groups[i].groups),
			    (int)targets_get(t, table, name, "total_pct"), total);
	}
}

void national_fit(struct national *n, const char *table, const char *row,
		  struct quota_cells *q)
{
	struct asked a = { 0 };

	ask_print(n, table, row, &a);
	q->count = CELLS_IN_ALL;
	for (size_t i = 0; i < CELLS_IN_ALL; i++)
		q->counted[i] = a.percent[i] > 0 ? q->sizes[i] * a.percent[i] / 100 : 0;
	if (n->targets.ok && !quota_fit(q, a.shares, a.count))
		national_refuse(n, table);
}

static bool has_ended(const struct national_one *one)
{
	return one->ended;
}

static void give_some(struct national *n, const struct national_list *list,
		      national_test *test, const struct national_choice *c,
		      struct quota_cells *q)
{
	for (size_t i = 0; i < list->count; i++) {
		struct national_one *one = list->items[i];

		if (q->counted[national_cell(one)] > 0 && test(one)) {
			q->counted[national_cell(one)]--;
			c->give(n, one);
		}
	}
}

void national_choose(struct national *n, const char *table,
		     const struct national_choice *c, struct quota_cells *q)
{
	for (int sex = 0; sex < NATIONAL_SEXES; sex++) {
		struct national_list list = national_select(n, sex, has_ended);

		give_some(n, &list, c->first, c, q);
		give_some(n, &list, c->then, c, q);
		free(list.items);
	}
	for (size_t i = 0; i < CELLS_IN_ALL; i++)
		if (q->counted[i] > 0)
			national_refuse(n, table);
}
