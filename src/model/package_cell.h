/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A delivery that others wrote, held against the table in package.h: is this one of its
 * files, may this stand in that column? Knows no register.
 */
#ifndef SAMREG_MODEL_PACKAGE_CELL_H
#define SAMREG_MODEL_PACKAGE_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "model/package.h"

struct codes;
struct err;
struct grid;

/* The file with this name, "support.csv" or "support"; PACKAGE_FILES for no such. */
enum package_file_id package_find_file(const char *name);

/* The column's place in the file; it must be there. */
size_t package_find_column(enum package_file_id id, const char *name);

/* What cells are held against. */
struct package_bounds {
	const struct codes *codes;
	const char *federation;         /* whose the delivery is */
	int year;                       /* that is delivered */
};

/* Whether the column may hold the text; if not, why. */
bool package_check_cell(const struct package_column *column, const char *text,
			const struct package_bounds *bounds, struct err *e)
	__attribute__((warn_unused_result));

/*
 * How a row is named where it is asked about: the columns that tell rows apart, with a
 * slash between, as "gotland-01…/2024/woman". "" for a file whose rows have no names.
 */
const char *package_row_columns(enum package_file_id id) __attribute__((returns_nonnull));

/* Whether a row's name tells its year: deliveries of other years don't have it. */
bool package_row_is_of_year(enum package_file_id id);

/* Part `i` of a row's name, from 0, which the caller frees; NULL after the last one. The
 * last part may hold slashes. */
char *package_row_part(enum package_file_id id, const char *name, size_t i);

/* Whether it has all parts, and each may stand in its column; if not, why. */
bool package_check_row(enum package_file_id id, const char *name,
		       const struct package_bounds *bounds, struct err *e)
	__attribute__((warn_unused_result));

/* The row with that name among the file's rows, with their columns; -1 for none. */
long package_find_row(enum package_file_id id, const struct grid *rows, const char *name);

#endif
