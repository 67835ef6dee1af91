/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures are which bars, for every table that is declared to be drawn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "base/text.h"
#include "model/diagram.h"
#include "model/figures.h"
#include "model/tabulate.h"
#include "tables.h"

static struct figures *figures;

static void add_participations(struct tabulation *t)
{
	for (int i = 0; i < 3; i++) {
		struct fact p;

		tables_participation(&p, "2021-01-01", "2021-12-31");
		tables_support(&p, FACT_AFTER, i ? "none" : "sickness_benefit");
		p.phases[FACT_AFTER].studies = i > 0;
		tabulation_add(t, &p);
	}
}

static int init(void **state)
{
	struct tabulation *t;

	tables_setup(state);
	t = tables_begin(1);
	add_participations(t);
	figures = tables_end(t);
	return 0;
}

static int done(void **state)
{
	figures_free(figures);
	return tables_teardown(state);
}

static struct diagram *draw(const char *table)
{
	const struct figure_table *t = figures_find(figures, table);

	assert_non_null(t);
	assert_true(diagram_is_declared(t));
	return diagram_new(t);
}

/* "Category: bar value, bar value" of one group. */
static void assert_group(const struct diagram *d, size_t panel, size_t group,
			 const char *expected)
{
	const struct diagram_group *g = &d->panels[panel].groups[group];
	struct text found = { 0 };

	assert_true(group < d->panels[panel].count);
	text_addf(&found, "%s:", g->label);
	for (size_t i = 0; i < g->count; i++) {
		double value;

		text_addf(&found, "%s %s ", i ? "," : "", g->bars[i].label);
		if (diagram_value(d, &g->bars[i], &value))
			text_addf(&found, "%g", value);
		else
			text_add(&found, "-");
	}
	assert_string_equal(text_get(&found), expected);
	text_done(&found);
}

static void years_are_categories_of_one_panel(void **state)
{
	struct diagram *d = draw("federations_over_time");

	(void)state;
	assert_int_equal(d->count, 1);
	assert_string_equal(d->panels[0].title, "");
	assert_int_equal(d->panels[0].count, 5);
	assert_group(d, 0, 4, "2021: Förbund 0, Kommuner 0");
	diagram_free(d);
	d = draw("structural_participants_over_time");
	assert_group(d, 0, 0, "2017:  0");
	diagram_free(d);
}

static void phases_stand_side_by_side(void **state)
{
	struct diagram *d = draw("occupation");

	(void)state;
	assert_int_equal(d->show, REPORT_COUNT);
	assert_int_equal(d->count, 3);
	assert_string_equal(d->panels[0].title, "Kvinnor");
	assert_string_equal(d->panels[2].title, "Totalt");
	assert_group(d, 0, 0, "Arbete utan subvention: Före 0, Efter 0");
	assert_group(d, 0, 3, "Studier: Före 0, Efter 2");
	assert_group(d, 1, 3, "Studier: Före 0, Efter 0");
	assert_int_equal(d->panels[0].count, 4);
	diagram_free(d);
}

static void those_of_no_group_are_all(void **state)
{
	struct diagram *d = draw("work_or_studies");

	(void)state;
	assert_int_equal(d->show, REPORT_PERCENT);
	assert_group(d, 0, 0, "Alla: Före 0, Efter 67");
	assert_group(d, 0, 2, "30 år och äldre: Före 0, Efter 67");
	assert_group(d, 1, 1, "Under 30 år: Före -, Efter -");
	diagram_free(d);
}

static void labels_are_in_the_language_spoken(void **state)
{
	struct diagram *d;

	(void)state;
	lang_set(LANG_EN);
	d = draw("support_change");
	assert_string_equal(d->panels[1].title, "Men");
	assert_group(d, 0, 0, "Sickness or rehabilitation benefit: Before 100, After 33");
	diagram_free(d);
	lang_set(LANG_SV);
}

/* Every bar is a figure of the table, and no figure is drawn twice. */
static void walk(const struct figure_table *t)
{
	struct diagram *d = diagram_new(t);
	bool seen[4000] = { false };

	for (size_t i = 0; i < d->count; i++) {
		assert_true(d->panels[i].count > 0);
		for (size_t j = 0; j < d->panels[i].count; j++) {
			const struct diagram_group *g = &d->panels[i].groups[j];

			for (size_t k = 0; k < g->count; k++) {
				const struct diagram_bar *bar = &g->bars[k];
				size_t place = bar->row * t->columns.count + bar->column;

				assert_true(bar->row < t->rows.count);
				assert_true(bar->column < t->columns.count);
				assert_true(place < sizeof(seen));
				assert_false(seen[place]);
				seen[place] = true;
				assert_true(t->columns.items[bar->column].show & d->show);
			}
		}
	}
	for (size_t i = 0; i < t->rows.count * t->columns.count; i++)
		assert_true(seen[i]);
	diagram_free(d);
}

static void every_figure_of_a_drawn_table_is_a_bar(void **state)
{
	size_t drawn = 0;

	(void)state;
	for (size_t i = 0; i < figures->count; i++) {
		if (!diagram_is_declared(&figures->tables[i]))
			continue;
		walk(&figures->tables[i]);
		drawn++;
	}
	assert_int_equal(drawn, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_are_categories_of_one_panel),
		cmocka_unit_test(phases_stand_side_by_side),
		cmocka_unit_test(those_of_no_group_are_all),
		cmocka_unit_test(labels_are_in_the_language_spoken),
		cmocka_unit_test(every_figure_of_a_drawn_table_is_a_bar),
	};

	return cmocka_run_group_tests(tests, init, done);
}
