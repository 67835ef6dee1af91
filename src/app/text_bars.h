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

/*
 * Adds the diagram, at most 80 columns wide, with an empty line after it. Of several
 * panels only the last one, the total: there is no room to set them side by side.
 */
void text_bars_print(const struct report_page *p, const struct figure_table *t,
		     bool ascii, struct text *out);

#endif
