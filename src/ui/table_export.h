/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table as a file that a spreadsheet opens. Knows nothing of how it is asked for.
 */
#ifndef SAMREG_UI_TABLE_EXPORT_H
#define SAMREG_UI_TABLE_EXPORT_H

struct figure_table;
struct report_page;
struct text;
struct ui;

/* Adds the name of a file that is not there yet: "sex_age-2025.csv". */
void table_export_name(const struct figure_table *t, struct text *out);

/* Writes the table as it is shown, small counts hidden or not, and says where it is; or
 * why not. A file that is there already stays. */
void table_export_write(struct ui *ui, const struct report_page *p,
			const struct figure_table *t, const char *path);

#endif
