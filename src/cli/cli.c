/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as a whole; see cli.h. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/help.h"
#include "cli/near.h"

static int refuse(const char *place, const char *reason)
{
	fprintf(stderr, "samreg: %s%s%s\n", place, place[0] ? ": " : "", reason);
	return COMMAND_USAGE;
}

/* Even what is wrong before --lang should be told in that language. */
static const char *peek_lang(const char *const *words)
{
	for (; *words && strcmp(*words, "--"); words++) {
		if (!strncmp(*words, "--lang=", 7))
			return *words + 7;
		if (!strcmp(*words, "--lang") && words[1])
			return words[1];
	}
	return NULL;
}

static int refuse_command(const char *name)
{
	struct near near;
	struct text reason = { 0 };

	near_init(&near, name);
	for (size_t i = 0; i < command_count(); i++)
		near_try(&near, command_at(i)->name);
	text_add(&reason, _("okänt kommando"));
	near_add_question(&near, "", &reason);
	refuse(name, text_get(&reason));
	near_done(&near);
	text_done(&reason);
	return COMMAND_USAGE;
}

static int print_help(const struct command *command)
{
	struct text help = { 0 };

	if (command)
		help_add_command(&help, command);
	else
		help_add_program(&help);
	fputs(text_get(&help), stdout);
	text_done(&help);
	return COMMAND_DONE;
}

/* Parses the command's own words and runs it. */
static int run_command(struct call *call, struct args *args, const char *const *words)
{
	const struct command *c = call->command;
	const struct arg_option *const tables[] = { command_general, c->options, NULL };
	struct err e = { 0 };

	if (!args_parse(args, tables, words, &e))
		return refuse(c->name, e.text);
	if (args_has(args, "help"))
		return print_help(c);
	if (args->operand_count > c->operands)
		return (int)call_misused(call, _("%s: ett argument för mycket"),
					 args->operands[c->operands]);
	return (int)c->run(call);
}

static int run(struct call *call, struct args *args, const char *const *words)
{
	static const struct arg_option *const tables[] = { command_general, NULL };
	struct err e = { 0 };
	size_t used;

	if (!args_parse_options(args, tables, words, &used, &e))
		return refuse("", e.text);
	words += used;
	if (*words && !strcmp(*words, "--"))
		words++;
	if (args_has(args, "version")) {
		puts(PACKAGE_STRING);
		return COMMAND_DONE;
	}
	if (*words) {
		call->command = command_find(*words);
		return call->command ? run_command(call, args, words + 1)
				     : refuse_command(*words);
	}
	if (args_has(args, "help"))
		return print_help(NULL);
	call->next->terminal = true;
	call->next->path = call_register(call);
	return COMMAND_DONE;
}

/* What was written may lie in a buffer of the library's still. */
static bool finish_output(struct cli_next *next)
{
	if (fflush(stdout) && !next->unwritten)
		next->unwritten = errno;
	if (!ferror(stdout))
		return true;
	refuse(_("standard ut"), next->unwritten ? strerror(next->unwritten)
						 : _("kan inte skrivas"));
	return false;
}

int cli_run(const char *const *argv, struct cli_next *next)
{
	const char *lang = *argv ? peek_lang(argv + 1) : NULL;
	struct args args = { 0 };
	struct call call = { .args = &args, .next = next };
	int status;

	if (!lang_choose(lang)) {
		lang_choose(NULL);
		return refuse("--lang", _("ska vara sv eller en"));
	}
	status = run(&call, &args, *argv ? argv + 1 : argv);
	next->ascii = args_has(&args, "ascii");
	args_done(&args);
	return finish_output(next) ? status : COMMAND_REFUSED;
}
