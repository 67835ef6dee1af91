/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a question about a row of a delivered file belongs in the register: in which
 * form, of which record, on which field. What can be asked about is a table here, told in
 * samreg-delivery(5); how rows are named is in model/package_cell.
 */
#ifndef SAMREG_APP_MARKS_PLACE_H
#define SAMREG_APP_MARKS_PLACE_H

#include <stdbool.h>

struct app;
struct err;
struct text;

/* What is asked about: a file without ".csv", the name of a row in it, and a column, ""
 * for the whole row. */
struct marks_asked {
	const char *file, *row, *column;
};

/* Which part of it can't be asked about. */
enum marks_fault { MARKS_SOUND, MARKS_FILE, MARKS_ROW, MARKS_COLUMN };

/* Whether there is a form for it; if not, `e` tells why of that part. The row need not be
 * there. */
enum marks_fault marks_check(const struct marks_asked *asked, struct err *e);

/* Where it belongs. */
struct marks_spot {
	const char *form;
	char field[64];
	const char *row_field;  /* in a repeating part: whose value, the last part of */
				/* the row's name, tells the row; else "" */
	char *record;           /* its id, which the caller frees; NULL: it is not here */
};

/* Finds it; `asked` is sound. False and `e` when the register can't be read. */
bool marks_find(struct app *a, const struct marks_asked *asked, struct marks_spot *spot,
		struct err *e) __attribute__((warn_unused_result));

/* The field of a repeating part that tells the row of a question of that file in that
 * form, "" in other parts. */
const char *marks_row_field(const char *file, const char *form)
	__attribute__((returns_nonnull));

/* The files that can be asked about, with a comma between. */
void marks_add_files(struct text *out);

#endif
