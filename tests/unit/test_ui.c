/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a key through views, pick lists, questions and prompts, without a screen. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "base/text.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/notice.h"
#include "ui/picklist.h"
#include "ui/prompt.h"
#include "ui/ui.h"

/* A view that writes down what happens to it. */
struct probe {
	char said[512];
	unsigned has, reaction;
};

static void note(struct probe *p, const char *what)
{
	strcat(strcat(p->said, what), " ");
}

static unsigned on_save(struct ui *ui, void *self)
{
	(void)ui;
	note(self, "save");
	return ((struct probe *)self)->reaction;
}

static unsigned on_pass(struct ui *ui, void *self)
{
	(void)ui;
	note(self, "pass");
	return REACT_PASS;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_SAVE, .needs = NEED_CHANGE, .handler = on_save },
	{ .command = COMMAND_LANGUAGE, .handler = on_pass },
	{ .command = COMMAND_UP },
};

static const struct keymap keymap = KEYMAP(bindings, NULL);

static unsigned probe_key(struct ui *ui, void *self, const struct key *key)
{
	char name[KEY_NAME_SIZE];

	(void)ui;
	key_format(key, name);
	note(self, name);
	return REACT_REDRAW;
}

static unsigned probe_has(struct ui *ui, void *self)
{
	(void)ui;
	return ((struct probe *)self)->has;
}

static void probe_resume(struct ui *ui, void *self)
{
	(void)ui;
	note(self, "resume");
}

static void probe_abandon(struct ui *ui, void *self)
{
	(void)ui;
	note(self, "abandon");
}

static void probe_close(struct ui *ui, void *self)
{
	(void)ui;
	note(self, "close");
}

static const struct view_ops probe_ops = {
	.name = "probe",
	.keymap = &keymap,
	.key = probe_key,
	.has = probe_has,
	.resume = probe_resume,
	.abandon = probe_abandon,
	.close = probe_close,
};

static void press(struct ui *ui, const char *keys)
{
	size_t length;
	const char *name;

	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key key;

		assert_true(key_parse(name, &key));
		ui_key(ui, &key);
	}
}

static void keys_go_view_first(void **state)
{
	struct probe p = { .has = NEED_CHANGE };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	press(&ui, "F2 x Up");
	assert_string_equal(p.said, "save x Upp ");
	press(&ui, "Ctrl-B");
	/* What it shows may be in the other language. */
	assert_string_equal(p.said, "save x Upp pass resume ");
	assert_int_equal(lang_get(), LANG_EN);
	press(&ui, "Ctrl-B Ctrl-L");
	assert_int_equal(lang_get(), LANG_SV);
	assert_true(ui.repaint);
	ui_close_all(&ui);
}

static void unmet_needs_are_said(void **state)
{
	struct probe p = { .has = 0 };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	press(&ui, "Ctrl-S");
	assert_string_equal(p.said, "");
	assert_string_equal(ui.message, "Ingenting är ändrat.");
	assert_int_equal(ui.message_kind, MESSAGE_INFO);
	press(&ui, "x");
	assert_int_equal(ui.message_kind, MESSAGE_NONE);
	ui_close_all(&ui);
}

static void broken_keys_are_told_and_dropped(void **state)
{
	struct probe p = { .has = 0 };
	struct ui ui = { 0 };
	struct key broken = { .code = K_BROKEN };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	ui_key(&ui, &broken);
	assert_string_equal(p.said, "");
	assert_int_equal(ui.message_kind, MESSAGE_INFO);
	ui_close_all(&ui);
}

static void views_close_in_order(void **state)
{
	struct probe low = { .has = 0 }, high = { .has = NEED_CHANGE };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &low);
	press(&ui, "Esc");
	assert_false(ui.quit);
	assert_string_equal(low.said, "");
	ui_push(&ui, &probe_ops, &high);
	press(&ui, "F2");
	assert_true(ui.top->self == &high);
	high.reaction = REACT_CLOSE;
	press(&ui, "F2");
	assert_string_equal(high.said, "save save close ");
	assert_string_equal(low.said, "resume ");
	assert_false(ui.quit);
	press(&ui, "F10");
	assert_string_equal(low.said, "resume close ");
	assert_true(ui.quit);
	assert_null(ui.top);
}

