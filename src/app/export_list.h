/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of a form as a list for a spreadsheet: what app/import_sheet reads again.
 * Never a name of a person, never an identity number: that field is left out.
 */
#ifndef SAMREG_APP_EXPORT_LIST_H
#define SAMREG_APP_EXPORT_LIST_H

#include <stdbool.h>

#include "app/list_xlsx.h"

struct app;
struct err;
struct grid;

struct export_list {
	struct grid *grid;      /* headings and cells in the language now spoken */
	enum list_kind *kinds;  /* of its columns */
	const char *title;      /* the form's label; the register's, while it is open */
};

/*
 * Makes the list of the form's stored records: those of `year` (it is their year, or
 * they lasted into it), or all when it is 0. What a form that continues them has, a
 * closure, stands in the same rows. Codes are written as their labels, or as themselves
 * where a label could be read otherwise; dates and numbers as they are kept. People are
 * told apart by the column same_person.
 *
 * Refused for a form whose records are not kept in lists, and in a national register,
 * which holds others' deliveries. The caller calls export_list_done(), after a failure
 * too.
 */
bool export_list_make(struct app *a, const char *form, int year, struct export_list *out,
		      struct err *e) __attribute__((warn_unused_result));
void export_list_done(struct export_list *l);

#endif
