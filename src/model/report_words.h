/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small language of a declaration's cells: filters, rows, columns, measures, bases.
 * Only for model/report, which holds the results.
 */
#ifndef SAMREG_MODEL_REPORT_WORDS_H
#define SAMREG_MODEL_REPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/report.h"

struct arena;

/* Where the cell being parsed stands, and what it may name. */
struct report_place {
	const struct grid *grid;
	size_t row, column;             /* of the grid */
	const struct codes *codes;
	struct arena *arena;            /* owns what is parsed */
	struct faults *faults;
};

/* Adds a fault at the place; always false. */
bool report_fault(const struct report_place *at, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Parses the place's cell into the part, whose unit is known. False with faults. */
bool report_parse_filter(const struct report_place *at, struct report_part *part);
bool report_parse_measure(const struct report_place *at, struct report_part *part);
bool report_parse_base(const struct report_place *at, struct report_part *part);
bool report_parse_rows(const struct report_place *at, struct report_part *part);
bool report_parse_columns(const struct report_place *at, struct report_part *part);

/* The columns of a table that lists: keys alone. */
bool report_parse_listing(const struct report_place *at, struct report_words *columns);

#endif
