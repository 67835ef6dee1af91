/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg export that makes a year's delivery, or writes one again.
 */
#ifndef SAMREG_CLI_EXPORT_DELIVERY_H
#define SAMREG_CLI_EXPORT_DELIVERY_H

#include "cli/command.h"

struct call;

/* The delivery of --year in the folder --out; with --revision one made before. */
enum command_status export_delivery(const struct call *call);

#endif
