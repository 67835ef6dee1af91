/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the tables share; see tables.h. */
#include "tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csvfile.h"
#include "base/date.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/figures.h"
#include "model/report.h"
#include "model/tabulate.h"

static struct grid *read_data(const char *name, struct faults *f)
{
	struct text path = { 0 };
	struct grid *g;

	text_addf(&path, "%s/data/%s", SOURCEDIR, name);
	g = csvfile_read(text_get(&path), name, f);
	text_done(&path);
	return g;
}

static void stop(const struct faults *f)
{
	struct text all = { 0 };

	faults_print(f, &all);
	fprintf(stderr, "%s\n", text_get(&all));
	exit(99);
}

static void read_codes(struct tables *t, struct faults *f)
{
	struct err e;
	struct grid *names = path_list(SOURCEDIR "/data/codes", ".csv", &e);

	if (!names)
		faults_add(f, "data/codes", 0, 0, "%s", e.text);
	for (size_t i = 0; names && i < grid_rows(names); i++) {
		struct text path = { 0 };
		struct grid *g;

		text_addf(&path, "codes/%s.csv", grid_get(names, i, 0));
		g = read_data(text_get(&path), f);
		if (g)
			codes_add(t->codes, grid_get(names, i, 0), g, f);
		grid_free(g);
		text_done(&path);
	}
	grid_free(names);
}

struct tables tables_world;
uint32_t tables_seed;

int tables_setup(void **state)
{
	struct tables *t = &tables_world;
	struct faults f = { 0 };
	struct grid *g;

	(void)state;
	t->codes = codes_new();
	read_codes(t, &f);
	g = read_data("reports.csv", &f);
	t->reports = g ? reports_parse(g, t->codes, &f) : NULL;
	grid_free(g);
	if (f.count || !t->reports)
		stop(&f);
	t->lists = reports_lists(t->reports);
	faults_done(&f);
	return 0;
}

int tables_teardown(void **state)
{
	(void)state;
	reports_free(tables_world.reports);
	codes_free(tables_world.codes);
	return 0;
}

int tables_day(const char *iso)
{
	int day;

	if (!date_parse_iso(iso, &day))
		abort();
	return day;
}

int tables_code(enum fact_code what, const char *code)
{
	int place = fact_code(tables_world.lists, what, code);

	if (place < 0)
		abort();
	return place;
}

void tables_participation(struct fact *f, const char *start, const char *end)
{
	fact_clear(f, FACT_PARTICIPATION);
	f->id = "p";
	f->period.start = tables_day(start);
	f->period.end = end ? tables_day(end) : PERIOD_OPEN;
	f->registered = f->period.start;
	f->birth_year = 1980;
	f->key[FACT_PERSON] = 0;
	f->code[FACT_SEX] = (signed char)tables_code(FACT_SEX, "woman");
	f->code[FACT_KIND] = (signed char)tables_code(FACT_KIND, "individual");
	f->code[FACT_ORIENTATION] =
		(signed char)tables_code(FACT_ORIENTATION, "preparatory");
	f->code[FACT_EDUCATION] =
		(signed char)tables_code(FACT_EDUCATION, "upper_secondary");
	f->code[FACT_SUPPORT_DURATION] =
		(signed char)tables_code(FACT_SUPPORT_DURATION, "up_to_1y");
	if (end)
		f->code[FACT_CLOSURE_REASON] =
			(signed char)tables_code(FACT_CLOSURE_REASON, "completed");
	tables_support(f, FACT_BEFORE, "sickness_benefit");
}

void tables_support(struct fact *f, enum fact_phase_id phase, const char *source)
{
	f->phases[phase].stated = true;
	f->phases[phase].support |= UINT32_C(1) << tables_code(FACT_SUPPORT, source);
}

struct tabulation *tables_tabulation(const int *years, size_t count)
{
	const struct report *all[200];
	struct tabulation_order order = { all, reports_count(tables_world.reports), years,
					  count, tables_world.lists };

	if (order.report_count > sizeof(all) / sizeof(all[0]))
		abort();
	for (size_t i = 0; i < order.report_count; i++)
		all[i] = reports_at(tables_world.reports, i);
	return tabulation_new(&order);
}

struct tabulation *tables_begin(size_t count)
{
	static const int years[] = { 2021, 2020 };

	return tables_tabulation(years, count);
}

void tables_add(struct tabulation *t, const char *start, const char *end)
{
	struct fact f;

	tables_participation(&f, start, end);
	tabulation_add(t, &f);
}

struct figures *tables_end(struct tabulation *t)
{
	struct figures *f = tabulation_take(t, 0);

	tabulation_free(t);
	return f;
}

int tables_any(int limit)
{
	tables_seed = tables_seed * UINT32_C(1664525) + UINT32_C(1013904223);
	return (int)((tables_seed >> 10) % (uint32_t)limit);
}

const char *tables_value(const struct figures *f, const char *table, const char *row,
			 const char *column)
{
	static char found[64];
	struct text csv = { 0 };
	char key[300];
	const char *at;

	snprintf(key, sizeof(key), "\n%s,%s,%s,", table, row, column);
	figures_print_csv(f, &csv);
	at = strstr(text_get(&csv), key);
	found[0] = '\0';
	if (at) {
		at += strlen(key);
		snprintf(found, sizeof(found), "%.*s", (int)strcspn(at, "\n"), at);
	}
	text_done(&csv);
	return found;
}
