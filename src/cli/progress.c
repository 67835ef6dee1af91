/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far work has come, and Ctrl-C between its steps; see progress.h. */
#include "cli/progress.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

enum { BAR = 20 };

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

/* A line that wrapped could not be taken away again. */
static int line_width(void)
{
	struct winsize size;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || !size.ws_col ? 80 : size.ws_col;
}

static void show(const char *line)
{
	int bytes = (int)utf8_fit(line, line_width() - 1);

	fprintf(stderr, "%s%.*s", clear_line, bytes, line);
	fflush(stderr);
}

void progress_show(const char *line)
{
	if (isatty(STDERR_FILENO))
		show(line);
}

void progress_show_step(const struct progress_step *s)
{
	const char *slash = strrchr(s->what, '/');
	char *what;
	struct text line = { 0 };

	if (!isatty(STDERR_FILENO))
		return;
	what = utf8_clean(slash && slash[1] ? slash + 1 : s->what);
	text_add(&line, "[");
	for (size_t i = 0; i < BAR; i++)
		text_add(&line, i * s->count < s->done * BAR ? "#" : ".");
	text_addf(&line, ngettext("] leverans %zu av %zu, %zu rad, %s",
				  "] leverans %zu av %zu, %zu rader, %s", s->rows),
		  s->done + 1, s->count, s->rows, what);
	show(text_get(&line));
	text_done(&line);
	free(what);
}

void progress_clear(void)
{
	if (isatty(STDERR_FILENO))
		fputs(clear_line, stderr);
}
