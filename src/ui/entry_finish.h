/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The end of keying a record: saving, leaving, the next one. Nothing typed is lost
 * unless the user says so with a button that names it.
 */
#ifndef SAMREG_UI_ENTRY_FINISH_H
#define SAMREG_UI_ENTRY_FINISH_H

#include "ui/entry_private.h"

struct ui;

/* Saves and says what came of it. Returns reactions; the record stays on the screen. */
unsigned entry_finish_save(struct ui *ui, struct entry_view *v);

/* Asks what to do at the end of the form. */
void entry_finish_end(struct ui *ui, struct entry_view *v);

/* Leaves the record for what comes after it, asking first if it was changed. Returns
 * reactions. */
unsigned entry_finish_leave(struct ui *ui, struct entry_view *v, enum entry_after after);

/* Fills every empty field with the value of the record before, but for what tells the
 * two apart. */
void entry_finish_fill(struct ui *ui, struct entry_view *v);

#endif
