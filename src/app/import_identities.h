/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of running numbers and personal identity numbers into a register that keeps
 * them (app/identities): all of it or nothing. What is told never repeats a number.
 */
#ifndef SAMREG_APP_IMPORT_IDENTITIES_H
#define SAMREG_APP_IMPORT_IDENTITIES_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct faults;

/* What became of the rows. */
struct import_identities {
	size_t added, changed, same;
	size_t empty;           /* rows of persons without a number */
	size_t removed;
};

/*
 * Reads the file (CSV of any dialect; columns person or deltagare, identity_number or
 * personnummer; others are passed over) and keeps each person's number, in one
 * transaction. False, with every fault and its row and column in `f`, when the register
 * keeps no numbers, a person is not there, a number is not proper or not of the person's
 * sex and birth year, it comes twice, or is another person's. `notes` gets what is
 * accepted but worth a look.
 */
bool import_identities(struct app *a, const char *file, struct import_identities *done,
		       struct faults *notes, struct faults *f)
	__attribute__((warn_unused_result));

/*
 * Takes the numbers of such a list away again, all of them or none: those read in for the
 * wrong person, or that must not be kept any longer. False, with every fault in `f`, when
 * a number is not and was not the person's. Needs no decision to keep numbers.
 */
bool import_identities_remove(struct app *a, const char *file,
			      struct import_identities *done, struct faults *f)
	__attribute__((warn_unused_result));

#endif
