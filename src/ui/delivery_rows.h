/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of a delivery, row by row, to be looked at. Changes nothing.
 */
#ifndef SAMREG_UI_DELIVERY_ROWS_H
#define SAMREG_UI_DELIVERY_ROWS_H

struct delivery_file;
struct ui;

/* Shows the file; what is no table is shown as text. */
void delivery_rows_open(struct ui *ui, const struct delivery_file *file);

#endif
