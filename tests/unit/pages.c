/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report for tests; see pages.h. */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "model/published.h"
#include "model/report.h"
#include "model/tabulate.h"

static void add_participations(struct tabulation *t)
{
	static const char *const sources[] = { "social_assistance", "none",
					       "sickness_benefit" };
	static const char *const starts[] = { "2023-11-06", "2024-02-01", "2025-01-13" };
	static const char *const ends[] = { "2024-10-31", NULL, "2025-09-30" };

	for (int i = 0; i < 90; i++) {
		struct fact p;

		tables_participation(&p, starts[i % 3], ends[i % 3]);
		p.key[FACT_PERSON] = i / 2;
		p.birth_year = 1960 + i % 45;
		p.code[FACT_SEX] = (signed char)tables_code(FACT_SEX,
							    i % 4 ? "woman" : "man");
		tables_support(&p, FACT_BEFORE, sources[i % 2]);
		tables_support(&p, FACT_AFTER, sources[i % 5 % 3]);
		p.phases[FACT_AFTER].studies = i % 5 == 0;
		p.phases[FACT_AFTER].seeks_work = i % 2;
		tabulation_add(t, &p);
	}
}

static void add_interventions(struct tabulation *t)
{
	for (int i = 0; i < 5; i++) {
		struct fact f;

		fact_clear(&f, FACT_INTERVENTION);
		f.id = "i";
		f.period = (struct period){ tables_day("2022-01-01"), PERIOD_OPEN };
		f.code[FACT_KIND] = (signed char)tables_code(
			FACT_KIND, i ? "individual" : "structural");
		tabulation_add(t, &f);
	}
}

static struct published *read_published(void)
{
	struct faults f = { 0 };
	struct grid *g = csvfile_read(SOURCEDIR "/data/reference/published.csv",
				      "published.csv", &f);
	struct published *published = g ? published_parse(g, &f) : NULL;

	grid_free(g);
	if (!published)
		abort();
	return published;
}

void pages_init(struct pages *p)
{
	static const int years[] = { 2025, 2024 };
	struct tabulation *t;

	*p = (struct pages){ 0 };
	tables_setup(NULL);
	t = tables_tabulation(years, 2);
	add_participations(t);
	add_interventions(t);
	p->figures[0] = tabulation_take(t, 0);
	p->figures[1] = tabulation_take(t, 1);
	tabulation_free(t);
	p->published = read_published();
	p->page = (struct report_page){
		.figures = p->figures[0],
		.last_year = p->figures[1],
		.published = p->published,
		.sections = reports_sections(tables_world.reports),
		.owner = "Finsam <Åmål> & \"co\"",
		.made = "2025-11-14T10:00:00",
		.drafts = 2,
	};
}

void pages_done(struct pages *p)
{
	figures_free(p->figures[0]);
	figures_free(p->figures[1]);
	published_free(p->published);
	tables_teardown(NULL);
}

bool pages_hide_column(const void *context, const struct figure_table *t, size_t row,
		       struct report_column c)
{
	(void)row;
	return !strcmp(t->columns.items[c.column].key, context);
}
