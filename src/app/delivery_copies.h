/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folders that deliveries were written to. What is disposed of in the register still
 * lies there, and on what was copied from there, until somebody destroys it.
 */
#ifndef SAMREG_APP_DELIVERY_COPIES_H
#define SAMREG_APP_DELIVERY_COPIES_H

#include <stdbool.h>

struct app;
struct err;
struct text;

/* Notes that a revision is written to `folder`, in a folder that is there. Within a
 * transaction of the caller's. Only for what writes deliveries. */
bool delivery_copies_note(struct app *a, int year, int revision, const char *folder,
			  struct err *e) __attribute__((warn_unused_result));

/*
 * Adds the copies of a revision (year 0: of all) whose kept files have been emptied and
 * which are therefore to be destroyed, in the language now spoken: a line that says so
 * and one for each, all with `prefix` before them. Nothing when there are none.
 */
bool delivery_copies_add(struct app *a, int year, int revision, const char *prefix,
			 struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
