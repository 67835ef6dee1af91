/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg export that writes the records of a form as a list.
 */
#ifndef SAMREG_CLI_EXPORT_LIST_H
#define SAMREG_CLI_EXPORT_LIST_H

#include "cli/command.h"

struct call;

/* The records of --form, of --year or all, as --format says. */
enum command_status export_list(const struct call *call);

#endif
