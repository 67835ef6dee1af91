/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The field one stands on: typed in, shown, taken over into the record. A wrong value is
 * taken over too; whoever types is never held fast.
 */
#ifndef SAMREG_UI_ENTRY_FIELD_H
#define SAMREG_UI_ENTRY_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/entry_layout.h"

struct choices;
struct entry_view;
struct err;
struct finding;
struct form_field;
struct key;
struct text;
struct ui;

/* The form's field at the focus. */
const struct form_field *entry_field_form(const struct entry_view *v)
	__attribute__((returns_nonnull));

/* The kept value at the focus. */
const char *entry_field_value(const struct entry_view *v)
	__attribute__((returns_nonnull));

/* What the focused field offers, or NULL. */
const struct choices *entry_field_choices(const struct entry_view *v);

/* Whether several choices can be made there, one after the other. */
bool entry_field_takes_several(const struct entry_view *v);

/* Begins to edit what the record holds at the focus; what was typed is forgotten. */
void entry_field_begin(struct entry_view *v);

/* Shows what is hidden there until the focus moves on; else says that nothing is. */
void entry_field_reveal(struct ui *ui, struct entry_view *v);

/* Whether what is typed is not yet in the record. */
bool entry_field_is_edited(const struct entry_view *v);

/* Puts a canonical value into the record, and the screen in order after it. */
void entry_field_set(struct ui *ui, struct entry_view *v, struct entry_place place,
		     const char *value);

/* Takes over what was typed, if anything. Something wrong is kept as it was typed. */
void entry_field_commit(struct ui *ui, struct entry_view *v);

/* As entry_field_commit() when nothing can be said or shown any more. */
void entry_field_rescue(struct entry_view *v);

/* Tells the user when the journal was not written, now and until it is again. */
void entry_field_report(struct ui *ui, struct entry_view *v, bool written,
			const struct err *e);

/* Adds what the typed text will be taken for: the choice, the date with its weekday. */
void entry_field_match(const struct entry_view *v, struct text *out);

/* The gravest finding at the place that is to be shown now, or NULL. */
const struct finding *entry_field_finding(const struct entry_view *v,
					  struct entry_place place);

/* Whether a finding is to be shown now: not overruled, and what is missing not before
 * the record has been saved once. */
bool entry_field_shows(const struct entry_view *v, const struct finding *finding);

/* Typing; returns reactions. REACT_PASS for a key that means nothing in a field. */
unsigned entry_field_key(struct ui *ui, struct entry_view *v, const struct key *key);

#endif
