/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * + and -, which go to another year, for the screens that are about one. Knows no
 * screen: each shows the year in its view_ops.year_turned.
 */
#ifndef SAMREG_UI_YEAR_KEYS_H
#define SAMREG_UI_YEAR_KEYS_H

#include "base/lang.h"

struct ui;

/* Handlers: go to the year before or after, where there can be one. */
unsigned year_keys_back(struct ui *ui, void *self);
unsigned year_keys_forward(struct ui *ui, void *self);

/* Two bindings for a screen's keymap; labels for the key bar, or NULL. */
#define YEAR_KEYS(back, forward)              \
	{ .command = COMMAND_YEAR_BACK,       \
	  .label = (back),                    \
	  .handler = year_keys_back },        \
	{ .command = COMMAND_YEAR_FORWARD,    \
	  .label = (forward),                 \
	  .handler = year_keys_forward }

/* As YEAR_KEYS() for screens whose key bar has room for them. */
#define YEAR_KEYS_IN_BAR YEAR_KEYS(N_("förra året"), N_("nästa år"))

#endif
