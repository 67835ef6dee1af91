/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Facts into figures: every fact is added once, to all tables and all years it belongs
 * to. Knows no table by name; what is counted stands in the declarations. Nothing is
 * allocated for a fact.
 */
#ifndef SAMREG_MODEL_TABULATE_H
#define SAMREG_MODEL_TABULATE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/fact.h"

struct figures;
struct report;

struct tabulation;

struct tabulation_order {
	const struct report *const *reports;
	size_t report_count;
	const int *years; /* figures are made for each of these */
	size_t year_count;
	const struct fact_lists *lists;
};

/* Whether all the years the tables look at lie within FACT_MAX_CODES years. */
bool tabulation_fits(const struct tabulation_order *order);

/* Called once for each fact that is counted in the cell being watched. */
typedef void tabulation_hit(void *context, const struct fact *fact);

/* Makes ready for facts; the order fits. The reports must outlive the figures, the lists
 * the tabulation; the order and its arrays are not needed afterwards. The caller frees
 * it. */
struct tabulation *tabulation_new(const struct tabulation_order *order)
	__attribute__((returns_nonnull));
void tabulation_free(struct tabulation *t);

/* Whether any table counts records of this kind: others need not be added. */
bool tabulation_needs(const struct tabulation *t, enum fact_record record);

/* Whether any table looks at what is registered for phases: support and occupation. */
bool tabulation_needs_phases(const struct tabulation *t);

/*
 * Watches one cell of the first year: what is added to it from now on is told to `hit`.
 * False when there is no such table, row or column.
 */
bool tabulation_watch(struct tabulation *t, const char *table, const char *row,
		      const char *column, tabulation_hit *hit, void *context);

/* Adds a fact, wherever it belongs. Facts that are void count nowhere. */
void tabulation_add(struct tabulation *t, const struct fact *fact);

/* The figures of year number `i` of the order, once all facts are added; handed over to
 * the caller, who frees them. */
struct figures *tabulation_take(struct tabulation *t, size_t i)
	__attribute__((returns_nonnull));

#endif
