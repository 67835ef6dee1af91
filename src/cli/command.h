/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands of the command line: a row of data each, from which dispatch and help
 * come. What a command does is in cmd_NAME.c.
 */
#ifndef SAMREG_CLI_COMMAND_H
#define SAMREG_CLI_COMMAND_H

#include <stddef.h>

#include "cli/args.h"

struct call;

/* What the program ends with. */
enum command_status {
	COMMAND_DONE = 0,
	COMMAND_REFUSED = 1,    /* or findings */
	COMMAND_USAGE = 2,      /* the command line is wrong */
};

struct command {
	const char *name;
	const char *operand;    /* what the help calls its operand, "" for none */
	size_t operands;        /* the most it takes */
	const char *summary;
	const char *notes;      /* what more its help says, "" for nothing */
	const struct arg_option *options;
	enum command_status (*run)(const struct call *call);
};

/* The options all commands share. */
extern const struct arg_option command_general[];

/* The commands in the order of the help. */
size_t command_count(void);
const struct command *command_at(size_t i);

/* The command with this name, or NULL. */
const struct command *command_find(const char *name);

#endif
