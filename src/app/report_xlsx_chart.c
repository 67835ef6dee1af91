/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of a sheet; see report_xlsx.h. A chart wants each of its rows of bars in
 * cells that lie together, so the figures are written once more as it wants them. */
#include "app/report_xlsx_inside.h"

#include "base/lang.h"
#include "base/text.h"
#include "model/diagram.h"

enum {
	BAR_PIXELS = 16,
	GROUP_PIXELS = 14,
	FRAME_PIXELS = 110,     /* title and legend */
	USUAL_PIXELS = 288,     /* the height of a chart that is not scaled */
	ROW_PIXELS = 20,
	FIRST_CHART_ROW = 3,
};

/* The diagram of a sheet on its way into charts. */
struct charting {
	struct sheet *sheet;
	const struct diagram *diagram;
	size_t chart_row;       /* where the next chart begins */
};

static void write_bar(const struct charting *c, const struct diagram_bar *bar,
		      size_t row, size_t column)
{
	struct report_column values = { bar->column, c->diagram->show };
	const struct book *b = c->sheet->book;
	struct text number = { 0 };

	if (report_page_value(b->page, c->sheet->table, bar->row, values, &number) ==
	    REPORT_DEFINED)
		worksheet_write_number(c->sheet->worksheet, (lxw_row_t)row,
				       (lxw_col_t)column,
				       book_value(text_get(&number), values.show),
				       b->numbers[book_number(values.show)][0]);
	text_done(&number);
}

/* Writes the panel's figures, categories downwards, from the sheet's row on. */
static void write_figures(const struct charting *c, const struct diagram_panel *p)
{
	lxw_worksheet *w = c->sheet->worksheet;
	const struct book *b = c->sheet->book;
	size_t first = c->sheet->row;

	worksheet_write_string(w, (lxw_row_t)first, 0, p->title, b->head_left);
	for (size_t i = 0; i < p->groups[0].count; i++)
		worksheet_write_string(w, (lxw_row_t)first, (lxw_col_t)(i + 1),
				       p->groups[0].bars[i].label, b->head);
	for (size_t i = 0; i < p->count; i++) {
		worksheet_write_string(w, (lxw_row_t)(first + 1 + i), 0,
				       p->groups[i].label, b->words);
		for (size_t k = 0; k < p->groups[i].count; k++)
			write_bar(c, &p->groups[i].bars[k], first + 1 + i, k + 1);
	}
}

static void add_series(const struct charting *c, lxw_chart *chart,
		       const struct diagram_panel *p, size_t i)
{
	static const lxw_color_t colours[] = { 0x7494B3, 0x17507F, 0xB06A1C };
	bool alone = p->groups[0].count == 1;
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_fill fill = { .color = colours[(i + alone) % 3] };
	lxw_row_t first = (lxw_row_t)c->sheet->row + 1;
	lxw_row_t last = first + (lxw_row_t)p->count - 1;
	const char *name = c->sheet->name;

	chart_series_set_categories(series, name, first, 0, last, 0);
	chart_series_set_values(series, name, first, (lxw_col_t)(i + 1), last,
				(lxw_col_t)(i + 1));
	if (!alone)
		chart_series_set_name_range(series, name, first - 1, (lxw_col_t)(i + 1));
	chart_series_set_fill(series, &fill);
	chart_series_set_labels(series);
}

/* Names the chart and places it to the right of the table, below the one before. */
static void place(struct charting *c, lxw_chart *chart, const struct diagram_panel *p)
{
	size_t height = FRAME_PIXELS +
			p->count * (GROUP_PIXELS + BAR_PIXELS * p->groups[0].count);
	lxw_chart_font font = { .size = 12, .bold = LXW_TRUE };
	lxw_chart_options options = {
		.y_scale = (double)height / USUAL_PIXELS,
		.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
	};
	struct text title = { 0 };

	text_add(&title, lang_pick(c->sheet->table->report->title));
	if (*p->title)
		text_addf(&title, ": %s", p->title);
	chart_title_set_name(chart, text_get(&title));
	chart_title_set_name_font(chart, &font);
	options.description = title.bytes;
	worksheet_insert_chart_opt(c->sheet->worksheet, (lxw_row_t)c->chart_row,
				   (lxw_col_t)(c->sheet->columns + 2), chart, &options);
	c->chart_row += height / ROW_PIXELS + 2;
	text_done(&title);
}

static void add_chart(struct charting *c, const struct diagram_panel *p)
{
	lxw_chart *chart = workbook_add_chart(c->sheet->book->workbook, LXW_CHART_BAR);

	write_figures(c, p);
	for (size_t i = 0; i < p->groups[0].count; i++)
		add_series(c, chart, p, i);
	chart_axis_set_reverse(chart->y_axis);
	chart_axis_off(chart->x_axis);
	chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
	if (p->groups[0].count == 1)
		chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
	else
		chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	place(c, chart, p);
	c->sheet->row += p->count + 2;
}

void book_add_charts(struct sheet *s)
{
	struct charting c = { .sheet = s, .chart_row = FIRST_CHART_ROW };
	struct diagram *diagram;

	if (!diagram_is_declared(s->table))
		return;
	c.diagram = diagram = diagram_new(s->table);
	s->row++;
	worksheet_write_string(s->worksheet, (lxw_row_t)s->row++, 0,
			       _("Underlag till diagrammen"), s->book->words_sum);
	for (size_t i = 0; i < diagram->count; i++)
		if (diagram->panels[i].count)
			add_chart(&c, &diagram->panels[i]);
	diagram_free(diagram);
}
