/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands, each defined in its cmd_NAME.c; for the table in command.c alone.
 */
#ifndef SAMREG_CLI_COMMANDS_H
#define SAMREG_CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command cmd_backup;
extern const struct command cmd_check;
extern const struct command cmd_deliveries;
extern const struct command cmd_demo;
extern const struct command cmd_export;
extern const struct command cmd_forms;
extern const struct command cmd_identities;
extern const struct command cmd_import;
extern const struct command cmd_init;
extern const struct command cmd_keys;
extern const struct command cmd_query;
extern const struct command cmd_report;
extern const struct command cmd_unlock;
extern const struct command cmd_verify;

#endif
