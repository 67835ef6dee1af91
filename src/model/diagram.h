/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a table's bar diagram consists of: which figure is which bar, what stands beside
 * it. Built from how the table is declared; whoever draws it, on a screen or a page,
 * needs to know nothing else. Knows no sizes and no drawing.
 *
 * Where the rows tell a phase, each category has its phases side by side and each column
 * is a panel of its own: Women: Works: before, after. Otherwise there is one panel, each
 * row is a category and has its columns side by side.
 */
#ifndef SAMREG_MODEL_DIAGRAM_H
#define SAMREG_MODEL_DIAGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "model/report.h"

struct figure_table;

struct diagram_bar {
	const char *label;          /* "" when the group has one bar without a name */
	size_t row, column;         /* of the table */
};

struct diagram_group {
	const char *label;
	struct diagram_bar *bars;
	size_t count, capacity;
};

struct diagram_panel {
	const char *title;          /* "" when it is the only one */
	struct diagram_group *groups;
	size_t count, capacity;
};

struct diagram {
	const struct figure_table *table;
	enum report_show show;      /* what of a figure is drawn */
	struct diagram_panel *panels;
	size_t count;
};

/* Whether the table is declared to have a diagram. */
bool diagram_is_declared(const struct figure_table *t);

/*
 * The diagram of the table, with labels in the language now spoken; the rows that are
 * shown only when something is counted are left out when nothing is. The table, and what
 * its declaration stands on, must outlive it; the caller frees it.
 */
struct diagram *diagram_new(const struct figure_table *t)
	__attribute__((returns_nonnull));
void diagram_free(struct diagram *d);

/* The value of a bar; false when it is not defined. */
bool diagram_value(const struct diagram *d, const struct diagram_bar *bar,
		   double *value);

#endif
