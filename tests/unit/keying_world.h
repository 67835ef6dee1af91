/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A register with one intervention, and records keyed in it as by a person. For cmocka
 * programs only: what cannot be done fails the test.
 */
#ifndef SAMREG_TESTS_KEYING_WORLD_H
#define SAMREG_TESTS_KEYING_WORLD_H

#include <stdbool.h>
#include <stddef.h>

#include "app_fixture.h"

struct entry;

/* The register of the test that runs. */
extern struct keying_world {
	struct app *app;
	char *intervention;     /* its id; it is called Arbetsspåret */
} keying;

/* For cmocka_unit_test_setup_teardown(). */
int keying_open(void **state);
int keying_close(void **state);

/* A new record of the form. */
struct entry *keying_begin(const char *form);

/* A whole participation, one source of support; not saved. */
struct entry *keying_participation(const char *start);

/* Saves and closes it; the caller frees its id. */
char *keying_save(struct entry *entry);

size_t keying_field(const struct entry *entry, const char *name);
const char *keying_value(const struct entry *entry, const char *name, size_t row);
bool keying_has_finding(const struct entry *entry, const char *field);

/* What a query of the register must say. */
void keying_asks(const char *sql, const char *expected);

#endif
