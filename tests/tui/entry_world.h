/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The entry screen with a register of its own, for its terminal tests: started, keyed
 * into, left. For cmocka programs only.
 */
#ifndef TESTS_TUI_ENTRY_WORLD_H
#define TESTS_TUI_ENTRY_WORLD_H

struct app;
struct tui;

/* For each test: a register with the intervention Arbetsspåret, open since 2023. */
int world_setup(void **state);
int world_teardown(void **state);
struct app *world_app(void);

/* Starts a new participation at 80 x 24. */
struct tui *world_start(void);

/* Starts with a stored record, "-" for the latest draft, or NULL for a new one. */
struct tui *world_start_at(const char *form, const char *id, int rows, int cols);

/* Fails the test unless the register answers so. */
void world_asks(const char *sql, const char *expected);

/* Ends the program from the empty screen beneath the form; frees `t`. */
void world_leave(struct tui *t);

/* The same from a changed record, which is thrown away, so that no draft is left. */
void world_discard(struct tui *t);

/* Keys a whole participation blind: up to the support before; from there to the question
 * at the end. */
void world_key_start(struct tui *t);
void world_key_rest(struct tui *t);

#endif
