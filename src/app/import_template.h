/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An empty list for a form, to be filled in with a spreadsheet, and what may stand in its
 * columns. What is filled in is read by app/import_sheet.
 */
#ifndef SAMREG_APP_IMPORT_TEMPLATE_H
#define SAMREG_APP_IMPORT_TEMPLATE_H

#include <stdbool.h>

struct app;
struct err;
struct grid;

struct import_template {
	struct grid *list;     /* headings only, in the language now spoken */
	/* A row for each code of a column or, where it has none, for the column: heading,
	 * field, kind, whether it must be filled in, code, label, help. */
	struct grid *columns;
};

/* The template of a form. The caller calls import_template_done(). */
bool import_template_make(struct app *a, const char *form, struct import_template *out,
			  struct err *e) __attribute__((warn_unused_result));
void import_template_done(struct import_template *t);

#endif
