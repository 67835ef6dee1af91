/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --help shows, made from the tables of commands and options.
 */
#ifndef SAMREG_CLI_HELP_H
#define SAMREG_CLI_HELP_H

struct command;
struct text;

/* The program's help: how it is called, its commands, the options all share. */
void help_add_program(struct text *out);

/* A command's help: how it is called, its options. */
void help_add_command(struct text *out, const struct command *command);

#endif
