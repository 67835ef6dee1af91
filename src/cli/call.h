/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run of a command: its register, and what it says. Results go to standard output,
 * all else as "samreg: place: thing: reason" to standard error.
 */
#ifndef SAMREG_CLI_CALL_H
#define SAMREG_CLI_CALL_H

#include "cli/command.h"

struct app;
struct cli_next;
struct csvfile_dialect;
struct err;
struct faults;
struct text;

struct call {
	const struct command *command;
	const struct args *args;
	struct cli_next *next;
};

/* The register's path: --db or the usual one; the caller frees it. */
char *call_register(const struct call *call) __attribute__((returns_nonnull));

/* Opens the register; NULL when it can't, which has been said. */
struct app *call_open(const struct call *call);

/* Says that the command line is wrong, the command's name first. */
enum command_status call_misused(const struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Says a refusal. */
enum command_status call_refuse(const struct err *e);

/* Says all faults and frees them. */
enum command_status call_refuse_all(struct faults *f);

/* The dialect of CSV that --dialect names, standard unless it does; NULL, which has been
 * said, when there is no such. */
const struct csvfile_dialect *call_dialect(const struct call *call);

/* The option's value, "" without one. */
const char *call_value(const struct call *call, const char *option)
	__attribute__((returns_nonnull));

/* Waits for the answer to a question just printed: true for j or y. */
bool call_is_answered_yes(void);

/* Writes to standard output; cli_run() tells when it can't. */
void call_print(const struct call *call, const char *bytes, size_t length);

/* Writes a result to the file named by --output, or else to standard output. */
enum command_status call_deliver(const struct call *call, const struct text *result);

#endif
