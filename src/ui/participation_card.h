/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything about one participation, to be read; changed in its forms.
 */
#ifndef SAMREG_UI_PARTICIPATION_CARD_H
#define SAMREG_UI_PARTICIPATION_CARD_H

struct browser;
struct ui;

/* Opens the card of the participation selected in a list whose keys are their ids; F7
 * and F8 move in that list, which stays beneath. */
void participation_card_open(struct ui *ui, struct browser *list);

#endif
