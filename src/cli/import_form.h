/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of samreg import that reads a spreadsheet's list into a form, and writes an
 * empty one to be filled in.
 */
#ifndef SAMREG_CLI_IMPORT_FORM_H
#define SAMREG_CLI_IMPORT_FORM_H

#include "cli/command.h"

struct call;

/* Reads the file named by the operand into the form named by --form. */
enum command_status import_form_run(const struct call *call);

/* Writes the template of the form named by --template. */
enum command_status import_form_template(const struct call *call);

#endif
