/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The focus of the entry screen: where it goes, and that what was typed is taken over
 * before it leaves a field.
 */
#ifndef SAMREG_UI_ENTRY_MOVE_H
#define SAMREG_UI_ENTRY_MOVE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/entry_layout.h"

struct entry_view;
struct finding;
struct ui;

/* Lays out the record anew; the focus stays though it may stand on nothing. */
void entry_move_arrange(struct entry_view *v);

/* Puts the focus there, or as near as one can stand, and begins to edit. */
void entry_move_to(struct entry_view *v, struct entry_place place);

/* Puts the focus where the work goes on: on the first thing that is wrong in a record
 * that has been saved once, else on the first field. */
void entry_move_home(struct entry_view *v);

/*
 * As entry_move_on() for a field that is full, without a key: the next Enter is still
 * that field's. Stays on the last field, where the end is to be asked for.
 */
void entry_move_by_itself(struct ui *ui, struct entry_view *v);

/* Takes over and goes to the next field; after the last asks what to do. Where several
 * choices can be made it stays for the next one. */
void entry_move_on(struct ui *ui, struct entry_view *v);

/* Takes over and goes to the field before, or stays on the first. */
void entry_move_back(struct ui *ui, struct entry_view *v);

/* Takes over and goes to the next section (1) or the one before (-1). */
void entry_move_section(struct ui *ui, struct entry_view *v, int step);

/* Takes over and goes to a place, or to the next finding after the focus. */
void entry_move_over(struct ui *ui, struct entry_view *v, struct entry_place place);
void entry_move_finding(struct ui *ui, struct entry_view *v);

/* Takes over and goes to the empty row of the section the focus is in. */
void entry_move_row(struct ui *ui, struct entry_view *v);

/* Says in the message line what a finding says, with its field. */
void entry_move_say(struct ui *ui, const struct entry_view *v,
		    const struct finding *finding);

#endif
