/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every form of the report is made of: the figures of a year and what stands beside
 * them, and which of it is shown where. The writers of text, pages and workbooks ask
 * here, so that they say the same; how it looks is theirs.
 */
#ifndef SAMREG_APP_REPORT_PAGE_H
#define SAMREG_APP_REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/figures.h"

struct code_list;
struct grid;
struct published;
struct text;

/* A column of values: one thing a column of figures shows. */
struct report_column {
	size_t column;
	enum report_show show;
};

/* Which values are kept from sight, because they or others would tell of few people. */
struct report_hiding {
	long long threshold;
	/* For the tables of the year and of the last; a share may be hidden alone. */
	bool (*is_hidden)(const void *context, const struct figure_table *t, size_t row,
			  struct report_column c);
	const void *context;
};

/* When the year was frozen, and what is not as it was then: difference_list(). */
struct report_frozen {
	const char *at;                         /* YYYY-MM-DDTHH:MM:SS */
	const char *by;                         /* login name */
	long long revision;
	const struct grid *changes;
};

struct report_page {
	const struct figures *figures;
	const struct figures *last_year;        /* NULL: not shown */
	const struct published *published;      /* NULL: not shown */
	const struct code_list *sections;       /* of reports_sections() */
	const char *owner;                      /* whose figures: the federation's name */
	const char *part;                       /* of the register; NULL: all of it */
	const char *made;                       /* when: YYYY-MM-DDTHH:MM:SS */
	bool demo;
	const struct grid *listing;             /* of federation_list_make(), or NULL */
	size_t drafts;                          /* left out, because they are not done */
	const struct report_hiding *hiding;     /* NULL: everything is shown */
	const struct report_frozen *frozen;     /* NULL: the year is not frozen */
};

/* What stands in the place of a figure that is not defined, or hidden. */
#define REPORT_UNDEFINED_MARK "–"
#define REPORT_HIDDEN_MARK ".."

enum report_state {
	REPORT_DEFINED,
	REPORT_UNDEFINED,       /* not stated, or nothing to divide by */
	REPORT_HIDDEN,
};

/* The columns of values of a table, from left to right. */
size_t report_column_count(const struct figure_table *t);
struct report_column report_column_at(const struct figure_table *t, size_t i);

/* Whether some column of figures shows more than one thing, so that two heads, one above
 * the other, are needed. */
bool report_is_two_headed(const struct figure_table *t);

/* What a value is: "antal", "%", in the language now spoken. */
const char *report_show_label(enum report_show show);

/* A column's head in one line, added to `out`: "Kvinnor", "Kvinnor, %". */
void report_add_heading(const struct figure_table *t, struct report_column c,
			struct text *out);

/* Whether the table's rows are years. */
bool report_is_by_year(const struct figure_table *t);

/* Whether the value at a row and column of a table of this year or the last is hidden. */
bool report_page_hides(const struct report_page *p, const struct figure_table *t,
		       size_t row, struct report_column c);

/* The value at a row and column of a table of this year or the last, as in files, added
 * to `out`; only REPORT_DEFINED adds anything. */
enum report_state report_page_value(const struct report_page *p,
				    const struct figure_table *t, size_t row,
				    struct report_column c, struct text *out);

/*
 * Beside a table stand last year's and the published values of some of its columns: the
 * shares of the total, else shares, else the total, else all. Returns how many; `out`
 * has room for as many as the table has columns of values.
 */
size_t report_compared(const struct figure_table *t, struct report_column *out);

/* Last year's table; NULL where it is not shown, or each row is a year already. */
const struct figure_table *report_page_last_year(const struct report_page *p,
						 const struct figure_table *t);

/* The same for the row with the same key; REPORT_UNDEFINED too when there is none. */
enum report_state report_page_last_value(const struct report_page *p,
					 const struct figure_table *t, size_t row,
					 struct report_column c, struct text *out);

/* Whether any compared value of the table is published. */
bool report_page_has_published(const struct report_page *p, const struct figure_table *t);

/* The year of the published figures beside a row; rows that are years have their own. */
int report_page_published_year(const struct report_page *p, const struct figure_table *t,
			       size_t row);

/* The published value, or NULL; and why it is not the one printed, "" when it is. */
const char *report_page_published(const struct report_page *p,
				  const struct figure_table *t, size_t row,
				  struct report_column c);
const char *report_page_published_note(const struct report_page *p,
				       const struct figure_table *t, size_t row,
				       struct report_column c);

/* The figures of the page as a file's rows, as figures_grid(), the mark in the place of
 * what is hidden. The caller frees the grid. */
struct grid *report_page_grid(const struct report_page *p)
	__attribute__((returns_nonnull));

/* The footnote that explains what is hidden, with the mark first, added to `out`; for
 * pages that hide something. */
void report_page_add_hiding_note(const struct report_page *p, struct text *out);

/* A number of a file as the language now spoken writes it: 1 234,5 or 1,234.5. The blank
 * does not break. */
void report_add_number(struct text *out, const char *number);

/* The same with the sign of a share after it: 34 % or 34%. */
void report_add_measured(struct text *out, const char *number, enum report_show show);

#endif
