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
#include "ui/interventions.h"
#include "ui/participants.h"
#include "ui/ui.h"

void table_records_name(const struct figure_table *t, size_t row, size_t column,
			struct text *out)
{
	text_addf(out, "%s, %s", lang_pick(t->rows.items[row].label),
		  lang_pick(t->columns.items[column].label));
}

/* What is behind a cell, by kind. */
struct behind {
	struct grid *participations;
	struct grid *interventions; /* counted, or with the numbers that are summed */
	size_t numbers;             /* volumes, counts and years among them */
	size_t others;              /* what no list shows: money, memberships */
};

static struct grid *new_records(void)
{
	struct grid *g = grid_new("records");

	grid_add_column(g, "form");
	grid_add_column(g, "id");
	return g;
}

static void add_record(struct grid *g, const char *form, const char *id)
{
	size_t row;

	if (grid_find_row(g, 1, id) >= 0)
		return;
	row = grid_add_row(g, 0);
	grid_set(g, row, 0, form);
	grid_set(g, row, 1, id);
}

static bool sort_record(struct ui *ui, struct behind *b, const char *form, const char *id,
			struct err *e)
{
	struct text intervention = { 0 };
	bool ok = true;

	if (!strcmp(form, "participation")) {
		add_record(b->participations, form, id);
	} else if (!strcmp(form, "intervention")) {
		add_record(b->interventions, form, id);
	} else {
		ok = report_intervention_of(ui->app, form, id, &intervention, e);
		if (intervention.length)
			add_record(b->interventions, "intervention",
				   text_get(&intervention));
		b->numbers += intervention.length > 0;
		b->others += !intervention.length;
	}
	text_done(&intervention);
	return ok;
}

static void behind_done(struct behind *b)
{
	grid_free(b->participations);
	grid_free(b->interventions);
}

static bool find_behind(struct ui *ui, const struct report_cell *cell, struct behind *b,
			struct err *e)
{
	struct grid *records = report_records(ui->app, cell, e);
	bool ok = records != NULL;

	*b = (struct behind){ new_records(), new_records(), 0, 0 };
	for (size_t i = 0; ok && i < grid_rows(records); i++)
		ok = sort_record(ui, b, grid_get(records, i, 0), grid_get(records, i, 1),
				 e);
	grid_free(records);
	return ok;
}

static void show_interventions(struct ui *ui, const struct behind *b, const char *name)
{
	interventions_open_records(ui, name, b->interventions);
	if (b->others)
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Resten av summan är pengar utanför insatserna: se 4 "
			 "Ekonomi."));
	else if (b->numbers)
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Talen står på insatserna: öppna en för att se dem."));
}

static void tell_both(const struct behind *b, struct text *told)
{
	size_t participations = grid_rows(b->participations);

	text_addf(told, ngettext("%zu deltagande", "%zu deltaganden", participations),
		  participations);
	text_addf(told, ngettext(" och %zu registrerat antal.",
				 " och %zu registrerade antal.", b->numbers),
		  b->numbers);
}

/* False when it must be asked which. */
static bool show(struct ui *ui, const struct behind *b, const char *name,
		 enum table_records_part part, struct text *told)
{
	bool counts = grid_rows(b->interventions) && part != TABLE_RECORDS_PARTICIPATIONS;
	bool people = grid_rows(b->participations) && part != TABLE_RECORDS_COUNTS;

	if (people && counts) {
		tell_both(b, told);
		return false;
	}
	if (people)
		participants_open(ui, &(struct participants_setup){
					      .about = name,
					      .records = b->participations });
	else if (counts)
		show_interventions(ui, b, name);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       b->others ? _("Siffran kommer från årets pengar eller "
				     "kommunerna: se 4 Ekonomi och 9 Inställningar.")
				 : _("Inga poster räknas i den cellen."));
	return true;
}

bool table_records_open(struct ui *ui, const struct figure_table *t, size_t row,
			size_t column, enum table_records_part part, struct text *told)
{
	const struct report_cell cell = { ui->year, t->report->id,
					  t->rows.items[row].key,
					  t->columns.items[column].key };
	struct text name = { 0 };
	struct behind b;
	struct err e;
	bool done = true;

	if (report_is_by_year(t) && atoi(cell.row) != ui->year) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Byt år med - eller + för att se posterna bakom ett annat år."));
		return true;
	}
	table_records_name(t, row, column, &name);
	if (find_behind(ui, &cell, &b, &e))
		done = show(ui, &b, text_get(&name), part, told);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	behind_done(&b);
	text_done(&name);
	return done;
}
