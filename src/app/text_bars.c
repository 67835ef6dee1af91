/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's diagram as bars of characters; see text_bars.h. */
#include "app/text_bars.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_page.h"
#include "app/text_table.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/diagram.h"

/* The most columns for labels, and the least for a panel beside others. */
enum { LABEL_MOST = 30, PANEL_LEAST = 60, PANEL_GAP = 4 };

struct drawing {
	const struct report_page *page;
	const struct diagram *diagram;
	size_t first;           /* the first panel that is drawn; then all after it */
	double largest;
	int label, bar;         /* columns for the labels and for the longest bar */
	bool ascii;
	struct text *out;
};

/* The bar's value as in files, added to `value`. */
static enum report_state get(const struct drawing *d, const struct diagram_bar *bar,
			     struct text *value)
{
	struct report_column c = { bar->column, d->diagram->show };

	return report_page_value(d->page, d->diagram->table, bar->row, c, value);
}

static bool is_seen(const struct drawing *d, const struct diagram_bar *bar,
		    double *value)
{
	struct text ignored = { 0 };
	bool seen = get(d, bar, &ignored) == REPORT_DEFINED &&
		    diagram_value(d->diagram, bar, value);

	text_done(&ignored);
	return seen;
}

static double largest_of(const struct drawing *d, const struct diagram_panel *panel)
{
	double largest = 0, value;

	for (size_t i = 0; i < panel->count; i++)
		for (size_t j = 0; j < panel->groups[i].count; j++)
			if (is_seen(d, &panel->groups[i].bars[j], &value) &&
			    value > largest)
				largest = value;
	return largest;
}

/* One scale for all panels, so that they can be compared. */
static double find_largest(const struct drawing *d)
{
	double largest = 0;

	for (size_t i = d->first; i < d->diagram->count; i++) {
		double value = largest_of(d, &d->diagram->panels[i]);

		largest = value > largest ? value : largest;
	}
	return largest;
}

/* ---- how wide ---- */

static bool is_alone(const struct diagram_group *g)
{
	return g->count == 1 && !*g->bars[0].label;
}

static const char *indent_of(const struct diagram_group *g)
{
	return is_alone(g) ? "" : "  ";
}

static const char *label_of(const struct diagram_group *g, size_t bar)
{
	return is_alone(g) ? g->label : g->bars[bar].label;
}

/* The bar's value as it is shown, added to `out`. */
static void add_value(const struct drawing *d, const struct diagram_bar *bar,
		      struct text *out)
{
	struct text value = { 0 };
	enum report_state state = get(d, bar, &value);

	text_add_value(out, state, text_get(&value), d->ascii);
	if (state == REPORT_DEFINED && d->diagram->show == REPORT_PERCENT)
		text_add(out, " %");
	text_done(&value);
}

static void widen(int *width, int wanted)
{
	if (wanted > *width)
		*width = wanted;
}

static void measure_group(const struct drawing *d, const struct diagram_group *g,
			  int *label, int *value)
{
	struct text shown = { 0 };

	for (size_t i = 0; i < g->count; i++) {
		widen(label, utf8_width(indent_of(g)) + utf8_width(label_of(g, i)) + 2);
		text_clear(&shown);
		add_value(d, &g->bars[i], &shown);
		widen(value, utf8_width(text_get(&shown)));
	}
	text_done(&shown);
}

/* Shares the columns of a panel out: labels, bars, a blank and the values. */
static void measure(struct drawing *d, int width)
{
	int value = 0;

	d->label = 0;
	for (size_t i = d->first; i < d->diagram->count; i++)
		for (size_t j = 0; j < d->diagram->panels[i].count; j++)
			measure_group(d, &d->diagram->panels[i].groups[j], &d->label,
				      &value);
	if (d->label > LABEL_MOST)
		d->label = LABEL_MOST;
	if (d->label > width / 2)
		d->label = width / 2;
	d->bar = width - d->label - 1 - value;
	if (d->bar < 1)
		d->bar = 1;
}

/* ---- drawing ---- */

static void pad(struct text *out, int columns)
{
	while (columns-- > 0)
		text_add_char(out, ' ');
}

