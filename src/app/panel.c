/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluation panel; see panel.h. What a group is and who counts, the model says. */
#include "app/panel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/catalog.h"
#include "app/inside.h"
#include "app/panel_inside.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/report.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

static struct grid *ask(struct panel *p, enum sql_id id, struct err *e)
{
	return query_grid(p->app->db, &(struct query){ .sql = sql_text(id) }, e);
}

/* The index of a year of the panel, or -1. */
static long year_index(const struct panel *p, const char *year)
{
	long at = strtol(year, NULL, 10) - p->first;

	return at >= 0 && at < (long)p->years ? at : -1;
}

/* ---- what there is to count by ---- */

static void add_measure(struct panel *p, const char *dimension)
{
	const struct fact_dimension *by =
		fact_dimension_at((size_t)fact_find_dimension(dimension));
	const struct code_list *list =
		codes_find(catalog_codes(p->app->catalog), by->list);

	for (size_t i = 0; i < list->count; i++)
		p->measures[p->measure_count++] =
			(struct panel_measure){ by, i, list->items[i].code };
}

/* Those of the tables: by sex and by group. */
static void find_measures(struct panel *p)
{
	p->measures = mem_alloc(2 * FACT_MAX_CODES * sizeof(*p->measures));
	add_measure(p, "sex");
	add_measure(p, "group");
}

/* ---- years ---- */

static bool find_years(struct panel *p, const struct panel_order *order, struct err *e)
{
	struct grid *g;

	p->first = order->first;
	p->years = (size_t)(order->last - order->first + 1);
	if (order->first)
		return true;
	g = ask(p, SQL_PANEL_YEARS, e);
	if (!g)
		return false;
	p->first = (int)strtol(grid_get(g, 0, 0), NULL, 10);
	p->years = (size_t)(strtol(grid_get(g, 0, 1), NULL, 10) - p->first + 1);
	grid_free(g);
	return p->first || err_set(e, _("%s: registret berättar inte om något år"),
				   app_path(p->app));
}

/* ---- federations ---- */

static struct panel_federation *federation_of(const struct panel *p, const char *id,
					      size_t year)
{
	int number = numbering_find(&p->federations, id);

	return number < 0 ? NULL : &p->of_federation[(size_t)number * p->years + year];
}

/* All that have members, delivered something, or have participations. */
static bool number_federations(struct panel *p, struct err *e)
{
	struct grid *g = query_grid(p->app->db, &(struct query){
		.sql = "SELECT id FROM federation ORDER BY id" }, e);

	for (size_t i = 0; g && i < grid_rows(g); i++)
		numbering_add(&p->federations, grid_get(g, i, 0));
	grid_free(g);
	p->of_federation = mem_alloc((p->federations.count * p->years + 1) *
				     sizeof(*p->of_federation));
	return g;
}

/* Who received nothing but has rows has them at first hand, all of them. */
static bool read_levels(struct panel *p, struct err *e)
{
	struct grid *g = ask(p, SQL_PANEL_LEVEL, e);
	size_t count = g ? grid_rows(g) : 0;
	bool own = !count && (!app_is_national(p->app) || app_is_demo(p->app));

	for (size_t i = 0; own && i < p->federations.count * p->years; i++)
		p->of_federation[i].level = PANEL_DETAILED;
	for (size_t i = 0; i < count; i++) {
		long year = year_index(p, grid_get(g, i, 1));

		if (year >= 0)
			federation_of(p, grid_get(g, i, 0), (size_t)year)->level =
				strcmp(grid_get(g, i, 2), "aggregate")
					? PANEL_DETAILED : PANEL_AGGREGATE;
	}
	grid_free(g);
	return g;
}

static bool read_money(struct panel *p, struct err *e)
{
	struct grid *g = ask(p, SQL_PANEL_MONEY, e);

	for (size_t i = 0; g && i < grid_rows(g); i++) {
		long year = year_index(p, grid_get(g, i, 1));
		struct panel_federation *f;

		if (year < 0)
			continue;
		f = federation_of(p, grid_get(g, i, 0), (size_t)year);
		for (size_t kind = 0; kind < PANEL_MONEY; kind++) {
			const char *sum = grid_get(g, i, 2 + kind);

			f->stated[kind] = sum[0];
			f->money[kind] = strtoll(sum, NULL, 10);
		}
	}
	grid_free(g);
	return g;
}

/* ---- municipalities ---- */

static bool read_memberships(struct panel *p, struct err *e)
{
	p->memberships = ask(p, SQL_PANEL_MEMBERSHIP, e);
	return p->memberships;
}

/* How many live where the federation is, when that is known of all its members; a part of
 * a municipality has inhabitants that nobody tells of. */
static void add_population(struct panel *p, size_t row, size_t year)
{
	struct period days = period_parse(grid_get(p->memberships, row, 2),
					  grid_get(p->memberships, row, 3));
	struct panel_federation *f =
		federation_of(p, grid_get(p->memberships, row, 1), year);
	long long lives = panel_population(p, grid_get(p->memberships, row, 0), year);

	if (!period_holds_at_end_of(days, period_of_year(p->first + (int)year)))
		return;
	if (lives < 0 || grid_get(p->memberships, row, 4)[0])
		f->unknown = true;
	else
		f->population += lives;
}

