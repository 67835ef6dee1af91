/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A federation's register and a national one that receives its deliveries: two real files
 * in temporary folders. For cmocka programs only: what cannot be done fails the test.
 */
#ifndef SAMREG_TESTS_EXCHANGE_WORLD_H
#define SAMREG_TESTS_EXCHANGE_WORLD_H

struct app;

struct exchange_world {
	struct app *local, *national;
	char folder[64];        /* where files are put; removed with all in it */
	char *intervention, *participation;     /* ids of what the local one holds */
};

/* Setup and teardown of a test: `*state` is the world. */
int exchange_open(void **state);
int exchange_close(void **state);

/* Delivers the year and has it received; returns the path of its receipt, for the caller
 * to free. */
char *exchange_deliver(struct exchange_world *w, int year);

/* Opens a delivered year again. */
void exchange_unlock(struct exchange_world *w, int year);

/* The path of a file in the folder; the caller frees it. */
char *exchange_path(const struct exchange_world *w, const char *name);

/* Writes a text to the path. */
void exchange_write(const char *path, const char *text);

#endif
