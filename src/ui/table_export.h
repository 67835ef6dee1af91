/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table as a file that a spreadsheet opens. Knows nothing of how it is asked for.
 */
#ifndef SAMREG_UI_TABLE_EXPORT_H
#define SAMREG_UI_TABLE_EXPORT_H

struct figure_table;
struct file_export;
struct report_page;
struct text;
struct ui;

/* Adds what its file is called, without an ending: "sex_age-2025", and with the code of
 * the part of the register that is counted (NULL: all of it) "sex_age-2025-12". */
void table_export_add_stem(const struct figure_table *t, const char *part,
			   struct text *out);

/* Writes the table as it is shown, small counts hidden or not, and says where it is; or
 * why not. A file that is there already stays. */
void table_export_write(struct ui *ui, const struct file_export *x,
			const struct report_page *p, const struct figure_table *t,
			const char *path);

#endif
