/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The deliveries that a national register has received, to look through.
 */
#ifndef SAMREG_UI_RECEIVED_VIEW_H
#define SAMREG_UI_RECEIVED_VIEW_H

struct ui;

/* Opens the list of a national register. */
void received_view_open(struct ui *ui);

#endif
