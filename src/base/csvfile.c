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

/* The byte order mark. */
static const char mark[] = "\xEF\xBB\xBF";

struct reader {
	struct csv_parser parser;
	struct grid *grid;
	struct faults *faults;
	const char *name;
	size_t line;        /* physical line being fed, from 1 */
	size_t row_line;    /* where the current row began; in a sheet: its number */
	size_t row_length;  /* bytes of it so far */
	size_t row;         /* row of the grid being filled */
	size_t column;
	size_t most_rows;
	size_t fault_count;
	bool sheet;         /* as csvfile_parse_sheet() reads */
	bool spilled;       /* the row says something beyond the last column */
	bool in_header, in_row;
	bool stopped;       /* the rest can't or need not be read */
};

/* Blanks are data; libcsv would trim them. */
static int never_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* Adds a fault, until there are so many that a file of another kind was given. */
static void add_fault(struct reader *r, size_t row, size_t column, const char *message)
{
	if (r->stopped)
		return;
	faults_add(r->faults, r->name, row, column, "%s", message);
	if (++r->fault_count < MAX_FAULTS)
		return;
	faults_add(r->faults, r->name, row, 0, _("för många fel: resten läses inte"));
	r->stopped = true;
}

static void stop(struct reader *r, size_t row, size_t column, const char *message)
{
	add_fault(r, row, column, message);
	r->stopped = true;
}

static bool check_cell(struct reader *r, const char *text, size_t length)
{
	if (length > CSVFILE_MAX_FIELD)
		add_fault(r, r->row_line, r->column + 1, _("fältet är för långt"));
	else if (!utf8_is_valid(text, length))
		add_fault(r, r->row_line, r->column + 1,
			  _("texten är inte giltig UTF-8"));
	else
		return true;
	return false;
}

static void header_cell(struct reader *r, const char *name, size_t length)
{
	struct text message = { 0 };

	if (r->column >= CSVFILE_MAX_COLUMNS) {
		stop(r, r->row_line, r->column + 1, _("filen har för många kolumner"));
		return;
	}
	if (!check_cell(r, name, length))
		name = "";
	else if (!length && !r->sheet)
		add_fault(r, r->row_line, r->column + 1, _("kolumnen saknar namn"));
	else if (length && grid_find_column(r->grid, name) >= 0) {
		text_addf(&message, _("%s: kolumnen förekommer två gånger"), name);
		add_fault(r, r->row_line, r->column + 1, text_get(&message));
		text_done(&message);
	}
	grid_add_column(r->grid, name);
}

static void data_cell(struct reader *r, const char *text, size_t length)
{
	if (r->column == 0)
		r->row = grid_add_row(r->grid, r->row_line);
	if (r->column >= grid_columns(r->grid))
		r->spilled |= length > 0;
	if (check_cell(r, text, length) && r->column < grid_columns(r->grid))
		grid_set_part(r->grid, r->row, r->column, text, length);
}

static void on_cell(void *bytes, size_t length, void *data)
{
	struct reader *r = data;

	if (r->stopped)
		return;
	if (r->in_header)
		header_cell(r, bytes, length);
	else
		data_cell(r, bytes, length);
	r->column++;
}

/* Spreadsheets leave out empty cells at the end of a row, or write more of them. */
static bool has_wrong_length(const struct reader *r)
{
	if (r->in_header)
		return false;
	return r->sheet ? r->spilled : r->column != grid_columns(r->grid);
}

static void on_row(int end, void *data)
{
	struct reader *r = data;
	struct text message = { 0 };

	(void)end;
	if (has_wrong_length(r)) {
		text_addf(&message, _("raden har %zu fält, rubrikraden %zu"), r->column,
			  grid_columns(r->grid));
		add_fault(r, r->row_line, 0, text_get(&message));
		text_done(&message);
	}
	r->in_header = false;
	r->in_row = false;
	r->spilled = false;
	r->column = 0;
}

