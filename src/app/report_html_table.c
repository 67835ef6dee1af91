/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of the report as HTML; see report_html_table.h. */
#include "app/report_html_table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_listing.h"
#include "app/report_page.h"
#include "base/lang.h"
#include "base/markup.h"
#include "base/mem.h"
#include "base/text.h"

/* A table being written. */
struct layout {
	const struct report_page *page;
	const struct figure_table *table;
	struct text *out;
	struct report_column *columns, *compared;
	size_t column_count, compared_count;
	bool last_year, published;      /* stand beside */
	bool two_heads;                 /* one above the other */
	bool has_hidden;                /* seen while writing the rows */
};

static void layout_init(struct layout *l)
{
	const struct figure_table *t = l->table;

	l->column_count = report_column_count(t);
	l->columns = mem_alloc(l->column_count * sizeof(*l->columns));
	l->compared = mem_alloc(l->column_count * sizeof(*l->compared));
	for (size_t i = 0; i < l->column_count; i++)
		l->columns[i] = report_column_at(t, i);
	l->compared_count = report_compared(t, l->compared);
	l->last_year = report_page_last_year(l->page, t) != NULL;
	l->published = report_page_has_published(l->page, t);
	l->two_heads = report_is_two_headed(t) ||
		       (l->compared_count > 1 && (l->last_year || l->published));
}

static void layout_done(struct layout *l)
{
	free(l->columns);
	free(l->compared);
}

/* ---- heads ---- */

/* How many of the columns from number `from` on are of the same figures. */
static size_t group_size(const struct layout *l, size_t from)
{
	size_t to = from;

	while (to < l->column_count && l->columns[to].column == l->columns[from].column)
		to++;
	return to - from;
}

static void add_columns(struct layout *l)
{
	text_add(l->out, "<colgroup><col></colgroup>\n");
	for (size_t i = 0; i < l->column_count; i += group_size(l, i))
		text_addf(l->out, "<colgroup span=\"%zu\"></colgroup>\n",
			  group_size(l, i));
	for (int i = 0; i < l->last_year + l->published; i++)
		text_addf(l->out, "<colgroup class=\"beside\" span=\"%zu\"></colgroup>\n",
			  l->compared_count);
}

/* A head over `span` columns; over both lines of heads when it has only one column. */
static void add_head(struct layout *l, size_t span, bool alone, const char *words)
{
	if (l->two_heads && alone)
		text_add(l->out, "<th scope=\"col\" rowspan=\"2\">");
	else if (l->two_heads && span > 1)
		text_addf(l->out, "<th scope=\"colgroup\" colspan=\"%zu\">", span);
	else
		text_add(l->out, "<th scope=\"col\">");
	markup_add(l->out, words);
	text_add(l->out, "</th>\n");
}

static void add_lower_head(struct layout *l, const char *words)
{
	text_add(l->out, "<th scope=\"col\">");
	markup_add(l->out, words);
	text_add(l->out, "</th>\n");
}

/* The head over what is compared: `name`, with the measure after it when it alone can
 * tell it. */
static void add_beside_head(struct layout *l, const char *name)
{
	struct text words = { 0 };

	text_add(&words, name);
	if (!l->two_heads && l->compared[0].show != REPORT_COUNT)
		text_addf(&words, ", %s", report_show_label(l->compared[0].show));
	add_head(l, l->compared_count, false, text_get(&words));
	text_done(&words);
}

static void add_published_head(struct layout *l)
{
	struct text name = { 0 };

	text_add(&name, _("Riket"));
	if (!report_is_by_year(l->table))
		text_addf(&name, " %d", report_page_published_year(l->page, l->table, 0));
	add_beside_head(l, text_get(&name));
	text_done(&name);
}

static void add_upper_heads(struct layout *l)
{
	char year[16];

	add_head(l, 1, true, lang_pick(l->table->report->head));
	for (size_t i = 0; i < l->column_count; i += group_size(l, i)) {
		struct text words = { 0 };
		bool alone = group_size(l, i) == 1;

		if (alone)
			report_add_heading(l->table, l->columns[i], &words);
		else
			text_add(&words, lang_pick(l->table->columns
						   .items[l->columns[i].column].label));
		add_head(l, group_size(l, i), alone, text_get(&words));
		text_done(&words);
	}
	if (l->last_year) {
		snprintf(year, sizeof(year), "%d", l->table->year - 1);
		add_beside_head(l, year);
	}
	if (l->published)
		add_published_head(l);
}

