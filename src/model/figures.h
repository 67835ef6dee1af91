/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of the tables: for each row and column a number n and, where there is a per
 * cent or a mean, what it is divided by. Everything shown is a view of these; the
 * national tables are sums of them, and shares and means are computed from the sums.
 */
#ifndef SAMREG_MODEL_FIGURES_H
#define SAMREG_MODEL_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/axis.h"
#include "model/report.h"

struct arena;
struct grid;
struct text;

struct figure {
	long long n;       /* what is counted or summed */
	long long d;       /* what n is divided by */
	bool divided;      /* d means something */
	bool known;        /* some of the sum is stated; always so for counts */
	bool unknown;      /* some of the sum is not stated; of money so to begin with */
};

struct figure_table {
	const struct report *report;
	int year;
	struct axis rows, columns;
	struct figure *items;       /* row by row */
};

/* All tables of one year. */
struct figures {
	int year;
	struct figure_table *tables;
	size_t count;
	struct arena *arena;
};

/* The tables `reports` for the year, all figures zero, those of money not stated. The
 * caller frees the figures; the reports must outlive them. */
struct figures *figures_new(const struct report *const *reports, size_t count, int year)
	__attribute__((returns_nonnull));
void figures_free(struct figures *f);

/* The table with this id, or NULL. */
struct figure_table *figures_find(const struct figures *f, const char *id);

/* The figure in a row and column that exist. */
struct figure *figure_at(const struct figure_table *t, size_t row, size_t column)
	__attribute__((returns_nonnull));

/* The figure by its keys; NULL when the table has no such row or column. */
struct figure *figure_find(const struct figure_table *t, const char *row,
			   const char *column);

/* Whether a row is shown: all are, but optional ones in which nothing is counted. */
bool figure_row_is_shown(const struct figure_table *t, size_t row);

/* Whether the figure says anything: a sum of which nothing at all is stated does not. */
bool figure_is_stated(const struct figure *f);

/*
 * 100 n/d rounded half up to a whole number, each by itself, never made to add up to 100.
 * False when there is nothing to divide by or n is not stated.
 */
bool figure_percent(const struct figure *f, long long *percent);

/* What a column with the show says of the figure, with a decimal point, added to `out`;
 * false, and nothing added, when it is not defined. */
bool figure_print(const struct figure *f, enum report_show show, struct text *out);

/* A column's name in files: its key, with _pct after it where per cent are shown. */
void figure_print_column(const struct axis_item *column, enum report_show show,
			 struct text *out);

/* What stands for a value instead of it; NULL: it is shown itself. */
typedef const char *figures_mask(const void *context, const struct figure_table *t,
				 size_t row, size_t column, enum report_show show);

/* All figures, those defined, a row each: table, row, column, value. `mask` may be NULL.
 * The caller frees the grid. */
struct grid *figures_grid(const struct figures *f, figures_mask *mask,
			  const void *context) __attribute__((returns_nonnull));

/* The same as a file, with LF, nothing masked. */
void figures_print_csv(const struct figures *f, struct text *out);

#endif
