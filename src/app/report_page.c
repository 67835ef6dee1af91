/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every form of the report is made of; see report_page.h. */
#include "app/report_page.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_listing.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/published.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* ---- columns ---- */

static unsigned count_shows(unsigned shows)
{
	unsigned count = 0;

	for (; shows; shows &= shows - 1)
		count++;
	return count;
}

size_t report_column_count(const struct figure_table *t)
{
	size_t count = 0;

	for (size_t i = 0; i < t->columns.count; i++)
		count += count_shows(t->columns.items[i].show);
	return count;
}

struct report_column report_column_at(const struct figure_table *t, size_t i)
{
	size_t column = 0;
	unsigned shows;

	while (i >= count_shows(t->columns.items[column].show))
		i -= count_shows(t->columns.items[column++].show);
	shows = t->columns.items[column].show;
	while (i--)
		shows &= shows - 1;
	return (struct report_column){ column, (enum report_show)(shows & -shows) };
}

bool report_is_two_headed(const struct figure_table *t)
{
	return report_column_count(t) > t->columns.count;
}

bool report_is_by_year(const struct figure_table *t)
{
	return t->report->year_count != 1 || t->report->first_year;
}

static bool is_share(enum report_show show)
{
	return show == REPORT_PERCENT || show == REPORT_MEAN_PERCENT;
}

const char *report_show_label(enum report_show show)
{
	switch (show) {
	case REPORT_COUNT:
		return _("antal");
	case REPORT_MEAN:
		return _("medelvärde");
	case REPORT_MILLIONS:
		return _("mnkr");
	case REPORT_KRONOR:
		return _("kr");
	case REPORT_PERCENT:
	case REPORT_MEAN_PERCENT:
		return "%";
	}
	return "";
}

void report_add_heading(const struct figure_table *t, struct report_column c,
			struct text *out)
{
	text_add(out, lang_pick(t->columns.items[c.column].label));
	if (c.show != REPORT_COUNT)
		text_addf(out, ", %s", report_show_label(c.show));
}

/* ---- values ---- */

bool report_page_hides(const struct report_page *p, const struct figure_table *t,
		       size_t row, struct report_column c)
{
	const struct report_hiding *h = p->hiding;

	return h && h->is_hidden(h->context, t, row, c);
}

enum report_state report_page_value(const struct report_page *p,
				    const struct figure_table *t, size_t row,
				    struct report_column c, struct text *out)
{
	bool defined;

	if (report_page_hides(p, t, row, c))
		return REPORT_HIDDEN;
	defined = figure_print(figure_at(t, row, c.column), c.show, out);
	return defined ? REPORT_DEFINED : REPORT_UNDEFINED;
}

static const char *mask(const void *context, const struct figure_table *t, size_t row,
			size_t column, enum report_show show)
{
	struct report_column c = { column, show };

	return report_page_hides(context, t, row, c) ? REPORT_HIDDEN_MARK : NULL;
}

struct grid *report_page_grid(const struct report_page *p)
{
	struct grid *g = figures_grid(p->figures, mask, p);

	for (size_t i = 0; i < p->figures->count; i++)
		if (report_listing_is(&p->figures->tables[i]))
			report_listing_add_cells(p, &p->figures->tables[i], g);
	return g;
}

void report_page_add_hiding_note(const struct report_page *p, struct text *out)
{
	text_addf(out, "%s ", REPORT_HIDDEN_MARK);
	text_addf(out, _("Visas inte, till skydd för enskilda: färre än %lld, eller "
			 "skulle avslöja ett sådant antal."), p->hiding->threshold);
}

/* ---- what is compared ---- */

/* Keeps those of the columns that are shares, if there are any. */
static size_t prefer_shares(struct report_column *columns, size_t count)
{
	size_t shares = 0;

	for (size_t i = 0; i < count; i++)
		if (is_share(columns[i].show))
			columns[shares++] = columns[i];
	return shares ? shares : count;
}

