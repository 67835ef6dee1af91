/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg export that writes the evaluation panel.
 */
#ifndef SAMREG_CLI_EXPORT_PANEL_H
#define SAMREG_CLI_EXPORT_PANEL_H

#include "cli/command.h"

struct call;

/* The panel of --years, with the inhabitants of --population, to --output. */
enum command_status export_panel(const struct call *call);

#endif
