/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a form's answers are kept: how the tables of its parts hang together, learnt
 * from the register's foreign keys.
 */
#ifndef SAMREG_APP_BINDING_H
#define SAMREG_APP_BINDING_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct faults;
struct form;
struct form_field;
struct table;
struct table_column;

enum part_relation {
	PART_MAIN,   /* the form's own table */
	PART_CHILD,  /* its rows refer to the form's own row */
	PART_PARENT, /* the form's own row refers to it: person */
};

struct part_binding {
	const struct table *table;
	enum part_relation relation;
	/* The column that refers: the child's, or the main table's to a parent. */
	const char *link;
};

/*
 * Finds out how the form's part hangs together with its main table. False when the
 * table is not there or neither refers to the other.
 */
bool binding_of_part(const struct db *db, const struct form *form, size_t part,
		     struct part_binding *out);

/* The field of the form's own table that chooses a row it refers to (the person of a
 * participation), or -1. */
int binding_of_parent(const struct db *db, const struct form *form);

/* The register's column a field is kept in, or NULL when it is not kept. */
const struct table_column *binding_of_field(const struct db *db, const struct form *form,
					    size_t field);

/*
 * The table and column a looked-up field reads, from the row that its lookup_field chose.
 * NULL when there is none.
 */
const struct table *binding_of_lookup(const struct db *db, const struct form *form,
				      const struct form_field *field);

/* Holds every part, column and lookup against the register; every fault is in `f`. */
bool binding_check(const struct db *db, const struct form *form, struct faults *f);

#endif
