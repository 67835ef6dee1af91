/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of the toolkit alone, for test_toolkit: a list, an editor, the pop-ups, and
 * keys that crash it. What is half typed at an unwanted end goes to the file argv[1]. */

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/list.h"
#include "ui/loop.h"
#include "ui/notice.h"
#include "ui/picklist.h"
#include "ui/prompt.h"
#include "ui/ui.h"

enum { ROWS = 100 };

struct demo {
	struct list list;
	struct lineedit line;
	const char *rescue;
};

static size_t rows_count(void *rows)
{
	(void)rows;
	return ROWS;
}

static void rows_draw(void *rows, size_t i, struct area line, bool selected)
{
	(void)rows;
	draw_textf(line, 0, 1, selected ? ROLE_SELECTED : ROLE_TEXT, "rad %zu åäö",
		   i + 1);
}

static const struct list_rows rows_ops = { .count = rows_count, .draw = rows_draw };

static unsigned editor_done(struct ui *ui, void *self)
{
	struct demo *d = self;

	lineedit_compose(&d->line);
	ui_say(ui, MESSAGE_INFO, "skrev <%s>", lineedit_get(&d->line));
	return REACT_CLOSE;
}

static void editor_draw(struct ui *ui, void *self, struct area a)
{
	struct demo *d = self;

	(void)ui;
	draw_text(a, 0, 1, ROLE_LABEL, "Fält");
	lineedit_draw(&d->line, area_cut(a, 0, 10, 1, 20), ROLE_FOCUS);
}

static unsigned editor_key(struct ui *ui, void *self, const struct key *key)
{
	struct demo *d = self;

	(void)ui;
	return lineedit_key(&d->line, key) == LINEEDIT_UNUSED ? REACT_PASS : REACT_REDRAW;
}

static void editor_abandon(struct ui *ui, void *self)
{
	struct demo *d = self;
	const char *text = lineedit_get(&d->line);

	(void)ui;
	if (!path_write(d->rescue, text, strlen(text), NULL))
		mem_die("rescue");
}

static void editor_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	(void)ui;
	(void)self;
	text_add(left, "Fältet");
	text_add(right, "1 av 1");
}

static void editor_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, "# Om fältet\nHär skrivs något.");
}

static const struct binding editor_bindings[] = {
	{ .command = COMMAND_SAVE, .keys = "Enter F2", .label = "klar",
	  .handler = editor_done },
};

static const struct keymap editor_keymap = KEYMAP(editor_bindings, NULL);

static const struct view_ops editor_ops = {
	.name = "editor",
	.title = editor_title,
	.draw = editor_draw,
	.keymap = &editor_keymap,
	.key = editor_key,
	.help = editor_help,
	.abandon = editor_abandon,
};

static unsigned on_open(struct ui *ui, void *self)
{
	struct demo *d = self;

	lineedit_begin(&d->line, "förr", 0);
	ui_push(ui, &editor_ops, d);
	return REACT_REDRAW;
}

static unsigned picked(struct ui *ui, void *owner, const char *codes)
{
	(void)owner;
	ui_say(ui, MESSAGE_INFO, "valde <%s>", codes ? codes : "inget");
	return REACT_REDRAW;
}

static unsigned pick(struct ui *ui, bool several)
{
	static const struct picklist_item items[] = {
		{ "social_services", { "Kommun, socialtjänst", "Social" }, "ksoc" },
		{ "labour_market", { "Kommun, arbetsmarknadsenhet", "Labour" }, "kam" },
		{ "health_care", { "Region, hälso- och sjukvård", "Health" }, "hsv" },
		{ "self", { "Egen ansökan", "Own application" }, "egen" },
	};
	struct picklist_setup setup = { .title = { "Aktualiserad av", "Referred by" },
					.items = items, .count = 4,
					.several = several, .done = picked };

	picklist_open(ui, &setup);
	return REACT_REDRAW;
}

