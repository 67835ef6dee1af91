/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal program as a whole, for src/main.c.
 */
#ifndef SAMREG_UI_MAIN_H
#define SAMREG_UI_MAIN_H

#include <stdbool.h>

struct ui_options {
	const char *path; /* the register; need not exist */
	bool ascii;       /* lines and bars of plain characters */
};

/*
 * Opens the register, or helps to create one, and works in it until the user leaves.
 * Returns the exit status; why it could not begin is told on standard error.
 */
int ui_main(const struct ui_options *options);

#endif
