/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the terminal harness share; tests include tui.h alone. */
#ifndef TESTS_TUI_TUI_PRIVATE_H
#define TESTS_TUI_TUI_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include <vterm.h>

struct tui {
	int master, slave;
	pid_t pid;
	bool ended;
	int status;
	struct termios before;
	VTerm *vt;
	VTermScreen *screen;
	bool cursor_hidden, alternate, bracketed;
	size_t mode_matched;
	char *out;
	size_t out_len, out_size;
	char *text;
	size_t text_size;
};

/* Puts bytes into the queue of what is typed. user is the struct tui. */
void tui_queue(const char *bytes, size_t n, void *user);

/* Moves what can be moved, waiting at most ms for it; false when nothing came. */
bool tui_pump(struct tui *t, int ms);

#endif
