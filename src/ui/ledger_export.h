/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A ledger as a file for a spreadsheet: its rows without their sums, which a spreadsheet
 * adds up itself. Knows nothing of the screen that asks.
 */
#ifndef SAMREG_UI_LEDGER_EXPORT_H
#define SAMREG_UI_LEDGER_EXPORT_H

#include "app/ledger.h"

struct file_export;
struct grid;
struct text;
struct ui;

/* Adds the file's name without ending: "money-2025". */
void ledger_export_add_stem(const struct ui *ui, enum ledger_kind kind, struct text *out);

/* Writes the figures, those of ledger_load() for the year worked with, and says so, or
 * why not. */
void ledger_export_write(struct ui *ui, const struct file_export *x,
			 enum ledger_kind kind, const struct grid *figures,
			 const char *path);

#endif