static void add_populations(struct panel *p)
{
	for (size_t row = 0; row < grid_rows(p->memberships); row++)
		for (size_t year = 0; year < p->years; year++)
			add_population(p, row, year);
}

static void number_population(struct panel *p, const struct grid *population)
{
	p->population = population;
	for (size_t i = 0; population && i < grid_rows(population); i++) {
		struct text key = { 0 };

		text_addf(&key, "%s %s", grid_get(population, i, 0),
			  grid_get(population, i, 1));
		numbering_add(&p->inhabitants, text_get(&key));
		text_done(&key);
	}
}

long long panel_population(const struct panel *p, const char *municipality, size_t year)
{
	struct text key = { 0 };
	int row;

	text_addf(&key, "%s %d", municipality, p->first + (int)year);
	row = numbering_find(&p->inhabitants, text_get(&key));
	text_done(&key);
	return row < 0 ? -1 : strtoll(grid_get(p->population, (size_t)row, 2), NULL, 10);
}

/* ---- participations ---- */

static void fill_fact(const struct panel *p, const struct grid *g, size_t row,
		      struct fact *fact)
{
	const char *sources = grid_get(g, row, 7), *word;
	size_t length;

	fact_clear(fact, FACT_PARTICIPATION);
	fact->period = period_parse(grid_get(g, row, 2), grid_get(g, row, 3));
	fact->code[FACT_SEX] =
		(signed char)fact_code(p->lists, FACT_SEX, grid_get(g, row, 4));
	fact->birth_year = (int)strtol(grid_get(g, row, 5), NULL, 10);
	fact->code[FACT_CLOSURE_REASON] = (signed char)fact_code(
		p->lists, FACT_CLOSURE_REASON, grid_get(g, row, 6));
	while ((word = text_next_word(&sources, &length))) {
		char *source = mem_text_part(word, length);
		int place = fact_code(p->lists, FACT_SUPPORT, source);

		if (place >= 0)
			fact->phases[FACT_BEFORE].support |= UINT32_C(1) << place;
		free(source);
	}
}

static void count(struct panel *p, const struct fact *fact, size_t place, size_t year)
{
	const struct fact_unit unit = { .fact = fact, .lists = p->lists };
	long *counts = panel_counts(p, place, year);

	counts[0]++;
	for (size_t i = 0; i < p->measure_count; i++)
		counts[i + 1] += p->measures[i].by->values(&unit) >>
					 p->measures[i].place & 1;
}

/* In the years its federation has told of in detail: else they would not be all. */
static void add_participation(struct panel *p, const struct grid *g, size_t row)
{
	int place = numbering_find(&p->places, grid_get(g, row, 1));
	struct fact fact;

	fill_fact(p, g, row, &fact);
	for (size_t year = 0; year < p->years && !fact_is_void(&fact, p->lists); year++) {
		struct panel_federation *f = federation_of(p, grid_get(g, row, 0), year);

		if (f->level != PANEL_DETAILED ||
		    !period_is_active_in(fact.period,
					 period_of_year(p->first + (int)year)))
			continue;
		if (place >= 0)
			count(p, &fact, (size_t)place, year);
		else
			f->unplaced++;
	}
}

static bool read_participations(struct panel *p, struct err *e)
{
	const char *const before = "before";
	struct grid *g = query_grid(p->app->db, &(struct query){
		.sql = sql_text(SQL_PANEL_PARTICIPATION), .values = &before, .count = 1 },
		e);

	for (size_t row = 0; g && row < grid_rows(g); row++)
		add_participation(p, g, row);
	grid_free(g);
	return g;
}

/* ---- the whole ---- */

static void number_places(struct panel *p)
{
	const struct grid *all = catalog_reference(p->app->catalog, "municipalities");

	p->municipalities = all;
	for (size_t i = 0; i < grid_rows(all); i++)
		numbering_add(&p->places, grid_get(all, i, 0));
	p->counts = mem_alloc((p->places.count * p->years + 1) * (p->measure_count + 1) *
			      sizeof(*p->counts));
}

long *panel_counts(const struct panel *p, size_t place, size_t year)
{
	return &p->counts[(place * p->years + year) * (p->measure_count + 1)];
}

const struct panel_federation *panel_federation(const struct panel *p, const char *id,
						size_t year)
{
	return federation_of(p, id, year);
}

static bool read_all(struct panel *p, const struct panel_order *order, struct err *e)
{
	p->lists = reports_lists(catalog_reports(p->app->catalog));
	find_measures(p);
	if (!find_years(p, order, e) || !number_federations(p, e) ||
	    !read_memberships(p, e) || !read_levels(p, e) || !read_money(p, e))
		return false;
	number_population(p, order->population);
	add_populations(p);
	number_places(p);
	return read_participations(p, e);
}

struct grid *panel_make(struct app *a, const struct panel_order *order, struct err *e)
{
	struct panel p = { .app = a };
	struct grid *g = NULL;

	/* All of it as it is at one moment. */
	if (!db_begin_reading(a->db, e))
		return NULL;
	if (read_all(&p, order, e))
		g = panel_rows(&p);
	db_rollback(a->db);
	grid_free(p.memberships);
	numbering_done(&p.federations);
	numbering_done(&p.places);
	numbering_done(&p.inhabitants);
	free(p.of_federation);
	free(p.measures);
	free(p.counts);
	return g;
}
