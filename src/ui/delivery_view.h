/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One delivery: its files as they were sent, or, of one that is not made yet, as they
 * would be, with what stands in its way.
 */
#ifndef SAMREG_UI_DELIVERY_VIEW_H
#define SAMREG_UI_DELIVERY_VIEW_H

struct delivery;
struct ui;

/* Only the delivery's year, revision, state and level are read, now. */
void delivery_view_open(struct ui *ui, const struct delivery *d);

#endif
