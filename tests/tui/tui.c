/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See tui.h. One loop (tui_pump) moves bytes both ways; every wait is built on it. */

#include "tests/tui/tui.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/tui/tui_private.h"

/* Longest wait for bytes before a look at whether the program has ended. */
#define TICK_MS 50

/* A program that never stops writing must not keep a wait from its deadline. */
#define READS_AT_ONCE 64

static void must(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "tui: %s: %s\n", what, strerror(errno));
		abort();
	}
}

void tui_queue(const char *bytes, size_t n, void *user)
{
	struct tui *t = user;

	if (t->out_len + n > t->out_size) {
		t->out_size = 2 * t->out_size + n;
		t->out = realloc(t->out, t->out_size);
		must(t->out != NULL, "realloc");
	}
	memcpy(t->out + t->out_len, bytes, n);
	t->out_len += n;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct tui *t = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_hidden = !value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void change_environment(const char *const env[])
{
	setenv("TERM", "xterm-256color", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	for (; env && *env; env++) {
		const char *equals = strchr(*env, '=');
		char *name = strndup(*env, equals ? (size_t)(equals - *env)
						  : strlen(*env));

		if (equals)
			setenv(name, equals + 1, 1);
		else
			unsetenv(name);
		free(name);
	}
}

static void run_child(struct tui *t, const char *const argv[], const char *const env[])
{
	setsid();
	ioctl(t->slave, TIOCSCTTY, 0);
	dup2(t->slave, STDIN_FILENO);
	dup2(t->slave, STDOUT_FILENO);
	dup2(t->slave, STDERR_FILENO);
	close(t->slave);
	close(t->master);
	change_environment(env);
	signal(SIGHUP, SIG_DFL);   /* under nohup it is ignored, and that is inherited */
	execvp(argv[0], (char **)(uintptr_t)argv);
	perror(argv[0]);
	_exit(127);
}

static void open_pty(struct tui *t, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	t->master = posix_openpt(O_RDWR | O_NOCTTY);
	must(t->master >= 0 && grantpt(t->master) == 0 && unlockpt(t->master) == 0,
	     "pty");
	t->slave = open(ptsname(t->master), O_RDWR | O_NOCTTY);
	must(t->slave >= 0, "pty");
	must(ioctl(t->master, TIOCSWINSZ, &size) == 0, "window size");
	must(tcgetattr(t->slave, &t->before) == 0, "termios");
	fcntl(t->master, F_SETFL, O_NONBLOCK);
	fcntl(t->master, F_SETFD, FD_CLOEXEC);
	fcntl(t->slave, F_SETFD, FD_CLOEXEC);
}

struct tui *tui_start(const char *const argv[], const char *const env[], int rows,
		      int cols)
{
	struct tui *t = calloc(1, sizeof(*t));

	must(t != NULL, "calloc");
	open_pty(t, rows, cols);
	t->vt = vterm_new(rows, cols);
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, tui_queue, t);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_reset(t->screen, 1);
	t->pid = fork();
	must(t->pid >= 0, "fork");
	if (t->pid == 0)
		run_child(t, argv, env);
	return t;
}

void tui_free(struct tui *t)
{
	if (!t)
		return;
	if (!t->ended) {
		kill(t->pid, SIGKILL);
		waitpid(t->pid, NULL, 0);
	}
	if (t->master >= 0)
		close(t->master);
	if (t->slave >= 0)
		close(t->slave);
	vterm_free(t->vt);
	free(t->out);
	free(t->text);
	free(t);
}

/* libvterm keeps the mode of bracketed paste to itself, so it is read here. */
static void watch_brackets(struct tui *t, const char *bytes, size_t n)
{
	static const char mode[] = "\033[?2004";

	for (size_t i = 0; i < n; i++) {
		if (t->mode_matched == sizeof(mode) - 1)
			t->bracketed = bytes[i] == 'h';
		if (t->mode_matched < sizeof(mode) - 1 &&
		    bytes[i] == mode[t->mode_matched])
			t->mode_matched++;
		else
			t->mode_matched = bytes[i] == mode[0];
	}
}

static bool pump_in(struct tui *t)
{
	char bytes[4096];
	ssize_t n = read(t->master, bytes, sizeof(bytes));

	if (n <= 0)
		return false;
	watch_brackets(t, bytes, (size_t)n);
	vterm_input_write(t->vt, bytes, (size_t)n);
	return true;
}

static void pump_out(struct tui *t)
{
	ssize_t n = write(t->master, t->out, t->out_len);

	if (n > 0) {
		t->out_len -= (size_t)n;
		memmove(t->out, t->out + n, t->out_len);
	}
}

bool tui_pump(struct tui *t, int ms)
{
	struct pollfd fd = { .fd = t->master, .events = POLLIN };
	bool moved = false;

	if (t->out_len > 0)
		fd.events |= POLLOUT;
	if (poll(&fd, 1, ms) <= 0)
		return false;
	if (fd.revents & POLLOUT)
		pump_out(t);
	if (fd.revents & POLLIN)
		for (int i = 0; i < READS_AT_ONCE && pump_in(t); i++)
			moved = true;
	return moved;
}

static bool reap(struct tui *t)
{
	int status;

	if (!t->ended && waitpid(t->pid, &status, WNOHANG) == t->pid) {
		t->ended = true;
		t->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status)
						: WEXITSTATUS(status);
	}
	return t->ended;
}

