/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg import that reads what the national follow-up sends back to a
 * federation: receipts for its deliveries, and questions about them.
 */
#ifndef SAMREG_CLI_IMPORT_RETURNED_H
#define SAMREG_CLI_IMPORT_RETURNED_H

#include "cli/command.h"

struct app;
struct call;

/* Reads the files that the operands name, and those in folders among them; each by
 * itself, with what became of it. What a file is shows in its first bytes. */
enum command_status import_returned(const struct call *call, struct app *app);

#endif
