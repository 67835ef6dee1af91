/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The year's figures of all interventions in a grid, keyed in place: counts or money.
 */
#ifndef SAMREG_UI_LEDGER_VIEW_H
#define SAMREG_UI_LEDGER_VIEW_H

#include "app/ledger.h"

struct ui;

/* Opens the grid for the year that is worked with. */
void ledger_view_open(struct ui *ui, enum ledger_kind kind);

#endif
