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
	if (row < t->rows.count)
		text_addf(out, "%s, %s", lang_pick(t->rows.items[row].label),
			  lang_pick(t->columns.items[column].label));
}

static void show(struct ui *ui, const struct grid *records, const char *name)
{
	const char *form = grid_rows(records) ? grid_get(records, 0, 0) : "";

	if (!strcmp(form, "participation"))
		participants_open(ui, &(struct participants_setup){
					      .about = name, .records = records });
	else if (!strcmp(form, "intervention"))
		interventions_open_records(ui, name, records);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       grid_rows(records)
			       ? _("Siffran kommer från årets antal eller pengar: se "
				   "3 Antal och 4 Ekonomi.")
			       : _("Inga poster räknas i den cellen."));
}

void table_records_open(struct ui *ui, const struct figure_table *t, size_t row,
			size_t column)
{
	const struct report_cell cell = { ui->year, t->report->id,
					  t->rows.items[row].key,
					  t->columns.items[column].key };
	struct text name = { 0 };
	struct grid *records;
	struct err e;

	if (report_is_by_year(t) && atoi(cell.row) != ui->year) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Byt år med - eller + för att se posterna bakom ett annat år."));
		return;
	}
	records = report_records(ui->app, &cell, &e);
	table_records_name(t, row, column, &name);
	if (records)
		show(ui, records, text_get(&name));
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	text_done(&name);
	grid_free(records);
}
