/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The interventions of a demo register, from data/demo/interventions.csv, and what is
 * counted in them by heads, from volumes.csv and counts.csv.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/demo_inside.h"
#include "base/date.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"

/* "-2 04-01": a day two years before the demo's. */
static int relative_day(const struct demo *d, const char *text, int otherwise)
{
	int year, month, dom;

	if (sscanf(text, "%d %d-%d", &year, &month, &dom) != 3)
		return otherwise;
	return demo_day(d->year + year, month, dom);
}

static int keyed_at_start(struct demo *d, const struct demo_intervention *it)
{
	return demo_keyed(d, it->start > d->first ? it->start : d->first);
}

/* A whole number near the one in the file; "" stays not stated, small ones what they
 * are. */
static void set_about(struct demo *d, struct demo_row *row, const char *column,
		      const char *number, int percent)
{
	long value = strtol(number, NULL, 10);

	if (!number[0])
		return;
	if (value >= 10)
		value = value * random_between(&d->random, 100 - percent, 100 + percent) /
			100;
	demo_set_int(row, column, value >= 10000 ? value / 1000 * 1000 : value);
}

/* ---- what belongs to an intervention ---- */

/* The words of the file's column `from`, a row each in the table. */
static void write_words(struct demo *d, const struct demo_intervention *it,
			const char *from, const char *table, const char *column)
{
	const char *words = grid_named(d->files[DEMO_INTERVENTIONS], it->row, from);
	const char *word;
	size_t length;

	while ((word = text_next_word(&words, &length))) {
		struct demo_row row = { 0 };
		char *code = mem_text_part(word, length);

		demo_set(&row, "intervention", it->id);
		demo_set(&row, column, code);
		demo_insert(d, table, &row);
		free(code);
	}
}

static void write_parties(struct demo *d, const struct demo_intervention *it)
{
	const char *kinds = grid_named(d->files[DEMO_INTERVENTIONS], it->row, "run_by");
	const char *where =
		grid_named(d->files[DEMO_INTERVENTIONS], it->row, "municipalities");
	const struct grid *parties = d->files[DEMO_PARTIES];

	for (size_t i = 0; i < grid_rows(parties); i++) {
		const char *home = grid_named(parties, i, "municipality");
		struct demo_row row = { 0 };

		if (!d->party_ids[i][0] ||
		    !text_has_word(kinds, grid_named(parties, i, "kind")) ||
		    (home[0] && where[0] && !text_has_word(where, home)))
			continue;
		demo_set(&row, "intervention", it->id);
		demo_set(&row, "party", d->party_ids[i]);
		demo_insert(d, "intervention_party", &row);
	}
}

static void write_year(struct demo *d, const struct demo_intervention *it, int year)
{
	const struct grid *g = d->files[DEMO_INTERVENTIONS];
	bool over = d->last >= demo_day(year, 12, 31);
	int decided = demo_keyed(d, demo_day(year - 1, 12, 1));
	struct demo_row row = { 0 };

	if (decided < d->first)
		decided = keyed_at_start(d, it);
	demo_new_row(d, &row, decided);
	demo_set(&row, "intervention", it->id);
	demo_set_int(&row, "year", year);
	set_about(d, &row, "planned", grid_named(g, it->row, "planned"), 15);
	set_about(d, &row, "budget", grid_named(g, it->row, "budget"), 5);
	set_about(d, &row, "esf_budget", grid_named(g, it->row, "esf_budget"), 5);
	if (over) {
		set_about(d, &row, "actual", grid_named(g, it->row, "budget"), 12);
		set_about(d, &row, "esf_actual", grid_named(g, it->row, "esf_budget"),
			  12);
	}
	demo_insert(d, "intervention_year", &row);
}

static void write_years(struct demo *d, const struct demo_intervention *it)
{
	for (int year = d->year - DEMO_YEARS + 1; year <= d->year; year++)
		if (it->start <= demo_day(year, 12, 31) &&
		    it->end >= demo_day(year, 1, 1))
			write_year(d, it, year);
}

