/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each cell of a table counts, and what it is a share of, read out of the table's
 * declaration. Knows no figures. Only for model/linkage.
 */
#ifndef SAMREG_MODEL_ORIGIN_H
#define SAMREG_MODEL_ORIGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/meaning.h"

struct figure_table;
struct origin_part;

/* Embedded. */
struct origin {
	const struct figure_table *table;
	struct origin_part *parts;      /* of the report, in order */
	struct arena arena;
};

/* The table must outlive the origin. */
void origin_init(struct origin *o, const struct figure_table *table);
void origin_done(struct origin *o);

/*
 * The meaning of a cell's count (of a mean: of how many it is the mean). False when the
 * cell counts no people: interventions, money and federations have no one to protect.
 */
bool origin_of_count(const struct origin *o, size_t row, size_t column,
		     struct meaning *out);

/* Whether the cell is a mean. */
bool origin_is_mean(const struct origin *o, size_t row, size_t column);

/* The meaning of what the cell is a share of; false when it is none. */
bool origin_of_base(const struct origin *o, size_t row, size_t column,
		    struct meaning *out);

#endif
