/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The delivery: a year of the register as a folder of CSV files for the national
 * follow-up. Never a name, never an identity number. What the files hold is told in
 * samreg-delivery(5).
 */
#ifndef SAMREG_APP_EXPORT_H
#define SAMREG_APP_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct err;

enum { EXPORT_FILES = 14 };

/* A delivery as it was written. */
struct export {
	char *folder;
	struct {
		const char *name;    /* federation.csv */
		size_t rows;         /* without the head */
	} files[EXPORT_FILES];
	size_t drafts;               /* records left out since they are not complete */
};

/*
 * Writes the year's files to the new folder <out>/<federation>-<year>-r<revision>, 0700
 * and 0600, whole and synced or not at all; `out` is made when it is missing. All files
 * show one and the same moment. Refused in a national register and when the folder
 * exists. The caller calls export_done().
 */
bool export_write(struct app *a, int year, const char *out, struct export *done,
		  struct err *e) __attribute__((warn_unused_result));
void export_done(struct export *done);

#endif
