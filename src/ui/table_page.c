/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table on the screen; see table_page.h. */
#include "ui/table_page.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_listing.h"
#include "app/text_table.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"

enum {
	CHANGES_TOLD = 2, /* since the year was frozen */
	NOTE_LINES = 3,   /* that a long table leaves room for */
	PAGE = 10,
};

/* ---- places ---- */

static size_t shown_rows(const struct figure_table *t)
{
	size_t count = 0;

	for (size_t row = 0; row < t->rows.count; row++)
		count += figure_row_is_shown(t, row);
	return count;
}

/* The row of the table that stands at a place among those shown. */
static size_t row_at(const struct figure_table *t, size_t place)
{
	size_t row = 0;

	while (row < t->rows.count && (!figure_row_is_shown(t, row) || place-- > 0))
		row++;
	return row;
}

/* How many columns of values of its own are shown. */
static size_t shown_columns(const struct table_page *p, const struct figure_table *t)
{
	size_t count = 0;

	for (size_t i = 0; i < report_column_count(t); i++)
		count += !p->only || report_column_at(t, i).column == p->only - 1;
	return count;
}

bool table_page_cell(const struct table_page *p, const struct figure_table *t,
		     size_t *row, size_t *column)
{
	*row = row_at(t, p->cursor.row);
	if (*row >= t->rows.count || p->cursor.column >= shown_columns(p, t))
		return false;
	*column = p->only ? p->only - 1 : report_column_at(t, p->cursor.column).column;
	return true;
}

/* Brings the cell one stands on into the table. */
static void stay_inside(struct table_page *p, const struct figure_table *t)
{
	size_t rows = shown_rows(t), columns = shown_columns(p, t);

	/* How long a listing is only shows when it is drawn. */
	if (report_listing_is(t)) {
		p->cursor.column = 0;
		return;
	}
	if (p->cursor.row >= rows)
		p->cursor.row = rows ? rows - 1 : 0;
	if (p->cursor.column >= columns)
		p->cursor.column = columns ? columns - 1 : 0;
}

void table_page_move(struct table_page *p, const struct figure_table *t,
		     enum command command)
{
	size_t *row = &p->cursor.row, *column = &p->cursor.column;
	size_t by = command == COMMAND_PAGE_UP || command == COMMAND_PAGE_DOWN ? PAGE : 1;

	if (command == COMMAND_UP || command == COMMAND_PAGE_UP)
		*row = *row > by ? *row - by : 0;
	else if (command == COMMAND_DOWN || command == COMMAND_PAGE_DOWN)
		*row += by;
	else if (command == COMMAND_FIRST)
		*row = 0;
	else if (command == COMMAND_LAST)
		*row = report_listing_is(t) ? SIZE_MAX / 2 : t->rows.count;
	else if (command == COMMAND_LEFT)
		*column -= *column > 0;
	else if (command == COMMAND_RIGHT)
		++*column;
	stay_inside(p, t);
}

void table_page_turn(struct table_page *p, const struct figure_table *t)
{
	size_t row, column;
	bool stands = table_page_cell(p, t, &row, &column);

	if (!p->only && stands)
		p->only = column + 1;
	else
		p->only = p->only < t->columns.count ? p->only + 1 : 0;
	if (report_listing_is(t))
		p->only = 0;
	p->cursor.column = 0;
	stay_inside(p, t);
}

/* ---- drawing ---- */

static void add_notes(const struct table_shown *s, struct text *out)
{
	size_t before;

	text_add(out, lang_pick(s->table->report->note));
	if (*s->left_out && !report_listing_is(s->table))
		text_addf(out, "\n%s", s->left_out);
	text_add_char(out, '\n');
	before = out->length;
	report_frozen_add_stamp(s->report, out);
	if (out->length > before)
		text_add_char(out, '\n');
	if (s->report->hiding)
		report_page_add_hiding_note(s->report, out);
	else
		report_frozen_add_changes(s->report, s->table, CHANGES_TOLD, out);
	while (out->length && out->bytes[out->length - 1] == '\n')
		out->bytes[--out->length] = '\0';
}

static int draw_figures(struct table_page *p, const struct table_shown *s, struct area a)
{
	const struct text_table_setup setup = {
		.ascii = s->ascii, .width = a.width, .change = true, .only = p->only
	};
	struct text_table layout;
	int lines;

	text_table_init(&layout, s->report, s->table, &setup);
	table_fit_cursor(&p->cursor, &layout, layout.own_count);
	lines = table_draw(a, &layout, &p->cursor, s->focused);
	text_table_done(&layout);
	return lines;
}

static size_t count_lines(const char *words)
{
	size_t count = 0;

	for (; *words; words++)
		count += *words == '\n';
	return count;
}

/* The lines of the listing from the one at the cursor on. */
static int draw_listing(struct table_page *p, const struct table_shown *s, struct area a)
{
	struct text words = { 0 };
	const char *line;
	size_t lines, most;
	int y = 0;

	report_listing_print(s->report, s->table, &words);
	lines = count_lines(text_get(&words));
	most = lines > (size_t)a.height ? lines - (size_t)a.height : 0;
	if (p->cursor.row > most)
		p->cursor.row = most;
	line = text_get(&words);
	for (size_t i = 0; i < p->cursor.row; i++)
		line = strchr(line, '\n') + 1;
	for (; *line && y < a.height; y++) {
		size_t length = strcspn(line, "\n");
		char *drawn = mem_text_part(line, length);

		draw_text(a, y, 1, *line == ' ' ? ROLE_TEXT : ROLE_HEADING, drawn);
		free(drawn);
		line += length + 1;
	}
	text_done(&words);
	return y;
}

void table_page_draw(struct table_page *p, const struct table_shown *s, struct area a)
{
	struct text notes = { 0 };
	struct area table;
	int wanted, y;

	add_notes(s, &notes);
	wanted = draw_paragraph_height(a.width - 2, text_get(&notes));
	if (wanted > NOTE_LINES)
		wanted = NOTE_LINES;
	draw_text(a, 0, 1, ROLE_TITLE, lang_pick(s->table->report->title));
	table = area_cut(a, 2, 0, a.height - 3 - wanted, a.width);
	if (report_listing_is(s->table))
		y = draw_listing(p, s, table);
	else
		y = draw_figures(p, s, table);
	draw_paragraph(area_cut(a, y + 3, 1, a.height - y - 3, a.width - 2), ROLE_HINT,
		       text_get(&notes));
	text_done(&notes);
}
