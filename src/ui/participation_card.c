/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one participation; see participation_card.h. */
#include "ui/participation_card.h"

#include <stdlib.h>

#include "app/lists.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/card.h"
#include "ui/card_view.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"

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

static void tell(struct ui *ui, void *self, struct text *out)
{
	const struct card_view *c = self;

	card_add_record(ui, out,
			&(struct card_record){ "participation", c->id, true, c->width });
	card_add_record(ui, out,
			&(struct card_record){ "closure", c->id, false, c->width });
	add_others(ui, out, c->id);
}

/* ---- keys ---- */

static unsigned on_edit(struct ui *ui, void *self)
{
	screen_open_stored(ui, "participation", ((const struct card_view *)self)->id);
	return REACT_REDRAW;
}

static unsigned on_end(struct ui *ui, void *self)
{
	screen_open_stored(ui, "closure", ((const struct card_view *)self)->id);
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
	  .handler = card_view_previous },
	{ .command = COMMAND_NEXT_RECORD,
	  .label = N_("nästa"),
	  .handler = card_view_next },
	{ .command = COMMAND_NEW,
	  .label = N_("ny"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static void card_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	screen_add_title(ui, left, _("Deltagande"));
	card_view_add_place(self, right);
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

static void card_close(struct ui *ui, void *self)
{
	struct card_view *c = self;

	(void)ui;
	card_view_done(c);
	free(c);
}

static const struct view_ops ops = {
	.name = "participation",
	.title = card_title,
	.draw = card_view_draw,
	.keymap = &keymap,
	.key = card_view_key,
	.has = card_view_has,
	.help = card_help,
	.resume = card_view_resume,
	.close = card_close,
};

void participation_card_open(struct ui *ui, struct browser *list)
{
	struct card_view *c = mem_alloc(sizeof(*c));

	card_view_init(ui, c, list, tell);
	ui_push(ui, &ops, c);
}
