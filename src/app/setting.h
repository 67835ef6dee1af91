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

/* Adds the setting's value to `out`; nothing when it was never chosen. */
bool setting_get(struct app *a, const char *name, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

/* Keeps a value, which must not be empty. */
bool setting_set(struct app *a, const char *name, const char *value, struct err *e)
	__attribute__((warn_unused_result));

#endif