size_t report_compared(const struct figure_table *t, struct report_column *out)
{
	size_t all = report_column_count(t), total = 0, shares;
	bool has_shares = false;

	for (size_t i = 0; i < all; i++) {
		struct report_column c = report_column_at(t, i);

		has_shares = has_shares || is_share(c.show);
		if (!strcmp(t->columns.items[c.column].key, "total"))
			out[total++] = c;
	}
	shares = prefer_shares(out, total);
	if (total && (is_share(out[0].show) || !has_shares))
		return shares;
	for (size_t i = 0; i < all; i++)
		out[i] = report_column_at(t, i);
	return prefer_shares(out, all);
}

/* ---- last year ---- */

const struct figure_table *report_page_last_year(const struct report_page *p,
						 const struct figure_table *t)
{
	if (!p->last_year || report_is_by_year(t))
		return NULL;
	return figures_find(p->last_year, t->report->id);
}

enum report_state report_page_last_value(const struct report_page *p,
					 const struct figure_table *t, size_t row,
					 struct report_column c, struct text *out)
{
	const struct figure_table *last = report_page_last_year(p, t);
	long last_row = last ? axis_find(&last->rows, t->rows.items[row].key) : -1;
	long column = last ? axis_find(&last->columns, t->columns.items[c.column].key)
			   : -1;

	if (last_row < 0 || column < 0)
		return REPORT_UNDEFINED;
	c.column = (size_t)column;
	return report_page_value(p, last, (size_t)last_row, c, out);
}

/* ---- published figures ---- */

int report_page_published_year(const struct report_page *p, const struct figure_table *t,
			       size_t row)
{
	if (report_is_by_year(t))
		return atoi(t->rows.items[row].key);
	return p->published ? published_latest(p->published, t->report->id, t->year) : 0;
}

/* Calls `find` with the key of the value. */
static const char *look_up(const struct report_page *p, const struct figure_table *t,
			   size_t row, struct report_column c,
			   const char *find(const struct published *, int,
					    struct published_key))
{
	struct text column = { 0 };
	const char *found;

	if (!p->published)
		return NULL;
	figure_print_column(&t->columns.items[c.column], c.show, &column);
	found = find(p->published, report_page_published_year(p, t, row),
		     (struct published_key){ t->report->id, t->rows.items[row].key,
					     text_get(&column) });
	text_done(&column);
	return found;
}

const char *report_page_published(const struct report_page *p,
				  const struct figure_table *t, size_t row,
				  struct report_column c)
{
	return look_up(p, t, row, c, published_find);
}

const char *report_page_published_note(const struct report_page *p,
				       const struct figure_table *t, size_t row,
				       struct report_column c)
{
	const char *note = look_up(p, t, row, c, published_note);

	return note ? note : "";
}

bool report_page_has_published(const struct report_page *p, const struct figure_table *t)
{
	struct report_column *columns = mem_alloc((report_column_count(t) + 1) *
						  sizeof(*columns));
	size_t count = report_compared(t, columns);
	bool found = false;

	for (size_t row = 0; row < t->rows.count && !found; row++)
		for (size_t i = 0; i < count && !found; i++)
			found = report_page_published(p, t, row, columns[i]) != NULL;
	free(columns);
	return found;
}

/* ---- numbers ---- */

void report_add_number(struct text *out, const char *number)
{
	bool swedish = lang_get() == LANG_SV;
	size_t digits;

	if (*number == '-') {
		text_add(out, "\xE2\x88\x92");
		number++;
	}
	digits = strspn(number, "0123456789");
	for (size_t i = 0; i < digits; i++) {
		if (i && (digits - i) % 3 == 0)
			text_add(out, swedish ? NO_BREAK_SPACE : ",");
		text_add_char(out, number[i]);
	}
	if (number[digits] == '.') {
		text_add_char(out, swedish ? ',' : '.');
		text_add(out, number + digits + 1);
	}
}

void report_add_measured(struct text *out, const char *number, enum report_show show)
{
	report_add_number(out, number);
	if (is_share(show))
		text_add(out, lang_get() == LANG_SV ? NO_BREAK_SPACE "%" : "%");
}
