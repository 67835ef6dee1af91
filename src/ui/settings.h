/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The federation's own records: itself, its municipalities, its parties.
 */
#ifndef SAMREG_UI_SETTINGS_H
#define SAMREG_UI_SETTINGS_H

struct ui;

/* Opens the list of what can be set. */
void settings_open(struct ui *ui);

#endif
