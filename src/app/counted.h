/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records that hold numbers and no people, as lists: plans and costs of
 * interventions, volumes, anonymous counts, funds, the federation's costs and results,
 * memberships. Knows no screen; labels of codes are for whoever shows them.
 */
#ifndef SAMREG_APP_COUNTED_H
#define SAMREG_APP_COUNTED_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct grid;

enum { COUNTED_MOST_FIGURES = 5 };

/* A column of the list that says something, and what it is called. */
struct counted_figure {
	const char *name;
	const char *label;              /* a msgid */
};

struct counted_kind {
	const char *form;
	const char *codes;              /* the list of the column `kind`, or "" */
	bool of_federation;             /* money of the federation itself */
	/* The last ones may lack a name. */
	struct counted_figure figures[COUNTED_MOST_FIGURES];
};

/* All kinds of such records, 0 to counted_kind_count() - 1. */
size_t counted_kind_count(void);
const struct counted_kind *counted_kind_at(size_t i);

/* All records of a kind: id, federation, name (what it is about), kind, year, and its
 * figures; "" is not stated. NULL and `e` when it fails; the caller frees it. */
struct grid *counted_list(struct app *a, size_t kind, struct err *e);

#endif
