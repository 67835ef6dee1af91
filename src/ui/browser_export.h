/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list on the screen as a file.
 */
#ifndef SAMREG_UI_BROWSER_EXPORT_H
#define SAMREG_UI_BROWSER_EXPORT_H

struct ui;

/* Asks how and where, then writes all rows that the filter lets through, in the order
 * they are shown, with every column, also those there is no room for. A key's handler;
 * `self` begins with a struct browser. */
unsigned browser_export(struct ui *ui, void *self);

#endif
