/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bar diagrams as SVG within a page, whose style sheet gives the colours. Every bar has
 * its name and its value beside it, so that nothing is told by colour alone.
 */
#ifndef SAMREG_APP_REPORT_SVG_H
#define SAMREG_APP_REPORT_SVG_H

struct figure_table;
struct report_page;
struct text;

/* Adds a figure element with the table's diagram to `out`; nothing when it has none. */
void report_svg_print(const struct report_page *p, const struct figure_table *t,
		      struct text *out);

#endif
