/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rules find in the records of the year, errors first: to be mended in the field
 * it is about, or, a warning, overruled with a reason.
 */
#ifndef SAMREG_UI_CHECKS_VIEW_H
#define SAMREG_UI_CHECKS_VIEW_H

struct ui;

/* Checks the year that is worked with (ui->year) and opens the list of findings. */
void checks_view_open(struct ui *ui);

#endif
