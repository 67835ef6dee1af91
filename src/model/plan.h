/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Declared parts of tables made ready for counting: every code already knows its row and
 * column. Only for model/tabulate, which does the counting.
 */
#ifndef SAMREG_MODEL_PLAN_H
#define SAMREG_MODEL_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/figures.h"
#include "model/report.h"

struct arena;

/* One word of a part's rows or columns. */
struct plan_word {
	size_t factor_count;
	size_t dimensions[2];
	/* A code's position among the word's codes; -1: not one of them. */
	signed char positions[2][FACT_MAX_CODES];
	size_t second_count;     /* codes of the second factor */
	int without;             /* a dimension that must have no value; -1: none */
	int *places;             /* of each combination on the axis */
};

struct plan_words {
	struct plan_word *items;
	size_t count;
	size_t place_count;      /* combinations of all words */
};

/* Which of the things counted once a cell has seen: a bit each. */
struct plan_seen {
	unsigned char *bits;
	size_t capacity;         /* bytes */
};

struct plan_part {
	const struct report_part *part;
	struct figure_table *table;
	struct plan_words rows, columns;
	int first_year, year_count;
	/* What 100 per cent is, by row, or by column (and code of the base's dimension);
	 * shared by the table's parts with the same base. NULL: no base. */
	long long *bases;
	size_t base_codes;
	struct plan_seen *seen;  /* of distinct: one per cell, else NULL */
	size_t seen_count;
};

/* Makes part number `i` of the table ready; everything lives in `arena` but the bits. */
void plan_part_init(struct plan_part *p, struct figure_table *table, size_t i,
		    struct arena *arena);

/* Lets the part share the base of an earlier one of its table, if it is the same. */
void plan_part_share(struct plan_part *p, const struct plan_part *earlier);

/* The places on the axis for a unit with these values; how many, at most place_count. */
size_t plan_find_places(const struct plan_words *words, const uint32_t *values,
			int *places);

/* Notes that the cell has the thing with this number; false when it had it already. */
bool plan_mark_seen(struct plan_seen *seen, int number);

/* Puts into the table's figures what they are to be divided by. */
void plan_part_divide(const struct plan_part *p);

/* Frees the bits. */
void plan_part_done(struct plan_part *p);

#endif
