/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a browser looks; see browser_draw.h. */
#include "ui/browser_draw.h"

#include <string.h>

#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/browser.h"

/* Before the first column, and between columns; a narrowed column keeps this much. */
enum { MARGIN = 1, GAP = 2, LEAST = 8 };

void browser_measure(struct browser *b)
{
	const struct grid *g = b->rows.grid;

	for (size_t c = 0; c < b->setup->count; c++) {
		int widest = utf8_width(_(b->setup->columns[c].heading));

		for (size_t row = 0; row < grid_rows(g); row++) {
			const char *text = grid_get(g, row, c);
			int width;

			/* Never wider than its bytes: most need not be looked at. */
			if (strlen(text) <= (size_t)widest)
				continue;
			width = utf8_width(text);
			widest = width > widest ? width : widest;
		}
		b->widths[c] = widest;
	}
}

static int total(const struct browser *b, const int *widths)
{
	int sum = MARGIN;

	for (size_t c = 0; c < b->setup->count; c++)
		if (widths[c])
			sum += widths[c] + GAP;
	return sum;
}

/* Leaves out the column one can best do without; false when all are needed. */
static bool leave_out(const struct browser *b, int *widths)
{
	size_t worst = 0;
	int rank = 0;

	for (size_t c = 0; c < b->setup->count; c++)
		if (widths[c] && b->setup->columns[c].rank > rank) {
			rank = b->setup->columns[c].rank;
			worst = c;
		}
	if (rank)
		widths[worst] = 0;
	return rank;
}

/* How much the flexible columns could give up before something is left out. */
static void narrow(const struct browser *b, int *widths, int excess, int least)
{
	for (size_t c = 0; c < b->setup->count && excess > 0; c++) {
		int spare = b->setup->columns[c].flexible ? widths[c] - least : 0;

		spare = spare > excess ? excess : spare;
		if (spare > 0) {
			widths[c] -= spare;
			excess -= spare;
		}
	}
}

void browser_fit(const struct browser *b, int width, int *out)
{
	for (size_t c = 0; c < b->setup->count; c++)
		out[c] = b->widths[c];
	narrow(b, out, total(b, out) - GAP - width, 2 * LEAST);
	while (total(b, out) - GAP > width && leave_out(b, out))
		;
	/* What was left out may leave more room than was lacking. */
	for (size_t c = 0; c < b->setup->count; c++)
		out[c] = out[c] ? b->widths[c] : 0;
	narrow(b, out, total(b, out) - GAP - width, LEAST);
}

/* What begins with a mark is also seen by its colour. */
static enum role role_of(const char *text, bool selected)
{
	if (selected)
		return ROLE_SELECTED;
	if (text[0] == '!' && text[1] == ' ')
		return ROLE_ERROR;
	if (text[0] == '~' && text[1] == ' ')
		return ROLE_WARNING;
	if (text[0] == '*' && text[1] == ' ')
		return ROLE_MANDATORY;
	return ROLE_TEXT;
}

void browser_draw_row(void *rows, size_t i, struct area line, bool selected)
{
	const struct browser *b = rows;
	int widths[BROWSER_MAX_COLUMNS], x = MARGIN;

	browser_fit(b, line.width, widths);
	for (size_t c = 0; c < b->setup->count; c++) {
		const char *text = rowset_get(&b->rows, i, c);

		if (!widths[c])
			continue;
		draw_cell(area_cut(line, 0, x, 1, widths[c]), role_of(text, selected),
			  b->setup->columns[c].align, text);
		x += widths[c] + GAP;
	}
}

static void draw_headings(const struct browser *b, struct area line)
{
	int widths[BROWSER_MAX_COLUMNS], x = MARGIN;

	browser_fit(b, line.width, widths);
	for (size_t c = 0; c < b->setup->count; c++) {
		if (!widths[c])
			continue;
		draw_cell(area_cut(line, 0, x, 1, widths[c]), ROLE_HEADING,
			  b->setup->columns[c].align, _(b->setup->columns[c].heading));
		x += widths[c] + GAP;
	}
}

static void draw_filter(const struct browser *b, struct area line)
{
	struct text said = { 0 };

	text_add(&said, _("Filter:"));
	if (b->rows.only)
		text_addf(&said, " %s = %s",
			  _(b->setup->columns[b->rows.only_column].heading),
			  b->rows.only[0] ? b->rows.only : "–");
	if (b->rows.filter)
		text_addf(&said, " %s", b->rows.filter);
	draw_cell(area_cut(line, 0, MARGIN, 1, line.width - MARGIN), ROLE_LABEL,
		  ALIGN_LEFT, text_get(&said));
	text_done(&said);
}

void browser_draw_all(struct browser *b, struct area a)
{
	int y = 0;
	struct area rows;

	if (rowset_is_filtered(&b->rows))
		draw_filter(b, area_line(a, y++));
	draw_headings(b, area_line(a, y++));
	rows = area_cut(a, y, 0, a.height - y, a.width);
	list_draw(&b->list, rows);
	if (b->rows.count)
		return;
	draw_paragraph(area_cut(rows, 1, MARGIN, rows.height - 1, rows.width - 2),
		       ROLE_HINT,
		       rowset_is_filtered(&b->rows)
			       ? _("Ingen rad passar filtret. Esc tar bort det.")
			       : _(b->setup->empty));
	draw_cursor(rows, 1, MARGIN);
}
