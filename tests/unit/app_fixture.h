/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A register of its own for a test of the app floor: a real file in a temporary folder,
 * with the forms and codes of the tree. For cmocka programs only.
 */
#ifndef SAMREG_TESTS_APP_FIXTURE_H
#define SAMREG_TESTS_APP_FIXTURE_H

#include <stddef.h>

struct app;
struct entry;

/* Creates and opens a register of the federation `blekinge`. Fails the test with every
 * fault told when that does not work. */
struct app *fixture_open(void);

/* Closes it and removes its folder. */
void fixture_close(struct app *a);

/* Closes the register and opens the same file again. */
struct app *fixture_reopen(struct app *a);

/* Types into the field with this name; fails the test when there is none. */
void fixture_type(struct entry *entry, const char *field, size_t row, const char *typed);

/* Keys and saves a whole record: name, typed, name, typed, …, NULL. Returns its id, for
 * the caller to free; fails the test, with the findings told, when it is not stored. */
char *fixture_store(struct app *a, const char *form, ...);

/* The answer to a question that gives one text; the caller frees it. */
char *fixture_ask(struct app *a, const char *sql);

/* An intervention where participants are registered one by one, open since 2023. */
char *fixture_intervention(struct app *a, const char *name);

#endif
