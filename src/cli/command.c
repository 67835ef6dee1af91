/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands; see command.h. */
#include "cli/command.h"

#include <string.h>

#include "base/lang.h"
#include "cli/commands.h"

const struct arg_option command_general[] = {
	{ .name = "db", .value = N_("FIL"), .is_path = true,
	  .help = N_("registrets fil; annars $SAMREG_DB, annars "
		     "$XDG_DATA_HOME/samreg/register.db") },
	{ .name = "lang", .value = N_("sv|en"),
	  .help = N_("språk: svenska eller engelska; annars det som miljön säger") },
	{ .name = "ascii",
	  .help = N_("rita terminalprogrammets linjer och staplar med vanliga tecken") },
	{ .name = "help", .letter = 'h', .help = N_("visa hjälpen och gör inget mer") },
	{ .name = "version", .help = N_("visa programmets version och gör inget mer") },
	{ 0 },
};

static const struct command *const commands[] = {
	&cmd_init,
	&cmd_demo,
	&cmd_report,
	&cmd_check,
	&cmd_export,
	&cmd_import,
	&cmd_identities,
	&cmd_keys,
	&cmd_query,
	&cmd_deliveries,
	&cmd_unlock,
	&cmd_forms,
	&cmd_backup,
	&cmd_verify,
};

size_t command_count(void)
{
	return sizeof(commands) / sizeof(commands[0]);
}

const struct command *command_at(size_t i)
{
	return commands[i];
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < command_count(); i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}
