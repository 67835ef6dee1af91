/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg import that receives deliveries in a national register: each by
 * itself, with what became of it and a receipt.
 */
#ifndef SAMREG_CLI_IMPORT_PACKAGES_H
#define SAMREG_CLI_IMPORT_PACKAGES_H

#include "cli/command.h"

struct app;
struct call;

/* Receives the deliveries in the folders that the operands name. Ctrl-C stops before the
 * next one. */
enum command_status import_packages(const struct call *call, struct app *app);

#endif
