/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of the year's interventions.
 */
#ifndef SAMREG_UI_INTERVENTIONS_H
#define SAMREG_UI_INTERVENTIONS_H

struct ui;

/* Opens the list. */
void interventions_open(struct ui *ui);

#endif
