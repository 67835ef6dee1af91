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

/* Opens it with only the interventions that have an id in the grid's column id; `about`,
 * for the title, says which they are. Both are copied. */
void interventions_open_records(struct ui *ui, const char *about,
				const struct grid *records);

#endif
