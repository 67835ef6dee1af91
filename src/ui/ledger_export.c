/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger as a file; see ledger_export.h. */
#include "ui/ledger_export.h"

#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/file_export.h"
#include "ui/ui.h"

static struct grid *make_grid(enum ledger_kind kind, const struct grid *figures)
{
	struct grid *g = grid_new("ledger");

	grid_add_column(g, _("Insats"));
	for (size_t c = 0; c < ledger_column_count(kind); c++)
		grid_add_column(g, _(ledger_column_at(kind, c)->heading));
	for (size_t row = 0; row < grid_rows(figures); row++) {
		size_t to = grid_add_row(g, 0);

		grid_set(g, to, 0, grid_named(figures, row, "name"));
		for (size_t c = 0; c < ledger_column_count(kind); c++)
			grid_set(g, to, c + 1,
				 grid_named(figures, row,
					    ledger_column_at(kind, c)->name));
	}
	return g;
}

void ledger_export_add_stem(const struct ui *ui, enum ledger_kind kind, struct text *out)
{
	text_addf(out, "%s-%d", kind == LEDGER_COUNTS ? "counts" : "money", ui->year);
}

void ledger_export_write(struct ui *ui, const struct file_export *x,
			 enum ledger_kind kind, const struct grid *figures,
			 const char *path)
{
	enum list_kind kinds[LEDGER_MOST_COLUMNS + 1] = { LIST_TEXT };
	struct text stem = { 0 };
	struct grid *g = make_grid(kind, figures);

	for (size_t c = 1; c <= LEDGER_MOST_COLUMNS; c++)
		kinds[c] = LIST_NUMBER;
	ledger_export_add_stem(ui, kind, &stem);
	file_export_write(ui, x, path, &(struct list_sheet){ text_get(&stem), g, kinds },
			  NULL);
	grid_free(g);
	text_done(&stem);
}
