/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal: taken at start, given back however the program ends. Signals, resizing,
 * a lost line, bytes to keys. There is one terminal, so this keeps its own state. Knows
 * nothing of what is on the screen.
 */
#ifndef SAMREG_UI_TERM_H
#define SAMREG_UI_TERM_H

#include <stdbool.h>

#include "ui/key.h"

struct err;

enum term_event {
	TERM_KEYS,      /* take them with term_next() */
	TERM_RESIZED,   /* draw everything anew */
	TERM_ENDED,     /* a signal to end (term_signal()), or the line is lost */
	TERM_TIMEOUT,
};

/*
 * Takes the terminal: raw mode, the alternate screen, bracketed paste, handlers for
 * signals and crashes; forbids core dumps. Refuses, naming the command to use instead,
 * when standard input or output is no terminal or TERM can't show a screen.
 */
bool term_start(struct err *e) __attribute__((warn_unused_result));

/* Gives the terminal back; may be called again or without term_start(). */
void term_stop(void);

/* Waits at most `ms` (-1: as long as it takes) for something to happen. */
enum term_event term_wait(int ms);

/* The next key typed; its paste is valid until the next call. False: none now. */
bool term_next(struct key *key);

/* Whether something was typed that has not been taken: drawing can wait. */
bool term_is_pending(void);

/* The signal that ended the program; SIGHUP for a lost line; 0: none. */
int term_signal(void);

/* Shows what was drawn, the cursor at that place; `all`: also what should be there. */
void term_show(int cursor_y, int cursor_x, bool all);

int term_height(void);
int term_width(void);
bool term_has_color(void);

/* Whether lines must be of ASCII characters: the Linux console's font lacks them. */
bool term_wants_ascii(void);

#endif
