/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text to read over the view on top; see notice.h. */
#include "ui/notice.h"

#include <stdlib.h>

#include "base/lang.h"
#include "base/mem.h"
#include "ui/keymap.h"
#include "ui/list.h"
#include "ui/textview.h"
#include "ui/ui.h"

struct notice {
	char *title;
	struct textview text;
};

static unsigned on_close(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_CLOSE;
}

static const struct binding notice_bindings[] = {
	{ .command = COMMAND_ESCAPE, .keys = "Esc Enter", .label = N_("stäng"),
	  .handler = on_close },
};

static const struct keymap notice_keymap = KEYMAP(notice_bindings, &list_keymap);

static void notice_draw(struct ui *ui, void *self, struct area a)
{
	struct notice *n = self;
	int lines = draw_paragraph_height(draw_popup_width(a), text_get(&n->text.text));

	(void)ui;
	textview_draw(&n->text, draw_popup(a, lines, n->title));
}

static unsigned notice_key(struct ui *ui, void *self, const struct key *key)
{
	struct notice *n = self;

	(void)ui;
	return textview_key(&n->text, key) ? REACT_REDRAW : REACT_PASS;
}

static void notice_close(struct ui *ui, void *self)
{
	struct notice *n = self;

	(void)ui;
	free(n->title);
	textview_done(&n->text);
	free(n);
}

static const struct view_ops notice_ops = {
	.name = "notice",
	.draw = notice_draw,
	.keymap = &notice_keymap,
	.key = notice_key,
	.close = notice_close,
	.popup = true,
};

void notice_show(struct ui *ui, const char *title, const char *text)
{
	struct notice *n = mem_alloc(sizeof(*n));

	n->title = mem_text(title);
	text_add(&n->text.text, text);
	ui_push(ui, &notice_ops, n);
}
