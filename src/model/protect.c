/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures are hidden; see protect.h. */
#include "model/protect.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/cover.h"
#include "model/figures.h"
#include "model/linkage.h"

/* A table decided for. */
struct place {
	const struct report *report;
	int year;
};

struct protection {
	int threshold;
	struct linkage *linkage;
	struct place *places;       /* by table */
	bool *hidden;               /* by number */
};

/* ---- deciding ---- */

static bool is_small(const struct protection *p, size_t number)
{
	const struct linkage_number *n = &p->linkage->numbers[number];

	return n->places && n->value > 0 && n->value < p->threshold;
}

static bool changes(const struct cover *c, size_t number)
{
	return fabs(c->change[number]) > 1e-6;
}

static void hide_changed(struct protection *p, const struct cover *c)
{
	for (size_t i = 0; i < p->linkage->number_count; i++)
		if (p->linkage->numbers[i].places && changes(c, i))
			p->hidden[i] = true;
}

/* Should no change be found, all that is not 0 is hidden. */
static void hide_all(struct protection *p)
{
	for (size_t i = 0; i < p->linkage->number_count; i++) {
		const struct linkage_number *n = &p->linkage->numbers[i];

		p->hidden[i] = n->places && n->value;
	}
}

/* Every small number might be the threshold or more. */
static void hide_small(struct protection *p, struct cover *c, bool *covered)
{
	double cost;

	for (size_t i = 0; i < p->linkage->number_count; i++) {
		long long value = p->linkage->numbers[i].value;
		struct cover_wish wish = { i, p->threshold - value, 0 };

		if (!is_small(p, i) || covered[i])
			continue;
		if (!cover_find(c, &wish, &cost)) {
			hide_all(p);
			return;
		}
		hide_changed(p, c);
		/* One change often does for many. */
		for (size_t j = 0; j < p->linkage->number_count; j++)
			if ((double)p->linkage->numbers[j].value + c->change[j] >
			    p->threshold - 1e-6)
				covered[j] = true;
	}
}

/* Could it be one more, or one less: whichever hides less. */
static bool find_other_value(struct cover *c, size_t number)
{
	struct cover_wish more = { number, 1, 1 }, less = { number, -1, 1 };
	double cost, other_cost;
	bool found = cover_find(c, &more, &cost);

	if (found && cost <= 0)
		return true;
	if (c->linkage->numbers[number].value < 2)
		return found;
	if (cover_find(c, &less, &other_cost) && (!found || other_cost < cost))
		return true;
	return found && cover_find(c, &more, &cost);
}

/* No hidden number has only one value it can have. What is hidden for that has another
 * value in the same change. */
static void hide_exact(struct protection *p, struct cover *c, bool *covered)
{
	for (size_t i = 0; i < p->linkage->number_count; i++) {
		if (!p->hidden[i] || covered[i])
			continue;
		if (!find_other_value(c, i)) {
			hide_all(p);
			return;
		}
		hide_changed(p, c);
		for (size_t j = 0; j < p->linkage->number_count; j++)
			covered[j] = covered[j] || changes(c, j);
	}
}

static void note_places(struct protection *p, const struct protection_order *order)
{
	struct place *next;

	next = p->places = mem_alloc((p->linkage->table_count + 1) * sizeof(*next));
	for (size_t i = 0; i < order->count; i++)
		for (size_t j = 0; j < order->figures[i]->count; j++)
			*next++ = (struct place){ order->figures[i]->tables[j].report,
						  order->figures[i]->year };
}

struct protection *protection_new(const struct protection_order *order)
{
	struct protection *p = mem_alloc(sizeof(*p));
	struct cover cover;
	bool *covered;

	assert(order->threshold > 1);
	p->threshold = order->threshold;
	p->linkage = linkage_new(order->figures, order->count, order->lists);
	note_places(p, order);
	p->hidden = mem_alloc((p->linkage->number_count + 1) * sizeof(*p->hidden));
	for (size_t i = 0; i < p->linkage->number_count; i++)
		p->hidden[i] = is_small(p, i);
	cover_init(&cover, p->linkage, p->hidden);
	covered = mem_alloc((p->linkage->number_count + 1) * sizeof(*covered));
	hide_small(p, &cover, covered);
	memset(covered, 0, p->linkage->number_count * sizeof(*covered));
	hide_exact(p, &cover, covered);
	free(covered);
	cover_done(&cover);
	return p;
}

void protection_free(struct protection *p)
{
	if (!p)
		return;
	linkage_free(p->linkage);
	free(p->places);
	free(p->hidden);
	free(p);
}

/* ---- asking ---- */

static bool is_hidden(const struct protection *p, int number)
{
	return number >= 0 && p->hidden[number];
}

bool protection_hides(const struct protection *p, const struct figure_table *t,
		      size_t row, size_t column, enum report_show show)
{
	size_t at = row * t->columns.count + column;

	for (size_t i = 0; i < p->linkage->table_count; i++)
		if (p->places[i].report == t->report && p->places[i].year == t->year)
			return is_hidden(p, p->linkage->counts[i][at]) ||
			       (show == REPORT_PERCENT &&
				is_hidden(p, p->linkage->bases[i][at]));
	return false;
}

bool protection_hides_any(const struct protection *p, const struct figure_table *t)
{
	for (size_t row = 0; row < t->rows.count; row++)
		for (size_t column = 0; column < t->columns.count; column++)
			if (protection_hides(p, t, row, column, REPORT_PERCENT))
				return true;
	return false;
}
