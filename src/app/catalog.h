/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program knows without any register: code lists, forms with rules, reference
 * data. Read from the data files (base/path) and checked before anything is done.
 */
#ifndef SAMREG_APP_CATALOG_H
#define SAMREG_APP_CATALOG_H

#include <stdbool.h>

struct codes;
struct db;
struct faults;
struct forms;
struct grid;
struct published;
struct reports;

struct catalog;

/* Reads and parses all data files. NULL, with every fault in `f`, when one is wrong;
 * the caller frees the catalog. */
struct catalog *catalog_load(struct faults *f);
void catalog_free(struct catalog *c);

const struct codes *catalog_codes(const struct catalog *c);
const struct forms *catalog_forms(const struct catalog *c);

/* The report tables as declared, and the printed national figures. */
const struct reports *catalog_reports(const struct catalog *c);
const struct published *catalog_published(const struct catalog *c);

/* Reference data as read: columns as in data/reference/<name>.csv. `name` is one of
 * counties, municipalities, federations, memberships, published. Owned by the catalog. */
const struct grid *catalog_reference(const struct catalog *c, const char *name)
	__attribute__((returns_nonnull));

/*
 * Holds forms, rules and lists against a register's tables: every bound table and column
 * is there and fits, every expression and query compiles and is allowed. False, with
 * every fault and its place in `f`.
 */
bool catalog_check(const struct catalog *c, struct db *db, struct faults *f);

#endif
