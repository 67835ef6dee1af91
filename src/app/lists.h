/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the register holds, as lists to look at: grids of codes, dates and numbers as they
 * are kept, a row a record. Knows no screen; labels are for whoever shows them.
 *
 * Each list is NULL, with the reason in `e`, when it could not be read; the caller frees
 * the grid.
 */
#ifndef SAMREG_APP_LISTS_H
#define SAMREG_APP_LISTS_H

#include <stddef.h>

struct app;
struct err;
struct grid;

/*
 * Participations active in the year, of one intervention or (NULL) of all, those
 * registered in error too, so that they can be mended. Columns: id, draft, number, sex,
 * birth_year, intervention, start, end, closure_reason, intervention_end. `draft` is the
 * latest draft over the record. Last come drafts of new ones, without an id.
 */
struct grid *lists_participations(struct app *a, int year, const char *intervention,
				  struct err *e);

/* How it is with a row of that list. */
enum lists_state {
	LISTS_ONGOING,
	LISTS_ENDED,
	LISTS_DRAFT,         /* a new one that is not complete */
	LISTS_CHANGING,      /* stored, and a draft would change it */
	LISTS_LONG,          /* open for more than 24 months */
	LISTS_OUTLASTING,    /* open though its intervention has ended */
	LISTS_ERROR,         /* registered in error: counts nowhere */
};

/* The state of a row on the day `today`; `*months` (commenced) how long it has been, or
 * was; 0 for a draft. */
enum lists_state lists_participation_state(const struct grid *g, size_t row, int today,
					   int *months);

/* The same person's other participations: id, intervention, start, end. */
struct grid *lists_same_person(struct app *a, const char *participation, struct err *e);

/*
 * Interventions active in the year: id, name, kind, orientation, registration, start,
 * end, participants (participations and anonymous, or the volume; "" where nobody has
 * counted), ongoing and ended (of participations; "" for volume).
 */
struct grid *lists_interventions(struct app *a, int year, struct err *e);

/*
 * An intervention's years up to `year`, the latest first: year, planned, participations,
 * anonymous, volume, budget, actual.
 */
struct grid *lists_intervention_years(struct app *a, const char *intervention, int year,
				      struct err *e);

/* Records of the forms membership (id, name, district, start, end) or party (id, kind,
 * name) in the own federation. */
struct grid *lists_of_form(struct app *a, const char *form, struct err *e);

/* The latest year a delivery was received for, else that anything is registered for, or
 * `otherwise` when nothing is. */
int lists_latest_year(struct app *a, int otherwise);

#endif
