/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the entry screen share. For them only. */
#ifndef SAMREG_UI_ENTRY_PRIVATE_H
#define SAMREG_UI_ENTRY_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/marks.h"
#include "base/err.h"
#include "base/lang.h"
#include "ui/entry_layout.h"
#include "ui/entry_view.h"
#include "ui/lineedit.h"

/* What is to be done once a record has been saved or let go. */
enum entry_after {
	ENTRY_AFTER_CLOSE,
	ENTRY_AFTER_NEW,
	ENTRY_AFTER_PREVIOUS,
	ENTRY_AFTER_NEXT,
};

struct entry_view;

/* Saves the record and goes on from there; returns reactions. */
typedef unsigned entry_saving(struct ui *ui, struct entry_view *v);

struct entry_view {
	struct entry *entry;            /* NULL when it has just been thrown away */
	struct entry *previous;         /* the record keyed before this one, or NULL */
	struct entry_siblings siblings; /* open is NULL: opened by itself */
	struct entry_layout layout;
	struct entry_place at;          /* the focused field */
	bool has_stop;                  /* whether `at` can be typed in */
	struct lineedit edit;           /* the focused field as it is being typed */
	bool edited;                    /* something was typed there */
	bool stays;                     /* a full field does not move on by itself */
	bool moved_by_itself;           /* the field before was full */
	bool changed;                   /* since the record was opened or saved */
	bool complete;                  /* what is missing is to be shown as wrong */
	struct marks marks;             /* on the record's fields */
	struct err trouble;             /* why the journal could not be written, or "" */
	size_t top;                     /* the first line drawn */
	enum entry_after after;         /* what the question on the screen is about */
	entry_saving *saving;           /* what waits for a withdrawal to be confirmed */
	size_t usual;                   /* the button of Enter at the end of the form */
	bool review;                    /* show the findings when on top again */
	enum lang lang;                 /* of the texts the entry holds */
};

#endif