/* The rows of volumes.csv or counts.csv for the intervention. */
static void write_heads(struct demo *d, const struct demo_intervention *it,
			enum demo_file file, const char *table)
{
	const struct grid *g = d->files[file];
	const char *name =
		grid_named(d->files[DEMO_INTERVENTIONS], it->row, "name");

	for (size_t i = 0; i < grid_rows(g); i++) {
		int year = d->year + atoi(grid_get(g, i, 1));
		struct demo_row row = { 0 };

		if (strcmp(grid_get(g, i, 0), name))
			continue;
		demo_new_row(d, &row, demo_keyed(d, demo_day(year, 12, 20)));
		demo_set(&row, "intervention", it->id);
		demo_set_int(&row, "year", year);
		for (size_t k = 2; k < grid_columns(g); k++) {
			const char *cell = grid_get(g, i, k);

			if (strspn(cell, "0123456789") == strlen(cell))
				set_about(d, &row, grid_column_name(g, k), cell, 10);
			else
				demo_set(&row, grid_column_name(g, k), cell);
		}
		demo_insert(d, table, &row);
	}
}

/* ---- interventions ---- */

static const struct demo_intervention *find_parent(const struct demo *d, size_t first,
						   const char *name)
{
	const struct grid *g = d->files[DEMO_INTERVENTIONS];

	for (size_t i = first; name[0] && i < d->intervention_count; i++)
		if (!strcmp(grid_named(g, d->interventions[i].row, "name"), name))
			return &d->interventions[i];
	return NULL;
}

static void write_intervention(struct demo *d, struct demo_intervention *it,
			       const struct demo_intervention *parent)
{
	static const char *const same[] = { "description", "kind", "orientation",
					    "registration", "esf" };
	const struct grid *g = d->files[DEMO_INTERVENTIONS];
	int keyed = keyed_at_start(d, it);
	struct demo_row row = { 0 };

	snprintf(it->id, sizeof(it->id), "%s", demo_new_row(d, &row, keyed));
	demo_set(&row, "federation", d->federation);
	demo_set(&row, "name", it->name);
	demo_set_day(&row, "start", it->start);
	if (it->end != INT_MAX)
		demo_set_day(&row, "end", it->end);
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		demo_set(&row, same[i], grid_named(g, it->row, same[i]));
	demo_set(&row, "part_of", parent ? parent->id : "");
	demo_insert(d, "intervention", &row);
	write_words(d, it, "further", "intervention_orientation", "orientation");
	write_words(d, it, "target_groups", "intervention_target_group", "target_group");
	write_words(d, it, "municipalities", "intervention_municipality", "municipality");
	write_parties(d, it);
	write_years(d, it);
	write_heads(d, it, DEMO_VOLUMES, "volume");
	write_heads(d, it, DEMO_COUNTS, "anonymous_count");
}

static char *name_of(const struct demo *d, size_t row, size_t copy)
{
	struct text name = { 0 };

	text_add(&name, grid_named(d->files[DEMO_INTERVENTIONS], row, "name"));
	if (copy)
		text_addf(&name, " %zu", copy + 1);
	return text_take(&name);
}

static struct demo_intervention read_intervention(const struct demo *d, size_t row,
						  size_t copy)
{
	const struct grid *g = d->files[DEMO_INTERVENTIONS];

	return (struct demo_intervention){
		.name = name_of(d, row, copy),
		.row = row,
		.start = relative_day(d, grid_named(g, row, "from"), d->first),
		.end = relative_day(d, grid_named(g, row, "to"), INT_MAX),
		.weight = (unsigned)strtoul(grid_named(g, row, "weight"), NULL, 10),
		.months = atoi(grid_named(g, row, "months")),
	};
}

void demo_write_interventions(struct demo *d, size_t copies)
{
	const struct grid *g = d->files[DEMO_INTERVENTIONS];
	size_t rows = grid_rows(g);

	d->interventions = mem_alloc(copies * rows * sizeof(*d->interventions));
	for (size_t i = 0; i < copies * rows; i++) {
		struct demo_intervention *it = &d->interventions[i];

		*it = read_intervention(d, i % rows, i / rows);
		write_intervention(d, it,
				   find_parent(d, i / rows * rows,
					       grid_named(g, it->row, "part_of")));
		d->intervention_count++;
	}
}
