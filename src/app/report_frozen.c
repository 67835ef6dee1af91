/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words about a frozen year; see report_frozen.h. */
#include "app/report_frozen.h"

#include <string.h>

#include "app/report_page.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"

/* Columns of difference_list(). */
enum { TABLE, ROW, COLUMN, THEN, NOW };

static const struct grid *changes_of(const struct report_page *p)
{
	return p->frozen && !p->hiding ? p->frozen->changes : NULL;
}

void report_frozen_add_stamp(const struct report_page *p, struct text *out)
{
	const struct grid *changes = changes_of(p);

	if (!p->frozen)
		return;
	text_addf(out, _("Året frystes %.10s, revision %lld."), p->frozen->at,
		  p->frozen->revision);
	if (!changes)
		return;
	text_add(out, " ");
	if (!grid_rows(changes))
		text_add(out, _("Inget har ändrats sedan dess."));
	else
		text_addf(out,
			  ngettext("%zu värde har ändrats sedan dess.",
				   "%zu värden har ändrats sedan dess.",
				   grid_rows(changes)),
			  grid_rows(changes));
}

static bool is_of(const struct grid *changes, size_t row, const struct figure_table *t)
{
	return !strcmp(grid_get(changes, row, TABLE), t->report->id);
}

size_t report_frozen_count(const struct report_page *p, const struct figure_table *t)
{
	const struct grid *changes = changes_of(p);
	size_t count = 0;

	for (size_t row = 0; changes && row < grid_rows(changes); row++)
		count += is_of(changes, row, t);
	return count;
}

/* The column of values with this name in files; the first for one that is not there. */
static struct report_column find_column(const struct figure_table *t, const char *name)
{
	for (size_t i = 0; i < report_column_count(t); i++) {
		struct report_column c = report_column_at(t, i);
		struct text file = { 0 };
		bool found;

		figure_print_column(&t->columns.items[c.column], c.show, &file);
		found = !strcmp(text_get(&file), name);
		text_done(&file);
		if (found)
			return c;
	}
	return report_column_at(t, 0);
}

static void add_value(const char *value, enum report_show show, struct text *out)
{
	if (*value)
		report_add_measured(out, value, show);
	else
		text_add(out, REPORT_UNDEFINED_MARK);
}

struct report_change report_frozen_at(const struct report_page *p,
				      const struct figure_table *t, size_t i)
{
	const struct grid *changes = changes_of(p);
	size_t at = 0;

	while (!is_of(changes, at, t) || i-- > 0)
		at++;
	return (struct report_change){
		grid_get(changes, at, ROW),
		find_column(t, grid_get(changes, at, COLUMN)),
		grid_get(changes, at, THEN),
		grid_get(changes, at, NOW),
	};
}

static void add_change(const struct report_page *p, const struct figure_table *t,
		       size_t i, struct text *out)
{
	struct report_change c = report_frozen_at(p, t, i);
	long row = axis_find(&t->rows, c.row);
	struct text then = { 0 }, now = { 0 };

	add_value(c.then, c.column.show, &then);
	add_value(c.now, c.column.show, &now);
	text_addf(out, _("%s, %s %s, nu %s"),
		  row < 0 ? "" : lang_pick(t->rows.items[row].label),
		  lang_pick(t->columns.items[c.column.column].label), text_get(&then),
		  text_get(&now));
	text_done(&then);
	text_done(&now);
}

void report_frozen_add_changes(const struct report_page *p, const struct figure_table *t,
			       size_t most, struct text *out)
{
	size_t count = report_frozen_count(p, t);

	if (!count)
		return;
	text_addf(out, "%s ", _("Ändrat sedan året frystes:"));
	for (size_t i = 0; i < count && i < most; i++) {
		text_add(out, i ? "; " : "");
		add_change(p, t, i, out);
	}
	if (most < count)
		text_addf(out, ngettext("; och %zu värde till", "; och %zu värden till",
					count - most), count - most);
	text_add(out, ".");
}

static void print_table(const struct report_page *p, const struct figure_table *t,
			struct text *out)
{
	size_t count = report_frozen_count(p, t);

	if (!count)
		return;
	text_addf(out, "\n%s\n", lang_pick(t->report->title));
	for (size_t i = 0; i < count; i++) {
		text_add(out, "  ");
		add_change(p, t, i, out);
		text_add_char(out, '\n');
	}
}

void report_frozen_print(const struct report_page *p, struct text *out)
{
	report_frozen_add_stamp(p, out);
	text_add_char(out, '\n');
	text_addf(out, _("Den som frös året: %s, kl. %.5s."), p->frozen->by,
		  p->frozen->at + 11);
	text_add_char(out, '\n');
	for (size_t i = 0; i < p->figures->count; i++)
		print_table(p, &p->figures->tables[i], out);
}
