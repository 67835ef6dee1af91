/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table's diagram as bars of characters, with their values: for app/report_text and
 * the terminal.
 */
#ifndef SAMREG_APP_TEXT_BARS_H
#define SAMREG_APP_TEXT_BARS_H

#include <stdbool.h>

struct figure_table;
struct report_page;
struct text;

/* Whether there is anything to draw: a value over 0 that is not hidden. */
bool text_bars_worthwhile(const struct report_page *p, const struct figure_table *t);

struct text_bars_setup {
	bool ascii;
	bool every_panel;       /* women, men and total; else the total */
	int width;              /* 0: TEXT_TABLE_WIDTH */
};

/* Adds the diagram, which uses the width and is never wider, with an empty line after
 * each panel; panels stand beside one another where there is room. */
void text_bars_print(const struct report_page *p, const struct figure_table *t,
		     const struct text_bars_setup *setup, struct text *out);

#endif
