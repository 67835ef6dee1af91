/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry screen with a register of its own; see entry_world.h. */
#include "tests/tui/entry_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/app.h"
#include "tests/tui/tui.h"
#include "tests/unit/app_fixture.h"

static struct app *a;
static char *intervention;

int world_setup(void **state)
{
	(void)state;
	a = fixture_open();
	intervention = fixture_intervention(a, "Arbetsspåret");
	return 0;
}

int world_teardown(void **state)
{
	(void)state;
	fixture_close(a);
	free(intervention);
	return 0;
}

struct app *world_app(void)
{
	return a;
}

struct tui *world_start_at(const char *form, const char *id, int rows, int cols)
{
	const char *const argv[] = { "tests/tui/entry_demo", app_path(a), form, id,
				     NULL };

	return tui_start(argv, NULL, rows, cols);
}

struct tui *world_start(void)
{
	struct tui *t = world_start_at("participation", NULL, 24, 80);

	tui_expect(t, "Nytt deltagande");
	return t;
}

void world_asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

/* Out of the empty screen beneath. */
void world_leave(struct tui *t)
{
	tui_expect(t, "Här är listan.");
	tui_keys(t, "Esc");
	assert_int_equal(tui_wait(t), 0);
	assert_true(tui_restored(t));
	tui_free(t);
}

/* Out of a record that holds something: what was done is thrown away. */
void world_discard(struct tui *t)
{
	tui_keys(t, "F10");
	tui_expect(t, "Lämna posten");
	tui_keys(t, "k");
	world_leave(t);
	world_asks("SELECT count(*) FROM draft", "0");
}

void world_key_start(struct tui *t)
{
	/* Insats, tidigare deltagare, samtycke, beteckning, hälsa */
	tui_send(t, "arb\r" "\r" "250110" "2025/17\r" "1");
	/* Start, kommun, aktualiserad av, målgrupper */
	tui_send(t, "20250113" "karlskr\r" "soc\r" "4" "1" "\r");
	/* Kön, födelseår, utbildning, tid */
	tui_send(t, "k\r" "1979" "2" "2");
}

void world_key_rest(struct tui *t)
{
	tui_send(t, "försörjningsst\r" "100" "aktivitetsst\r" "\r" "\r");
	/* Arbetar, studerar, söker */
	tui_send(t, "0" "0" "1\r");
	tui_expect(t, "Spara posten?");
}
