/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The product's own code lists and table declarations, for tests of the tables. */
#ifndef TESTS_UNIT_TABLES_H
#define TESTS_UNIT_TABLES_H

#include <stddef.h>
#include <stdint.h>

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

/* What every test of a program sees. */
extern struct tables tables_world;

/* For cmocka_run_group_tests(): reads data/codes and data/reports.csv; ends the program
 * when they are faulty. */
int tables_setup(void **state);
int tables_teardown(void **state);

/* The day of an ISO date, which must be one. */
int tables_day(const char *iso);

/* The place of a code, which must be there. */
int tables_code(enum fact_code what, const char *code);

/* A detailed participation in 2021 of a woman born 1980, with support sickness_benefit
 * before; the rest as tests want it. */
void tables_participation(struct fact *f, const char *start, const char *end);

/* Mentions a source of support at a phase. */
void tables_support(struct fact *f, enum fact_phase_id phase, const char *source);

/* A tabulation of all tables for the years; of 2021 and, with two, 2020. */
struct tabulation *tables_tabulation(const int *years, size_t count);
struct tabulation *tables_begin(size_t count);

/* Adds a participation as it is made. */
void tables_add(struct tabulation *t, const char *start, const char *end);

/* The figures of the first year; the tabulation is gone. */
struct figures *tables_end(struct tabulation *t);

/* A number from 0 below the limit, the same ones after each seed. */
extern uint32_t tables_seed;
int tables_any(int limit);

/* The value of a column ("women", "women_pct") as in files; "" when it is not defined. */
const char *tables_value(const struct figures *f, const char *table, const char *row,
			 const char *column);

#define assert_value(figures, table, row, column, value) \
	assert_string_equal(tables_value(figures, table, row, column), value)

#endif
