/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of records that hold numbers: those behind a figure of a table, or the year's
 * money of the federation itself, which is keyed there.
 */
#ifndef SAMREG_UI_COUNTED_VIEW_H
#define SAMREG_UI_COUNTED_VIEW_H

struct grid;
struct ui;

/* Opens the list of the records with an id in the grid's column id, whatever their year;
 * `about`, for the title, says which they are. Both are copied. */
void counted_view_open(struct ui *ui, const char *about, const struct grid *records);

/* Opens the list of the year's funds, costs and result of the federation. */
void counted_view_open_money(struct ui *ui);

#endif
