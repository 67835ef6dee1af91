/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the app floor share of an open register. Not for the faces.
 */
#ifndef SAMREG_APP_INSIDE_H
#define SAMREG_APP_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/app.h"

struct db;
struct deleted;
struct err;
struct form;
struct form_rules;
struct record;

/* What a record list offered when it was last asked for. */
struct cached_choices {
	char *list, *group;
	struct choices *choices;
};

struct app {
	struct db *db;
	struct catalog *catalog;
	struct form_rules **rules; /* one per form, in the catalog's order */
	char *federation, *federation_name, *user;
	bool national, demo;
	bool borrows;              /* the catalog is another app's */
	struct cached_choices *cached;
	size_t cached_count, cached_capacity;
	struct deleted *deleted;   /* the record deleted last, NULL: none */
};

/*
 * A register in memory with nothing in it but this federation, which has the catalog of
 * `like` and must be closed before it. NULL on failure.
 */
struct app *app_memory(const struct app *like, const char *federation, const char *name,
		       struct err *e);

/* A copy of the register in memory, as committed, to try things in; it too has the
 * catalog of `like` and must be closed before it. NULL on failure. */
struct app *app_scratch(const struct app *like, struct err *e);

/* Removes a register that could not be filled, with the files beside it. */
void app_remove_register(const char *path);

/* As app_choices() of a field of the record; where the list has groups only the codes
 * that go with the record's kind. */
const struct choices *app_choices_in(struct app *a, const struct record *r, size_t field);

/* The compiled rules of a form. Owned by the app. */
struct form_rules *app_rules(struct app *a, const struct form *form);

#endif
