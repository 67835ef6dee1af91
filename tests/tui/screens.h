/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program itself on a terminal, over a register in HOME. For cmocka programs only.
 */
#ifndef TESTS_TUI_SCREENS_H
#define TESTS_TUI_SCREENS_H

struct tui;

/* A path in HOME of a register that does not exist yet. */
const char *screens_register(void);

/* Runs "samreg --db REGISTER" with the words, to its end; fails the test if it fails. */
void screens_run(const char *words);

/* A demo register of 2025, made anew. */
void screens_demo(void);

/* Runs SQL on the register, behind the program's back. */
void screens_sql(const char *sql);

/* Starts the terminal program on the register. */
struct tui *screens_start(int rows, int cols);

/* Leaves it from the first screen and frees the terminal. */
void screens_leave(struct tui *t);

/* The answer to a question that gives one text; the caller frees it. */
char *screens_ask(const char *sql);

/* Fails the test unless that is the answer. */
void screens_expect(const char *sql, const char *expected);

#endif
