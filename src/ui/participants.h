/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of the year's participations, and the card of one.
 */
#ifndef SAMREG_UI_PARTICIPANTS_H
#define SAMREG_UI_PARTICIPANTS_H

struct grid;
struct ui;

/* What the list shows at first; NULL: everything. */
struct participants_setup {
	const char *intervention;   /* only of this one, by id */
	const char *about;          /* what it is limited to, for the title */
	const char *filter;         /* ready text */
	const struct grid *records; /* only those with an id in its column id */
	int year;                   /* active in this one; 0: the one worked with */
};

/* Opens the list of the year's participations; the texts are copied. */
void participants_open(struct ui *ui, const struct participants_setup *setup);

#endif