static void a_view_beneath_can_close(void **state)
{
	struct probe low = { .has = 0 }, middle = { .has = 0 }, high = { .has = 0 };
	struct ui ui = { 0 };
	struct view *view;

	(void)state;
	ui_push(&ui, &probe_ops, &low);
	ui_push(&ui, &probe_ops, &middle);
	view = ui.top;
	ui_push(&ui, &probe_ops, &high);
	ui_react(&ui, view, REACT_CLOSE);
	assert_string_equal(middle.said, "close ");
	assert_string_equal(high.said, "");
	assert_string_equal(low.said, "");
	ui_abandon(&ui);
	assert_string_equal(high.said, "abandon ");
	ui_react(&ui, ui.top, REACT_QUIT);
	assert_true(ui.quit);
	ui_close_all(&ui);
	assert_string_equal(low.said, "abandon close ");
}

static void help_opens_and_closes(void **state)
{
	struct probe p = { .has = 0 };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	press(&ui, "F1");
	assert_string_equal(ui.top->ops->name, "help");
	press(&ui, "Down F1");
	assert_true(ui.top->self == &p);
	press(&ui, "F1 Esc");
	assert_true(ui.top->self == &p);
	ui_close_all(&ui);
}

static unsigned picked(struct ui *ui, void *owner, const char *codes)
{
	(void)ui;
	note(owner, codes ? codes : "nothing");
	return ((struct probe *)owner)->reaction;
}

static const struct picklist_item items[] = {
	{ "compulsory", { "Grundskola", "Compulsory school" }, "1" },
	{ "upper_secondary", { "Gymnasium", "Upper secondary" }, "2" },
	{ "doctoral", { "Forskarutbildning", "Doctoral" }, "12" },
};

static const char *pick(const char *chosen, bool several, const char *keys)
{
	static struct probe p;
	struct picklist_setup setup = { .title = { "Utbildning", "Education" },
					.items = items, .count = 3,
					.chosen = chosen, .several = several,
					.done = picked };
	struct ui ui = { 0 };

	p = (struct probe){ .has = 0 };
	ui_push(&ui, &probe_ops, &p);
	picklist_open(&ui, &setup);
	press(&ui, keys);
	if (ui.top && ui.top->self == &p)
		note(&p, "closed");
	ui_close_all(&ui);
	return p.said;
}

static void one_is_picked(void **state)
{
	(void)state;
	assert_string_equal(pick(NULL, false, "Enter"),
			    "compulsory resume closed close ");
	assert_string_equal(pick("doctoral", false, "Enter"),
			    "doctoral resume closed close ");
	assert_string_equal(pick(NULL, false, "Down Tab"),
			    "upper_secondary resume closed close ");
	assert_string_equal(pick(NULL, false, "g y m Enter"),
			    "upper_secondary resume closed close ");
	/* A whole code wins over a part of another; letters never move. */
	assert_string_equal(pick(NULL, false, "2 Enter"),
			    "upper_secondary resume closed close ");
	assert_string_equal(pick(NULL, false, "k Enter"),
			    "compulsory resume closed close ");
	assert_string_equal(pick("doctoral", false, "Esc"),
			    "nothing resume closed close ");
	assert_string_equal(pick(NULL, false, "x x Enter"), "close ");
	assert_string_equal(pick(NULL, false, "x x Enter Backspace Backspace End Enter"),
			    "doctoral resume closed close ");
}

static void records_are_picked_by_label(void **state)
{
	static const struct picklist_item records[] = {
		{ "ale-01J", { "Spåret", "Spåret" }, "" },
		{ "ale-01K", { "Ale verkstad", "Ale verkstad" }, "" },
	};
	struct picklist_setup setup = { .title = { "Insats", "Intervention" },
					.items = records, .count = 2,
					.done = picked };
	struct probe p = { .has = 0 };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	picklist_open(&ui, &setup);
	press(&ui, "Enter");
	assert_string_equal(p.said, "ale-01J resume ");
	picklist_open(&ui, &setup);
	press(&ui, "a l e Enter");
	assert_string_equal(p.said, "ale-01J resume ale-01K resume ");
	ui_close_all(&ui);
}

