/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file of a delivery that holds its participants' personal identity numbers, sealed
 * for who has the private key to a public one. Only for app/export.
 */
#ifndef SAMREG_APP_EXPORT_IDENTITIES_H
#define SAMREG_APP_EXPORT_IDENTITIES_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct text;

struct export_identities {
	struct text *sealed;            /* to be added to */
	size_t rows;                    /* participants with a number */
	size_t without;                 /* and those who have none */
};

/*
 * Adds a list, person and identity_number, of those who have a participation in the year,
 * sealed for the key in the file. Refused when the register has no numbers, when its key
 * is missing or wrong, or when a seal does not open.
 */
bool export_identities(struct app *a, int year, const char *public_file,
		       struct export_identities *made, struct err *e)
	__attribute__((warn_unused_result));

#endif
