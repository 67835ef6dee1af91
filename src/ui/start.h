/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first start: helps to create a register by choosing whose it is.
 */
#ifndef SAMREG_UI_START_H
#define SAMREG_UI_START_H

#include <stdbool.h>

struct faults;
struct ui;

/*
 * Opens the assistant; it creates the register at `path` (copied), opens it and goes on
 * to the first screen. False, with the faults, when the program's data cannot be read.
 */
bool start_open(struct ui *ui, const char *path, struct faults *f)
	__attribute__((warn_unused_result));

#endif