static double now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

struct expectation {
	const char *text;
	bool there;
	int row, col;
	bool (*met)(struct tui *t, const struct expectation *x);
};

static bool text_met(struct tui *t, const struct expectation *x)
{
	return (strstr(tui_screen(t), x->text) != NULL) == x->there;
}

static bool row_met(struct tui *t, const struct expectation *x)
{
	return strstr(tui_row(t, x->row), x->text) != NULL;
}

static bool cursor_met(struct tui *t, const struct expectation *x)
{
	int row, col;

	tui_cursor(t, &row, &col);
	return row == x->row && col == x->col;
}

static bool await(struct tui *t, const struct expectation *x)
{
	double deadline = now() + TUI_DEADLINE;
	bool over = false;

	while (!x->met(t, x)) {
		if (over || now() > deadline)
			return false;
		/* The last words of a program may arrive after its end. */
		over = reap(t) && !tui_pump(t, 0);
		if (!over)
			tui_pump(t, TICK_MS);
	}
	return true;
}

static void fail_at(struct tui *t, const char *what, const char *file, int line)
{
	fprintf(stderr, "%s:%d: %s\n", file, line, what);
	if (t->ended)
		fprintf(stderr, "the program has ended with status %d\n", t->status);
	tui_dump(t);
	_fail(file, line);
}

void tui_expect_at(struct tui *t, const char *text, bool there, const char *file,
		   int line)
{
	struct expectation x = { .text = text, .there = there, .met = text_met };
	char what[512];

	if (await(t, &x))
		return;
	snprintf(what, sizeof(what), "%s on the screen: \"%s\"",
		 there ? "never" : "still", text);
	fail_at(t, what, file, line);
}

void tui_expect_row_at(struct tui *t, int row, const char *text, const char *file,
		       int line)
{
	struct expectation x = { .text = text, .row = row, .met = row_met };
	char what[512];

	if (await(t, &x))
		return;
	snprintf(what, sizeof(what), "never in row %d: \"%s\"", row, text);
	fail_at(t, what, file, line);
}

void tui_expect_cursor_at(struct tui *t, int row, int col, const char *file, int line)
{
	struct expectation x = { .row = row, .col = col, .met = cursor_met };
	char what[64];

	if (await(t, &x))
		return;
	snprintf(what, sizeof(what), "the cursor never came to %d, %d", row, col);
	fail_at(t, what, file, line);
}

int tui_wait_at(struct tui *t, const char *file, int line)
{
	double deadline = now() + TUI_DEADLINE;

	while (!reap(t)) {
		if (now() > deadline)
			fail_at(t, "the program does not end", file, line);
		if (t->master >= 0)
			tui_pump(t, TICK_MS);
		else
			poll(NULL, 0, TICK_MS);
	}
	while (t->master >= 0 && tui_pump(t, 0))
		;
	return t->status;
}

void tui_resize(struct tui *t, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	tui_pump(t, 0);
	vterm_set_size(t->vt, rows, cols);
	must(ioctl(t->master, TIOCSWINSZ, &size) == 0, "window size");
}

bool tui_restored(struct tui *t)
{
	struct termios after;

	must(tcgetattr(t->slave, &after) == 0, "termios");
	return after.c_iflag == t->before.c_iflag && after.c_oflag == t->before.c_oflag &&
	       after.c_cflag == t->before.c_cflag && after.c_lflag == t->before.c_lflag &&
	       memcmp(after.c_cc, t->before.c_cc, sizeof(after.c_cc)) == 0 &&
	       !t->alternate && !t->cursor_hidden && !t->bracketed;
}

void tui_kill(struct tui *t, int sig)
{
	if (!reap(t))
		kill(t->pid, sig);
}

void tui_hangup(struct tui *t)
{
	close(t->slave);
	close(t->master);
	t->slave = t->master = -1;
}
