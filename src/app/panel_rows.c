/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the panel, from what is known; see panel_inside.h. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/panel_inside.h"
#include "base/grid.h"
#include "base/text.h"

enum {
	MUNICIPALITY, NAME, COUNTY, YEAR, MEMBER, FEDERATION, FIRST_YEAR, BEFORE_REGISTER,
	LEVEL, POPULATION, ALLOCATED, USED, ALLOCATED_EACH, USED_EACH, UNPLACED, COUNTS
};

static const char *const names[COUNTS] = {
	[MUNICIPALITY] = "municipality",
	[NAME] = "name",
	[COUNTY] = "county",
	[YEAR] = "year",
	[MEMBER] = "member",
	[FEDERATION] = "federation",
	[FIRST_YEAR] = "first_year",
	[BEFORE_REGISTER] = "before_register",
	[LEVEL] = "level",
	[POPULATION] = "population",
	[ALLOCATED] = "allocated",
	[USED] = "used",
	[ALLOCATED_EACH] = "allocated_per_inhabitant",
	[USED_EACH] = "used_per_inhabitant",
	[UNPLACED] = "unplaced",
};

/* The memberships of a municipality: rows of the panel's grid, which lie together. */
struct members {
	size_t from, to;
};

/* What the federations a municipality belongs to make together. */
struct together {
	size_t count;
	struct text federations, levels;
	bool detailed;
	long unplaced;
	bool known[PANEL_MONEY], shared[PANEL_MONEY];
	long long money[PANEL_MONEY], hundredths[PANEL_MONEY];
};

static void set_number(struct grid *g, size_t column, long long number)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%lld", number);
	grid_set(g, grid_rows(g) - 1, column, digits);
}

static void set_text(struct grid *g, size_t column, const char *text)
{
	grid_set(g, grid_rows(g) - 1, column, text);
}

static const char *level_name(enum panel_level level)
{
	static const char *const levels[] = {
		[PANEL_NONE] = "none",
		[PANEL_AGGREGATE] = "aggregate",
		[PANEL_DETAILED] = "detailed",
	};

	return levels[level];
}

static void add_word(struct text *list, const char *word)
{
	text_addf(list, "%s%s", list->length ? " " : "", word);
}

/* Hundredths of a krona for each inhabitant, rounded half up. */
static long long per_inhabitant(long long money, long long population)
{
	return (money * 200 + population) / (2 * population);
}

static void add_money(struct together *t, const struct panel_federation *f, size_t kind)
{
	bool shared = f->stated[kind] && !f->unknown && f->population;

	t->known[kind] &= f->stated[kind];
	t->shared[kind] &= shared;
	t->money[kind] += f->money[kind];
	if (shared)
		t->hundredths[kind] += per_inhabitant(f->money[kind], f->population);
}

static void add_federation(struct together *t, const char *id,
			   const struct panel_federation *f)
{
	/* Two memberships of the same federation, for its districts, are one. */
	if (text_has_word(text_get(&t->federations), id))
		return;
	t->count++;
	add_word(&t->federations, id);
	add_word(&t->levels, level_name(f->level));
	t->detailed &= f->level == PANEL_DETAILED;
	t->unplaced += f->unplaced;
	for (size_t kind = 0; kind < PANEL_MONEY; kind++)
		add_money(t, f, kind);
}

static struct period days_of(const struct panel *p, size_t row)
{
	return period_parse(grid_get(p->memberships, row, 2),
			    grid_get(p->memberships, row, 3));
}

static void gather(const struct panel *p, struct members m, size_t year,
		   struct together *t)
{
	struct period whole = period_of_year(p->first + (int)year);

	*t = (struct together){ .detailed = true, .known = { true, true },
				.shared = { true, true } };
	for (size_t row = m.from; row < m.to; row++) {
		const char *id = grid_get(p->memberships, row, 1);

		if (period_holds_at_end_of(days_of(p, row), whole))
			add_federation(t, id, panel_federation(p, id, year));
	}
}

