/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of one table; see report_xlsx.h. One line of heads, so that the rows can be
 * sorted, filtered and looked up as they stand. */
#include "app/report_xlsx_inside.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_listing.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

enum {
	FIRST_LEAST = 14,       /* width of the first column, in characters */
	FIRST_MOST = 52,
	COLUMN_WIDTH = 12,
	A4 = 9,                 /* by the format's own count of papers */
};

/* What stands in one column. */
enum source { OWN, LAST_YEAR, PUBLISHED };

struct sheet_column {
	enum source source;
	struct report_column values;
};

/* ---- the columns ---- */

static size_t add_source(struct sheet_column *out, enum source source,
			 const struct report_column *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (struct sheet_column){ source, values[i] };
	return count;
}

/* The columns after the first, left to right; the caller frees them. */
static struct sheet_column *list_columns(struct sheet *s)
{
	const struct figure_table *t = s->table;
	const struct report_page *p = s->book->page;
	size_t own = report_column_count(t), compared;
	struct report_column *values = mem_alloc(own * sizeof(*values));
	struct sheet_column *out = mem_alloc(3 * own * sizeof(*out));

	for (size_t i = 0; i < own; i++)
		values[i] = report_column_at(t, i);
	s->columns = add_source(out, OWN, values, own);
	compared = report_compared(t, values);
	if (report_page_last_year(p, t))
		s->columns += add_source(out + s->columns, LAST_YEAR, values, compared);
	if (report_page_has_published(p, t))
		s->columns += add_source(out + s->columns, PUBLISHED, values, compared);
	free(values);
	return out;
}

/* "Kvinnor, %", "2024: Totalt, %", "Riket 2021: Totalt, %". */
static void add_heading(const struct sheet *s, const struct sheet_column *c,
			struct text *out)
{
	const struct figure_table *t = s->table;

	if (c->source == LAST_YEAR)
		text_addf(out, "%d: ", t->year - 1);
	else if (c->source == PUBLISHED && report_is_by_year(t))
		text_addf(out, "%s: ", _("Riket"));
	else if (c->source == PUBLISHED)
		text_addf(out, "%s %d: ", _("Riket"),
			  report_page_published_year(s->book->page, t, 0));
	report_add_heading(t, c->values, out);
}

/* ---- cells ---- */

static void write_words(struct sheet *s, size_t column, const char *words,
			lxw_format *format)
{
	worksheet_write_string(s->worksheet, (lxw_row_t)s->row, (lxw_col_t)column, words,
			       format);
}

static enum report_state find_value(const struct sheet *s, size_t row,
				    const struct sheet_column *c, struct text *out)
{
	const struct report_page *p = s->book->page;
	const char *published;

	switch (c->source) {
	case OWN:
		return report_page_value(p, s->table, row, c->values, out);
	case LAST_YEAR:
		return report_page_last_value(p, s->table, row, c->values, out);
	case PUBLISHED:
		published = report_page_published(p, s->table, row, c->values);
		text_add(out, published ? published : "");
		return published ? REPORT_DEFINED : REPORT_UNDEFINED;
	}
	return REPORT_UNDEFINED;
}

static void write_value(struct sheet *s, size_t row, size_t column,
			const struct sheet_column *c, bool sum)
{
	enum report_show show = c->values.show;
	lxw_format *format = s->book->numbers[book_number(show)][sum];
	struct text number = { 0 };

	switch (find_value(s, row, c, &number)) {
	case REPORT_DEFINED:
		worksheet_write_number(s->worksheet, (lxw_row_t)s->row, (lxw_col_t)column,
				       book_value(text_get(&number), show), format);
		break;
	case REPORT_HIDDEN:
		write_words(s, column, REPORT_HIDDEN_MARK, format);
		s->has_hidden = true;
		break;
	case REPORT_UNDEFINED:
		write_words(s, column, REPORT_UNDEFINED_MARK, format);
		break;
	}
	text_done(&number);
}

/* ---- the parts of a sheet ---- */

static void write_title(struct sheet *s)
{
	const struct report *r = s->table->report;
	struct text line = { 0 };

	write_words(s, 0, lang_pick(r->title), s->book->title);
	s->row++;
	text_addf(&line, "%s %d", s->book->page->owner, s->table->year);
	if (*r->reference.sv)
		text_addf(&line, " · %s", lang_pick(r->reference));
	write_words(s, 0, text_get(&line), s->book->words);
	text_done(&line);
	s->row += 2;
}

