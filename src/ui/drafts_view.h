/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of drafts: what was keyed and is not complete, or was cut off.
 */
#ifndef SAMREG_UI_DRAFTS_VIEW_H
#define SAMREG_UI_DRAFTS_VIEW_H

struct text;
struct ui;

/* Opens the list. */
void drafts_view_open(struct ui *ui);

/* Adds which drafts are not counted: how many, and what the first are called; nothing
 * when there are none. */
void drafts_view_add_left_out(struct ui *ui, struct text *out);

/* Asks what to do with a draft that was cut off, if there is any: at start. */
void drafts_view_offer(struct ui *ui);

#endif
