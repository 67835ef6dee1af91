/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text to read over the view on top. Knows nothing of what it says.
 */
#ifndef SAMREG_UI_NOTICE_H
#define SAMREG_UI_NOTICE_H

struct ui;

/* Shows a text of any length, scrollable, until Esc, Enter or F10. Both are copied. */
void notice_show(struct ui *ui, const char *title, const char *text);

#endif
