/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's diagram as bars of characters; see text_bars.h. */
#include "app/text_bars.h"

#include "app/report_page.h"
#include "app/text_table.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/diagram.h"

enum { LONGEST_BAR = 40, LABEL_COLUMNS = 30 };

struct drawing {
	const struct report_page *page;
	const struct diagram *diagram;
	size_t first;           /* the first panel that is drawn; then all after it */
	double largest;
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

static void add_label(struct text *out, const char *indent, const char *label)
{
	size_t fits = utf8_fit(label, LABEL_COLUMNS - utf8_width(indent));
	struct text shown = { 0 };

	text_add(&shown, indent);
	text_add_part(&shown, label, fits);
	text_add(out, text_get(&shown));
	for (int i = utf8_width(text_get(&shown)); i < LABEL_COLUMNS; i++)
		text_add_char(out, ' ');
	text_done(&shown);
}

static void add_bar(struct drawing *d, const struct diagram_bar *bar)
{
	struct text value = { 0 };
	enum report_state state = get(d, bar, &value);
	double size = 0;
	int length = 0;

	if (is_seen(d, bar, &size) && size > 0)
		length = (int)(size / d->largest * LONGEST_BAR + 0.5);
	for (int i = 0; i < length; i++)
		text_add(d->out, d->ascii ? "#" : "█");
	text_add(d->out, length ? " " : "");
	text_add_value(d->out, state, text_get(&value), d->ascii);
	if (state == REPORT_DEFINED && d->diagram->show == REPORT_PERCENT)
		text_add(d->out, " %");
	text_add_char(d->out, '\n');
	text_done(&value);
}

/* One bar without a name stands beside the group's label, several below it. */
static void add_group(struct drawing *d, const struct diagram_group *g)
{
	if (g->count == 1 && !*g->bars[0].label) {
		add_label(d->out, "", g->label);
		add_bar(d, &g->bars[0]);
		return;
	}
	text_addf(d->out, "%s\n", g->label);
	for (size_t i = 0; i < g->count; i++) {
		add_label(d->out, "  ", g->bars[i].label);
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
	struct drawing d = {
		.page = p, .diagram = diagram, .ascii = setup->ascii, .out = out,
		.first = setup->every_panel ? 0 : diagram->count - 1,
	};

	d.largest = find_largest(&d);
	for (size_t i = d.first; i < diagram->count; i++)
		add_panel(&d, &diagram->panels[i]);
	diagram_free(diagram);
}