static void several_are_picked(void **state)
{
	(void)state;
	assert_string_equal(pick("doctoral", true, "F2"),
			    "doctoral resume closed close ");
	assert_string_equal(pick("doctoral", true, "Home Space F2"),
			    "compulsory doctoral resume closed close ");
	assert_string_equal(pick("doctoral", true, "Enter F2"), " resume closed close ");
	assert_string_equal(pick(NULL, true, "g y Enter f o r Enter Tab"),
			    "upper_secondary doctoral resume closed close ");
	assert_string_equal(pick("doctoral", true, "Enter Esc"),
			    "nothing resume closed close ");
}

static unsigned answered(struct ui *ui, void *owner, size_t button)
{
	static const char *const words[] = { "0", "1", "2" };

	(void)ui;
	note(owner, words[button]);
	return button == 1 ? REACT_CLOSE : REACT_REDRAW;
}

static const char *ask(const char *keys)
{
	static const char *const buttons[] = { "Spara utkast", "Släng ändringarna",
					       "Fortsätt redigera" };
	static struct probe low, p;
	struct dialog_setup setup = { .title = "Spara?", .text = "Posten är ändrad.",
				      .buttons = buttons, .count = 3, .first = 0,
				      .escape = 2, .answer = answered };
	struct ui ui = { 0 };

	p = low = (struct probe){ .has = 0 };
	ui_push(&ui, &probe_ops, &low);
	ui_push(&ui, &probe_ops, &p);
	dialog_ask(&ui, &setup);
	press(&ui, keys);
	ui_close_all(&ui);
	note(&p, low.said);
	return p.said;
}

static void questions_are_answered(void **state)
{
	(void)state;
	assert_string_equal(ask("Enter"), "0 resume close close  ");
	assert_string_equal(ask("Tab Tab Enter"), "2 resume close close  ");
	assert_string_equal(ask("Up Enter"), "2 resume close close  ");
	assert_string_equal(ask("Esc"), "2 resume close close  ");
	assert_string_equal(ask("f"), "2 resume close close  ");
	assert_string_equal(ask("S"), "0 resume close close  ");
	/* The one who asked closes with the answer. */
	assert_string_equal(ask("l"), "1 close resume close  ");
	assert_string_equal(ask("x F2"), "close close  ");
}

static void letters_differ(void **state)
{
	static const char *const labels[] = { "Åter", "ås", " s", "Ås" };
	int letters[4];

	(void)state;
	dialog_letters(labels, 4, letters);
	assert_int_equal(letters[0], 0);
	assert_int_equal(letters[1], 2);
	assert_int_equal(letters[2], -1);
	assert_int_equal(letters[3], -1);
}

static unsigned typed(struct ui *ui, void *owner, const char *text, int ended)
{
	char line[64];

	(void)ui;
	snprintf(line, sizeof(line), "%d:%s", ended, text);
	note(owner, line);
	return REACT_REDRAW;
}

static void prompts_tell_every_change(void **state)
{
	struct probe p = { .has = 0 };
	struct ui ui = { 0 };

	(void)state;
	ui_push(&ui, &probe_ops, &p);
	prompt_open(&ui, "Filter:", "förr", typed);
	press(&ui, "å Left b Enter");
	assert_string_equal(p.said, "0:å 0:bå 1:bå resume ");
	p.said[0] = '\0';
	prompt_open(&ui, "Filter:", "förr", typed);
	press(&ui, "x Esc");
	assert_string_equal(p.said, "0:x -1:förr resume ");
	p.said[0] = '\0';
	notice_show(&ui, "Titel", "Text");
	press(&ui, "Down x Enter");
	assert_string_equal(p.said, "resume ");
	ui_close_all(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_go_view_first),
		cmocka_unit_test(unmet_needs_are_said),
		cmocka_unit_test(broken_keys_are_told_and_dropped),
		cmocka_unit_test(views_close_in_order),
		cmocka_unit_test(a_view_beneath_can_close),
		cmocka_unit_test(help_opens_and_closes),
		cmocka_unit_test(one_is_picked),
		cmocka_unit_test(records_are_picked_by_label),
		cmocka_unit_test(several_are_picked),
		cmocka_unit_test(questions_are_answered),
		cmocka_unit_test(letters_differ),
		cmocka_unit_test(prompts_tell_every_change),
	};

	lang_choose("sv");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
