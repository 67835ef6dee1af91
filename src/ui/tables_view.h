/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The year-end tables: the list of them at the left, the table at the right.
 */
#ifndef SAMREG_UI_TABLES_VIEW_H
#define SAMREG_UI_TABLES_VIEW_H

struct ui;

/* Opens the tables of the year that is worked with. */
void tables_view_open(struct ui *ui);

#endif
