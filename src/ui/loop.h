/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one place where the screen is drawn and keys are waited for. Knows views only
 * through their functions.
 */
#ifndef SAMREG_UI_LOOP_H
#define SAMREG_UI_LOOP_H

#include <stdbool.h>

struct ui;

struct err;

struct loop_options {
	bool ascii;      /* --ascii: lines and bars of plain characters */
};

/*
 * Takes the terminal and makes the canvas ready; the caller pushes the first view and
 * runs. False, with the reason in `e`, when there is no usable terminal.
 */
bool loop_start(struct ui *ui, const struct loop_options *options, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Draws, waits and handles keys until no view is left, then gives the terminal back.
 * Returns the exit status: 0, or 128 + the signal that ended it.
 */
int loop_run(struct ui *ui);

#endif
