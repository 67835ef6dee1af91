/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the screens of the register have in common: the title, the year that is worked
 * with, opening records and deleting them. Knows no screen.
 */
#ifndef SAMREG_UI_SCREEN_H
#define SAMREG_UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/dialog.h"

struct browser;
struct entry;
struct err;
struct grid;
struct keymap;
struct text;
struct ui;

/* ? for help, and the moving keys of lists: for a screen's keymap to end with. */
extern const struct keymap screen_keymap;

/* What the key of a row begins with that is a draft and no record. */
#define SCREEN_DRAFT_KEY "draft:"

/* Which of enum need the register meets: nothing is keyed in a national one, which gets
 * everything from the federations. */
unsigned screen_has(struct ui *ui);

/* Adds the title: whose register or which part of it, whether it is a demo, the year, and
 * `name` ("" for none), which is ready to be shown. */
void screen_add_title(struct ui *ui, struct text *out, const char *name);

/* As screen_add_title() for a screen that is not about a year. */
void screen_add_title_without_year(struct ui *ui, struct text *out, const char *name);

/* Goes to another year; false at the first or last one there can be. */
bool screen_turn_year(struct ui *ui, int by);

/* Puts a record on the screen, to be keyed; when it is NULL says why. */
void screen_open_entry(struct ui *ui, struct entry *entry, const struct err *e);

/* As screen_open_stored() for the record selected in a list whose keys are ids; F7 and F8
 * go to the one before or after it in the list, which stays beneath. */
void screen_open_listed(struct ui *ui, struct browser *list, const char *form);

/* Moves to the record after the selected one in the list (by 1) or before it (-1),
 * passing over drafts; its key, "" at the end. */
const char *screen_step_record(struct browser *list, int by)
	__attribute__((returns_nonnull));

/* What to say there, ready text. */
const char *screen_end_of_list(int by) __attribute__((returns_nonnull));

/* Opens a new record of the form, a stored one, or a draft. */
void screen_open_new(struct ui *ui, const char *form);
void screen_open_stored(struct ui *ui, const char *form, const char *id);
void screen_open_draft(struct ui *ui, long long draft);

/* Whether a stored record may be deleted; says what it is used by when not. `name` is
 * what the list calls it. */
bool screen_may_delete(struct ui *ui, const char *form, const char *id,
		       const char *name);

/* Asks whether what is selected shall be deleted; Esc, and Enter at first, keep it. The
 * answer is 0 for deleting. `title` is a msgid; static. */
void screen_ask_to_delete(struct ui *ui, const char *title, dialog_words *words,
			  dialog_answer *answer);

/* Deletes a stored record and says so, or why not; true when it is gone. */
bool screen_delete(struct ui *ui, const char *form, const char *id);

/* Takes the record of the form back that was deleted last, shows it in the list, which
 * is reloaded, and says so, or why not. `self` is the screen's data. */
void screen_undelete(struct ui *ui, void *self, struct browser *list, const char *form);

/* The label of a code in one of the code lists, the code itself when it is unknown. */
const char *screen_label(struct ui *ui, const char *list, const char *code);

/* A grid for a browser: `count` columns and the key. The caller frees it. */
struct grid *screen_new_rows(size_t count) __attribute__((returns_nonnull));

/* Adds a number, its digits in groups of three from five on; "–" for "". */
void screen_add_number(struct text *out, const char *number);

/* As screen_add_number() into a cell. */
void screen_set_number(struct grid *g, size_t row, size_t column, const char *number);

#endif
