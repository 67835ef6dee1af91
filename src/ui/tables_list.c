/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of tables; see tables_list.h. */
#include "ui/tables_list.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_page.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/codes.h"
#include "ui/draw.h"

/* A line of the list: a section's heading, or a table. */
struct tables_line {
	const struct code *section;
	const struct report *report; /* NULL: the section's heading */
};

static bool matches(const struct report *r, const char *folded)
{
	return utf8_contains(r->title.sv, folded) || utf8_contains(r->title.en, folded) ||
	       utf8_contains(r->reference.sv, folded) ||
	       utf8_contains(r->reference.en, folded) ||
	       utf8_contains(r->id, folded);
}

static void add_line(struct tables_list *l, const struct code *section,
		     const struct report *report)
{
	l->lines = mem_grow(l->lines, &l->capacity, l->count + 1, sizeof(*l->lines));
	l->lines[l->count++] = (struct tables_line){ section, report };
}

static void add_section(struct tables_list *l, const struct figures *f,
			const struct code *section, const char *folded)
{
	bool begun = false;

	for (size_t i = 0; i < f->count; i++) {
		const struct report *r = f->tables[i].report;

		if (strcmp(r->section, section->code) || !matches(r, folded))
			continue;
		if (!begun)
			add_line(l, section, NULL);
		begun = true;
		add_line(l, section, r);
	}
}

const struct report *tables_list_selected(const struct tables_list *l)
{
	return list_has_selection(&l->list) ? l->lines[l->list.selected].report : NULL;
}

void tables_list_fill(struct tables_list *l, const struct report_page *p)
{
	const struct report *before = l->count ? tables_list_selected(l) : NULL;
	char *folded = utf8_fold(l->search);

	l->count = 0;
	for (size_t i = 0; p && i < p->sections->count; i++)
		add_section(l, p->figures, &p->sections->items[i], folded);
	free(folded);
	list_select(&l->list, 0);
	for (size_t i = 0; before && i < l->count; i++)
		if (l->lines[i].report == before)
			list_select(&l->list, i);
}

static size_t count_lines(void *rows)
{
	return ((const struct tables_list *)rows)->count;
}

static bool is_table(void *rows, size_t i)
{
	return ((const struct tables_list *)rows)->lines[i].report != NULL;
}

static void draw_line_of_list(void *rows, size_t i, struct area line, bool is_selected)
{
	const struct tables_list *l = rows;
	const struct tables_line *it = &l->lines[i];
	enum role role = is_selected ? ROLE_SELECTED : ROLE_TEXT;

	if (!it->report) {
		draw_text(line, 0, 1, ROLE_HEADING, lang_pick(it->section->label));
		return;
	}
	draw_cell(area_cut(line, 0, 3, 1, line.width - 4), role, ALIGN_LEFT,
		  lang_pick(it->report->title));
}

static const struct list_rows list_ops = {
	.count = count_lines,
	.draw = draw_line_of_list,
	.selectable = is_table,
};

void tables_list_draw(struct tables_list *l, struct area a)
{
	int y = 0;

	if (l->search[0]) {
		draw_textf(a, y++, 1, ROLE_LABEL, _("Söker: %s"), l->search);
		if (!l->count)
			draw_text(a, y, 1, ROLE_HINT, _("Ingen tabell heter så."));
	}
	list_draw(&l->list, area_cut(a, y, 0, l->count ? a.height - y : 0, a.width));
}

void tables_list_search(struct tables_list *l, const char *part)
{
	char *search = mem_text(part);

	free(l->search);
	l->search = search;
}

void tables_list_init(struct tables_list *l)
{
	*l = (struct tables_list){ .search = mem_text("") };
	list_init(&l->list, &list_ops, l);
}

void tables_list_done(struct tables_list *l)
{
	free(l->lines);
	free(l->search);
}
