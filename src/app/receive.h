/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Receiving deliveries in a national register. A package is believed in nothing: it is
 * read and checked whole, and then replaces what the register had of that federation and
 * year, in one transaction, or nothing at all happens.
 *
 * Rows that several years' packages tell of (interventions, participations, persons,
 * memberships) are one row in the register, as the latest year has it, and go when no
 * package tells of them any more. The tables of a year are what its packages said; of a
 * year that a federation has sent no package for, what the next one's tables say of it.
 */
#ifndef SAMREG_APP_RECEIVE_H
#define SAMREG_APP_RECEIVE_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;
struct faults;
struct text;

enum receive_result {
	RECEIVE_STORED,
	RECEIVE_KNOWN,          /* this very revision was there; nothing is changed */
	RECEIVE_REFUSED,        /* and nothing is changed */
};

/* What was received, or would have been. */
struct receipt {
	char *federation;
	int year;
	long long revision;
	bool aggregate;
	size_t rows, participations;
	size_t warnings;        /* of rules, that nobody has overruled */
	struct text *json;      /* to be added the receipt to, for the sender; or NULL */
};

/* Receives the package in the folder. Refused, with every fault and its place in `f`. The
 * caller frees `receipt->federation`. */
enum receive_result receive_package(struct app *a, const char *folder,
				    struct receipt *receipt, struct faults *f);

#endif
