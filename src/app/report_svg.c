/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bar diagrams as SVG; see report_svg.h. Lengths are in the picture's own units, which
 * are the pixels of a narrow phone. */
#include "app/report_svg.h"

#include "app/report_page.h"
#include "base/lang.h"
#include "base/markup.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/diagram.h"

enum {
	WIDTH = 280,
	VALUE_WIDTH = 48,       /* kept free beside the longest bar */
	TITLE_HEIGHT = 24,
	GROUP_HEIGHT = 20,
	BAR_HEIGHT = 18,
	GAP = 8,                /* below a group */
	CHARACTER = 7,          /* the width of one, a little generous */
};

/* A diagram being drawn. */
struct drawing {
	const struct report_page *page;
	const struct diagram *diagram;
	struct text *out;
	double most;            /* the value of the longest bar */
	int label_width;
	int y;
};

/* ---- measuring ---- */

static bool is_one_line(const struct diagram_group *g)
{
	return g->count == 1 && !*g->bars[0].label;
}

static const char *bar_label(const struct diagram_group *g, const struct diagram_bar *bar)
{
	return is_one_line(g) ? g->label : bar->label;
}

/* The value, unless it is not defined or not to be seen, not even by the scale. */
static bool is_seen(const struct drawing *d, const struct diagram_bar *bar,
		    double *value)
{
	struct report_column c = { bar->column, d->diagram->show };

	if (report_page_hides(d->page, d->diagram->table, bar->row, c))
		return false;
	return diagram_value(d->diagram, bar, value);
}

static void measure_group(struct drawing *d, const struct diagram_group *g)
{
	for (size_t i = 0; i < g->count; i++) {
		int width = utf8_width(bar_label(g, &g->bars[i])) * CHARACTER + GAP;
		double value;

		if (width > d->label_width)
			d->label_width = width;
		if (is_seen(d, &g->bars[i], &value) && value > d->most)
			d->most = value;
	}
}

static void measure(struct drawing *d)
{
	for (size_t i = 0; i < d->diagram->count; i++)
		for (size_t j = 0; j < d->diagram->panels[i].count; j++)
			measure_group(d, &d->diagram->panels[i].groups[j]);
	if (d->label_width > WIDTH / 3)
		d->label_width = WIDTH / 3;
}

static int panel_height(const struct diagram_panel *p)
{
	int height = *p->title ? TITLE_HEIGHT : 0;

	for (size_t i = 0; i < p->count; i++)
		height += (is_one_line(&p->groups[i]) ? 0 : GROUP_HEIGHT + GAP) +
			  BAR_HEIGHT * (int)p->groups[i].count;
	return height + GAP;
}

/* ---- drawing ---- */

static void add_text(struct drawing *d, int x, const char *class, const char *words)
{
	text_addf(d->out, "<text x=\"%d\" y=\"%d\"", x, d->y + 13);
	if (*class)
		text_addf(d->out, " class=\"%s\"", class);
	text_add(d->out, ">");
	markup_add(d->out, words);
	text_add(d->out, "</text>\n");
}

static void add_value(struct drawing *d, const struct diagram_bar *bar, int x)
{
	struct report_column c = { bar->column, d->diagram->show };
	struct text value = { 0 }, number = { 0 };

	switch (report_page_value(d->page, d->diagram->table, bar->row, c, &value)) {
	case REPORT_DEFINED:
		report_add_measured(&number, text_get(&value), c.show);
		break;
	case REPORT_HIDDEN:
		text_add(&number, REPORT_HIDDEN_MARK);
		break;
	case REPORT_UNDEFINED:
		text_add(&number, REPORT_UNDEFINED_MARK);
		break;
	}
	add_text(d, x, "", text_get(&number));
	text_done(&value);
	text_done(&number);
}

static double bar_length(const struct drawing *d, const struct diagram_bar *bar)
{
	double value;

	if (!is_seen(d, bar, &value) || value <= 0)
		return 0;
	return value / d->most * (WIDTH - d->label_width - VALUE_WIDTH);
}

static void add_bar(struct drawing *d, const struct diagram_group *g, size_t i)
{
	const struct diagram_bar *bar = &g->bars[i];
	double length = bar_length(d, bar);

	add_text(d, 0, "", bar_label(g, bar));
	if (length > 0)
		text_addf(d->out, "<rect class=\"bar%zu\" x=\"%d\" y=\"%d\" "
			  "width=\"%.1f\" height=\"%d\"/>\n", i % 3 + (g->count == 1),
			  d->label_width, d->y + 2, length, BAR_HEIGHT - 4);
	add_value(d, bar, d->label_width + (int)length + 5);
	d->y += BAR_HEIGHT;
}

static void add_group(struct drawing *d, const struct diagram_group *g)
{
	if (!is_one_line(g)) {
		add_text(d, 0, "group", g->label);
		d->y += GROUP_HEIGHT;
	}
	for (size_t i = 0; i < g->count; i++)
		add_bar(d, g, i);
	if (!is_one_line(g))
		d->y += GAP;
}

static void add_names(struct drawing *d, size_t i)
{
	const struct report *r = d->diagram->table->report;
	const struct diagram_panel *panel = &d->diagram->panels[i];

	text_addf(d->out, "<title id=\"%s-title-%zu\">", r->id, i);
	markup_addf(d->out, "%s%s%s", lang_pick(r->title), *panel->title ? ": " : "",
		    panel->title);
	text_addf(d->out, "</title>\n<desc id=\"%s-desc-%zu\">", r->id, i);
	markup_add(d->out, _("Stapeldiagram. Samma tal som i tabellen ovanför."));
	text_add(d->out, "</desc>\n");
}

static void add_panel(struct drawing *d, size_t i)
{
	const struct diagram_panel *panel = &d->diagram->panels[i];
	const char *id = d->diagram->table->report->id;

	d->y = 0;
	text_addf(d->out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" "
		  "aria-labelledby=\"%s-title-%zu\" aria-describedby=\"%s-desc-%zu\">\n",
		  WIDTH, panel_height(panel), id, i, id, i);
	add_names(d, i);
	if (*panel->title) {
		add_text(d, 0, "panel", panel->title);
		d->y += TITLE_HEIGHT;
	}
	for (size_t j = 0; j < panel->count; j++)
		add_group(d, &panel->groups[j]);
	text_add(d->out, "</svg>\n");
}

void report_svg_print(const struct report_page *p, const struct figure_table *t,
		      struct text *out)
{
	struct drawing d = { .page = p, .out = out };
	struct diagram *diagram;

	if (!diagram_is_declared(t))
		return;
	d.diagram = diagram = diagram_new(t);
	measure(&d);
	text_add(out, "<figure>\n<figcaption>");
	if (*t->report->reference.sv)
		markup_addf(out, "%s. ", lang_pick(t->report->reference));
	markup_add(out, lang_pick(t->report->title));
	text_add(out, "</figcaption>\n<div class=\"panels\">\n");
	for (size_t i = 0; i < diagram->count; i++)
		add_panel(&d, i);
	text_add(out, "</div>\n</figure>\n");
	diagram_free(diagram);
}
