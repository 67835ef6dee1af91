/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far work has come, and Ctrl-C between its steps; see progress.h. */
#include "cli/progress.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static const char clear_line[] = "\r\033[K";

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

void progress_watch(void)
{
	struct sigaction action = { .sa_handler = interrupt, .sa_flags = SA_RESTART };

	interrupted = 0;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

bool progress_is_interrupted(void)
{
	return interrupted;
}

void progress_show(const char *format, ...)
{
	va_list args;

	if (!isatty(STDERR_FILENO))
		return;
	fputs(clear_line, stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fflush(stderr);
}

void progress_clear(void)
{
	if (isatty(STDERR_FILENO))
		fputs(clear_line, stderr);
}
