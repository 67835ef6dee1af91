/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entry screen says in words: title, hint, help on the field. */
#ifndef SAMREG_UI_ENTRY_HELP_H
#define SAMREG_UI_ENTRY_HELP_H

struct entry_view;
struct text;
struct ui;

/* Adds federation and record at the left; state, findings and section at the right. */
void entry_help_title(struct ui *ui, const struct entry_view *v, struct text *left,
		      struct text *right);

/* Adds the hint of the focused field. */
void entry_help_status(const struct entry_view *v, struct text *out);

/* Adds all there is to know of the focused field: hint, choices, findings, rules and
 * the tables it counts in. */
void entry_help_field(struct ui *ui, const struct entry_view *v, struct text *out);

#endif