/* libcsv passes over blank lines between rows without a word, so rows are told here. */
static void feed_line(struct reader *r, const char *line, size_t length)
{
	bool blank = *line == '\n' || *line == '\r';
	bool begins = !blank && !r->in_row && !r->in_header;

	r->line++;
	if (!r->in_row) {
		r->row_line = r->sheet ? r->row_line + 1 : r->line;
		r->row_length = 0;
		r->in_row = !blank;
	}
	r->row_length += length;
	if (r->row_length > CSVFILE_MAX_ROW) {
		stop(r, r->row_line, 0, _("raden är för lång"));
	} else if (begins && grid_rows(r->grid) >= r->most_rows) {
		stop(r, r->row_line, 0, _("filen har för många rader"));
	} else if (csv_parse(&r->parser, line, length, on_cell, on_row, r) != length) {
		if (csv_error(&r->parser) != CSV_EPARSE)
			mem_exhausted();
		stop(r, r->sheet ? r->row_line : r->line, r->column + 1,
		     _("felaktigt citattecken"));
	}
}

/* The end of the physical line: after LF, CR LF or a lone CR. */
static const char *end_of_line(const char *line, const char *end)
{
	const char *lf = memchr(line, '\n', (size_t)(end - line));
	const char *stop_at = lf ? lf + 1 : end;
	const char *cr = memchr(line, '\r', (size_t)(stop_at - line));

	return cr && cr + 1 != lf ? cr + 1 : stop_at;
}

static void refuse_nul(struct reader *r, const char *bytes, const char *nul)
{
	size_t line = 1;

	for (; bytes < nul; bytes++)
		if (*bytes == '\n' || (*bytes == '\r' && bytes[1] != '\n'))
			line++;
	stop(r, line, 0, _("filen innehåller NUL-tecken"));
}

/* One physical line at a time, which is what makes line numbers right. */
static void feed(struct reader *r, const char *bytes, size_t length)
{
	const char *end = bytes + length, *nul = memchr(bytes, '\0', length);

	if (nul)
		refuse_nul(r, bytes, nul);
	while (bytes < end && !r->stopped) {
		const char *next = end_of_line(bytes, end);

		feed_line(r, bytes, (size_t)(next - bytes));
		bytes = next;
	}
	if (!r->stopped && csv_fini(&r->parser, on_cell, on_row, r))
		stop(r, r->row_line, 0, _("ett citattecken avslutas aldrig"));
	if (!r->stopped && r->in_header)
		add_fault(r, 0, 0, _("filen är tom"));
}

static struct grid *parse(struct reader *r, const char *bytes, size_t length,
			  char separator)
{
	if (length >= strlen(mark) && !memcmp(bytes, mark, strlen(mark))) {
		bytes += strlen(mark);
		length -= strlen(mark);
	}
	if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL))
		mem_exhausted();
	csv_set_delim(&r->parser, (unsigned char)separator);
	csv_set_space_func(&r->parser, never_space);
	r->grid = grid_new(r->name);
	feed(r, bytes, length);
	csv_free(&r->parser);
	if (!r->fault_count)
		return r->grid;
	grid_free(r->grid);
	return NULL;
}

struct grid *csvfile_parse(const char *name, const char *bytes, size_t length,
			   char separator, struct faults *f)
{
	struct reader r = { .faults = f, .name = name, .in_header = true,
			    .most_rows = CSVFILE_MAX_ROWS };

	return parse(&r, bytes, length, separator);
}

struct grid *csvfile_parse_rows(const char *name, const char *bytes, size_t length,
				size_t most, struct faults *f)
{
	struct reader r = { .faults = f, .name = name, .in_header = true,
			    .most_rows = most };

	return parse(&r, bytes, length, ',');
}

