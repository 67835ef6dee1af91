/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Overruling a warning of the entry screen with a reason, which is stored. */
#ifndef SAMREG_UI_ENTRY_OVERRULE_H
#define SAMREG_UI_ENTRY_OVERRULE_H

struct entry_view;
struct ui;

/* Asks why the gravest warning of the focused field is to be let pass; says so when the
 * field has none. */
void entry_overrule_ask(struct ui *ui, struct entry_view *v);

#endif
