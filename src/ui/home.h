/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first screen: the year at a glance, what needs attention, the way to the rest.
 */
#ifndef SAMREG_UI_HOME_H
#define SAMREG_UI_HOME_H

struct ui;

/* Puts the first screen on the stack; ui->app is open. Chooses the year to work with:
 * this year, in a demo the latest that has data. */
void home_open(struct ui *ui);

#endif
