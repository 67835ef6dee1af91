/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program on a terminal, keyed as a person keys it and read as a person reads it.
 * The terminal is an emulator (libvterm) on a pty. Nothing here sleeps: what is
 * expected is waited for, at most TUI_DEADLINE seconds. An expectation that is not met
 * shows the screen on standard error and fails the cmocka test at the caller's line.
 * Knows nothing of samreg.
 */
#ifndef TESTS_TUI_TUI_H
#define TESTS_TUI_TUI_H

#include <stdbool.h>

#define TUI_DEADLINE 10

struct tui;

/* How one cell looks. text is "" in an empty cell and in the right half of a wide one;
 * colours are palette indexes, -1 the terminal's own. */
struct tui_cell {
	char text[32];
	bool bold, underline, reverse;
	int foreground, background;
};

/* Starts argv (searched in PATH) with TERM=xterm-256color. env, which may be NULL,
 * holds changes to the environment: "NAME=value" sets, "NAME" unsets. */
struct tui *tui_start(const char *const argv[], const char *const env[], int rows,
		      int cols);

/* Kills the program if it still runs and frees everything. Takes NULL. */
void tui_free(struct tui *t);

/* Waits until text is on the screen, in one row or, with "\n", over several. Text that
 * is there already is met at once: after a key, expect what the key brings. */
#define tui_expect(t, text) tui_expect_at(t, text, true, __FILE__, __LINE__)

/* Waits until text is nowhere on the screen. */
#define tui_expect_gone(t, text) tui_expect_at(t, text, false, __FILE__, __LINE__)

/* Waits until row (0 is the first) holds text. */
#define tui_expect_row(t, row, text) tui_expect_row_at(t, row, text, __FILE__, __LINE__)

/* Waits until the cursor stands there. */
#define tui_expect_cursor(t, row, col) \
	tui_expect_cursor_at(t, row, col, __FILE__, __LINE__)

/* Waits for the end of the program; returns its exit status, or 128 + the signal. */
#define tui_wait(t) tui_wait_at(t, __FILE__, __LINE__)

void tui_expect_at(struct tui *t, const char *text, bool there, const char *file,
		   int line);
void tui_expect_row_at(struct tui *t, int row, const char *text, const char *file,
		       int line);
void tui_expect_cursor_at(struct tui *t, int row, int col, const char *file, int line);
int tui_wait_at(struct tui *t, const char *file, int line);

/* Types text as it is, byte by byte. */
void tui_send(struct tui *t, const char *text);

/* Presses keys, named and separated by blanks: "Tab Tab F2", "Ctrl-N", "Shift-Tab",
 * "Alt-x". Names: Enter Tab Esc Space Backspace Up Down Left Right Home End PgUp PgDn
 * Ins Del F1-F12; a single character is itself. An unknown name fails the test. */
void tui_keys(struct tui *t, const char *names);

/* Pastes text; in brackets when the program has asked for them. */
void tui_paste(struct tui *t, const char *text);

/* Resizes the terminal; the program is told by the kernel (SIGWINCH). */
void tui_resize(struct tui *t, int rows, int cols);

/* What is on the screen now; good until the next call on t. Trailing blanks are cut. */
const char *tui_row(struct tui *t, int row);
const char *tui_screen(struct tui *t);
struct tui_cell tui_cell(struct tui *t, int row, int col);
void tui_cursor(struct tui *t, int *row, int *col);

/* True when the program gave the terminal back: the termios it found, the normal
 * screen, a visible cursor, no bracketed paste. For after tui_wait. */
bool tui_restored(struct tui *t);

/* Writes the screen and the cursor's place to standard error. */
void tui_dump(struct tui *t);

/* Sends a signal to the program. */
void tui_kill(struct tui *t, int sig);

/* Loses the line, as when ssh breaks: the terminal is gone, the program goes on until
 * it notices. Only tui_wait and tui_free may follow. */
void tui_hangup(struct tui *t);

#endif
