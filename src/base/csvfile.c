/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV in and out, strictly; see csvfile.h. */
#include "base/csvfile.h"

#include <csv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"

enum { MAX_FILE = 1 << 30, MAX_FAULTS = 200 };

struct reader {
	struct csv_parser parser;
	struct grid *grid;
	struct faults *faults;
	const char *name;
	size_t line;        /* physical line being fed, from 1 */
	size_t row_line;    /* where the current row began */
	size_t row;         /* row of the grid being filled */
	size_t column;
	bool in_header, row_open;
};

/* Blanks are data; libcsv would trim them. */
static int never_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void header_cell(struct reader *r, const char *text, size_t length)
{
	char *name = mem_text_part(text, length);

	if (!length)
		faults_add(r->faults, r->name, r->line, r->column + 1,
			   _("kolumnen saknar namn"));
	else if (grid_find_column(r->grid, name) >= 0)
		faults_add(r->faults, r->name, r->line, r->column + 1,
			   _("%s: kolumnen förekommer två gånger"), name);
	grid_add_column(r->grid, name);
	free(name);
}

static void on_cell(void *bytes, size_t length, void *data)
{
	struct reader *r = data;
	const char *text = bytes;

	if (r->in_header) {
		header_cell(r, text, length);
		r->column++;
		return;
	}
	if (!r->row_open) {
		r->row = grid_add_row(r->grid, r->row_line);
		r->row_open = true;
	}
	if (length > CSVFILE_MAX_FIELD)
		faults_add(r->faults, r->name, r->line, r->column + 1,
			   _("fältet är för långt"));
	else if (!utf8_is_valid(text, length))
		faults_add(r->faults, r->name, r->line, r->column + 1,
			   _("texten är inte giltig UTF-8"));
	else if (r->column < grid_columns(r->grid))
		grid_set_part(r->grid, r->row, r->column, text, length);
	r->column++;
}

static void on_row(int end, void *data)
{
	struct reader *r = data;

	(void)end;
	if (!r->in_header && r->column != grid_columns(r->grid))
		faults_add(r->faults, r->name, r->row_line, 0,
			   _("raden har %zu fält, rubrikraden %zu"), r->column,
			   grid_columns(r->grid));
	r->in_header = false;
	r->row_open = false;
	r->column = 0;
	r->row_line = r->line + 1;
}

static bool feed_line(struct reader *r, const char *line, size_t length)
{
	if (length > CSVFILE_MAX_ROW)
		return faults_add(r->faults, r->name, r->line, 0, _("raden är för lång"));
	if (grid_rows(r->grid) > CSVFILE_MAX_ROWS)
		return faults_add(r->faults, r->name, r->line, 0,
				  _("filen har för många rader"));
	if (r->faults->count > MAX_FAULTS)
		return false;
	if (csv_parse(&r->parser, line, length, on_cell, on_row, r) != length)
		return faults_add(r->faults, r->name, r->line, r->column + 1,
				  _("felaktigt citattecken"));
	return true;
}

/* One physical line at a time, which is what makes line numbers right. */
static bool feed(struct reader *r, const char *bytes, size_t length)
{
	const char *end = bytes + length;

	if (memchr(bytes, '\0', length))
		return faults_add(r->faults, r->name, 0, 0,
				  _("filen innehåller NUL-tecken"));
	while (bytes < end) {
		const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));

		stop = stop ? stop + 1 : end;
		r->line++;
		if (!feed_line(r, bytes, (size_t)(stop - bytes)))
			return false;
		bytes = stop;
	}
	if (csv_fini(&r->parser, on_cell, on_row, r))
		return faults_add(r->faults, r->name, r->row_line, 0,
				  _("ett citattecken avslutas aldrig"));
	return true;
}

struct grid *csvfile_parse(const char *name, const char *bytes, size_t length,
			   char separator, struct faults *f)
{
	struct reader r = { .faults = f, .name = name, .row_line = 1, .in_header = true };
	size_t faults_before = f->count;

	if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
		bytes += 3;
		length -= 3;
	}
	if (csv_init(&r.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL))
		mem_die("out of memory");
	csv_set_delim(&r.parser, (unsigned char)separator);
	csv_set_space_func(&r.parser, never_space);
	r.grid = grid_new(name);
	feed(&r, bytes, length);
	csv_free(&r.parser);
	if (f->count == faults_before && !grid_columns(r.grid))
		faults_add(f, name, 0, 0, _("filen är tom"));
	if (f->count == faults_before)
		return r.grid;
	grid_free(r.grid);
	return NULL;
}

struct grid *csvfile_read(const char *path, const char *name, struct faults *f)
{
	struct text bytes = { 0 };
	struct grid *g = NULL;
	struct err e;

	if (path_read(path, MAX_FILE, &bytes, &e))
		g = csvfile_parse(name, text_get(&bytes), bytes.length, ',', f);
	else
		faults_add(f, "", 0, 0, "%s", e.text);
	text_done(&bytes);
	return g;
}

/*
 * libcsv quotes every cell; a cell that needs no quotes is written bare, as people and
 * other programs do.
 */
void csvfile_add_cell(struct text *out, const char *cell, bool first)
{
	size_t length = strlen(cell);

	if (!first)
		text_add_char(out, ',');
	if (!cell[strcspn(cell, ",\"\r\n")]) {
		text_add_part(out, cell, length);
		return;
	}
	text_reserve(out, 2 * length + 2);
	out->length += csv_write(out->bytes + out->length, 2 * length + 2, cell, length);
	out->bytes[out->length] = '\0';
}

void csvfile_write(struct text *out, const struct grid *g, const char *line_end)
{
	for (size_t c = 0; c < grid_columns(g); c++)
		csvfile_add_cell(out, grid_column_name(g, c), c == 0);
	text_add(out, line_end);
	for (size_t r = 0; r < grid_rows(g); r++) {
		for (size_t c = 0; c < grid_columns(g); c++)
			csvfile_add_cell(out, grid_get(g, r, c), c == 0);
		text_add(out, line_end);
	}
}
