/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work in many steps: how far it has come, on a terminal only, and Ctrl-C between steps.
 */
#ifndef SAMREG_CLI_PROGRESS_H
#define SAMREG_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* From now on SIGINT and SIGTERM wait for the step to end: it is done whole. */
void progress_watch(void);

/* Whether one of them has come. */
bool progress_is_interrupted(void);

/* Shows a line on standard error in the place of the one before, cut to its width;
 * nothing when that is no terminal. */
void progress_show(const char *line);

/* One delivery of many. */
struct progress_step {
	size_t done, count;     /* those before it, and in all */
	size_t rows;            /* in those before it */
	const char *what;       /* its name, or the path that ends with it */
};

/* The same with a bar. */
void progress_show_step(const struct progress_step *s);

/* Takes the line away. */
void progress_clear(void);

#endif