static unsigned on_pick(struct ui *ui, void *self)
{
	(void)self;
	return pick(ui, false);
}

static unsigned on_pick_several(struct ui *ui, void *self)
{
	(void)self;
	return pick(ui, true);
}

static unsigned typed(struct ui *ui, void *owner, const char *text, int ended)
{
	(void)owner;
	ui_say(ui, MESSAGE_INFO, "filter %d <%s>", ended, text);
	return REACT_REDRAW;
}

static unsigned on_find(struct ui *ui, void *self)
{
	(void)self;
	prompt_open(ui, "Filter:", "", typed);
	return REACT_REDRAW;
}

static unsigned answered(struct ui *ui, void *owner, size_t button)
{
	(void)ui;
	(void)owner;
	return button == 0 ? REACT_CLOSE : REACT_REDRAW;
}

static unsigned on_close(struct ui *ui, void *self)
{
	static const char *const buttons[] = { "Avsluta", "Fortsätt" };
	struct dialog_setup setup = { .title = "Avsluta?", .text = "Allt är sparat.",
				      .buttons = buttons, .count = 2, .first = 1,
				      .escape = 1, .answer = answered };

	(void)self;
	dialog_ask(ui, &setup);
	return REACT_REDRAW;
}

static unsigned on_crash(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	raise(SIGSEGV);
	return REACT_NONE;
}

static unsigned on_death(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	mem_die("no memory");
}

static unsigned on_note(struct ui *ui, void *self)
{
	(void)self;
	notice_show(ui, "Läs", "En text att läsa.");
	return REACT_REDRAW;
}

static void demo_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct demo *d = self;

	(void)ui;
	text_add(left, "Provbild");
	text_addf(right, "%zu av %d", d->list.selected + 1, ROWS);
}

static void demo_draw(struct ui *ui, void *self, struct area a)
{
	struct demo *d = self;

	(void)ui;
	list_draw(&d->list, a);
}

static void demo_status(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, "Allt väl.");
}

static unsigned demo_key(struct ui *ui, void *self, const struct key *key)
{
	struct demo *d = self;

	(void)ui;
	return list_key(&d->list, key) ? REACT_REDRAW : REACT_PASS;
}

static const struct binding demo_bindings[] = {
	{ .command = COMMAND_OPEN, .label = N_("öppna"), .handler = on_open },
	{ .command = COMMAND_PICK, .label = "välj", .handler = on_pick },
	{ .command = COMMAND_COLUMNS, .handler = on_pick_several },
	{ .command = COMMAND_FIND, .label = "filter", .handler = on_find },
	{ .command = COMMAND_NOTE, .keys = "n", .handler = on_note },
	{ .command = COMMAND_DELETE, .keys = "X", .handler = on_crash },
	{ .command = COMMAND_DIAGRAM, .keys = "M", .handler = on_death },
	{ .command = COMMAND_CLOSE, .label = "avsluta", .handler = on_close },
};

static const struct keymap demo_keymap = KEYMAP(demo_bindings, &list_keymap);

static const struct view_ops demo_ops = {
	.name = "demo",
	.title = demo_title,
	.draw = demo_draw,
	.status = demo_status,
	.keymap = &demo_keymap,
	.key = demo_key,
};

int main(int argc, char **argv)
{
	struct demo d = { .rescue = argc > 1 ? argv[1] : "rescue" };
	struct loop_options options = { .ascii = argc > 2 };
	struct ui ui = { 0 };
	struct err e;
	int status;

	path_init(argv[0]);
	lang_choose(NULL);
	if (!loop_start(&ui, &options, &e)) {
		fprintf(stderr, "samreg: %s\n", e.text);
		return 1;
	}
	list_init(&d.list, &rows_ops, &d);
	ui_push(&ui, &demo_ops, &d);
	status = loop_run(&ui);
	lineedit_done(&d.line);
	return status;
}