struct grid *csvfile_parse_sheet(const char *name, const char *bytes, size_t length,
				 char separator, size_t above, struct faults *f)
{
	struct reader r = { .faults = f, .name = name, .in_header = true,
			    .most_rows = CSVFILE_MAX_ROWS, .sheet = true,
			    .row_line = above };

	return parse(&r, bytes, length, separator);
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

/* ---- writing ---- */

static const struct csvfile_dialect dialects[] = {
	{ "standard", "\n", ',', '.', false, false },
	{ "excel", "\r\n", ';', ',', true, true },
};

const struct csvfile_dialect *csvfile_find_dialect(const char *name)
{
	for (size_t i = 0; i < sizeof(dialects) / sizeof(dialects[0]); i++)
		if (!strcmp(dialects[i].name, name))
			return &dialects[i];
	return NULL;
}

/*
 * libcsv quotes every cell; a cell that needs no quotes is written bare, as people and
 * other programs do. One that begins with a byte order mark needs them: first in a file
 * it would be taken for the file's.
 */
static void add_quoted(struct text *out, const char *cell, char separator)
{
	const char special[] = { separator, '"', '\r', '\n', '\0' };
	size_t length = strlen(cell);

	if (!cell[strcspn(cell, special)] && strncmp(cell, mark, strlen(mark)) != 0) {
		text_add_part(out, cell, length);
		return;
	}
	text_reserve(out, 2 * length + 2);
	out->length += csv_write(out->bytes + out->length, 2 * length + 2, cell, length);
	out->bytes[out->length] = '\0';
}

void csvfile_add_cell(struct text *out, const char *cell, bool first)
{
	if (!first)
		text_add_char(out, ',');
	add_quoted(out, cell, ',');
}

bool csvfile_is_number(const char *cell)
{
	static const char digits[] = "0123456789";
	size_t whole, part;

	cell += *cell == '-';
	whole = strspn(cell, digits);
	if (!whole || cell[whole] != '.')
		return whole && !cell[whole];
	part = strspn(cell + whole + 1, digits);
	return part && !cell[whole + 1 + part];
}

/* Apostrophes before it count as well, or they would be lost when the guard is taken off
 * again. */
static bool looks_like_formula(const char *cell)
{
	cell += strspn(cell, "'");
	return *cell && strchr("=+-@\t\r", *cell);
}

const char *csvfile_unguard(const char *cell)
{
	return *cell == '\'' && looks_like_formula(cell) ? cell + 1 : cell;
}

static void add_cell_as(struct text *out, const char *cell,
			const struct csvfile_dialect *d)
{
	struct text changed = { 0 };
	bool number = csvfile_is_number(cell);

	if (d->guards && !number && looks_like_formula(cell))
		text_add_char(&changed, '\'');
	text_add(&changed, cell);
	if (number && strchr(cell, '.'))
		changed.bytes[strcspn(cell, ".")] = d->decimal;
	add_quoted(out, text_get(&changed), d->separator);
	text_done(&changed);
}

/* A row that is one empty cell is quoted: it would else be a blank line, and lost. */
static void add_row_cell(struct text *out, const char *cell, size_t column,
			 size_t columns, const struct csvfile_dialect *d)
{
	if (column)
		text_add_char(out, d->separator);
	if (columns == 1 && !cell[0])
		text_add(out, "\"\"");
	else
		add_cell_as(out, cell, d);
}

void csvfile_write_as(struct text *out, const struct grid *g,
		      const struct csvfile_dialect *d)
{
	size_t columns = grid_columns(g);

	if (d->mark)
		text_add(out, mark);
	for (size_t c = 0; c < columns; c++)
		add_row_cell(out, grid_column_name(g, c), c, columns, d);
	text_add(out, d->line_end);
	for (size_t r = 0; r < grid_rows(g); r++) {
		for (size_t c = 0; c < columns; c++)
			add_row_cell(out, grid_get(g, r, c), c, columns, d);
		text_add(out, d->line_end);
	}
}

void csvfile_write(struct text *out, const struct grid *g, const char *line_end)
{
	struct csvfile_dialect plain = dialects[0];

	plain.line_end = line_end;
	csvfile_write_as(out, g, &plain);
}
