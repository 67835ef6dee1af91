/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: taken at start, given back however the program ends; see term.h. */
#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "base/lang.h"
#include "ui/guard.h"
#include "ui/keyreader.h"

/* ncurses' 25 ms or so splits arrow keys over slow lines. */
enum { ESC_DELAY = 100, PASTE_PATIENCE = 400 };

/* Sequences of our own, beyond the largest code of curses. */
enum {
	CODE_PASTE_BEGIN = KEY_MAX + 64,
	CODE_PASTE_END,
	CODE_CTRL_LEFT,
	CODE_CTRL_RIGHT,
};

static const struct {
	const char *sequence;
	int code;
} sequences[] = {
	{ "\033[200~", CODE_PASTE_BEGIN },   { "\033[201~", CODE_PASTE_END },
	{ "\033[1;5D", CODE_CTRL_LEFT },     { "\033[1;5C", CODE_CTRL_RIGHT },
	{ "\033Od", CODE_CTRL_LEFT },        { "\033Oc", CODE_CTRL_RIGHT },
	{ "\033[Z", KEY_BTAB },              { "\033OH", KEY_HOME },
	{ "\033OF", KEY_END },               { "\033[H", KEY_HOME },
	{ "\033[F", KEY_END },               { "\033[1~", KEY_HOME },
	{ "\033[4~", KEY_END },
};

static const struct {
	int code;
	enum key_code key;
} specials[] = {
	{ KEY_ENTER, K_ENTER },      { KEY_BTAB, K_SHIFT_TAB },
	{ KEY_BACKSPACE, K_BACKSPACE }, { KEY_DC, K_DELETE },
	{ KEY_IC, K_INSERT },        { KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },        { KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },      { KEY_HOME, K_HOME },
	{ KEY_END, K_END },          { KEY_PPAGE, K_PAGE_UP },
	{ KEY_NPAGE, K_PAGE_DOWN },  { CODE_CTRL_LEFT, K_CTRL_LEFT },
	{ CODE_CTRL_RIGHT, K_CTRL_RIGHT },
};

static SCREEN *screen;
static WINDOW *input;            /* a pad: reading from it draws nothing */
static struct keyreader reader;
static bool lost;
static struct timespec paste_since;

static bool refuse(struct err *e, const char *reason)
{
	/* TRANSLATORS: %s is why the screens can't be shown. */
	return err_set(e, _("terminal: %s; ”samreg report --format text” skriver "
			    "tabellerna utan skärmbilder"), reason);
}

static bool check_terminal(struct err *e)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return refuse(e, _("programmet körs inte i en terminal"));
	if (!name || !*name || !strcmp(name, "dumb") || !strcmp(name, "unknown"))
		return refuse(e, _("TERM säger att terminalen inte kan visa bilder"));
	return true;
}

static void write_out(const char *bytes)
{
	fputs(bytes, stdout);
	fflush(stdout);
}

static void set_modes(void)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);
	if (!getenv("ESCDELAY"))
		set_escdelay(ESC_DELAY);
	input = newpad(1, 1);
	keypad(input, TRUE);
	nodelay(input, TRUE);
	/* Else curses takes the beginning of a mouse report and leaves the rest. */
	keyok(KEY_MOUSE, FALSE);
	for (size_t i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++)
		define_key(sequences[i].sequence, sequences[i].code);
	write_out("\033[?2004h");
}

static bool can_move_cursor(void)
{
	static char name[] = "cup";
	const char *capability = tigetstr(name);

	return capability && capability != (const char *)-1 && *capability;
}

bool term_start(struct err *e)
{
	if (!check_terminal(e))
		return false;
	guard_begin();
	screen = newterm(NULL, stdout, stdin);
	if (!screen) {
		guard_end();
		return refuse(e, _("TERM anger en terminal som inte är känd här"));
	}
	if (!can_move_cursor()) {
		term_stop();
		return refuse(e, _("TERM säger att terminalen inte kan visa bilder"));
	}
	lost = false;
	set_modes();
	guard_prepare();
	return true;
}

void term_stop(void)
{
	if (!screen)
		return;
	write_out("\033[?2004l");
	endwin();
	if (input)
		delwin(input);
	input = NULL;
	delscreen(screen);
	screen = NULL;
	keyreader_done(&reader);
	guard_end();
}

