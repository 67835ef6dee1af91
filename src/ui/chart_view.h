/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The diagram of one table, as wide as the screen. Knows no bars: app/text_bars draws.
 */
#ifndef SAMREG_UI_CHART_VIEW_H
#define SAMREG_UI_CHART_VIEW_H

struct figure_table;
struct report_page;
struct ui;

/* Opens the diagram of the table, which has one; both must stay until it is closed. */
void chart_view_open(struct ui *ui, const struct report_page *p,
		     const struct figure_table *t);

#endif
