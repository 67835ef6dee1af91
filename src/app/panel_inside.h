/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of app/panel share: what is known of municipalities, federations and
 * years before it becomes rows. Not for others.
 */
#ifndef SAMREG_APP_PANEL_INSIDE_H
#define SAMREG_APP_PANEL_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/numbering.h"
#include "model/fact.h"

struct app;
struct grid;

/* How much a federation has told of a year. */
enum panel_level {
	PANEL_NONE,
	PANEL_AGGREGATE,
	PANEL_DETAILED,
};

enum { PANEL_ALLOCATED, PANEL_USED, PANEL_MONEY };

/* A federation in a year. */
struct panel_federation {
	enum panel_level level;
	long unplaced;                  /* participations that state no municipality */
	bool stated[PANEL_MONEY];
	long long money[PANEL_MONEY];   /* SEK */
	long long population;           /* of its members */
	bool unknown;                   /* the population of some member is not known */
};

/* Something participations are counted by: those with a code of a dimension. */
struct panel_measure {
	const struct fact_dimension *by;
	size_t place;
	const char *code;
};

struct panel {
	struct app *app;
	const struct fact_lists *lists;
	int first;
	size_t years;
	struct panel_measure *measures;
	size_t measure_count;
	struct numbering federations, places, inhabitants;
	struct panel_federation *of_federation; /* federation by federation, its years */
	const struct grid *municipalities;      /* code, name, county; all there are */
	struct grid *memberships;  /* municipality, federation, start, end, district */
	const struct grid *population;
	long *counts;
};

/* What is counted of a municipality and year: all participations, then by measure. */
long *panel_counts(const struct panel *p, size_t place, size_t year)
	__attribute__((returns_nonnull));

/* A federation that exists, in a year. */
const struct panel_federation *panel_federation(const struct panel *p, const char *id,
						size_t year);

/* The inhabitants of a municipality, -1 when nobody told. */
long long panel_population(const struct panel *p, const char *municipality, size_t year);

/* The rows; the caller frees the grid. */
struct grid *panel_rows(const struct panel *p) __attribute__((returns_nonnull));

#endif
