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

#endif
