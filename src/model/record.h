/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record while it is being keyed: the values of one form, what they were, and every
 * change in order, so that each can be undone. Values are text, right or wrong; knows
 * no rules and no database.
 *
 * A field of a repeating part has rows 0, 1, 2, …; other fields only row 0. Rows need
 * not be added: a row exists when something in it is not empty.
 */
#ifndef SAMREG_MODEL_RECORD_H
#define SAMREG_MODEL_RECORD_H

#include <stdbool.h>
#include <stddef.h>

struct form;
struct text;

/* The most rows of a repeating part; a source of support can be named once only. */
enum { RECORD_MAX_ROWS = 32 };

struct record;

/* Told of every change, undone ones too (then `step` is negative); for the journal. */
struct record_listener {
	void (*changed)(void *owner, long step, size_t field, size_t row,
			const char *old, const char *new);
	void *owner;
};

/* An empty record; `form` must outlive it. */
struct record *record_new(const struct form *form) __attribute__((returns_nonnull));
void record_free(struct record *r);

const struct form *record_form(const struct record *r);

/* The id of the stored row, "" for a new record. */
const char *record_id(const struct record *r);
void record_set_id(struct record *r, const char *id);

/* Calls the listener at every later change; a record has one listener. */
void record_listen(struct record *r, struct record_listener listener);

/* The value; "" when not stated or beyond the last row. Valid until it is changed. */
const char *record_get(const struct record *r, size_t field, size_t row)
	__attribute__((returns_nonnull));

/* How many rows of a part have a value; 1 for a part that does not repeat. */
size_t record_rows(const struct record *r, size_t part);

/* Adds all rows' values of a field with a blank between, as rules see them. */
void record_join(const struct record *r, size_t field, struct text *out);

/* Sets a value that is not a change: what is stored, a default, a computed value. */
void record_fill(struct record *r, size_t field, size_t row, const char *value);

/* Begins a new step; what follows is undone as one. */
void record_begin_step(struct record *r);

/* Changes a value as part of the current step; false when it is what it was already. */
bool record_change(struct record *r, size_t field, size_t row, const char *value);

/* Takes a row out of a repeating part, in the current step; later ones move up. */
void record_remove_row(struct record *r, size_t part, size_t row);

/* Takes the latest step back, or does it again; false when there is none. `*field` and
 * `*row` are where it began, for the cursor. */
bool record_undo(struct record *r, size_t *field, size_t *row);
bool record_redo(struct record *r, size_t *field, size_t *row);

/* Plays one row of a journal: a change, or (negative step) one that was undone. */
void record_replay(struct record *r, long step, size_t field, size_t row,
		   const char *old, const char *new);

/* The value that was last filled: what the field had when the record was opened. */
const char *record_original(const struct record *r, size_t field, size_t row)
	__attribute__((returns_nonnull));

/* What there is now is stored: it becomes the original, and there is nothing to undo. */
void record_settle(struct record *r);

/* Whether any value differs from its original. */
bool record_is_changed(const struct record *r);

/* A carried value was taken over from the record before and nobody has confirmed it. */
bool record_is_carried(const struct record *r, size_t field);
void record_set_carried(struct record *r, size_t field, bool carried);

#endif
