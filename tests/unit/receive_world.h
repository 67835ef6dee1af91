/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A federation's register with a delivery, and an empty national register to receive it,
 * in a folder that goes with them. For cmocka programs only: what cannot be done fails
 * the test.
 */
#ifndef SAMREG_TESTS_RECEIVE_WORLD_H
#define SAMREG_TESTS_RECEIVE_WORLD_H

#include "app/receive.h"

struct app;
struct faults;

enum { YEAR = 2025 };

struct world {
	char folder[64];
	struct app *local, *national;
	char *package;          /* the delivery of YEAR */
};

/* For cmocka_unit_test_setup_teardown(): *state is the world. */
int world_make(void **state);
int world_leave(void **state);

/* A name in the world's folder; the caller frees it. */
char *world_path(const struct world *w, const char *name);

/* Opens a register, telling what is wrong with it. */
struct app *world_open(const char *path);

/* Makes a delivery in the folder sent; the caller frees its path. */
char *world_export(const struct world *w, struct app *a, int year);

/* Receives a package in the national register; store: it must be good. */
enum receive_result world_receive(const struct world *w, const char *folder,
				  struct faults *f);
void world_store(const struct world *w, const char *folder);

/* The package of the world must be refused, for a fault whose place (file:row:column)
 * begins like this and that says this, and every byte of the register be as before. */
void world_assert_refused(const struct world *w, const char *name, const char *place,
			  const char *said);

/* The hash of the national register's file; the caller frees it. */
char *world_hash(const struct world *w);

/* The number that a query gives. */
long long world_count(struct app *a, const char *sql);

#endif
