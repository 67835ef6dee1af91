/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a form's sheet, read and written. Unlike what a person types a cell is
 * never guessed at: a code or a whole label, a date with its year, a record by its name.
 */
#ifndef SAMREG_APP_IMPORT_VALUES_H
#define SAMREG_APP_IMPORT_VALUES_H

#include <stdbool.h>

struct app;
struct err;
struct form_column;
struct form_sheet;
struct text;

struct import_values;

/* `a` and `sheet` must outlive it; the lists are those of now. The caller frees it. */
struct import_values *import_values_new(struct app *a, const struct form_sheet *sheet)
	__attribute__((returns_nonnull));
void import_values_free(struct import_values *v);

/*
 * Adds the canonical value (model/value) of a cell to `out`; "" for blanks. A column with
 * all rows of a part gives its codes in the order they stand, a blank between. False, and
 * nothing is added, with the reason in `e`.
 */
bool import_values_read(struct import_values *v, const struct form_column *column,
			const char *cell, struct text *out, struct err *e);

/*
 * Adds a canonical value as it stands in a list: records by their names, codes as they
 * are or by their labels in the language now spoken.
 */
void import_values_write(struct import_values *v, const struct form_column *column,
			 const char *value, bool labels, struct text *out);

#endif
