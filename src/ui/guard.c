/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the terminal back when the program can't do it in good order; see guard.h. */
#include "ui/guard.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/lang.h"
#include "base/mem.h"

static const int waiting[] = { SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT };
static const int crashes[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

enum {
	WAITING_COUNT = sizeof(waiting) / sizeof(waiting[0]),
	CRASH_COUNT = sizeof(crashes) / sizeof(crashes[0]),
	ALTERNATE_STACK = 64 * 1024,
};

static volatile sig_atomic_t ended_by, resized, is_prepared;
static struct sigaction old_waiting[WAITING_COUNT], old_crashes[CRASH_COUNT];
static sigset_t old_mask, open_mask;
static struct termios old_termios;
static char reset_bytes[256], crash_message[256];
static size_t reset_length, crash_length;
static char alternate_stack[ALTERNATE_STACK];

static void on_waiting(int sig)
{
	if (sig == SIGWINCH || sig == SIGCONT)
		resized = 1;
	else
		ended_by = sig;
}

/* Nothing can be done about what can't be written on the way out. */
static void write_all(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t n = write(fd, bytes, length);

		if (n <= 0)
			return;
		bytes += n;
		length -= (size_t)n;
	}
}

/* At once, without curses: async-signal-safe, for the way out only. */
static void reset(void)
{
	if (!is_prepared)
		return;
	is_prepared = 0;
	write_all(STDOUT_FILENO, reset_bytes, reset_length);
	tcsetattr(STDIN_FILENO, TCSANOW, &old_termios);
}

/* The handler is gone by SA_RESETHAND, so raising again ends the program as it would
 * have ended without us. */
static void on_crash(int sig)
{
	reset();
	write_all(STDERR_FILENO, crash_message, crash_length);
	raise(sig);
}

static void forbid_core_dumps(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

void guard_begin(void)
{
	struct sigaction wait_action = { .sa_handler = on_waiting };
	struct sigaction crash_action = { .sa_handler = on_crash };
	stack_t stack = { .ss_sp = alternate_stack, .ss_size = sizeof(alternate_stack) };
	sigset_t blocked;

	forbid_core_dumps();
	ended_by = resized = 0;
	tcgetattr(STDIN_FILENO, &old_termios);
	sigaltstack(&stack, NULL);
	sigemptyset(&blocked);
	for (int i = 0; i < WAITING_COUNT; i++) {
		sigaddset(&blocked, waiting[i]);
		sigaction(waiting[i], &wait_action, &old_waiting[i]);
	}
	sigprocmask(SIG_BLOCK, &blocked, &old_mask);
	open_mask = old_mask;
	crash_action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
	for (int i = 0; i < CRASH_COUNT; i++) {
		sigdelset(&open_mask, crashes[i]);
		sigaction(crashes[i], &crash_action, &old_crashes[i]);
	}
	for (int i = 0; i < WAITING_COUNT; i++)
		sigdelset(&open_mask, waiting[i]);
}

/* Adds a terminal capability, without the padding ("$<5>") only tputs() understands. */
static void add_capability(const char *name)
{
	static char id[16];
	const char *at;

	snprintf(id, sizeof(id), "%s", name);
	at = tigetstr(id);
	if (!at || at == (const char *)-1)
		return;
	while (*at && reset_length < sizeof(reset_bytes)) {
		if (at[0] == '$' && at[1] == '<' && strchr(at, '>'))
			at = strchr(at, '>') + 1;
		else
			reset_bytes[reset_length++] = *at++;
	}
}

static void add_bytes(const char *bytes)
{
	while (*bytes && reset_length < sizeof(reset_bytes))
		reset_bytes[reset_length++] = *bytes++;
}

void guard_prepare(void)
{
	static const char *const capabilities[] = { "sgr0", "rmkx", "rmcup", "cnorm" };

	reset_length = 0;
	add_bytes("\033[?2004l");
	for (size_t i = 0; i < sizeof(capabilities) / sizeof(capabilities[0]); i++)
		add_capability(capabilities[i]);
	snprintf(crash_message, sizeof(crash_message), "samreg: %s\n",
		 _("programmet stannade av ett inre fel; det som var sparat finns kvar"));
	crash_length = strlen(crash_message);
	is_prepared = 1;
	mem_on_death(reset);
}

void guard_end(void)
{
	is_prepared = 0;
	mem_on_death(NULL);
	for (int i = 0; i < CRASH_COUNT; i++)
		sigaction(crashes[i], &old_crashes[i], NULL);
	for (int i = 0; i < WAITING_COUNT; i++)
		sigaction(waiting[i], &old_waiting[i], NULL);
	sigprocmask(SIG_SETMASK, &old_mask, NULL);
}

const sigset_t *guard_open_signals(void)
{
	return &open_mask;
}

int guard_ended_by(void)
{
	return ended_by;
}

bool guard_take_resize(void)
{
	bool was = resized;

	resized = 0;
	return was;
}
