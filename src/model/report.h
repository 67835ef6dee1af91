/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report tables as declared in data/reports.csv: what is counted, by what, in per
 * cent of what. Knows what may be declared but counts nothing; see model/tabulate.
 *
 * One row of the file is a part: it adds the units of one source to rows and columns. A
 * table is one part or several in a row with the same id; the first carries its texts.
 *   source   what is counted: participation, phase, mention, intervention, …
 *   filter   words that must all hold: active, started, ended, at_year_end (exactly one
 *            for what has a start and an end); dimension=code|code, dimension!=code|code
 *            (at least one of the unit's codes is, or none is, among them), !dimension
 *            (nothing stated)
 *   rows     words, each some rows: a dimension (all its codes), dimension/code|code
 *            (these), dimension-code|code (all but these), two of them with * between
 *            (each code of the one with each of the other), =key (one row for every
 *            unit) or !dimension (a row for those with nothing stated). With ? after it,
 *            only rows in which something is counted are shown.
 *   columns  likewise, with :show|show after each word
 *   measure  count (units), sum QUANTITY, sum -QUANTITY, mean QUANTITY, distinct KEY,
 *            share FILTER (per cent of the units for which the filter holds as well), or
 *            list: nothing is counted, the units themselves are named (only memberships
 *            at_year_end; columns are keys with no :show, and there are no rows)
 *   base     what 100 per cent is: column (all units of the parts in the same column),
 *            column DIMENSION (and with the same code of it), row; not for mean and
 *            share, which have their own
 *   years    for tables by year: how many, or the first one (2016-)
 */
#ifndef SAMREG_MODEL_REPORT_H
#define SAMREG_MODEL_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"
#include "model/fact.h"

struct code_list;
struct codes;
struct faults;
struct grid;

enum report_show {
	REPORT_COUNT = 1,           /* n: a whole number */
	REPORT_PERCENT = 2,         /* pct: whole per cent of the base */
	REPORT_MEAN = 4,            /* mean: with one decimal */
	REPORT_MEAN_PERCENT = 8,    /* mean_pct: a mean that is itself whole per cent */
	REPORT_MILLIONS = 16,       /* mkr: millions of kronor, at most one decimal */
	REPORT_KRONOR = 32,         /* kr: whole kronor */
	REPORT_LAST_SHOW = REPORT_KRONOR
};

/* Money that nobody has stated is not 0 kronor, as people nobody has counted are none. */
#define REPORT_MONEY (REPORT_MILLIONS | REPORT_KRONOR)

enum report_time {
	REPORT_IN_YEAR,             /* kept for the year itself */
	REPORT_ACTIVE,
	REPORT_STARTED,
	REPORT_ENDED,
	REPORT_AT_YEAR_END,
	REPORT_TIME_COUNT
};

enum report_measure_kind {
	REPORT_UNITS,
	REPORT_SUM,
	REPORT_MEAN_OF,
	REPORT_DISTINCT,
	REPORT_SHARE,
};

enum report_base {
	REPORT_NO_BASE,
	REPORT_COLUMN_BASE,
	REPORT_ROW_BASE,
};

/* One dimension of a word, and which of its codes in which order. */
struct report_factor {
	size_t dimension;
	const struct code_list *list;       /* NULL for the year, which has no codes */
	unsigned char codes[FACT_MAX_CODES];
	size_t count;
};

struct report_word {
	const char *key;                    /* NULL for dimensions */
	struct words label;                 /* of the key */
	struct report_factor factors[2];
	size_t factor_count;
	int without;                        /* of "!dimension"; -1: of no such word */
	bool optional;
	unsigned show;                      /* of columns: enum report_show, or'ed */
};

struct report_words {
	const struct report_word *items;
	size_t count;
};

/* Holds when the unit has a code among `any`; the other way round when negated. */
struct report_term {
	size_t dimension;
	uint32_t any;
	bool negated;
};

struct report_terms {
	const struct report_term *items;
	size_t count;
};

struct report_part {
	enum fact_unit_kind unit;
	enum report_time time;
	struct report_terms filter;
	struct report_words rows, columns;
	enum report_measure_kind measure;
	const struct fact_quantity *quantity;   /* of sum and mean */
	bool negative;
	enum fact_key key;                      /* of distinct */
	struct report_terms condition;          /* of share */
	enum report_base base;
	int base_dimension;                     /* -1: none */
	size_t line;
};

struct report {
	const char *id;
	const char *section;                /* code of the list report_section */
	struct words reference;             /* where the national report has it */
	struct words title, head, note;     /* head: above the rows */
	const char *diagram;                /* "" or bars */
	const char *order;                  /* row keys that come first, blank between */
	int year_count;                     /* by year: so many; 1: not by year */
	int first_year;                     /* by year from this one; 0: no such year */
	const struct report_part *parts;
	size_t part_count;
	struct report_words listing;        /* columns of one that lists; else none */
};

/* All declarations; opaque. */
struct reports;

/*
 * Parses the declarations and finds the code lists. NULL, with every fault and its row
 * and column in `f`; the caller frees the reports. `codes` must outlive them, the grid
 * need not.
 */
struct reports *reports_parse(const struct grid *g, const struct codes *codes,
			      struct faults *f);
void reports_free(struct reports *r);

size_t reports_count(const struct reports *r);
const struct report *reports_at(const struct reports *r, size_t i);

/* The table with this id, or NULL. */
const struct report *reports_find(const struct reports *r, const char *id);

/* The code lists that facts for these tables use; checked when they were parsed. */
const struct fact_lists *reports_lists(const struct reports *r);

/* The sections that have tables, in order: codes and labels. */
const struct code_list *reports_sections(const struct reports *r);

/* The first year the table looks at when it is made for `year`. */
int report_first_year(const struct report *r, int year);

#endif
