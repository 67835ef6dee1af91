/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a number in a table counts, as a set of conditions. Two numbers with the same
 * meaning are the same number, in whichever tables they stand; one with a condition less
 * is a whole the other is a part of. Only for model/origin and model/linkage.
 */
#ifndef SAMREG_MODEL_MEANING_H
#define SAMREG_MODEL_MEANING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/fact.h"
#include "model/report.h"

enum { MEANING_MAX_TERMS = 10, MEANING_MAX_COUNTS = 4 };

/* As a term of a report; "nothing stated" is: none of all codes. */
struct meaning_term {
	size_t dimension;
	uint32_t any;
	bool negated;
};

/* One count: of units in a year, with terms sorted by dimension. */
struct meaning_count {
	enum fact_unit_kind unit;
	enum report_time time;
	int year;
	enum report_measure_kind measure;
	const struct fact_quantity *quantity;   /* of sums and means, else NULL */
	enum fact_key key;                      /* of distinct, else FACT_KEY_COUNT */
	struct meaning_term terms[MEANING_MAX_TERMS];
	size_t term_count;
};

/* Counts added together; most numbers are one. */
struct meaning {
	struct meaning_count counts[MEANING_MAX_COUNTS];
	size_t count;
};

/* What the part counts in the year, rows and columns apart; a mean is of so many units.
 * `whole`: what a share is of, without the share's own condition. */
void meaning_init(struct meaning_count *m, const struct report_part *part, int year,
		  bool whole);

/* Adds a term; false when there is no room for it. */
bool meaning_add_term(struct meaning_count *m, struct meaning_term term);

/* Takes term number `i` away. */
void meaning_drop_term(struct meaning_count *m, size_t i);

/*
 * Says the same in another way, if there is one: participations rather than their phases
 * or mentions. Calling it until it is false gives all ways.
 */
bool meaning_simplify(struct meaning_count *m, const struct fact_lists *lists);

/* Whether the term is one code of those that a unit has at most one of, or none at all:
 * terms of the dimension that are so divide a whole into parts. */
bool meaning_term_divides(const struct meaning_term *term);

/* Whether both say the same in the same way. */
bool meaning_equals(const struct meaning *a, const struct meaning *b);

/* Equal for equal meanings. */
uint32_t meaning_hash(const struct meaning *m);

#endif
