/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a check found, told to people; for the commands that check.
 */
#ifndef SAMREG_CLI_TOLD_H
#define SAMREG_CLI_TOLD_H

#include <stdbool.h>

struct check;
struct text;

/* Adds the findings, only errors or all, those of a record together under its name. */
void told_findings(const struct check *c, bool only_errors, struct text *out);

#endif
