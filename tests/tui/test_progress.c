/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receiving many deliveries at a terminal: how far it has come, and Ctrl-C. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "tests/tui/screens.h"
#include "tests/tui/tui.h"

/* So many that there is time to press a key. */
enum { MANY = 1000, FIXED = 6 };

static void in_shell(const char *words)
{
	struct text command = { 0 };

	text_addf(&command, "cd '%s' && %s", getenv("HOME"), words);
	if (system(text_get(&command)))
		fail_msg("%s", words);
	text_done(&command);
}

static int make_delivery(void **state)
{
	(void)state;
	in_shell("\"$SAMREG\" demo --db demo.db --year 2024 >/dev/null");
	in_shell("\"$SAMREG\" export --db demo.db --year 2024 --out sent >/dev/null");
	return 0;
}

static int make_register(void **state)
{
	(void)state;
	in_shell("rm -rf nation.db* && \"$SAMREG\" init --db nation.db --national "
		 ">/dev/null");
	return 0;
}

/* One delivery, named again and again. */
static struct tui *start(size_t count)
{
	struct text folder = { 0 }, db = { 0 }, receipts = { 0 };
	const char **argv = mem_alloc((FIXED + count + 1) * sizeof(*argv));
	const char *fixed[FIXED] = { getenv("SAMREG"), "import", "--db", NULL,
				     "--receipts", NULL };
	struct tui *t;

	text_addf(&folder, "%s/sent/demo-2024-r1", getenv("HOME"));
	text_addf(&db, "%s/nation.db", getenv("HOME"));
	text_addf(&receipts, "%s/receipts", getenv("HOME"));
	fixed[3] = text_get(&db);
	fixed[5] = text_get(&receipts);
	for (size_t i = 0; i < FIXED; i++)
		argv[i] = fixed[i];
	for (size_t i = 0; i < count; i++)
		argv[FIXED + i] = text_get(&folder);
	t = tui_start(argv, NULL, 24, 100);
	free(argv);
	text_done(&folder);
	text_done(&db);
	text_done(&receipts);
	return t;
}

static void ctrl_c_stops_between_two(void **state)
{
	struct tui *t = start(MANY);

	(void)state;
	tui_expect(t, " av 1000, ");
	tui_expect(t, "[.........");
	tui_keys(t, "Ctrl-C");
	tui_expect(t, "avbrutet: ");
	tui_expect(t, " av 1000 leveranser är inte lästa");
	tui_expect(t, "1 mottagen, ");
	assert_int_equal(tui_wait(t), 1);
	tui_free(t);
	in_shell("\"$SAMREG\" verify --db nation.db >/dev/null");
}

static void the_line_goes_when_it_is_done(void **state)
{
	struct tui *t = start(2);

	(void)state;
	assert_int_equal(tui_wait(t), 0);
	tui_expect(t, "1 mottagen, 1 fanns redan, 0 avvisade");
	tui_expect_gone(t, "] leverans 2 av 2");
	tui_free(t);
}

/* It would only be in the way in a file. */
static void no_terminal_no_line(void **state)
{
	(void)state;
	in_shell("\"$SAMREG\" import --db nation.db --receipts receipts "
		 "sent/demo-2024-r1 >out 2>err");
	in_shell("[ ! -s err ] && grep -q '^demo 2024 r1: ' out");
	in_shell("! grep -q leverans out");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_register, NULL)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ctrl_c_stops_between_two),
		TEST(the_line_goes_when_it_is_done),
		TEST(no_terminal_no_line),
	};

	return cmocka_run_group_tests(tests, make_delivery, NULL);
}
