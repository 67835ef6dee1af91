/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The personal identity number in a record that is being written, where the form asks for
 * one (type identity_number) and the register keeps such (app/identities); elsewhere
 * there is nothing here. It tells who the person is, and with it sex and birth year.
 *
 * The record's value is what was typed, right or wrong, sealed at once: journal, undo and
 * drafts never hold a number. What is told of it never repeats it.
 */
#ifndef SAMREG_APP_IDENTIFIED_H
#define SAMREG_APP_IDENTIFIED_H

#include <stdbool.h>
#include <stddef.h>

#include "app/seal.h"
#include "base/err.h"
#include "base/text.h"

struct app;
struct findings;
struct findings_source;
struct form;
struct record;

/* The fields that it is about, -1 where the form has none. */
struct identified_fields {
	int number, person, sex, birth_year;
};

struct identified_look;

/* Embedded; all zero is valid and asks for nothing. */
struct identified {
	struct app *app;
	const struct form *form;
	struct identified_fields fields;
	bool asks;
	struct seal *key;               /* NULL: none yet, or it can't be opened */
	bool borrows;                   /* the key is another's */
	struct err trouble;             /* why it can't */
	struct text filled_for;         /* the person whose number is filled in */
	/* What followed from the latest proper number that was typed. */
	struct text found, sex, birth_year;
	struct identified_look *look;   /* what the number says; in locked memory */
};

/* Looks up what the register keeps and opens its key if it has one. */
void identified_begin(struct identified *i, struct app *a, const struct form *form);

/* As identified_begin() for a copy of the register, or for the register anew, with the
 * key of `from`, which must outlive it. */
void identified_begin_copy(struct identified *i, struct app *copy,
			   const struct identified *from);
void identified_done(struct identified *i);

/* Whether the field is the number, and asked for in this register. */
bool identified_asks(const struct identified *i, size_t field);

/* What the record is to hold for what was typed, "" for nothing. The register gets its
 * key with the first number; refused when the key can't be opened. */
bool identified_seal(struct identified *i, const char *typed, char out[SEAL_KEYED_SIZE],
		     struct err *e) __attribute__((warn_unused_result));

/* Before the rules: fills in the number of the person who was chosen. */
void identified_fill(struct identified *i, struct record *r);

/* After the number was changed, in the same step: the person whose it is is chosen, or
 * sex and birth year are stated, where nothing else was. */
void identified_follow(struct identified *i, struct record *r);

/* Before another new record: what followed from the number of the last is its own. */
void identified_forget(struct identified *i);

/* Adds what is to be said of the number as the record is now. */
void identified_add_findings(struct identified *i, const struct record *r,
			     const struct findings_source *source, struct findings *f);

/* Whether the field follows from the number, so that it is not typed. */
bool identified_settles(const struct identified *i, const struct record *r, size_t field);

/* Adds the number as it is shown, with its last four digits hidden. */
void identified_show(const struct identified *i, const struct record *r,
		     struct text *out);

/* Adds it as it is, with a note in the log of whose number was seen. Refused when there
 * is none; the caller wipes it. */
bool identified_reveal(const struct identified *i, const struct record *r,
		       struct text *out, struct err *e)
	__attribute__((warn_unused_result));

/* Keeps a number that was typed with the record's person, who is stored by now. Within
 * the caller's transaction. */
bool identified_store(struct identified *i, const struct record *r, struct err *e)
	__attribute__((warn_unused_result));

#endif
