/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a workbook; see list_xlsx.h. */
#include "app/list_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "app/xlsx_file.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

/* Widths in characters, the arrow of the filter not counted. */
enum { LEAST_WIDTH = 8, MOST_WIDTH = 50, ARROW_WIDTH = 3, SHEET_NAME_LENGTH = 31 };

/* More digits than this are not kept by a spreadsheet: text is. */
enum { MOST_DIGITS = 15 };

struct list_book {
	const struct list_sheet *sheet;
	lxw_worksheet *worksheet;
	lxw_format *head, *text, *number, *date;
};

static void add_formats(struct list_book *b, lxw_workbook *workbook)
{
	b->head = xlsx_file_new_head(workbook, LXW_ALIGN_LEFT);
	/* Else a text that is changed by hand is taken for a formula or a number. */
	b->text = workbook_add_format(workbook);
	format_set_num_format(b->text, "@");
	b->number = workbook_add_format(workbook);
	format_set_num_format(b->number, "General");
	b->date = workbook_add_format(workbook);
	format_set_num_format(b->date, "yyyy-mm-dd");
}

/* A name without what the names of sheets may not have. */
static void add_name(const char *title, struct text *out)
{
	size_t length = 0;

	for (size_t n = 0; n < SHEET_NAME_LENGTH && title[length]; n++)
		length = utf8_next(title, length);
	text_add_part(out, title, length);
	for (char *c = out->bytes; c && (c = strpbrk(c, "[]:*?/\\'")); c++)
		*c = ' ';
}

static bool is_number(const char *cell)
{
	return strlen(cell) <= MOST_DIGITS && csvfile_is_number(cell);
}

static lxw_error write_date(const struct list_book *b, lxw_row_t row, lxw_col_t column,
			    int day)
{
	lxw_datetime date = { 0 };

	date_to_ymd(day, &date.year, &date.month, &date.day);
	return worksheet_write_datetime(b->worksheet, row, column, &date, b->date);
}

static lxw_error write_cell(const struct list_book *b, size_t row, size_t column)
{
	const char *cell = grid_get(b->sheet->grid, row, column);
	enum list_kind kind = b->sheet->kinds[column];
	lxw_row_t to = (lxw_row_t)row + 1;
	int day;

	if (!cell[0])
		return LXW_NO_ERROR;
	if (kind == LIST_DATE && date_parse_iso(cell, &day))
		return write_date(b, to, (lxw_col_t)column, day);
	if (kind == LIST_NUMBER && is_number(cell))
		return worksheet_write_number(b->worksheet, to, (lxw_col_t)column,
					      strtod(cell, NULL), b->number);
	return worksheet_write_string(b->worksheet, to, (lxw_col_t)column, cell, b->text);
}

static void set_width(const struct list_book *b, size_t column)
{
	const struct grid *g = b->sheet->grid;
	int width = utf8_width(grid_column_name(g, column)) + ARROW_WIDTH;

	for (size_t row = 0; row < grid_rows(g); row++) {
		int cell = utf8_width(grid_get(g, row, column)) + 1;

		width = cell > width ? cell : width;
	}
	width = width < LEAST_WIDTH ? LEAST_WIDTH : width;
	worksheet_set_column(b->worksheet, (lxw_col_t)column, (lxw_col_t)column,
			     width > MOST_WIDTH ? MOST_WIDTH : width,
			     b->sheet->kinds[column] == LIST_TEXT ? b->text : NULL);
}

static bool refuse_cell(const struct list_book *b, size_t row, size_t column,
			lxw_error failed, struct err *e)
{
	return err_set(e, _("rad %zu, %s: kan inte stå i en arbetsbok: %s"), row + 2,
		       grid_column_name(b->sheet->grid, column), lxw_strerror(failed));
}

static bool write_rows(const struct list_book *b, struct err *e)
{
	const struct grid *g = b->sheet->grid;

	for (size_t row = 0; row < grid_rows(g); row++)
		for (size_t column = 0; column < grid_columns(g); column++) {
			lxw_error failed = write_cell(b, row, column);

			if (failed)
				return refuse_cell(b, row, column, failed, e);
		}
	return true;
}

static void write_head(const struct list_book *b)
{
	const struct grid *g = b->sheet->grid;

	for (size_t column = 0; column < grid_columns(g); column++) {
		set_width(b, column);
		worksheet_write_string(b->worksheet, 0, (lxw_col_t)column,
				       grid_column_name(g, column), b->head);
	}
	worksheet_freeze_panes(b->worksheet, 1, 0);
	worksheet_autofilter(b->worksheet, 0, 0, (lxw_row_t)grid_rows(g),
			     (lxw_col_t)grid_columns(g) - 1);
	worksheet_repeat_rows(b->worksheet, 0, 0);
	worksheet_set_landscape(b->worksheet);
}

static void set_properties(const struct list_sheet *s, lxw_workbook *workbook)
{
	struct text title = { 0 };
	char now[CLOCK_SIZE];
	lxw_doc_properties properties;

	clock_now(now);
	text_add(&title, s->title);
	properties = (lxw_doc_properties){ .title = title.bytes,
					   .created = xlsx_file_time(now) };
	workbook_set_properties(workbook, &properties);
	text_done(&title);
}

static bool fill(void *data, lxw_workbook *workbook, struct err *e)
{
	struct list_book b = { .sheet = data };
	struct text name = { 0 };

	add_formats(&b, workbook);
	set_properties(b.sheet, workbook);
	add_name(b.sheet->title, &name);
	b.worksheet = workbook_add_worksheet(workbook, text_get(&name));
	text_done(&name);
	write_head(&b);
	return write_rows(&b, e);
}

bool list_xlsx_print(const struct list_sheet *s, struct text *out, struct err *e)
{
	struct list_sheet copy = *s;

	if (grid_rows(s->grid) >= LXW_ROW_MAX)
		return err_set(e, _("%s: %zu rader är fler än en arbetsbok rymmer"),
			       s->title, grid_rows(s->grid));
	return xlsx_file_print(fill, &copy, out, e);
}
