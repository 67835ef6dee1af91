/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a spreadsheet's rows, and the copy of them that carries it. */
#include <stdlib.h>
#include <string.h>

#include "app/import_inside.h"
#include "base/csvfile.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"

void import_remark_add(struct import_sheet *s, size_t row, long column,
		       struct import_remark remark)
{
	bool in_file = column >= 0 && (size_t)column < grid_columns(s->grid);
	char *clean = utf8_clean(remark.message);

	remark.row = row < grid_rows(s->grid) ? grid_line(s->grid, row) : 0;
	remark.column = in_file ? (size_t)column + 1 : 0;
	remark.message = import_keep(s, clean);
	remark.rule = import_keep(s, remark.rule);
	free(clean);
	s->remarks = mem_grow(s->remarks, &s->remark_capacity, s->remark_count + 1,
			      sizeof(*s->remarks));
	s->remarks[s->remark_count++] = remark;
	if (remark.severity == SEVERITY_ERROR)
		s->errors++;
	else
		s->warnings++;
}

static int by_place(const void *a, const void *b)
{
	const struct import_remark *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	if (x->severity != y->severity)
		return x->severity < y->severity ? -1 : 1;
	return strcmp(x->rule, y->rule);
}

void import_remarks_sort(struct import_sheet *s)
{
	if (s->remark_count)
		qsort(s->remarks, s->remark_count, sizeof(*s->remarks), by_place);
}

size_t import_sheet_remark_count(const struct import_sheet *s)
{
	return s->remark_count;
}

const struct import_remark *import_sheet_remark(const struct import_sheet *s, size_t i)
{
	return &s->remarks[i];
}

size_t import_sheet_errors(const struct import_sheet *s)
{
	return s->errors;
}

size_t import_sheet_warnings(const struct import_sheet *s)
{
	return s->warnings;
}

/* ---- the annotated copy ---- */

/* The remarks on one row of the spreadsheet, from `*at` on. */
static void add_remarks(const struct import_sheet *s, size_t line, size_t *at,
			struct text *out)
{
	for (; *at < s->remark_count && s->remarks[*at].row <= line; (*at)++) {
		const struct import_remark *it = &s->remarks[*at];

		if (it->row != line)
			continue;
		text_addf(out, "%s%s", out->length ? " | " : "",
			  it->severity == SEVERITY_ERROR ? _("FEL") : _("VARNING"));
		if (it->rule[0])
			text_addf(out, " %s", it->rule);
		if (it->column) {
			text_add(out, ", ");
			import_sheet_add_letters(it->column, out);
		}
		text_addf(out, ": %s", it->message);
	}
}

static struct grid *begin_copy(const struct import_sheet *s)
{
	struct grid *g = grid_new(s->path);

	for (size_t i = 0; i < grid_columns(s->grid); i++)
		if (s->columns[i].use != IMPORT_REMARKS)
			grid_add_column(g, grid_column_name(s->grid, i));
	grid_add_column(g, _("Anmärkning"));
	return g;
}

static void copy_row(const struct import_sheet *s, size_t row, struct grid *g,
		     const char *remarks)
{
	size_t to = grid_add_row(g, 0), column = 0;
	struct text cell = { 0 };

	for (size_t i = 0; i < grid_columns(s->grid); i++) {
		if (s->columns[i].use == IMPORT_REMARKS)
			continue;
		text_clear(&cell);
		import_add_hidden(s, row, i, &cell);
		grid_set(g, to, column++, text_get(&cell));
	}
	grid_set(g, to, column, remarks);
	text_done(&cell);
}

/* Blank lines are kept, so that the rows have the same numbers. */
static struct grid *annotate(const struct import_sheet *s)
{
	struct grid *g = begin_copy(s);
	struct text remarks = { 0 };
	size_t at = 0, line = s->file.detected.above + 1;

	for (size_t row = 0; row < grid_rows(s->grid); row++) {
		while (++line < grid_line(s->grid, row))
			grid_add_row(g, 0);
		text_clear(&remarks);
		add_remarks(s, line, &at, &remarks);
		copy_row(s, row, g, text_get(&remarks));
	}
	text_done(&remarks);
	return g;
}

bool import_sheet_write_remarks(const struct import_sheet *s, const char *path,
				struct err *e)
{
	const struct csvfile_dialect dialect = {
		.line_end = s->file.detected.line_end,
		.separator = s->file.detected.separator,
		.decimal = '.',
	};
	struct grid *g = annotate(s);
	struct text rows = { 0 }, encoded = { 0 };
	bool ok;

	if (s->file.detected.encoding == CSV_UTF8_MARK)
		text_add(&encoded, "\xEF\xBB\xBF");
	text_add_part(&encoded, text_get(&s->file.titles), s->file.titles.length);
	csvfile_write_as(&rows, g, &dialect);
	if (s->file.detected.encoding == CSV_WINDOWS_1252)
		csv_detect_encode(&encoded, text_get(&rows));
	else
		text_add_part(&encoded, text_get(&rows), rows.length);
	ok = path_write(path, text_get(&encoded), encoded.length, e);
	text_done(&rows);
	text_done(&encoded);
	grid_free(g);
	return ok;
}
