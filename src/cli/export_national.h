/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg export that writes the deliveries of a national register's
 * federations.
 */
#ifndef SAMREG_CLI_EXPORT_NATIONAL_H
#define SAMREG_CLI_EXPORT_NATIONAL_H

#include "cli/command.h"

struct call;

/* Those of --federation, a code or all, for --year in the folder --out. */
enum command_status export_national(const struct call *call);

#endif
