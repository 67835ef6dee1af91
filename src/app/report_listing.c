/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that name what there is; see report_listing.h. */
#include "app/report_listing.h"

#include <string.h>

#include "app/report_page.h"
#include "app/text_table.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

/* How much each level below a heading stands in. */
enum { INDENT = 2 };

bool report_listing_is(const struct figure_table *t)
{
	return t->report->listing.count > 0;
}

size_t report_listing_rows(const struct report_page *p)
{
	return p->listing ? grid_rows(p->listing) : 0;
}

const char *report_listing_cell(const struct report_page *p, const struct figure_table *t,
				size_t row, size_t column)
{
	const char *key = t->report->listing.items[column].key;
	const char *said = grid_named(p->listing, row, key);

	if (!*said && !strcmp(key, "federation"))
		return _("Utan samordningsförbund");
	return said;
}

void report_listing_add_cells(const struct report_page *p, const struct figure_table *t,
			      struct grid *out)
{
	for (size_t row = 0; row < report_listing_rows(p); row++) {
		for (size_t i = 0; i < t->report->listing.count; i++) {
			const char *column = t->report->listing.items[i].key;
			const char *said = grid_named(p->listing, row, column);
			size_t at;

			if (!*said)
				continue;
			at = grid_add_row(out, 0);
			grid_set(out, at, 0, t->report->id);
			grid_set(out, at, 1, grid_named(p->listing, row, "key"));
			grid_set(out, at, 2, column);
			grid_set(out, at, 3, said);
		}
	}
}

static void add_indented(struct text *out, const char *words, int indent)
{
	while (*words) {
		const char *next;
		size_t length = utf8_wrap(words, TEXT_TABLE_WIDTH - indent, &next);

		for (int i = 0; i < indent; i++)
			text_add_char(out, ' ');
		text_add_part(out, words, length);
		text_add_char(out, '\n');
		words = next;
	}
}

/* Whether the row says the same as the one before it, up to this column. */
static bool goes_on(const struct report_page *p, const struct figure_table *t, size_t row,
		    size_t column)
{
	for (size_t i = 0; i <= column; i++)
		if (!row || strcmp(report_listing_cell(p, t, row, i),
				   report_listing_cell(p, t, row - 1, i)))
			return false;
	return true;
}

void report_listing_print(const struct report_page *p, const struct figure_table *t,
			  struct text *out)
{
	for (size_t row = 0; row < report_listing_rows(p); row++)
		for (size_t i = 0; i < t->report->listing.count; i++)
			if (!goes_on(p, t, row, i))
				add_indented(out, report_listing_cell(p, t, row, i),
					     INDENT * (int)i);
}
