/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Safety copies of a register and whether one is sound.
 */
#ifndef SAMREG_APP_COPY_H
#define SAMREG_APP_COPY_H

#include <stdbool.h>

struct app;
struct err;
struct faults;

/* Where a copy goes when nobody says: backup/<federation>-<time>.db in the register's
 * folder; the caller frees it. */
char *copy_place(const struct app *a) __attribute__((returns_nonnull));

/* Writes the register as it is now to a new file, 0600, in a folder made when it is
 * missing. Whole or not at all; refuses a file that exists. */
bool copy_write(struct app *a, const char *file, struct err *e)
	__attribute__((warn_unused_result));

/* Reads a whole register, live or a copy. False, with all that is damaged in `f`. */
bool copy_verify(const char *file, struct faults *f) __attribute__((warn_unused_result));

#endif
