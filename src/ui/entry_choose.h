/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pick lists of the entry screen: choices of a field, fields to go to, findings to
 * look through.
 */
#ifndef SAMREG_UI_ENTRY_CHOOSE_H
#define SAMREG_UI_ENTRY_CHOOSE_H

struct entry_view;
struct ui;

/* Opens the list of what the focused field offers, which must offer something, filtered
 * by what is typed there. */
void entry_choose_value(struct ui *ui, struct entry_view *v);

/* Opens the list of fields one can go to. */
void entry_choose_field(struct ui *ui, struct entry_view *v);

/* Opens the list of all findings; says so when there is none. */
void entry_choose_finding(struct ui *ui, struct entry_view *v);

#endif
