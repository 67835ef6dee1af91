/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window on a field: questions about it and their answers, the user's own note, and
 * when the field was changed and by whom.
 */
#ifndef SAMREG_UI_ENTRY_NOTE_H
#define SAMREG_UI_ENTRY_NOTE_H

struct entry_view;
struct ui;

/* Reads anew what is noted on the record, into v->marks. */
void entry_note_load(struct ui *ui, struct entry_view *v);

/* Opens the window on the focused field, and on questions about fields that one can't
 * stand on. Only for a record that is stored; else that is said. */
void entry_note_open(struct ui *ui, struct entry_view *v);

#endif