static void add_lower_heads(struct layout *l)
{
	for (size_t i = 0; i < l->column_count; i++) {
		bool first = !i || l->columns[i - 1].column != l->columns[i].column;

		if (!first || group_size(l, i) > 1)
			add_lower_head(l, report_show_label(l->columns[i].show));
	}
	for (int k = 0; k < l->last_year + l->published; k++) {
		for (size_t i = 0; i < l->compared_count; i++) {
			struct text words = { 0 };

			if (l->compared_count > 1)
				report_add_heading(l->table, l->compared[i], &words);
			else
				text_add(&words, report_show_label(l->compared[i].show));
			add_lower_head(l, text_get(&words));
			text_done(&words);
		}
	}
}

static void add_heads(struct layout *l)
{
	text_add(l->out, "<thead>\n<tr>\n");
	add_upper_heads(l);
	text_add(l->out, "</tr>\n");
	if (l->two_heads) {
		text_add(l->out, "<tr>\n");
		add_lower_heads(l);
		text_add(l->out, "</tr>\n");
	}
	text_add(l->out, "</thead>\n");
}

/* ---- rows ---- */

static void add_number(struct layout *l, enum report_state state, const char *number,
		       enum report_show show, bool corrected)
{
	struct text words = { 0 };

	switch (state) {
	case REPORT_DEFINED:
		report_add_number(&words, number);
		break;
	case REPORT_HIDDEN:
		text_add(&words, REPORT_HIDDEN_MARK);
		l->has_hidden = true;
		break;
	case REPORT_UNDEFINED:
		text_add(&words, REPORT_UNDEFINED_MARK);
		break;
	}
	text_addf(l->out, "<td%s>",
		  show & (REPORT_COUNT | REPORT_KRONOR) ? "" : " class=\"share\"");
	markup_add(l->out, text_get(&words));
	text_addf(l->out, "%s</td>\n", corrected ? "<sup>*</sup>" : "");
	text_done(&words);
}

static void add_own(struct layout *l, size_t row)
{
	for (size_t i = 0; i < l->column_count; i++) {
		struct text value = { 0 };
		enum report_state state = report_page_value(l->page, l->table, row,
							    l->columns[i], &value);

		add_number(l, state, text_get(&value), l->columns[i].show, false);
		text_done(&value);
	}
}

static void add_last_year(struct layout *l, size_t row)
{
	for (size_t i = 0; i < l->compared_count; i++) {
		struct text value = { 0 };
		enum report_state state = report_page_last_value(
			l->page, l->table, row, l->compared[i], &value);

		add_number(l, state, text_get(&value), l->compared[i].show, false);
		text_done(&value);
	}
}

static void add_published(struct layout *l, size_t row)
{
	for (size_t i = 0; i < l->compared_count; i++) {
		struct report_column c = l->compared[i];
		const char *value = report_page_published(l->page, l->table, row, c);
		const char *note = report_page_published_note(l->page, l->table, row, c);

		add_number(l, value ? REPORT_DEFINED : REPORT_UNDEFINED,
			   value ? value : "", c.show, *note);
	}
}

static void add_rows(struct layout *l)
{
	text_add(l->out, "<tbody>\n");
	for (size_t row = 0; row < l->table->rows.count; row++) {
		const struct axis_item *item = &l->table->rows.items[row];

		if (!figure_row_is_shown(l->table, row))
			continue;
		text_addf(l->out, "<tr%s>\n<th scope=\"row\">",
			  strcmp(item->key, "total") ? "" : " class=\"total\"");
		markup_add(l->out, lang_pick(item->label));
		text_add(l->out, "</th>\n");
		add_own(l, row);
		if (l->last_year)
			add_last_year(l, row);
		if (l->published)
			add_published(l, row);
		text_add(l->out, "</tr>\n");
	}
	text_add(l->out, "</tbody>\n");
}

/* ---- footnotes ---- */

