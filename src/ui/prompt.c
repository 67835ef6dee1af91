/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to type in the place of messages; see prompt.h. */
#include "ui/prompt.h"

#include <stdlib.h>

#include "base/lang.h"
#include "base/mem.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/ui.h"

struct prompt {
	const char *label;
	char *before;
	struct lineedit line;
	prompt_typed *typed;
	struct view *owner;
};

static unsigned on_typed(struct ui *ui, void *self)
{
	struct prompt *p = self;

	lineedit_compose(&p->line);
	ui_react(ui, p->owner, p->typed(ui, p->owner->self, lineedit_get(&p->line), 1));
	return REACT_CLOSE;
}

static unsigned on_give_up(struct ui *ui, void *self)
{
	struct prompt *p = self;

	ui_react(ui, p->owner, p->typed(ui, p->owner->self, p->before, -1));
	return REACT_CLOSE;
}

static const struct binding prompt_bindings[] = {
	{ .command = COMMAND_DONE, .keys = "Enter Tab F2", .label = N_("klar"),
	  .handler = on_typed },
	{ .command = COMMAND_ESCAPE, .label = N_("avbryt"), .handler = on_give_up },
	{ .command = COMMAND_CLOSE, .handler = on_give_up },
};

static const struct keymap prompt_keymap = KEYMAP(prompt_bindings, NULL);

static unsigned prompt_key(struct ui *ui, void *self, const struct key *key)
{
	struct prompt *p = self;

	switch (lineedit_key(&p->line, key)) {
	case LINEEDIT_CHANGED:
		ui_react(ui, p->owner,
			 p->typed(ui, p->owner->self, lineedit_get(&p->line), 0));
		return REACT_REDRAW;
	case LINEEDIT_MOVED:
		return REACT_REDRAW;
	default:
		return REACT_PASS;
	}
}

static void prompt_draw(struct ui *ui, void *self, struct area a)
{
	struct prompt *p = self;
	struct area line = area_line(a, a.height - 1);
	int x;

	(void)ui;
	draw_clear(line, ROLE_TEXT);
	x = draw_text(line, 0, 1, ROLE_LABEL, _(p->label)) + 1;
	lineedit_draw(&p->line, area_cut(line, 0, x, 1, line.width - x - 1), ROLE_FOCUS);
}

static void prompt_close(struct ui *ui, void *self)
{
	struct prompt *p = self;

	(void)ui;
	free(p->before);
	lineedit_done(&p->line);
	free(p);
}

static const struct view_ops prompt_ops = {
	.name = "prompt",
	.draw = prompt_draw,
	.keymap = &prompt_keymap,
	.key = prompt_key,
	.close = prompt_close,
	.popup = true,
};

static void open_for(struct ui *ui, struct view *owner, const char *label,
		     const char *text, prompt_typed *typed)
{
	struct prompt *p = mem_alloc(sizeof(*p));

	p->label = label;
	p->before = mem_text(text);
	lineedit_begin(&p->line, text, 0);
	p->typed = typed;
	p->owner = owner;
	ui_push(ui, &prompt_ops, p);
}

void prompt_open(struct ui *ui, const char *label, const char *text,
		 prompt_typed *typed)
{
	open_for(ui, ui->top, label, text, typed);
}

void prompt_open_next(struct ui *ui, const char *label, const char *text,
		      prompt_typed *typed)
{
	open_for(ui, ui->top->below, label, text, typed);
}
