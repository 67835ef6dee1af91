/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often each value of a list's column occurs; choosing one shows its rows.
 */
#ifndef SAMREG_UI_FREQUENCY_H
#define SAMREG_UI_FREQUENCY_H

#include <stddef.h>

struct browser;
struct ui;

/* Opens the frequencies of a column among the rows shown, over the list's screen. */
void frequency_open(struct ui *ui, struct browser *of, size_t column);

#endif
