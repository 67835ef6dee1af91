/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A register that delivers: one intervention with a participation that goes on since 2024
 * and one that ended then. For cmocka programs only: what cannot be done fails the test.
 */
#ifndef SAMREG_TESTS_DELIVERY_WORLD_H
#define SAMREG_TESTS_DELIVERY_WORLD_H

#include <stdbool.h>

#include "base/err.h"
#include "model/package.h"

struct app;

/* The register of the test that runs. */
struct delivery_world {
	struct app *app;
	char *out;                              /* where deliveries are written */
	char *track, *ongoing, *ended;          /* ids of what it holds */
	struct err refusal;                     /* of delivery_change() */
};

extern struct delivery_world world;

/* For cmocka_unit_test_setup_teardown(). */
int delivery_open(void **state);
int delivery_close(void **state);

/* Stores a participation of the intervention; the caller frees its id. */
char *delivery_participation(const char *start);

/* Keys fields of a stored record: name, typed, …, NULL. True when it was stored; else
 * world.refusal says why. */
bool delivery_change(const char *form, const char *id, ...);
bool delivery_close_participation(const char *id, const char *end);

/* Makes a delivery; the first may fail, with `e`. */
bool delivery_try(int year, enum package_level level, struct err *e);
void delivery_make(int year);

/* Opens a delivered year again. */
void delivery_unlock(int year);

/* Removes the deliveries from the disk; nothing temporary may be among them. */
void delivery_remove_out(void);

#endif
