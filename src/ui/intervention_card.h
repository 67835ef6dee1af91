/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One intervention with its years; the way to its yearly figures and participants.
 */
#ifndef SAMREG_UI_INTERVENTION_CARD_H
#define SAMREG_UI_INTERVENTION_CARD_H

struct browser;
struct ui;

/* Opens the card of the intervention selected in a list whose keys are their ids; F7 and
 * F8 move in that list, which stays beneath. */
void intervention_card_open(struct ui *ui, struct browser *list);

#endif
