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
struct form;
struct form_rules;

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
	struct cached_choices *cached;
	size_t cached_count, cached_capacity;
};

/* Removes a register that could not be filled, with the files beside it. */
void app_remove_register(const char *path);

/* As app_choices(); only codes of the group where the list has groups ("" for all). */
const struct choices *app_choices_of(struct app *a, const struct form_field *field,
				     const char *group);

/* The compiled rules of a form. Owned by the app. */
struct form_rules *app_rules(struct app *a, const struct form *form);

#endif