/* The kernel knows the size; curses is told. Sizes of 0 come from lines without one. The
 * modes may have been changed while the program was stopped. */
static void take_size(void)
{
	struct winsize size = { 0 };

	reset_prog_mode();
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
}

static long since_paste_began(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - paste_since.tv_sec) * 1000L +
	       (now.tv_nsec - paste_since.tv_nsec) / 1000000L;
}

static void feed(int code)
{
	if (code < 256) {
		keyreader_byte(&reader, (unsigned char)code);
		return;
	}
	if (code == CODE_PASTE_BEGIN)
		keyreader_paste_begin(&reader);
	else if (code == CODE_PASTE_END)
		keyreader_paste_end(&reader);
	else if (code >= KEY_F(1) && code <= KEY_F(12))
		keyreader_key(&reader, (enum key_code)(K_F1 + (code - KEY_F(1))));
	for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++)
		if (specials[i].code == code)
			keyreader_key(&reader, specials[i].key);
}

/* Reads until a key is made or nothing more has come; false when nothing came. */
static bool read_keys(void)
{
	bool came = false;
	int code = OK;

	while (reader.count == 0 && (code = wgetch(input)) != ERR) {
		came = true;
		feed(code);
		if (keyreader_in_paste(&reader))
			clock_gettime(CLOCK_MONOTONIC, &paste_since);
	}
	if (code == ERR)
		keyreader_pause(&reader);
	return came;
}

bool term_next(struct key *key)
{
	if (!reader.count)
		read_keys();
	return keyreader_next(&reader, key);
}

/* Waits for input or a signal; a lost line reports input but gives none. */
static int wait_for_line(int ms)
{
	struct pollfd line = { .fd = STDIN_FILENO, .events = POLLIN };
	struct timespec limit = { ms / 1000, (ms % 1000) * 1000000L };
	int ready = ppoll(&line, 1, ms < 0 ? NULL : &limit, guard_open_signals());

	if (ready > 0 && line.revents & (POLLHUP | POLLERR | POLLNVAL))
		lost = true;
	return ready;
}

/* The line is said to have input but gave none: a line that is there has bytes. */
static void check_line(void)
{
	int bytes = 0;

	if (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 ||
	    (bytes == 0 && wait_for_line(0) > 0 &&
	     ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 && bytes == 0))
		lost = true;
}

/* A paste whose end was lost must not keep the keyboard for ever. */
static int patience(int ms)
{
	if (!keyreader_in_paste(&reader))
		return ms;
	return ms < 0 || ms > PASTE_PATIENCE ? PASTE_PATIENCE : ms;
}

enum term_event term_wait(int ms)
{
	int ready;

	if (reader.count || read_keys())
		return TERM_KEYS;
	ready = wait_for_line(patience(ms));
	if (lost || guard_ended_by())
		return TERM_ENDED;
	if (guard_take_resize()) {
		take_size();
		return TERM_RESIZED;
	}
	if (ready > 0 && !read_keys())
		check_line();
	if (lost)
		return TERM_ENDED;
	if (keyreader_in_paste(&reader) && since_paste_began() >= PASTE_PATIENCE)
		keyreader_paste_end(&reader);
	return ready > 0 || reader.count ? TERM_KEYS : TERM_TIMEOUT;
}

bool term_is_pending(void)
{
	struct pollfd line = { .fd = STDIN_FILENO, .events = POLLIN };

	return reader.count > 0 || (poll(&line, 1, 0) > 0 && line.revents == POLLIN);
}

int term_signal(void)
{
	if (guard_ended_by())
		return guard_ended_by();
	return lost ? SIGHUP : 0;
}

void term_show(int cursor_y, int cursor_x, bool all)
{
	if (all)
		clearok(curscr, TRUE);
	move(cursor_y, cursor_x);
	refresh();
}

int term_height(void)
{
	return LINES;
}

int term_width(void)
{
	return COLS;
}

bool term_has_color(void)
{
	static char name[] = "colors";

	return has_colors() && tigetnum(name) >= 8;
}

bool term_wants_ascii(void)
{
	const char *name = getenv("TERM");

	return name && !strcmp(name, "linux");
}
