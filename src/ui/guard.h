/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives the terminal back when the program can't do it in good order: crashes, no
 * memory. What it will do then is prepared while all is well. Also the signals to end
 * and to resize, which wait until somebody asks. Knows nothing of drawing.
 */
#ifndef SAMREG_UI_GUARD_H
#define SAMREG_UI_GUARD_H

#include <signal.h>
#include <stdbool.h>

/* Installs the handlers, blocks the signals and forbids core dumps; before curses. */
void guard_begin(void);

/* Remembers how the terminal is to be reset; once curses knows it. */
void guard_prepare(void);

/* Puts back handlers and signals as they were. */
void guard_end(void);

/* The signals as they shall be while waiting, for ppoll(). */
const sigset_t *guard_open_signals(void);

/* The signal to end that came, or 0. */
int guard_ended_by(void);

/* Whether the size may have changed, or the program was stopped, since last asked. */
bool guard_take_resize(void);

#endif
