/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cards of records have in common; see card_view.h. */
#include "ui/card_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/screen.h"
#include "ui/ui.h"

void card_view_refill(struct ui *ui, void *self)
{
	struct card_view *c = self;

	text_clear(&c->text.text);
	c->tell(ui, self, &c->text.text);
	c->lang = lang_get();
}

static void show(struct ui *ui, struct card_view *c, const char *id)
{
	char *copy = mem_text(id);

	free(c->id);
	c->id = copy;
	c->text.top = 0;
	card_view_refill(ui, c);
}

void card_view_init(struct ui *ui, void *self, struct browser *list,
		    card_view_tell *tell)
{
	struct card_view *c = self;

	*c = (struct card_view){ .list = list, .tell = tell };
	show(ui, c, browser_selected(list));
}

void card_view_done(struct card_view *c)
{
	free(c->id);
	textview_done(&c->text);
}

void card_view_add_place(const struct card_view *c, struct text *out)
{
	if (c->list->rows.count)
		text_addf(out, _("%zu av %zu"), c->list->list.selected + 1,
			  c->list->rows.count);
}

static unsigned step(struct ui *ui, struct card_view *c, int by)
{
	const char *key = screen_step_record(c->list, by);

	if (key[0])
		show(ui, c, key);
	else
		ui_say(ui, MESSAGE_INFO, "%s", screen_end_of_list(by));
	return REACT_REDRAW;
}

unsigned card_view_previous(struct ui *ui, void *self)
{
	return step(ui, self, -1);
}

unsigned card_view_next(struct ui *ui, void *self)
{
	return step(ui, self, 1);
}

void card_view_draw(struct ui *ui, void *self, struct area a)
{
	struct card_view *c = self;

	if (c->lang != lang_get() || c->width != a.width - 2) {
		c->width = a.width - 2;
		card_view_refill(ui, c);
	}
	textview_draw(&c->text, area_cut(a, 0, 1, a.height, a.width - 2));
}

unsigned card_view_key(struct ui *ui, void *self, const struct key *key)
{
	struct card_view *c = self;

	(void)ui;
	return textview_key(&c->text, key) ? REACT_REDRAW : REACT_PASS;
}

unsigned card_view_has(struct ui *ui, void *self)
{
	(void)self;
	return screen_has(ui);
}

void card_view_resume(struct ui *ui, void *self)
{
	struct card_view *c = self;

	browser_resume(ui, c->list);
	browser_select(c->list, c->id);
	card_view_refill(ui, c);
}
