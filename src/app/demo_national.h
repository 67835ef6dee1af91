/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files share that make up a national demo register: 76 federations whose
 * records come out as the printed tables of a year. Not for others.
 *
 * The print tells how many, never who: every figure is a margin of one and the same
 * population, which is dealt out margin by margin. First all participations get their
 * background, then those that ended are chosen and get days, then outcomes; interventions
 * get orientations, and each participation gets one of them. Then all is written.
 */
#ifndef SAMREG_APP_DEMO_NATIONAL_H
#define SAMREG_APP_DEMO_NATIONAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/demo_inside.h"
#include "app/demo_story.h"
#include "app/quota.h"
#include "app/targets.h"

enum { NATIONAL_SEXES = 2 };

/* A participation while it is thought out. Texts are codes. */
struct national_one {
	struct demo_story story;
	int sex; /* in national_sexes */
	int age;
	const char *age_class, *orientation;
	const char *months; /* class of the time it took, NULL while it goes on */
	bool ended, starts; /* in the year */
	size_t intervention;
};

/* More about the intervention at the same place in demo.interventions. */
struct national_intervention {
	size_t federation;
	bool structural, counted; /* counted: by heads */
	const char *orientation;
	const char *target_group; /* "" for none */
};

struct national_federation {
	const char *code;
	const char **municipalities;
	size_t municipality_count;
	int persons; /* so far */
};

struct national {
	struct demo *d;
	struct targets targets;
	struct national_one *ones; /* women before men */
	size_t counts[NATIONAL_SEXES];
	struct demo_person somebody[NATIONAL_SEXES]; /* until it is said who */
	struct national_intervention *interventions;
	size_t intervention_capacity, more_capacity;
	struct national_federation *federations;
	size_t federation_count;
};

/* How the sexes are called in registers and as columns of the print. */
extern const struct national_sex {
	const char *code, *column, *percent;
} national_sexes[NATIONAL_SEXES];

/* Ends it all: the figures of the table do not go with those of other tables. */
void national_refuse(struct national *n, const char *table);

/* The participations of a sex; their number is in `counts`. */
struct national_one *national_of_sex(const struct national *n, int sex);

typedef bool national_test(const struct national_one *one);

/* Participations in random order; the caller frees `items`. */
struct national_list {
	struct national_one **items;
	size_t count;
};

/* Those of a sex for whom the test holds. */
struct national_list national_select(struct national *n, int sex, national_test *test);

/* Whether the participation has the source of support before it. */
bool national_has(const struct national_one *one, const char *source);

/* Under 30 at the start, as the print groups it. */
bool national_is_young(const struct national_one *one);

/* ---- percentages of those that ended ---- */

/* The cells the print is made of: a sex and, within it, a group. */
size_t national_cell(const struct national_one *one);

/* How many of each cell are to count in a row of the table: all percentages of the row,
 * for the sexes and for the groups that have one, then come out. `sizes` is given. */
void national_fit(struct national *n, const char *table, const char *row,
		  struct quota_cells *cells);

/* Who of those that ended is to count: `first` if they are enough, `then` the others. */
struct national_choice {
	national_test *first, *then;
	void (*give)(struct national *n, struct national_one *one);
};

/* Gives it to as many of each cell as are to count, who are then counted down. */
void national_choose(struct national *n, const char *table,
		     const struct national_choice *choice, struct quota_cells *cells);

/* ---- in this order ---- */

/* Sources of support, ages, education and so on: all that is known at the start. */
void national_deal_background(struct national *n);

/* Who started and who ended in the year, and the days. */
void national_deal_days(struct national *n);

/* Occupation before, and what became of those that ended. */
void national_deal_outcomes(struct national *n);

/* The interventions, over the years as far as the print tells. */
void national_deal_interventions(struct national *n);

/* Gives the interventions to the federations, with names. */
void national_give_out(struct national *n);

/* Gives each participation an intervention of its orientation that was going on. */
void national_place(struct national *n);

/* Writes interventions, with what belongs to them and what is counted in them. */
void national_write_interventions(struct national *n);

/* Writes counts and money of the years. */
void national_write_counts(struct national *n);

/* Writes persons and participations. */
void national_write_participations(struct national *n);

#endif
