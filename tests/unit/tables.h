/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The product's own code lists and table declarations, for tests of the tables. */
#ifndef TESTS_UNIT_TABLES_H
#define TESTS_UNIT_TABLES_H

#include <stddef.h>

#include "model/fact.h"

struct codes;
struct figures;
struct reports;
struct tabulation;

struct tables {
	struct codes *codes;
	struct reports *reports;
	const struct fact_lists *lists;
};

/* Reads data/codes and data/reports.csv; ends the program when they are faulty. */
void tables_init(struct tables *t);
void tables_done(struct tables *t);

/* The day of an ISO date, which must be one. */
int tables_day(const char *iso);

/* The place of a code, which must be there. */
int tables_code(const struct tables *t, enum fact_code what, const char *code);

/* A detailed participation in 2021 of a woman born 1980, with support sickness_benefit
 * before; the rest as tests want it. */
void tables_participation(const struct tables *t, struct fact *f, const char *start,
			  const char *end);

/* Mentions a source of support at a phase. */
void tables_support(const struct tables *t, struct fact *f, enum fact_phase_id phase,
		    const char *source);

/* A tabulation of all tables for the years. */
struct tabulation *tables_tabulation(const struct tables *t, const int *years,
				     size_t count);

/* The value of a column ("women", "women_pct") as in files; "" when it is not defined. */
const char *tables_value(const struct figures *f, const char *table, const char *row,
			 const char *column);

#define assert_value(figures, table, row, column, value) \
	assert_string_equal(tables_value(figures, table, row, column), value)

#endif
