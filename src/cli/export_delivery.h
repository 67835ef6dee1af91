/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg export that makes a year's delivery, or writes one again.
 */
#ifndef SAMREG_CLI_EXPORT_DELIVERY_H
#define SAMREG_CLI_EXPORT_DELIVERY_H

#include <stdbool.h>

#include "cli/command.h"

struct call;
struct err;
struct export;
struct export_order;

/* The delivery of --year in the folder --out; with --revision one made before. */
enum command_status export_delivery(const struct call *call);

/* What --year, --out and --level ask for, and the number of --revision, 0 for none. False
 * when the command line is wrong, which has been said. */
bool export_delivery_order(const struct call *call, struct export_order *order,
			   long *revision);

/* Says why a delivery was not made: the records that must be mended, then the refusal. */
enum command_status export_delivery_refuse(const struct export *done,
					   const struct err *e);

#endif
