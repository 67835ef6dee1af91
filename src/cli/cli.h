/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line as a whole. Does not know the terminal program, only that someone is
 * to start it.
 */
#ifndef SAMREG_CLI_CLI_H
#define SAMREG_CLI_CLI_H

#include <stdbool.h>

/* What remains to be done when the command line has had its say. */
struct cli_next {
	bool terminal;       /* start the terminal program */
	bool ascii;          /* with lines of ASCII */
	char *path;          /* on this register; the caller frees it */
	int unwritten;       /* why standard output took no more (errno), 0 for unknown */
};

/*
 * Runs the command that argv names, in the language it asks for. Returns the status to
 * end with, unless `next` (all zero before) says that the terminal program follows.
 */
int cli_run(const char *const *argv, struct cli_next *next);

#endif
