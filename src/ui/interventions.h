/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of the year's interventions.
 */
#ifndef SAMREG_UI_INTERVENTIONS_H
#define SAMREG_UI_INTERVENTIONS_H

struct grid;
struct ui;

/* Opens the list. */
void interventions_open(struct ui *ui);

/* What the list shows. */
struct interventions_setup {
	const char *about;          /* what it is limited to, for the title */
	const struct grid *records; /* only those with an id in its column id */
	int year;                   /* active in this one; 0: the one worked with */
};

/* Opens it limited to some interventions; all is copied. */
void interventions_open_records(struct ui *ui, const struct interventions_setup *setup);

#endif
