/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing one table of figures; see table_draw.h. */
#include "ui/table_draw.h"

#include <stdlib.h>

#include "app/text_table.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"

/* Blanks before a column with a head of its own, and before one that shares it. */
enum { BEFORE_HEAD = 2, BEFORE_VALUE = 1 };

void table_fit_cursor(struct table_cursor *c, const struct text_table *l, size_t columns)
{
	size_t rows = grid_rows(l->values);

	if (c->row >= rows)
		c->row = rows ? rows - 1 : 0;
	if (c->column >= columns)
		c->column = columns ? columns - 1 : 0;
}

/* Where column i begins. */
static int column_x(const struct text_table *l, size_t i)
{
	int x = l->label_width;

	for (size_t c = 0; c <= i; c++)
		x += (l->columns[c].span ? BEFORE_HEAD : BEFORE_VALUE) +
		     (c < i ? l->columns[c].width : 0);
	return x;
}

static int head_width(const struct text_table *l, size_t first)
{
	size_t last = first + l->columns[first].span - 1;

	return column_x(l, last) + l->columns[last].width - column_x(l, first);
}

static int head_lines(const struct text_table *l)
{
	int lines =
		draw_paragraph_height(l->label_width, lang_pick(l->table->report->head));

	for (size_t i = 0; i < l->count; i += l->columns[i].span) {
		int wanted = draw_paragraph_height(head_width(l, i), l->columns[i].head);

		lines = wanted > lines ? wanted : lines;
	}
	return lines;
}

/* The words at the bottom of the area's lines. */
static void draw_head(struct area a, enum align align, const char *words)
{
	int y = a.height - draw_paragraph_height(a.width, words);

	for (const char *next; *words; words = next, y++) {
		int length = draw_wrap(words, a.width, &next);
		char *line = mem_text_part(words, (size_t)length);

		draw_cell(area_line(a, y), ROLE_HEADING, align, line);
		free(line);
	}
}

static void draw_heads(const struct text_table *l, struct area a)
{
	draw_head(area_cut(a, 0, 0, a.height, l->label_width), ALIGN_LEFT,
		  lang_pick(l->table->report->head));
	for (size_t i = 0; i < l->count; i += l->columns[i].span)
		draw_head(area_cut(a, 0, column_x(l, i), a.height, head_width(l, i)),
			  ALIGN_RIGHT, l->columns[i].head);
}

static void draw_units(const struct text_table *l, struct area line)
{
	for (size_t i = 0; i < l->count; i++)
		draw_cell(area_cut(line, 0, column_x(l, i), 1, l->columns[i].width),
			  ROLE_LABEL, ALIGN_RIGHT, l->columns[i].unit);
}

static void draw_row(const struct text_table *l, size_t row, struct area line,
		     const struct table_cursor *c)
{
	draw_cell(area_cut(line, 0, 0, 1, l->label_width), ROLE_TEXT, ALIGN_LEFT,
		  grid_get(l->values, row, 0));
	for (size_t i = 0; i < l->count; i++) {
		bool here = c && c->row == row && c->column == i;
		struct area cell =
			area_cut(line, 0, column_x(l, i), 1, l->columns[i].width);

		draw_cell(cell, here ? ROLE_SELECTED : ROLE_TEXT, ALIGN_RIGHT,
			  grid_get(l->values, row, i + 1));
		if (here)
			draw_cursor(cell, 0, cell.width - 1);
	}
}

/* The rows that fit, the one with the cursor among them. */
static void scroll(struct table_cursor *c, size_t rows, size_t height)
{
	if (c->row < c->top)
		c->top = c->row;
	if (height && c->row >= c->top + height)
		c->top = c->row - height + 1;
	if (c->top + height > rows)
		c->top = rows > height ? rows - height : 0;
}

int table_draw(struct area a, const struct text_table *l, struct table_cursor *c,
	       bool focused)
{
	size_t rows = grid_rows(l->values);
	int heads = head_lines(l), y = heads + 1;
	int height = a.height > y ? a.height - y : 0;
	int width = column_x(l, l->count - 1) + l->columns[l->count - 1].width;

	/* A blank at the left where there is one to spare. */
	a = area_cut(a, 0, width < a.width, a.height, a.width);
	draw_heads(l, area_cut(a, 0, 0, heads, a.width));
	draw_units(l, area_line(a, heads));
	scroll(c, rows, (size_t)height);
	for (size_t row = c->top; row < rows && y < a.height; row++, y++)
		draw_row(l, row, area_line(a, y), focused ? c : NULL);
	return y;
}