static void add_correction(struct layout *l, size_t row, struct report_column c)
{
	const char *note = report_page_published_note(l->page, l->table, row, c);
	struct text column = { 0 };

	if (!*note)
		return;
	report_add_heading(l->table, c, &column);
	text_add(l->out, "<li>* ");
	markup_addf(l->out, _("Rättat tryckfel (%s, %s):"),
		    lang_pick(l->table->rows.items[row].label), text_get(&column));
	text_add(l->out, " <span lang=\"sv\">");
	markup_add(l->out, note);
	text_add(l->out, "</span></li>\n");
	text_done(&column);
}

static void add_footnote(struct layout *l, const char *words)
{
	if (!*words)
		return;
	text_add(l->out, "<li>");
	markup_add(l->out, words);
	text_add(l->out, "</li>\n");
}

static void add_changes(struct layout *l)
{
	struct text words = { 0 };

	report_frozen_add_changes(l->page, l->table, SIZE_MAX, &words);
	if (words.length)
		add_footnote(l, text_get(&words));
	text_done(&words);
}

static void add_footnotes(struct layout *l)
{
	text_addf(l->out, "<ul class=\"notes\" id=\"%s-notes\">\n", l->table->report->id);
	add_footnote(l, lang_pick(l->table->report->note));
	if (l->has_hidden) {
		struct text note = { 0 };

		report_page_add_hiding_note(l->page, &note);
		add_footnote(l, text_get(&note));
		text_done(&note);
	}
	add_changes(l);
	if (l->published)
		add_footnote(l, _("Riket: ur de nationella årsrapporterna."));
	for (size_t row = 0; row < l->table->rows.count && l->published; row++)
		for (size_t i = 0; i < l->compared_count; i++)
			add_correction(l, row, l->compared[i]);
	text_add(l->out, "</ul>\n");
}

/* ---- the whole ---- */

static void add_caption(struct layout *l)
{
	const struct report *r = l->table->report;

	text_addf(l->out, "<caption><h3 id=\"%s-title\">", r->id);
	markup_add(l->out, lang_pick(r->title));
	if (*r->reference.sv) {
		text_add(l->out, " <small>");
		markup_add(l->out, lang_pick(r->reference));
		text_add(l->out, "</small>");
	}
	text_add(l->out, "</h3></caption>\n");
}

/* ---- listings ---- */

static void add_listing_row(struct layout *l, size_t row)
{
	text_add(l->out, "<tr>\n");
	for (size_t i = 0; i < l->table->report->listing.count; i++) {
		text_add(l->out, i ? "<td class=\"words\">" : "<th scope=\"row\">");
		markup_add(l->out, report_listing_cell(l->page, l->table, row, i));
		text_add(l->out, i ? "</td>\n" : "</th>\n");
	}
	text_add(l->out, "</tr>\n");
}

static void add_listing(struct layout *l)
{
	const struct report_words *columns = &l->table->report->listing;

	text_add(l->out, "<thead>\n<tr>\n");
	for (size_t i = 0; i < columns->count; i++) {
		text_add(l->out, "<th scope=\"col\" class=\"words\">");
		markup_add(l->out, lang_pick(columns->items[i].label));
		text_add(l->out, "</th>\n");
	}
	text_add(l->out, "</tr>\n</thead>\n<tbody>\n");
	for (size_t row = 0; row < report_listing_rows(l->page); row++)
		add_listing_row(l, row);
	text_add(l->out, "</tbody>\n");
}

static void add_figures(struct layout *l)
{
	add_columns(l);
	add_heads(l);
	add_rows(l);
}

void report_html_add_table(const struct report_page *p, const struct figure_table *t,
			   struct text *out)
{
	struct layout l = { .page = p, .table = t, .out = out };
	const char *id = t->report->id;

	layout_init(&l);
	text_addf(out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		  "aria-labelledby=\"%s-title\">\n"
		  "<table aria-describedby=\"%s-notes\">\n", id, id);
	add_caption(&l);
	if (report_listing_is(t))
		add_listing(&l);
	else
		add_figures(&l);
	text_add(out, "</table>\n</div>\n");
	add_footnotes(&l);
	layout_done(&l);
}
