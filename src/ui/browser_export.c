/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list on the screen as a file; see browser_export.h. */
#include "ui/browser_export.h"

#include "base/date.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/file_export.h"
#include "ui/ui.h"

/* participants-2025; a pop-up stands over the list. */
static void add_stem(const struct ui *ui, struct text *out)
{
	text_addf(out, "%s-%d", ui->top->below->ops->name, ui->year);
}

/* Dates where all that stands there is one. */
static enum list_kind kind_of(const struct browser *b, size_t column)
{
	size_t dates = 0;
	int day;

	if (b->setup->columns[column].by_number)
		return LIST_NUMBER;
	for (size_t place = 0; place < b->rows.count; place++) {
		const char *cell = rowset_get(&b->rows, place, column);

		if (date_parse_iso(cell, &day))
			dates++;
		else if (cell[0])
			return LIST_TEXT;
	}
	return dates ? LIST_DATE : LIST_TEXT;
}

static void add_cell(const struct browser *b, size_t place, size_t column,
		     struct text *out)
{
	const char *cell = rowset_get(&b->rows, place, column);

	if (b->setup->columns[column].by_number)
		file_export_add_number(out, cell);
	else
		text_add(out, cell);
}

static struct grid *make_grid(const struct browser *b)
{
	struct grid *g = grid_new("list");
	struct text cell = { 0 };

	for (size_t c = 0; c < b->setup->count; c++)
		grid_add_column(g, _(b->setup->columns[c].heading));
	for (size_t place = 0; place < b->rows.count; place++) {
		size_t row = grid_add_row(g, 0);

		for (size_t c = 0; c < b->setup->count; c++) {
			text_clear(&cell);
			add_cell(b, place, c, &cell);
			grid_set(g, row, c, text_get(&cell));
		}
	}
	text_done(&cell);
	return g;
}

static unsigned on_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	const struct browser *b = owner;
	enum list_kind kinds[BROWSER_MAX_COLUMNS];
	struct text stem = { 0 };
	struct grid *g;

	if (ended != 1)
		return REACT_REDRAW;
	g = make_grid(b);
	for (size_t c = 0; c < b->setup->count; c++)
		kinds[c] = kind_of(b, c);
	add_stem(ui, &stem);
	file_export_write(ui, &b->file, text,
			  &(struct list_sheet){ text_get(&stem), g, kinds }, NULL);
	grid_free(g);
	text_done(&stem);
	return REACT_REDRAW;
}

static unsigned on_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct browser *b = owner;
	struct text stem = { 0 };

	add_stem(ui, &stem);
	file_export_ask_path(ui, &b->file, codes, N_("Skriv listan till filen:"),
			     text_get(&stem), on_typed);
	text_done(&stem);
	return REACT_REDRAW;
}

unsigned browser_export(struct ui *ui, void *self)
{
	(void)self;
	file_export_ask(ui, on_chosen);
	return REACT_REDRAW;
}