static void add_label(const struct drawing *d, const char *indent, const char *label)
{
	struct text shown = { 0 };

	text_add(&shown, indent);
	text_add_part(&shown, label,
		      utf8_fit(label, d->label - 1 - utf8_width(indent)));
	text_add(d->out, text_get(&shown));
	pad(d->out, d->label - utf8_width(text_get(&shown)));
	text_done(&shown);
}

static void add_bar(struct drawing *d, const struct diagram_bar *bar)
{
	double size = 0;
	int length = 0;

	if (is_seen(d, bar, &size) && size > 0)
		length = (int)(size / d->largest * d->bar + 0.5);
	for (int i = 0; i < length; i++)
		text_add(d->out, d->ascii ? "#" : "█");
	text_add(d->out, length ? " " : "");
	add_value(d, bar, d->out);
	text_add_char(d->out, '\n');
}

/* One bar without a name stands beside the group's label, several below it. */
static void add_group(struct drawing *d, const struct diagram_group *g)
{
	if (!is_alone(g))
		text_addf(d->out, "%s\n", g->label);
	for (size_t i = 0; i < g->count; i++) {
		add_label(d, indent_of(g), label_of(g, i));
		add_bar(d, &g->bars[i]);
	}
}

static void add_panel(struct drawing *d, const struct diagram_panel *panel)
{
	/* One alone is the total, as the table says. */
	if (*panel->title && !d->first)
		text_addf(d->out, "%s\n\n", panel->title);
	for (size_t i = 0; i < panel->count; i++)
		add_group(d, &panel->groups[i]);
	text_add_char(d->out, '\n');
}

/* ---- panels beside one another ---- */

/* Moves `*at` past its line, which is added to `out`; false at the end. */
static bool take_line(const char **at, struct text *out)
{
	size_t length = strcspn(*at, "\n");

	if (!**at)
		return false;
	text_add_part(out, *at, length);
	*at += length + ((*at)[length] == '\n');
	return true;
}

/* The texts' lines beside one another, each in so many columns. */
static void join(const struct text *panels, size_t count, int width, struct text *out)
{
	const char **at = mem_alloc(count * sizeof(*at));
	struct text line = { 0 };
	bool more;

	for (size_t i = 0; i < count; i++)
		at[i] = text_get(&panels[i]);
	do {
		more = false;
		text_clear(&line);
		for (size_t i = 0; i < count; i++) {
			struct text part = { 0 };

			more = take_line(&at[i], &part) || more;
			if (part.length)
				pad(&line, (int)i * width - utf8_width(text_get(&line)));
			text_add(&line, text_get(&part));
			text_done(&part);
		}
		if (more)
			text_addf(out, "%s\n", text_get(&line));
	} while (more);
	text_done(&line);
	free(at);
}

static void add_beside(struct drawing *d, int width)
{
	size_t count = d->diagram->count;
	struct text *panels = mem_alloc(count * sizeof(*panels));
	struct text *out = d->out;

	measure(d, width - PANEL_GAP);
	for (size_t i = 0; i < count; i++) {
		d->out = &panels[i];
		add_panel(d, &d->diagram->panels[i]);
	}
	join(panels, count, width, out);
	for (size_t i = 0; i < count; i++)
		text_done(&panels[i]);
	free(panels);
}

static void add_below(struct drawing *d, int width)
{
	measure(d, width);
	for (size_t i = d->first; i < d->diagram->count; i++)
		add_panel(d, &d->diagram->panels[i]);
}

bool text_bars_worthwhile(const struct report_page *p, const struct figure_table *t)
{
	struct diagram *diagram = diagram_new(t);
	struct drawing d = { .page = p, .diagram = diagram };
	bool worthwhile = find_largest(&d) > 0;

	diagram_free(diagram);
	return worthwhile;
}

void text_bars_print(const struct report_page *p, const struct figure_table *t,
		     const struct text_bars_setup *setup, struct text *out)
{
	struct diagram *diagram = diagram_new(t);
	int width = setup->width ? setup->width : TEXT_TABLE_WIDTH;
	struct drawing d = {
		.page = p, .diagram = diagram, .ascii = setup->ascii, .out = out,
		.first = setup->every_panel ? 0 : diagram->count - 1,
	};
	int beside = (width + PANEL_GAP) / (int)diagram->count;

	d.largest = find_largest(&d);
	if (!d.first && diagram->count > 1 && beside >= PANEL_LEAST)
		add_beside(&d, beside);
	else
		add_below(&d, width);
	diagram_free(diagram);
}
