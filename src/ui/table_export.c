/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a file for spreadsheets; see table_export.h. */
#include "ui/table_export.h"

#include "app/report_page.h"
#include "app/table_grid.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "ui/ui.h"

static void add_name(const struct figure_table *t, int number, struct text *out)
{
	text_addf(out, "%s-%d", t->report->id, t->year);
	if (number > 1)
		text_addf(out, "-%d", number);
	text_add(out, ".csv");
}

void table_export_name(const struct figure_table *t, struct text *out)
{
	struct text name = { 0 };
	int number = 1;

	add_name(t, number, &name);
	while (path_exists(text_get(&name))) {
		text_clear(&name);
		add_name(t, ++number, &name);
	}
	text_add(out, text_get(&name));
	text_done(&name);
}

static bool write_file(const struct report_page *p, const struct figure_table *t,
		       const char *path, struct err *e)
{
	struct grid *g = table_grid_make(p, t);
	struct text bytes = { 0 };
	bool ok;

	csvfile_write_as(&bytes, g, csvfile_find_dialect("excel"));
	ok = path_write(path, text_get(&bytes), bytes.length, e);
	text_done(&bytes);
	grid_free(g);
	return ok;
}

void table_export_write(struct ui *ui, const struct report_page *p,
			const struct figure_table *t, const char *path)
{
	struct err e;

	if (!*path)
		ui_say(ui, MESSAGE_INFO, "%s", _("Ingen fil skrevs."));
	else if (path_exists(path))
		ui_say(ui, MESSAGE_ERROR, _("%s: finns redan; välj ett annat namn"),
		       path);
	else if (!write_file(p, t, path, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	else
		ui_say(ui, MESSAGE_INFO,
		       p->hiding ? _("Tabellen är skriven till %s, utan små tal.")
				 : _("Tabellen är skriven till %s, med alla tal."),
		       path);
}
