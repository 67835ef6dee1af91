/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook as a whole; see report_xlsx.h. */
#include "app/report_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_xlsx_inside.h"
#include "app/xlsx_file.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/codes.h"

/* ---- formats ---- */

static lxw_format *new_format(struct book *b, bool bold)
{
	lxw_format *f = workbook_add_format(b->workbook);

	if (bold)
		format_set_bold(f);
	return f;
}

/* Spreadsheet programs put in the signs of their user's language: 1 234,5 in Swedish. */
static void add_formats(struct book *b)
{
	static const char *const codes[BOOK_NUMBER_COUNT] = { "#,##0", "0 %", "#,##0.0" };

	b->title = new_format(b, true);
	format_set_font_size(b->title, 14);
	b->head = xlsx_file_new_head(b->workbook, LXW_ALIGN_RIGHT);
	b->head_left = xlsx_file_new_head(b->workbook, LXW_ALIGN_LEFT);
	b->words = new_format(b, false);
	b->words_sum = new_format(b, true);
	b->wrapped = new_format(b, false);
	format_set_text_wrap(b->wrapped);
	format_set_align(b->wrapped, LXW_ALIGN_VERTICAL_TOP);
	b->link = workbook_get_default_url_format(b->workbook);
	for (int i = 0; i < BOOK_NUMBER_COUNT; i++) {
		for (int sum = 0; sum < 2; sum++) {
			lxw_format *f = new_format(b, sum);

			format_set_num_format(f, codes[i]);
			format_set_align(f, LXW_ALIGN_RIGHT);
			b->numbers[i][sum] = f;
		}
	}
}

enum book_number book_number(enum report_show show)
{
	switch (show) {
	case REPORT_PERCENT:
	case REPORT_MEAN_PERCENT:
		return BOOK_SHARE;
	case REPORT_MEAN:
	case REPORT_MILLIONS:
		return BOOK_TENTHS;
	case REPORT_COUNT:
	case REPORT_KRONOR:
		break;
	}
	return BOOK_COUNT;
}

double book_value(const char *number, enum report_show show)
{
	double value = strtod(number, NULL);

	return book_number(show) == BOOK_SHARE ? value / 100 : value;
}

/* ---- sheets ---- */

void book_add_sheet_name(const struct book *b, size_t i, struct text *out)
{
	const char *title = lang_pick(b->page->figures->tables[i].report->title);
	size_t length = 0, whole = 0, from = out->length, room;

	text_addf(out, "%zu ", i + 1);
	room = SHEET_NAME_LENGTH - (out->length - from);
	for (size_t n = 0; n < room && title[length]; n++) {
		length = utf8_next(title, length);
		if (!title[length] || title[length] == ' ')
			whole = length;
	}
	from = out->length;
	text_add_part(out, title, whole ? whole : length);
	for (char *c = out->bytes + from; (c = strpbrk(c, "[]:*?/\\'")); c++)
		*c = ' ';
}

static void add_sheet(const struct book *b, size_t i)
{
	struct text name = { 0 };
	struct sheet s = { .book = b, .table = &b->page->figures->tables[i] };

	book_add_sheet_name(b, i, &name);
	s.name = text_get(&name);
	s.worksheet = workbook_add_worksheet(b->workbook, s.name);
	book_add_table(&s);
	book_add_charts(&s);
	text_done(&name);
}

/* ---- the first sheet ---- */

static void add_line(const struct book *b, lxw_worksheet *w, lxw_row_t *row,
		     const char *words)
{
	worksheet_write_string(w, (*row)++, 0, words, b->words);
}

static void add_facts(const struct book *b, lxw_worksheet *w, lxw_row_t *row)
{
	const struct report_page *p = b->page;
	struct text line = { 0 };

	text_addf(&line, _("Årets tabeller %d"), p->figures->year);
	worksheet_write_string(w, (*row)++, 0, text_get(&line), b->title);
	add_line(b, w, row, p->owner);
	text_clear(&line);
	text_addf(&line, _("Framtagna %.10s kl. %.5s."), p->made, p->made + 11);
	add_line(b, w, row, text_get(&line));
	if (p->demo)
		add_line(b, w, row, _("Påhittade uppgifter för demonstration."));
	if (p->drafts) {
		text_clear(&line);
		text_addf(&line, ngettext("%zu utkast är inte färdigt och räknas inte.",
					  "%zu utkast är inte färdiga och räknas inte.",
					  p->drafts), p->drafts);
		add_line(b, w, row, text_get(&line));
	}
	text_clear(&line);
	report_frozen_add_stamp(p, &line);
	if (line.length)
		add_line(b, w, row, text_get(&line));
	text_done(&line);
}

static void add_link(const struct book *b, lxw_worksheet *w, lxw_row_t row, size_t i)
{
	struct text name = { 0 }, target = { 0 };

	book_add_sheet_name(b, i, &name);
	text_addf(&target, "internal:'%s'!A1", text_get(&name));
	worksheet_write_url_opt(w, row, 0, text_get(&target), b->link,
				lang_pick(b->page->figures->tables[i].report->title),
				NULL);
	worksheet_write_string(w, row, 1,
			       lang_pick(b->page->figures->tables[i].report->reference),
			       b->words);
	text_done(&name);
	text_done(&target);
}

static void add_contents(const struct book *b)
{
	lxw_worksheet *w = workbook_add_worksheet(b->workbook, _("Innehåll"));
	const struct code_list *sections = b->page->sections;
	const struct figures *f = b->page->figures;
	lxw_row_t row = 0;

	worksheet_set_column(w, 0, 0, 62, NULL);
	worksheet_set_column(w, 1, 1, 34, NULL);
	add_facts(b, w, &row);
	for (size_t i = 0; i < sections->count; i++) {
		bool begun = false;

		for (size_t k = 0; k < f->count; k++) {
			if (strcmp(f->tables[k].report->section, sections->items[i].code))
				continue;
			if (!begun) {
				row++;
				worksheet_write_string(
					w, row++, 0, lang_pick(sections->items[i].label),
					b->words_sum);
				begun = true;
			}
			add_link(b, w, row++, k);
		}
	}
}

/* ---- the file ---- */

static void set_properties(const struct book *b)
{
	struct text title = { 0 }, owner = { 0 };
	lxw_doc_properties properties = { .created = xlsx_file_time(b->page->made) };

	text_addf(&title, _("Årets tabeller %d"), b->page->figures->year);
	text_add(&owner, b->page->owner);
	properties.title = title.bytes;
	properties.author = owner.bytes;
	workbook_set_properties(b->workbook, &properties);
	text_done(&title);
	text_done(&owner);
}

static bool fill(void *data, lxw_workbook *workbook, struct err *e)
{
	struct book *b = data;

	(void)e;
	b->workbook = workbook;
	add_formats(b);
	set_properties(b);
	add_contents(b);
	for (size_t i = 0; i < b->page->figures->count; i++)
		add_sheet(b, i);
	return true;
}

bool report_xlsx_print(const struct report_page *p, struct text *out, struct err *e)
{
	struct book b = { .page = p };

	return xlsx_file_print(fill, &b, out, e);
}