/* The first year of the first membership; empty when that was before anybody counted. */
static void set_first_year(struct grid *g, const struct panel *p, struct members m)
{
	const char *first = NULL;

	for (size_t row = m.from; row < m.to; row++) {
		const char *start = grid_get(p->memberships, row, 2);

		if (!first || strcmp(start, first) < 0)
			first = start;
	}
	if (first && first[0])
		grid_set_part(g, grid_rows(g) - 1, FIRST_YEAR, first, 4);
	set_number(g, BEFORE_REGISTER, first && !first[0]);
}

static void set_hundredths(struct grid *g, size_t column, long long hundredths)
{
	char number[32];

	snprintf(number, sizeof(number), "%lld.%02lld", hundredths / 100,
		 hundredths % 100);
	set_text(g, column, number);
}

static void set_money(struct grid *g, const struct together *t)
{
	static const size_t sums[] = { ALLOCATED, USED };
	static const size_t shares[] = { ALLOCATED_EACH, USED_EACH };

	for (size_t kind = 0; kind < PANEL_MONEY && t->count; kind++) {
		if (t->known[kind])
			set_number(g, sums[kind], t->money[kind]);
		if (t->shared[kind])
			set_hundredths(g, shares[kind], t->hundredths[kind]);
	}
}

static void set_counts(struct grid *g, const struct panel *p, size_t place, size_t year,
		       const struct together *t)
{
	const long *counts = panel_counts(p, place, year);

	if (t->count && t->detailed)
		set_number(g, UNPLACED, t->unplaced);
	for (size_t i = 0; i <= p->measure_count && t->detailed; i++)
		set_number(g, COUNTS + i, counts[i]);
}

static void add_row(struct grid *g, const struct panel *p, size_t place, size_t year,
		    struct members m)
{
	const char *code = grid_get(p->municipalities, place, 0);
	long long population = panel_population(p, code, year);
	struct together t;

	gather(p, m, year, &t);
	grid_add_row(g, 0);
	set_text(g, MUNICIPALITY, code);
	set_text(g, NAME, grid_get(p->municipalities, place, 1));
	set_text(g, COUNTY, grid_get(p->municipalities, place, 2));
	set_number(g, YEAR, p->first + (int)year);
	set_number(g, MEMBER, t.count > 0);
	set_text(g, FEDERATION, text_get(&t.federations));
	set_first_year(g, p, m);
	set_text(g, LEVEL, text_get(&t.levels));
	if (population >= 0)
		set_number(g, POPULATION, population);
	set_money(g, &t);
	set_counts(g, p, place, year, &t);
	text_done(&t.federations);
	text_done(&t.levels);
}

static struct members members_of(const struct panel *p, const char *municipality)
{
	const struct grid *all = p->memberships;
	struct members m = { 0, 0 };

	while (m.from < grid_rows(all) && strcmp(grid_get(all, m.from, 0), municipality))
		m.from++;
	m.to = m.from;
	while (m.to < grid_rows(all) && !strcmp(grid_get(all, m.to, 0), municipality))
		m.to++;
	return m;
}

static struct grid *new_grid(const struct panel *p)
{
	struct grid *g = grid_new("panel");

	for (size_t i = 0; i < COUNTS; i++)
		grid_add_column(g, names[i]);
	grid_add_column(g, "participations");
	for (size_t i = 0; i < p->measure_count; i++) {
		struct text name = { 0 };

		text_addf(&name, "participations_%s", p->measures[i].code);
		grid_add_column(g, text_get(&name));
		text_done(&name);
	}
	return g;
}

struct grid *panel_rows(const struct panel *p)
{
	struct grid *g = new_grid(p);

	for (size_t place = 0; place < grid_rows(p->municipalities); place++) {
		struct members m =
			members_of(p, grid_get(p->municipalities, place, 0));

		if (m.from == m.to && !app_is_national(p->app))
			continue;
		for (size_t year = 0; year < p->years; year++)
			add_row(g, p, place, year, m);
	}
	return g;
}
