/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keeps a record from being deleted: the records of others that refer to it and do
 * not go along with it. Nothing is changed.
 */
#ifndef SAMREG_APP_IN_USE_H
#define SAMREG_APP_IN_USE_H

#include <stdbool.h>

struct app;
struct err;

/*
 * Whether nothing refers to the stored record of the form. If something does, `e` tells
 * what, by form and number, of the record that the user knows as `name`.
 */
bool in_use_by_none(struct app *a, const char *form, const char *id, const char *name,
		    struct err *e) __attribute__((warn_unused_result));

#endif
