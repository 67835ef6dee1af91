/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a user has chosen about the program itself, kept in the register. Never anything
 * about persons.
 */
#ifndef SAMREG_APP_SETTING_H
#define SAMREG_APP_SETTING_H

#include <stdbool.h>

struct app;
struct err;
struct text;

/* The folder where deliveries were written last. */
#define SETTING_DELIVERY_FOLDER "delivery_folder"

/* "0": a field that is full stays where it is until Enter or Tab. */
#define SETTING_MOVE_ON "move_on"

/* Adds the setting's value to `out`; nothing when it was never chosen. */
bool setting_get(struct app *a, const char *name, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the setting has this value; not when it was never chosen or can't be read. */
bool setting_is(struct app *a, const char *name, const char *value);

/* Keeps a value, which must not be empty. */
bool setting_set(struct app *a, const char *name, const char *value, struct err *e)
	__attribute__((warn_unused_result));

#endif
