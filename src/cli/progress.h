/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work in many steps: how far it has come, on a terminal only, and Ctrl-C between steps.
 */
#ifndef SAMREG_CLI_PROGRESS_H
#define SAMREG_CLI_PROGRESS_H

#include <stdbool.h>

/* From now on SIGINT and SIGTERM wait for the step to end: it is done whole. */
void progress_watch(void);

/* Whether one of them has come. */
bool progress_is_interrupted(void);

/* Shows a line on standard error in the place of the one before, when that is a
 * terminal. */
void progress_show(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Takes the line away. */
void progress_clear(void);

#endif
