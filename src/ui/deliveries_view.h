/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of deliveries: in a federation's register those that were made and those that
 * wait, in a national one those that were received.
 */
#ifndef SAMREG_UI_DELIVERIES_VIEW_H
#define SAMREG_UI_DELIVERIES_VIEW_H

struct ui;

/* Opens the list of the register. */
void deliveries_view_open(struct ui *ui);

#endif