static void write_heads(struct sheet *s, const struct sheet_column *columns)
{
	write_words(s, 0, lang_pick(s->table->report->head), s->book->head_left);
	for (size_t i = 0; i < s->columns; i++) {
		struct text head = { 0 };

		add_heading(s, &columns[i], &head);
		write_words(s, i + 1, text_get(&head), s->book->head);
		text_done(&head);
	}
	s->row++;
	worksheet_freeze_panes(s->worksheet, (lxw_row_t)s->row, 1);
	worksheet_repeat_rows(s->worksheet, (lxw_row_t)s->row - 1, (lxw_row_t)s->row - 1);
}

static void write_rows(struct sheet *s, const struct sheet_column *columns)
{
	for (size_t row = 0; row < s->table->rows.count; row++) {
		const struct axis_item *item = &s->table->rows.items[row];
		bool sum = !strcmp(item->key, "total");

		if (!figure_row_is_shown(s->table, row))
			continue;
		write_words(s, 0, lang_pick(item->label),
			    sum ? s->book->words_sum : s->book->words);
		for (size_t i = 0; i < s->columns; i++)
			write_value(s, row, i + 1, &columns[i], sum);
		s->row++;
	}
}

static void write_corrections(struct sheet *s, const struct sheet_column *columns)
{
	for (size_t row = 0; row < s->table->rows.count; row++) {
		for (size_t i = 0; i < s->columns; i++) {
			struct text line = { 0 }, head = { 0 };
			const char *note = report_page_published_note(
				s->book->page, s->table, row, columns[i].values);

			if (columns[i].source != PUBLISHED || !*note)
				continue;
			report_add_heading(s->table, columns[i].values, &head);
			text_addf(&line, _("Rättat tryckfel (%s, %s):"),
				  lang_pick(s->table->rows.items[row].label),
				  text_get(&head));
			text_addf(&line, " %s", note);
			write_words(s, 0, text_get(&line), s->book->words);
			s->row++;
			text_done(&line);
			text_done(&head);
		}
	}
}

/* A note in a line of its own; nothing when it says nothing. */
static void write_note(struct sheet *s, const struct text *note)
{
	if (note->length)
		write_words(s, 0, text_get(note), s->book->words);
	s->row += note->length > 0;
}

static void write_notes(struct sheet *s, const struct sheet_column *columns)
{
	const struct report_page *p = s->book->page;
	struct text note = { 0 };

	s->row++;
	text_add(&note, lang_pick(s->table->report->note));
	write_note(s, &note);
	text_clear(&note);
	if (s->has_hidden)
		report_page_add_hiding_note(p, &note);
	write_note(s, &note);
	text_clear(&note);
	report_frozen_add_changes(p, s->table, SIZE_MAX, &note);
	write_note(s, &note);
	text_done(&note);
	write_corrections(s, columns);
}

static void set_widths(struct sheet *s)
{
	int width = FIRST_LEAST;

	for (size_t row = 0; row < s->table->rows.count; row++) {
		int label = utf8_width(lang_pick(s->table->rows.items[row].label));

		width = label > width ? label : width;
	}
	worksheet_set_column(s->worksheet, 0, 0, width < FIRST_MOST ? width : FIRST_MOST,
			     NULL);
	worksheet_set_column(s->worksheet, 1, (lxw_col_t)s->columns, COLUMN_WIDTH, NULL);
}

static void add_figures(struct sheet *s)
{
	struct sheet_column *columns = list_columns(s);

	set_widths(s);
	write_title(s);
	write_heads(s, columns);
	write_rows(s, columns);
	write_notes(s, columns);
	free(columns);
}

static void add_listing(struct sheet *s)
{
	const struct report_words *columns = &s->table->report->listing;

	worksheet_set_column(s->worksheet, 0, 0, FIRST_LEAST * 2, NULL);
	worksheet_set_column(s->worksheet, 1, (lxw_col_t)columns->count - 1, FIRST_MOST,
			     NULL);
	write_title(s);
	for (size_t i = 0; i < columns->count; i++)
		write_words(s, i, lang_pick(columns->items[i].label),
			    s->book->head_left);
	s->row++;
	worksheet_freeze_panes(s->worksheet, (lxw_row_t)s->row, 1);
	for (size_t row = 0; row < report_listing_rows(s->book->page); row++, s->row++)
		for (size_t i = 0; i < columns->count; i++)
			write_words(s, i,
				    report_listing_cell(s->book->page, s->table, row, i),
				    s->book->wrapped);
	s->row++;
	write_words(s, 0, lang_pick(s->table->report->note), s->book->words);
}

void book_add_table(struct sheet *s)
{
	if (report_listing_is(s->table))
		add_listing(s);
	else
		add_figures(s);
	worksheet_set_paper(s->worksheet, A4);
	worksheet_set_landscape(s->worksheet);
	worksheet_fit_to_pages(s->worksheet, 1, 0);
}
