/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as plain text; see report_text.h. How one table is laid out: text_table. */
#include "app/report_text.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_listing.h"
#include "app/report_page.h"
#include "app/text_bars.h"
#include "app/text_table.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/codes.h"
#include "model/diagram.h"

/* How many changes since a year was frozen are told of below a table. */
enum { CHANGES_TOLD = 6 };

static void add_paragraph(struct text *out, const char *words)
{
	while (*words) {
		const char *next;
		size_t length = utf8_wrap(words, TEXT_TABLE_WIDTH, &next);

		text_add_part(out, words, length);
		text_add_char(out, '\n');
		words = next;
	}
}

/* The words, wrapped, with a line of `under` below as long as the longest of them. */
static void add_heading(struct text *out, const char *words, const char *under)
{
	int width = utf8_width(words);

	add_paragraph(out, words);
	for (int i = 0; i < width && i < TEXT_TABLE_WIDTH; i++)
		text_add(out, under);
	text_add(out, "\n");
}

static void add_title(const struct report_page *p, struct text *out)
{
	struct text words = { 0 };

	text_addf(&words, "%s%s%d", p->owner, *p->owner ? ", " : "", p->figures->year);
	add_heading(out, text_get(&words), "=");
	text_clear(&words);
	if (p->demo)
		text_addf(&words, "%s\n", _("Påhittade uppgifter för prov och övning."));
	if (p->drafts)
		text_addf(&words,
			  ngettext("%zu utkast är inte klart och räknas inte.",
				   "%zu utkast är inte klara och räknas inte.",
				   p->drafts),
			  p->drafts);
	add_paragraph(out, text_get(&words));
	text_clear(&words);
	report_frozen_add_stamp(p, &words);
	add_paragraph(out, text_get(&words));
	text_done(&words);
}

static void add_notes(const struct report_page *p, const struct figure_table *t,
		      const struct text_table *layout, struct text *out)
{
	struct text words = { 0 };

	if (layout->has_hidden)
		report_page_add_hiding_note(p, &words);
	add_paragraph(out, lang_pick(t->report->note));
	add_paragraph(out, text_get(&words));
	text_clear(&words);
	report_frozen_add_changes(p, t, CHANGES_TOLD, &words);
	add_paragraph(out, text_get(&words));
	text_done(&words);
}

static void add_figures(const struct report_page *p, const struct figure_table *t,
			bool ascii, struct text *out)
{
	struct text_table layout;

	text_table_init(&layout, p, t, &(struct text_table_setup){ .ascii = ascii });
	text_table_print(&layout, out);
	text_add(out, "\n");
	if (diagram_is_declared(t) && text_bars_worthwhile(p, t))
		text_bars_print(p, t, &(struct text_bars_setup){ .ascii = ascii }, out);
	add_notes(p, t, &layout, out);
	text_table_done(&layout);
}

static void add_listing(const struct report_page *p, const struct figure_table *t,
			struct text *out)
{
	report_listing_print(p, t, out);
	text_add(out, "\n");
	add_paragraph(out, lang_pick(t->report->note));
}

static void add_table(const struct report_page *p, const struct figure_table *t,
		      bool ascii, struct text *out)
{
	struct text title = { 0 };

	text_addf(&title, *t->report->reference.sv ? "%s (%s)" : "%s",
		  lang_pick(t->report->title), lang_pick(t->report->reference));
	text_add(out, "\n");
	add_paragraph(out, text_get(&title));
	text_add(out, "\n");
	if (report_listing_is(t))
		add_listing(p, t, out);
	else
		add_figures(p, t, ascii, out);
	text_done(&title);
}

static void add_section(const struct report_page *p, const struct code *section,
			bool ascii, struct text *out)
{
	bool begun = false;

	for (size_t i = 0; i < p->figures->count; i++) {
		const struct figure_table *t = &p->figures->tables[i];

		if (strcmp(t->report->section, section->code))
			continue;
		if (!begun) {
			text_add(out, "\n");
			add_heading(out, lang_pick(section->label), "-");
		}
		begun = true;
		add_table(p, t, ascii, out);
	}
}

void report_text_print(const struct report_page *p, bool ascii, struct text *out)
{
	add_title(p, out);
	for (size_t i = 0; i < p->sections->count; i++)
		add_section(p, &p->sections->items[i], ascii, out);
}
