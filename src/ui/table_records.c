/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records behind a cell; see table_records.h. */
#include "ui/table_records.h"

#include <stdlib.h>
#include <string.h>

#include "app/report.h"
#include "app/report_page.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/counted_view.h"
#include "ui/interventions.h"
#include "ui/participants.h"
#include "ui/ui.h"

void table_records_name(const struct figure_table *t, size_t row, size_t column,
			struct text *out)
{
	text_addf(out, "%s, %s", lang_pick(t->rows.items[row].label),
		  lang_pick(t->columns.items[column].label));
}

/* What a list of the records is called, and which year it is of. */
struct shown_cell {
	const char *name;
	int year;
};

/* What is behind a cell, by the list that shows it. */
struct behind {
	struct grid *participations, *interventions;
	struct grid *counted;           /* volumes, counts, money, memberships */
};

static struct grid *new_records(void)
{
	struct grid *g = grid_new("records");

	grid_add_column(g, "form");
	grid_add_column(g, "id");
	return g;
}

static void sort_record(struct behind *b, const char *form, const char *id)
{
	struct grid *g = b->counted;
	size_t row;

	if (!strcmp(form, "participation"))
		g = b->participations;
	else if (!strcmp(form, "intervention"))
		g = b->interventions;
	row = grid_add_row(g, 0);
	grid_set(g, row, 0, form);
	grid_set(g, row, 1, id);
}

static void behind_done(struct behind *b)
{
	grid_free(b->participations);
	grid_free(b->interventions);
	grid_free(b->counted);
}

static bool find_behind(struct ui *ui, const struct report_cell *cell, struct behind *b,
			struct err *e)
{
	struct grid *records = report_records(ui->app, cell, e);

	*b = (struct behind){ new_records(), new_records(), new_records() };
	for (size_t i = 0; records && i < grid_rows(records); i++)
		sort_record(b, grid_get(records, i, 0), grid_get(records, i, 1));
	grid_free(records);
	return records != NULL;
}

static void tell_both(const struct behind *b, struct text *told)
{
	size_t participations = grid_rows(b->participations);
	size_t counts = grid_rows(b->counted);

	text_addf(told, ngettext("%zu deltagande", "%zu deltaganden", participations),
		  participations);
	text_addf(told, ngettext(" och %zu registrerat antal.",
				 " och %zu registrerade antal.", counts), counts);
}

/* False when it must be asked which. */
static bool show(struct ui *ui, const struct behind *b, const struct shown_cell *cell,
		 enum table_records_part part, struct text *told)
{
	bool counts = grid_rows(b->counted) && part != TABLE_RECORDS_PARTICIPATIONS;
	bool people = grid_rows(b->participations) && part != TABLE_RECORDS_COUNTS;

	if (people && counts) {
		tell_both(b, told);
		return false;
	}
	if (people)
		participants_open(ui, &(struct participants_setup){
					      .about = cell->name,
					      .records = b->participations,
					      .year = cell->year });
	else if (counts)
		counted_view_open(ui, cell->name, b->counted);
	else if (grid_rows(b->interventions))
		interventions_open_records(ui, &(struct interventions_setup){
						       .about = cell->name,
						       .records = b->interventions,
						       .year = cell->year });
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Inga poster räknas i den cellen."));
	return true;
}

/* 0: the year that is worked with. */
static int year_of(const struct figure_table *t, const char *row)
{
	return report_is_by_year(t) ? atoi(row) : 0;
}

bool table_records_open(struct ui *ui, const struct table_records_cell *at,
			enum table_records_part part, struct text *told)
{
	const struct figure_table *t = at->table;
	const struct report_cell cell = { ui->year, t->report->id,
					  t->rows.items[at->row].key,
					  t->columns.items[at->column].key, *at->scope };
	struct text name = { 0 };
	struct behind b;
	struct err e;
	bool done = true;

	table_records_name(t, at->row, at->column, &name);
	if (find_behind(ui, &cell, &b, &e))
		done = show(ui, &b,
			    &(struct shown_cell){ text_get(&name), year_of(t, cell.row) },
			    part, told);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	behind_done(&b);
	text_done(&name);
	return done;
}
