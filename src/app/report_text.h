/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report as plain text of at most 80 columns: numbers to the right, words to the
 * left, no boxes. For a terminal, a mail or a screen reader.
 */
#ifndef SAMREG_APP_REPORT_TEXT_H
#define SAMREG_APP_REPORT_TEXT_H

#include <stdbool.h>

struct report_page;
struct text;

/*
 * Adds all tables of the page to `out`, section by section, in the language now spoken.
 * Last year's and the published shares stand beside the own ones where there is room.
 * With `ascii` bars and marks are of plain ASCII; the words keep their letters.
 */
void report_text_print(const struct report_page *p, bool ascii, struct text *out);

#endif
