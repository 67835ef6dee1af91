/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keying one record: its values, what the rules say of them at every moment, and the
 * draft that survives a crash. Used by the entry screen and by line mode alike; draws
 * nothing.
 *
 * Every change goes to the journal before the call returns. A record with errors is kept
 * as a draft, which counts in no table; one without is stored.
 */
#ifndef SAMREG_APP_ENTRY_H
#define SAMREG_APP_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/form.h"

struct app;
struct choices;
struct err;
struct record;
struct text;

struct entry;

/* One thing that a rule, a constraint or the field's type says of the record. */
struct finding {
	const char *rule; /* R-101, form.field for a constraint, "" for a type */
	enum severity severity;
	size_t field, row;   /* where the cursor should go */
	bool at_completion;  /* shown first when the record is saved */
	const char *message; /* in the language now spoken */
	const char *reason;  /* why a warning was overruled, "" when it was not */
};

/* A new record with its defaults, and with values carried over from `previous` (an entry
 * of the same form, or NULL). The caller closes it. NULL and `e` when it fails. */
struct entry *entry_new(struct app *a, const char *form, const struct entry *previous,
			struct err *e);

/* A value a new record begins with, canonical (model/value). */
struct entry_preset {
	const char *field, *value;
};

/* As entry_new(), begun with `count` values that follow from where it was asked for. */
struct entry *entry_new_with(struct app *a, const char *form,
			     const struct entry_preset *presets, size_t count,
			     struct err *e);

/* A stored record, to be changed; resumes its draft when it has one. */
struct entry *entry_edit(struct app *a, const char *form, const char *id, struct err *e);

/* A draft, as it was left. */
struct entry *entry_resume(struct app *a, long long draft, struct err *e);

/* Ends the keying and frees `entry`, which may be NULL. A draft with changes is kept,
 * one without any vanishes; when that fails it will be offered as one cut off. */
bool entry_close(struct entry *entry, struct err *e);

/* Throws away the draft, whatever was kept, and ends the keying; `entry` is freed. */
bool entry_discard(struct entry *entry, struct err *e)
	__attribute__((warn_unused_result));

/* Whether there is a draft that was saved as one, or was there before. */
bool entry_is_kept(const struct entry *entry);

/* Ends the keying and frees `entry`: a draft that is kept stays as it was then, without
 * what has been changed since; any other is thrown away. */
bool entry_revert(struct entry *entry, struct err *e)
	__attribute__((warn_unused_result));

const struct form *entry_form(const struct entry *entry);
const struct record *entry_record(const struct entry *entry);

/* The draft's number, 0 while nothing has been changed. */
long long entry_draft(const struct entry *entry);

/*
 * What was typed in a field: made canonical (model/value), journalled, computed fields
 * and rules run again. A wrong value is kept and becomes a finding. False only when the
 * journal could not be written; the value is kept on the screen all the same. A personal
 * identity number is sealed first, and not kept when that is not possible.
 */
bool entry_type(struct entry *entry, size_t field, size_t row, const char *typed,
		struct err *e);

/* As entry_type() for a value that is canonical already (from a pick list). */
bool entry_set(struct entry *entry, size_t field, size_t row, const char *value,
	       struct err *e);

/* Takes a row out of a repeating part. */
bool entry_remove_row(struct entry *entry, size_t part, size_t row, struct err *e);

/* Undo and redo; `*field` and `*row` are where it was. False when there is nothing to do.
 */
bool entry_undo(struct entry *entry, size_t *field, size_t *row, struct err *e);
bool entry_redo(struct entry *entry, size_t *field, size_t *row, struct err *e);

/* Evaluates again: the language was switched, or other records were changed. */
bool entry_refresh(struct entry *entry, struct err *e);

/* What holds for a field just now. Irrelevant ones are skipped and not stored. */
bool entry_is_relevant(const struct entry *entry, size_t field);
bool entry_is_required(const struct entry *entry, size_t field);
bool entry_is_read_only(const struct entry *entry, size_t field);

/* Adds the value as it is shown: a personal identity number with its end hidden. */
void entry_show(const struct entry *entry, size_t field, size_t row, struct text *out);

/* Adds what entry_show() hides, with a note in the log. Refused where nothing is hidden;
 * the caller wipes it. */
bool entry_reveal(const struct entry *entry, size_t field, struct text *out,
		  struct err *e) __attribute__((warn_unused_result));

/* What the field offers, or NULL. Owned by the app. */
const struct choices *entry_choices(const struct entry *entry, size_t field);

/* Every finding, errors first, in field order; valid until the next change. */
size_t entry_finding_count(const struct entry *entry);
const struct finding *entry_finding(const struct entry *entry, size_t i);

/* Overrules a warning with a reason; stored with the record. */
bool entry_overrule(struct entry *entry, size_t finding, const char *reason,
		    struct err *e);

enum entry_saved {
	ENTRY_STORED, /* it counts now */
	ENTRY_DRAFT,  /* it has errors and is kept as a draft */
	ENTRY_FAILED, /* the disk or the database said no: `e`; nothing is lost */
};

/* Saves. After ENTRY_STORED record_id() tells the row. */
enum entry_saved entry_save(struct entry *entry, struct err *e);

/* Whether entry_save() would store the record and by that withdraw a person's consent:
 * details are removed for good, the person gets a new number (app/withdrawal). */
bool entry_withdraws(const struct entry *entry);

/* The running number of the person that the record is about, 0 when there is none. */
long long entry_person_number(const struct entry *entry);

/* Adds what the record is called in a list, from the form's title expression. */
void entry_title(const struct entry *entry, struct text *out);

#endif
