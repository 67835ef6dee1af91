/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers of people that tables show, each once however often it stands
 * there, and how they add up: everything that lets one be worked out from others. Decides
 * nothing about what is hidden; see model/protect.
 */
#ifndef SAMREG_MODEL_LINKAGE_H
#define SAMREG_MODEL_LINKAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct fact_lists;
struct figures;

enum { LINKAGE_NO_NUMBER = -1 };

struct linkage_number {
	long long value;         /* never negative */
	/* How many cells show it, or per cents of it; 0: it is only the rest of a sum,
	 * which is shown nowhere. */
	size_t places;
	uint64_t tables;         /* it stands in: bit i % 64 for table number i */
};

/* The parts add up to the whole. */
struct linkage_sum {
	size_t whole;
	const size_t *parts;
	size_t count;
};

struct linkage {
	struct linkage_number *numbers;
	size_t number_count, number_capacity;
	struct linkage_sum *sums;
	size_t sum_count, sum_capacity;
	/* By table and cell, row by row: the number shown and what it is a share of. */
	int **counts, **bases;
	size_t table_count;
	struct arena arena;
};

/* The tables are numbered through, in order. Figures and lists are not needed afterwards.
 * The caller frees the linkage. */
struct linkage *linkage_new(const struct figures *const *figures, size_t count,
			    const struct fact_lists *lists)
	__attribute__((returns_nonnull));
void linkage_free(struct linkage *l);

#endif
