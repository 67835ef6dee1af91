/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything a person can tell the program to do with a key; see command.h. */
#include "ui/command.h"

#include <assert.h>

static const struct command_row rows[COMMAND_COUNT] = {
#define X(id, name, group, keys, help) \
	[COMMAND_##id] = { name, GROUP_##group, keys, help },
	COMMANDS(X)
#undef X
};

static const char *const headings[GROUP_COUNT] = {
	[GROUP_GENERAL] = N_("Överallt"),
	[GROUP_MOVING] = N_("Förflyttning"),
	[GROUP_ENTRY] = N_("I formulär"),
	[GROUP_RECORD] = N_("Poster"),
	[GROUP_LIST] = N_("I listor"),
	[GROUP_TABLE] = N_("I tabeller"),
	[GROUP_DELIVERY] = N_("I leveranser"),
};

const struct command_row *command_get(enum command command)
{
	assert(command > COMMAND_NONE && command < COMMAND_COUNT);
	return &rows[command];
}

const char *command_group_heading(enum command_group group)
{
	return headings[group];
}
