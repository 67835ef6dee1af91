/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of the report as HTML: caption, heads with their scope, last year and the
 * published figures beside, footnotes. Only for app/report_html.
 */
#ifndef SAMREG_APP_REPORT_HTML_TABLE_H
#define SAMREG_APP_REPORT_HTML_TABLE_H

struct figure_table;
struct report_page;
struct text;

/* Adds the table and its footnotes to `out`. */
void report_html_add_table(const struct report_page *p, const struct figure_table *t,
			   struct text *out);

#endif
