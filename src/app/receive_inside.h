/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files that receive a delivery share: the package as it was read, and the steps
 * it goes through. Not for others.
 */
#ifndef SAMREG_APP_RECEIVE_INSIDE_H
#define SAMREG_APP_RECEIVE_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/queries.h"
#include "base/clock.h"
#include "base/hash.h"
#include "model/package_cell.h"

struct app;
struct db;
struct err;
struct faults;
struct figures;
struct grid;
struct report;

/* What the descriptor says of a file. */
struct package_promise {
	char hash[HASH_HEX_SIZE];
	size_t bytes;
	long long rows;
	bool described, readable;
};

/* A package of one folder. All that it says is untrusted until package_check(). */
struct package {
	const char *path;
	struct faults *faults;          /* the caller's */
	size_t faults_before;
	struct grid *grids[PACKAGE_FILES];      /* NULL: not in it */
	struct package_promise files[PACKAGE_FILES];
	/* Identity numbers, sealed for somebody: held against the hash, never opened. */
	struct package_promise identities;
	char hash[HASH_HEX_SIZE];       /* of the descriptor, and so of the whole */
	const char *federation, *created;       /* "" until they are known to be good */
	int year;
	long long revision;
	bool aggregate;
	size_t warnings;                /* rules that warn and are not overruled */
	char received[CLOCK_SIZE];      /* when, if it was before; "" else */
};

/* Adds a fault of a row and column (from 1; 0: of the whole), until there are very many.
 * Always returns false. */
bool package_fault(struct package *p, enum package_file_id file, size_t line,
		   size_t column, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* Whether nothing has been found wrong so far. */
bool package_is_whole(const struct package *p);

/* The file's grid; one without rows and columns is never asked for. */
const char *package_get(const struct package *p, enum package_file_id file, size_t row,
			const char *column) __attribute__((returns_nonnull));
size_t package_rows(const struct package *p, enum package_file_id file);

/* The row of remarks.csv as the answer to a query; `query` is NULL when it is none. */
struct queries_answer package_answer(const struct package *p, size_t row);

/* Reads the folder: which files there are, sizes, hashes, proper CSV, the right header,
 * and whose year it is. The caller calls package_done(), always. */
void package_read(struct package *p, const char *path, struct faults *f);
void package_done(struct package *p);

/* Holds every cell, key and reference against what package.h says of them. */
void package_check(struct package *p, const struct app *a);

/* Which rows of a package are not to be written, since a newer package has them. */
struct package_skip {
	bool (*skips)(void *context, const char *table, const char *id);
	void *context;
};

/* Writes the package's rows into a register that has none of them with the same id but
 * those that are to be replaced; in a transaction of the caller's. `skip` may be NULL. */
bool package_write(const struct package *p, struct db *db,
		   const struct package_skip *skip, struct err *e)
	__attribute__((warn_unused_result));

/* What tells a membership from the federation's others; the caller frees it. */
char *package_membership_key(const struct package *p, size_t row)
	__attribute__((returns_nonnull));

/* The ids that rows get which have none of their own in the files; the caller frees. */
char *package_id(const struct package *p, const char *table, const char *key)
	__attribute__((returns_nonnull));

/* The tables of the package's year: as its cells say, NULL when it has none, and as its
 * rows give. */
struct package_proof {
	struct figures *told, *given;
};

/*
 * Holds the cells of the package against what its rows give, and every rule that is an
 * error against its records, in a register of its own in memory. The caller calls
 * package_proof_done() when there were no faults; else there is nothing to free.
 */
bool package_prove(struct package *p, struct app *a, struct package_proof *proof)
	__attribute__((warn_unused_result));
void package_proof_done(struct package_proof *proof);

/* Puts the package in the place of what the register has of its federation and year, in
 * one transaction. */
bool package_store(struct package *p, struct app *a, const struct package_proof *proof,
		   struct err *e) __attribute__((warn_unused_result));

/* The year in a row's or column's key, 0 when there is none: "2024", "2024_woman". */
int package_year_of_key(const char *key);

/* Which year a cell tells of in the table as it is made for this year: an earlier one in
 * some cells of tables by year. */
int package_year_of_cell(const struct report *r, const char *row, const char *column,
			 int year);

#endif
