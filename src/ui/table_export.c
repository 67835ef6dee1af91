/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a file for spreadsheets; see table_export.h. */
#include "ui/table_export.h"

#include <stdlib.h>

#include "app/report_page.h"
#include "app/table_grid.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/file_export.h"

/* The rows' names, then figures; what is hidden is no number and stays text. */
static enum list_kind *list_kinds(const struct grid *g)
{
	enum list_kind *kinds = mem_alloc((grid_columns(g) + 1) * sizeof(*kinds));

	for (size_t i = 1; i < grid_columns(g); i++)
		kinds[i] = LIST_NUMBER;
	return kinds;
}

void table_export_add_stem(const struct figure_table *t, const char *part,
			   struct text *out)
{
	text_addf(out, "%s-%d", t->report->id, t->year);
	if (part)
		text_addf(out, "-%s", part);
}

void table_export_write(struct ui *ui, const struct file_export *x,
			const struct report_page *p, const struct figure_table *t,
			const char *path)
{
	struct grid *g = table_grid_make(p, t);
	enum list_kind *kinds = list_kinds(g);
	struct text said = { 0 }, title = { 0 };

	text_addf(&title, p->part ? "%s, %s" : "%s%s", lang_pick(t->report->title),
		  p->part ? p->part : "");
	text_addf(&said,
		  p->hiding ? _("Tabellen är skriven till %s, utan små tal.")
			    : _("Tabellen är skriven till %s, med alla tal."), path);
	file_export_write(ui, x, path,
			  &(struct list_sheet){ text_get(&title), g, kinds },
			  text_get(&said));
	text_done(&title);
	text_done(&said);
	free(kinds);
	grid_free(g);
}
