/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a spreadsheet's list; see import_told.h. */
#include "cli/import_told.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "app/import_sheet.h"
#include "base/csv_detect.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"
#include "base/utf8.h"

enum { HEADING_WIDTH = 40 };

/* ---- the file ---- */

static const char *separator_word(char separator)
{
	switch (separator) {
	case ';':
		return _("semikolon");
	case '\t':
		return _("tabb");
	default:
		return _("komma");
	}
}

static const char *encoding_word(enum csv_encoding encoding)
{
	switch (encoding) {
	case CSV_WINDOWS_1252:
		return "Windows-1252";
	case CSV_UTF8_MARK:
		return _("UTF-8 med byte order mark");
	default:
		return "UTF-8";
	}
}

static const char *decimal_word(char decimal)
{
	switch (decimal) {
	case ',':
		return _("decimalkomma");
	case '.':
		return _("decimalpunkt");
	default:
		return _("inga decimaltal");
	}
}

static const char *line_end_word(const char *line_end)
{
	if (!strcmp(line_end, "\r\n"))
		return "CRLF";
	return line_end[0] == '\n' ? "LF" : "CR";
}

/* A heading as it can be shown: short, and without what could steer a terminal. */
static void add_heading(const char *heading, int width, struct text *out)
{
	char *clean = utf8_clean(heading);
	size_t length = utf8_fit(clean, HEADING_WIDTH);
	int shown;

	clean[length] = '\0';
	shown = utf8_width(clean);
	text_add(out, clean);
	for (; shown < width; shown++)
		text_add_char(out, ' ');
	free(clean);
}

static int widest_heading(const struct import_sheet *sheet)
{
	int widest = 0;

	for (size_t i = 0; i < import_sheet_columns(sheet); i++) {
		int width = utf8_width(import_sheet_heading(sheet, i));

		widest = width > widest ? width : widest;
	}
	return widest < HEADING_WIDTH ? widest : HEADING_WIDTH;
}

void import_told_file(const struct import_sheet *sheet, struct text *out)
{
	const struct csv_detected *d = import_sheet_detected(sheet);
	size_t rows = import_sheet_rows(sheet);
	int width = widest_heading(sheet);

	text_addf(out, "%s: ", lang_pick(import_sheet_form(sheet)->label));
	text_addf(out, ngettext("%zu rad", "%zu rader", rows), rows);
	text_addf(out, " (%s, %s, %s, %s", separator_word(d->separator),
		  encoding_word(d->encoding), decimal_word(d->decimal),
		  line_end_word(d->line_end));
	if (d->above)
		text_addf(out, _(", rubriker på rad %zu"), d->above + 1);
	text_add(out, ")\n");
	for (size_t i = 0; i < import_sheet_columns(sheet); i++) {
		struct text target = { 0 }, letters = { 0 };

		import_sheet_add_letters(i + 1, &letters);
		import_sheet_add_target(sheet, i, &target);
		text_addf(out, "  %-3s ", text_get(&letters));
		add_heading(import_sheet_heading(sheet, i), width, out);
		if (target.length)
			text_addf(out, " = %s\n", text_get(&target));
		else
			text_addf(out, "   %s\n", _("(läses inte)"));
		text_done(&target);
		text_done(&letters);
	}
}

void import_told_faults(const struct faults *f, struct text *out)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct fault *it = &f->items[i];
		char *clean = utf8_clean(it->message);

		text_add(out, "samreg: ");
		if (it->file[0])
			text_addf(out, "%s: ", it->file);
		if (it->row)
			text_addf(out, _("rad %zu"), it->row);
		if (it->row && it->column) {
			text_add(out, _(", kolumn "));
			import_sheet_add_letters(it->column, out);
		}
		text_addf(out, "%s%s\n", it->row ? ": " : "", clean);
		free(clean);
	}
}

/* ---- the remarks ---- */

/* The rows with one and the same remark: "3, 7-9". */
struct group {
	const struct import_remark *remark;
	struct text rows;
	size_t first, last;     /* of the stretch that is not in `rows` yet */
};

struct groups {
	struct numbering keys;
	struct group *items;
	size_t capacity;
};

static void end_stretch(struct group *g)
{
	if (!g->first)
		return;
	text_addf(&g->rows, "%s%zu", g->rows.length ? ", " : "", g->first);
	if (g->last > g->first)
		text_addf(&g->rows, "–%zu", g->last);
	g->first = 0;
}

static void add_row(struct group *g, size_t row)
{
	if (g->first && row == g->last)
		return;
	if (!g->first || row != g->last + 1) {
		end_stretch(g);
		g->first = row;
	}
	g->last = row;
}

static void add_to_group(struct groups *all, const struct import_remark *it)
{
	struct text key = { 0 };
	size_t at;

	text_addf(&key, "%d %zu %s %s", (int)it->severity, it->column, it->rule,
		  it->message);
	at = (size_t)numbering_add(&all->keys, text_get(&key));
	text_done(&key);
	all->items = mem_grow(all->items, &all->capacity, at + 1, sizeof(*all->items));
	if (!all->items[at].remark)
		all->items[at].remark = it;
	add_row(&all->items[at], it->row);
}

/* "FEL R-101, kolumn B (Start), rad 3, 7–9: …" */
static void print_group(const struct import_sheet *sheet, struct group *g,
			struct text *out)
{
	const struct import_remark *it = g->remark;

	end_stretch(g);
	text_addf(out, "%s%s%s",
		  it->severity == SEVERITY_ERROR ? _("FEL") : _("VARNING"),
		  it->rule[0] ? " " : "", it->rule);
	if (it->column) {
		text_add(out, _(", kolumn "));
		import_sheet_add_letters(it->column, out);
		text_add(out, " (");
		add_heading(import_sheet_heading(sheet, it->column - 1), 0, out);
		text_add_char(out, ')');
	}
	if (g->rows.length)
		text_addf(out, _(", rad %s"), text_get(&g->rows));
	text_addf(out, ": %s\n", it->message);
}

void import_told_remarks(const struct import_sheet *sheet, struct text *out)
{
	struct groups all = { 0 };

	for (size_t i = 0; i < import_sheet_remark_count(sheet); i++)
		add_to_group(&all, import_sheet_remark(sheet, i));
	for (int severity = SEVERITY_ERROR; severity <= SEVERITY_WARNING; severity++)
		for (size_t i = 0; i < all.keys.count; i++)
			if (all.items[i].remark->severity == (enum severity)severity)
				print_group(sheet, &all.items[i], out);
	text_addf(out, _("Fel: %zu. Varningar: %zu.\n"), import_sheet_errors(sheet),
		  import_sheet_warnings(sheet));
	for (size_t i = 0; i < all.keys.count; i++)
		text_done(&all.items[i].rows);
	numbering_done(&all.keys);
	free(all.items);
}
