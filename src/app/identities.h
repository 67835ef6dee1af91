/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The personal identity numbers of a register, where the federation has decided to keep
 * them: sealed (app/seal) with a key that lies in a file of its own (path_key()). No
 * reason told here repeats a number, and none reaches the disk unsealed.
 */
#ifndef SAMREG_APP_IDENTITIES_H
#define SAMREG_APP_IDENTITIES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/identity_number.h"

struct app;
struct err;
struct faults;
struct seal;
struct text;

/* Room for a running number, with a NUL. */
enum { IDENTITY_PERSON_SIZE = 12 };

/* True where the federation has decided to keep numbers; else false, with what is to be
 * done first. */
bool identities_are_kept(struct app *a, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the register has a key yet; it has from the first number on. */
bool identities_have_key(struct app *a, bool *have, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Opens the register's key. A register that has none yet gets one: the file is made
 * unless it is there, and the register notes which key it is, within a transaction of the
 * caller's. Refused when the file is missing or is not the register's key. The caller
 * calls seal_close(). NULL on failure.
 */
struct seal *identities_open_key(struct app *a, struct err *e);

/* Whose number it is or was: the person's running number, 0 when nobody's, and (unless
 * NULL) the person's id added to `id`. */
bool identities_find(struct app *a, const struct seal *s,
		     const char digits[IDENTITY_NUMBER_SIZE], long long *number,
		     struct text *id, struct err *e) __attribute__((warn_unused_result));

/* Opens the person's number of now; `digits` is "" when there is none. The caller wipes
 * the digits. */
bool identities_read(struct app *a, const struct seal *s, const char *person,
		     char digits[IDENTITY_NUMBER_SIZE], struct err *e)
	__attribute__((warn_unused_result));

/* Reads a person's running number, D-0042 or 42, as digits without noughts before; from 1
 * on. */
bool identities_parse_person(const char *text, char out[IDENTITY_PERSON_SIZE])
	__attribute__((warn_unused_result));

enum identity_put {
	IDENTITY_ADDED,
	IDENTITY_CHANGED,       /* the person had another, kept as an earlier one */
	IDENTITY_SAME,
	IDENTITY_FAILED,
};

/* Keeps the person's number, with a note in the log; within a transaction of the
 * caller's, who has made sure that it is nobody else's. */
enum identity_put identities_put(struct app *a, const struct seal *s,
				 const char *person,
				 const char digits[IDENTITY_NUMBER_SIZE],
				 struct err *e);

/* Takes a number away that is or was the person's, with a note in the log; within a
 * transaction of the caller's. */
bool identities_remove(struct app *a, const struct seal *s, const char *person,
		       const char digits[IDENTITY_NUMBER_SIZE], struct err *e)
	__attribute__((warn_unused_result));

/*
 * Looks through the register, or a copy of one, for numbers that the key in the file
 * does not open, or that are not found by it. False, with each person's running number in
 * `f`. Where there are no numbers no key is needed.
 */
bool identities_verify(const char *file, const char *key_file, struct faults *f)
	__attribute__((warn_unused_result));

#endif
