/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one participation; see participation_card.h. */
#include "ui/participation_card.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/card.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/textview.h"
#include "ui/ui.h"

struct participation_card {
	struct browser *list;
	char *id;
	struct textview text;
	enum lang lang; /* of the text, and how wide it is */
	int width;
};

static const struct card_column others[] = {
	{ "intervention", N_("Insats"), false },
	{ "start", N_("Start"), false },
	{ "end", N_("Slut"), false },
};

static void add_others(struct ui *ui, struct text *out, const char *id)
{
	struct grid *g = lists_same_person(ui->app, id, NULL);

	if (g && grid_rows(g)) {
		card_add_heading(out, _("Samma person i andra insatser"));
		card_add_table(out, g, others, sizeof(others) / sizeof(others[0]));
	}
	grid_free(g);
}

static void fill(struct ui *ui, struct participation_card *c)
{
	struct text *out = &c->text.text;

	text_clear(out);
	card_add_record(ui, out,
			&(struct card_record){ "participation", c->id, true, c->width });
	card_add_record(ui, out,
			&(struct card_record){ "closure", c->id, false, c->width });
	add_others(ui, out, c->id);
	c->lang = lang_get();
}

static void show(struct ui *ui, struct participation_card *c, const char *id)
{
	char *copy = mem_text(id);

	free(c->id);
	c->id = copy;
	c->text.top = 0;
	fill(ui, c);
}

/* ---- keys ---- */

/* Rows that are drafts have no card: goes on to the next record. */
static unsigned step(struct ui *ui, struct participation_card *c, int by)
{
	const char *key;

	while ((key = browser_step(c->list, by))[0] &&
	       !strncmp(key, SCREEN_DRAFT_KEY, strlen(SCREEN_DRAFT_KEY)))
		;
	if (key[0])
		show(ui, c, key);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       by < 0 ? _("Det här är listans första post.")
			      : _("Det här är listans sista post."));
	return REACT_REDRAW;
}

static unsigned on_previous(struct ui *ui, void *self)
{
	return step(ui, self, -1);
}

static unsigned on_next(struct ui *ui, void *self)
{
	return step(ui, self, 1);
}

static unsigned on_edit(struct ui *ui, void *self)
{
	screen_open_stored(ui, "participation", ((struct participation_card *)self)->id);
	return REACT_REDRAW;
}

static unsigned on_end(struct ui *ui, void *self)
{
	screen_open_stored(ui, "closure", ((struct participation_card *)self)->id);
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	(void)self;
	screen_open_new(ui, "participation");
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_EDIT,
	  .keys = "Enter e",
	  .label = N_("ändra"),
	  .needs = NEED_WRITE,
	  .handler = on_edit },
	{ .command = COMMAND_END_PARTICIPATION,
	  .label = N_("avsluta"),
	  .needs = NEED_WRITE,
	  .handler = on_end },
	{ .command = COMMAND_PREVIOUS_RECORD,
	  .label = N_("förra"),
	  .handler = on_previous },
	{ .command = COMMAND_NEXT_RECORD, .label = N_("nästa"), .handler = on_next },
	{ .command = COMMAND_NEW,
	  .label = N_("ny"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static void card_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct participation_card *c = self;

	screen_add_title(ui, left, _("Deltagande"));
	if (c->list->rows.count)
		text_addf(right, _("%zu av %zu"), c->list->list.selected + 1,
			  c->list->rows.count);
}

static void card_draw(struct ui *ui, void *self, struct area a)
{
	struct participation_card *c = self;

	if (c->lang != lang_get() || c->width != a.width - 2) {
		c->width = a.width - 2;
		fill(ui, c);
	}
	textview_draw(&c->text, area_cut(a, 0, 1, a.height, a.width - 2));
}

static unsigned card_key(struct ui *ui, void *self, const struct key *key)
{
	struct participation_card *c = self;

	(void)ui;
	return textview_key(&c->text, key) ? REACT_REDRAW : REACT_PASS;
}

static unsigned card_has(struct ui *ui, void *self)
{
	(void)self;
	return screen_has(ui);
}

static void card_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Allt som är registrerat om deltagandet. Enter eller e ändrar "
			"uppgifterna från starten. a öppnar avslutet: slutdatum, "
			"anledning och läget efter insatsen; där ändras också ett avslut "
			"som redan finns.\n\n"
			"F7 och F8 visar föregående och nästa deltagande i listan."));
}

static void card_resume(struct ui *ui, void *self)
{
	struct participation_card *c = self;

	browser_resume(ui, c->list);
	browser_select(c->list, c->id);
	fill(ui, c);
}

static void card_close(struct ui *ui, void *self)
{
	struct participation_card *c = self;

	(void)ui;
	free(c->id);
	textview_done(&c->text);
	free(c);
}

static const struct view_ops ops = {
	.name = "participation",
	.title = card_title,
	.draw = card_draw,
	.keymap = &keymap,
	.key = card_key,
	.has = card_has,
	.help = card_help,
	.resume = card_resume,
	.close = card_close,
};

void participation_card_open(struct ui *ui, struct browser *list)
{
	struct participation_card *c = mem_alloc(sizeof(*c));

	c->list = list;
	show(ui, c, browser_selected(list));
	ui_push(ui, &ops, c);
}
