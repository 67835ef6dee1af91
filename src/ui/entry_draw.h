/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the entry screen. Changes nothing but what is scrolled to. */
#ifndef SAMREG_UI_ENTRY_DRAW_H
#define SAMREG_UI_ENTRY_DRAW_H

#include "ui/draw.h"

struct entry_view;

/* From this width on the findings stand at the right of the form. */
enum { ENTRY_DRAW_PANEL_FROM = 120 };

/* Draws the lines of the record, what is found at the focus and, where there is room,
 * all findings. */
void entry_draw(struct entry_view *v, struct area a);

#endif
