/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands on the screen as a file for a spreadsheet: which kind of file, its name,
 * and writing it. What is written is the view's affair: its key opens file_export_ask(),
 * the answer file_export_ask_path(), and what is typed then file_export_write().
 */
#ifndef SAMREG_UI_FILE_EXPORT_H
#define SAMREG_UI_FILE_EXPORT_H

#include <stdbool.h>

#include "app/list_xlsx.h"
#include "ui/picklist.h"
#include "ui/prompt.h"

struct grid;
struct text;
struct ui;

/* In the data of the view that asks; all zero is valid. */
struct file_export {
	const struct file_kind *kind;
};

/* Asks which kind of file: CSV for a Swedish Excel, a workbook, CSV for programs. */
void file_export_ask(struct ui *ui, picklist_done *chosen);

/* Takes the answer, while that is given, and asks for the name, at first `stem` with the
 * kind's ending and a number where there is such a file already. `label` is a static
 * msgid. */
void file_export_ask_path(struct ui *ui, struct file_export *x, const char *codes,
			  const char *label, const char *stem, prompt_typed *typed);

/*
 * Writes the list, 0600, and says so in ready text, or (NULL) how many rows and
 * where. Else it says why not; a file that is there already stays.
 */
void file_export_write(struct ui *ui, const struct file_export *x, const char *path,
		       const struct list_sheet *list, const char *said);

/* A number as the screen shows it, with blanks between its digits and perhaps a decimal
 * comma, as files have it, added to `out`; other texts as they are, and none for "–". */
void file_export_add_number(struct text *out, const char *shown);

#endif
