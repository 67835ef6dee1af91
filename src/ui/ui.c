/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all screens share, and the way of a key; see ui.h. */
#include "ui/ui.h"

#include <stdarg.h>
#include <stdlib.h>

#include "app/app.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/help.h"
#include "ui/keymap.h"

static unsigned on_help(struct ui *ui, void *self)
{
	(void)self;
	help_open(ui);
	return REACT_REDRAW;
}

static unsigned on_close(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_CLOSE;
}

static unsigned on_interrupt(struct ui *ui, void *self)
{
	(void)self;
	ui_say(ui, MESSAGE_INFO, "%s", _(keymap_refusal(NEED_BELOW)));
	return REACT_REDRAW;
}

/* What is seen below a pop-up too. */
static void resume_seen(struct ui *ui, const struct view *view)
{
	if (view->ops->popup && view->below)
		resume_seen(ui, view->below);
	if (view->ops->resume)
		view->ops->resume(ui, view->self);
}

static unsigned on_language(struct ui *ui, void *self)
{
	(void)self;
	lang_set(lang_get() == LANG_SV ? LANG_EN : LANG_SV);
	ui_say(ui, MESSAGE_INFO, "%s", _("Språk: svenska. Ctrl-B byter."));
	resume_seen(ui, ui->top);
	return REACT_REDRAW;
}

static unsigned on_redraw(struct ui *ui, void *self)
{
	(void)self;
	ui->repaint = true;
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_HELP, .label = N_("hjälp"), .handler = on_help },
	{ .command = COMMAND_ESCAPE, .label = N_("tillbaka"), .needs = NEED_BELOW,
	  .handler = on_close },
	{ .command = COMMAND_CLOSE, .handler = on_close },
	{ .command = COMMAND_INTERRUPT, .handler = on_interrupt },
	{ .command = COMMAND_LANGUAGE, .handler = on_language },
	{ .command = COMMAND_REDRAW, .handler = on_redraw },
};

const struct keymap ui_keymap = KEYMAP(bindings, NULL);

void ui_push(struct ui *ui, const struct view_ops *ops, void *self)
{
	struct view *view = mem_alloc(sizeof(*view));

	view->ops = ops;
	view->self = self;
	view->below = ui->top;
	ui->top = view;
	ui->redraw = true;
}

void ui_say(struct ui *ui, enum message_kind kind, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_format(ui->message, sizeof(ui->message), format, args);
	va_end(args);
	ui->message_kind = kind;
	ui->redraw = true;
}

unsigned ui_has(struct ui *ui, const struct view *view)
{
	unsigned has = view->ops->has ? view->ops->has(ui, view->self) : NEED_ALL;

	if (ui->app && app_is_read_only(ui->app))
		has &= ~(unsigned)NEED_WRITE;
	return view->below ? has | NEED_BELOW : has & ~(unsigned)NEED_BELOW;
}

/* Unlinks and frees one view; the one that comes on top by it is told. */
static void remove_view(struct ui *ui, struct view *view)
{
	struct view **link = &ui->top;
	bool was_top = ui->top == view;

	while (*link && *link != view)
		link = &(*link)->below;
	if (!*link)
		return;
	*link = view->below;
	if (view->ops->close)
		view->ops->close(ui, view->self);
	free(view);
	if (was_top && ui->top && ui->top->ops->resume)
		ui->top->ops->resume(ui, ui->top->self);
	ui->redraw = true;
}

void ui_react(struct ui *ui, struct view *view, unsigned reactions)
{
	if (reactions & REACT_REDRAW)
		ui->redraw = true;
	if (reactions & REACT_CLOSE)
		remove_view(ui, view);
	if (reactions & REACT_QUIT || !ui->top)
		ui->quit = true;
}

static unsigned run_binding(struct ui *ui, const struct binding *b, void *self,
			    unsigned has)
{
	unsigned missing = b->needs & ~has;

	if (missing) {
		ui_say(ui, MESSAGE_INFO, "%s", _(keymap_refusal(missing)));
		return REACT_REDRAW;
	}
	return b->handler(ui, self);
}

/* The binding of the key that can be run, in the view or everywhere. */
static unsigned through_keymaps(struct ui *ui, struct view *view, const struct key *key)
{
	const struct binding *b = keymap_find(view->ops->keymap, key);
	unsigned reactions = REACT_PASS, has = ui_has(ui, view);

	if (b && b->handler)
		reactions = run_binding(ui, b, view->self, has);
	else if (b)
		return REACT_PASS;
	if (!(reactions & REACT_PASS))
		return reactions;
	b = keymap_find(&ui_keymap, key);
	return b ? run_binding(ui, b, view->self, has) : (unsigned)REACT_PASS;
}

static void say_what_was_lost(struct ui *ui, const struct key *key)
{
	if (key->code == K_BROKEN)
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Ett tecken kunde inte läsas och togs inte med."));
	else if (key->code == K_PASTE && key->cut)
		ui_say(ui, MESSAGE_WARNING, "%s",
		       _("Den inklistrade texten var för lång; slutet togs inte med."));
}

void ui_key(struct ui *ui, const struct key *key)
{
	struct view *view = ui->top;
	unsigned reactions;

	if (!view)
		return;
	if (ui->message_kind != MESSAGE_NONE)
		ui->redraw = true;
	ui->message_kind = MESSAGE_NONE;
	say_what_was_lost(ui, key);
	if (key->code == K_BROKEN)
		return;
	reactions = through_keymaps(ui, view, key);
	if (reactions & REACT_PASS && view->ops->key)
		reactions = view->ops->key(ui, view->self, key);
	ui_react(ui, view, reactions);
}

void ui_abandon(struct ui *ui)
{
	for (struct view *view = ui->top; view; view = view->below)
		if (view->ops->abandon)
			view->ops->abandon(ui, view->self);
}

/* None is told that it is on top again: none will be. */
void ui_close_all(struct ui *ui)
{
	while (ui->top) {
		struct view *view = ui->top;

		ui->top = view->below;
		if (view->ops->close)
			view->ops->close(ui, view->self);
		free(view);
	}
}
