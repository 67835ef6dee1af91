/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a year's delivery, made from the register as it is. Writes nothing. Not
 * for the faces.
 */
#ifndef SAMREG_APP_EXPORT_FILES_H
#define SAMREG_APP_EXPORT_FILES_H

#include <stdbool.h>

#include "base/clock.h"
#include "model/package.h"

struct app;
struct check;
struct delivery_files;
struct err;
struct figures;
struct grid;

/* Which delivery it is. */
struct export_identity {
	const char *federation, *name;  /* whose; NULL: the register's own */
	int year, revision;
	enum package_level level;
	char created[CLOCK_SIZE];       /* local time */
	char created_utc[CLOCK_SIZE + 1];
	const struct check *check;      /* of the year: its warnings are told */
	const struct figures *figures;  /* its tables; NULL: they are counted */
	const char *identities_for;     /* a public key's file; NULL: no numbers */
};

/*
 * Makes all files, the descriptor first and identities.sealed last (`*without` is how
 * many participants have no number in it), from one and the same moment of the register:
 * within a transaction of the caller's. The caller calls delivery_files_done(), after a
 * failure too.
 */
bool export_files_make(struct app *a, const struct export_identity *identity,
		       struct delivery_files *out, size_t *without, struct err *e)
	__attribute__((warn_unused_result));

/*
 * The rows of a file as a delivery of that federation and year has them now; not of
 * cells, remarks and federation. NULL and `e` on failure; the caller frees the grid.
 */
struct grid *export_files_rows(struct app *a, enum package_file_id file,
			       const char *federation, int year, struct err *e);

#endif
