/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A question to the register answered as a grid, a number or a text.
 */
#ifndef SAMREG_STORE_QUERY_H
#define SAMREG_STORE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;
struct grid;
struct text;

/*
 * One SELECT. The values are bound as text to ?1, ?2, …, a NULL one as NULL: comparing
 * with an INTEGER column is right as it stands, elsewhere write CAST(?1 AS INTEGER).
 */
struct query {
	const char *sql;
	const char *const *values;
	size_t count;
	const char *name;     /* the grid's; NULL: "" */
};

/* All rows, with the query's column names; a NULL cell is "". NULL on failure. The caller
 * frees the grid. */
struct grid *query_grid(struct db *db, const struct query *q, struct err *e);

/* The first column of the first row; 0 when it is NULL or there is no row. */
bool query_int(struct db *db, const struct query *q, long long *value, struct err *e)
	__attribute__((warn_unused_result));

/* The same as text, added to `out`; nothing is added when it is NULL or there is none. */
bool query_text(struct db *db, const struct query *q, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
