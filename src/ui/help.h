/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help on the view on top: first what it says of the place one stands on, then its keys,
 * both from the tables that drive it.
 */
#ifndef SAMREG_UI_HELP_H
#define SAMREG_UI_HELP_H

struct keymap;
struct text;
struct ui;

/* Opens the help over the view on top; F1 there goes on to the keys. */
void help_open(struct ui *ui);

/*
 * Adds a line for each binding of the maps, under the headings of their groups. Of
 * `generic` only what works everywhere; what both bind alike is told once.
 */
void help_add_keys(struct text *out, const struct keymap *map,
		   const struct keymap *generic);

#endif
