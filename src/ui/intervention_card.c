/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One intervention with its years; see intervention_card.h. */
#include "ui/intervention_card.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/yearly.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/card.h"
#include "ui/card_view.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/participants.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct intervention_card {
	struct card_view card;
	char *name;
	bool volume; /* only heads are counted */
};

static const struct card_column volume_years[] = {
	{ "year", N_("År"), false },      { "planned", N_("Planerat"), true },
	{ "volume", N_("Deltagare"), true },  { "budget", N_("Budget"), true },
	{ "actual", N_("Utfall"), true },
};

static const struct card_column detailed_years[] = {
	{ "year", N_("År"), false },
	{ "planned", N_("Planerat"), true },
	{ "participations", N_("Deltagare"), true },
	{ "anonymous", N_("Anonyma"), true },
	{ "budget", N_("Budget"), true },
	{ "actual", N_("Utfall"), true },
};

static void add_years(struct ui *ui, struct text *out, const struct intervention_card *c)
{
	struct grid *g = lists_intervention_years(ui->app, c->card.id, ui->year, NULL);

	if (g) {
		card_add_heading(out, _("År för år"));
		card_add_table(out, g, c->volume ? volume_years : detailed_years,
			       c->volume ? 5 : 6);
	}
	grid_free(g);
}

/* Name and registration, which the keys go by. */
static void look_up(struct ui *ui, struct intervention_card *c)
{
	struct grid *g = lists_interventions(ui->app, ui->year, NULL);
	long row = g ? grid_find_row(g, 0, c->card.id) : -1;

	if (row >= 0) {
		free(c->name);
		c->name = mem_text(grid_named(g, (size_t)row, "name"));
		c->volume = !strcmp(grid_named(g, (size_t)row, "registration"), "volume");
	}
	grid_free(g);
}

static void tell(struct ui *ui, void *self, struct text *out)
{
	struct intervention_card *c = self;

	look_up(ui, c);
	card_add_record(ui, out,
			&(struct card_record){ "intervention", c->card.id, true,
					       c->card.width });
	add_years(ui, out, c);
}

/* ---- keys ---- */

static unsigned on_edit(struct ui *ui, void *self)
{
	screen_open_stored(ui, "intervention", ((const struct card_view *)self)->id);
	return REACT_REDRAW;
}

static unsigned open_yearly(struct ui *ui, const struct intervention_card *c,
			    const char *form, const char *sex)
{
	const struct yearly_key key = { form, c->card.id, sex, ui->year };
	struct err e;

	screen_open_entry(ui, yearly_open(ui->app, &key, &e), &e);
	return REACT_REDRAW;
}

static unsigned on_year_figures(struct ui *ui, void *self)
{
	return open_yearly(ui, self, "intervention_year", "");
}

static unsigned refuse(struct ui *ui, const struct intervention_card *c)
{
	ui_say(ui, MESSAGE_INFO, "%s",
	       c->volume ? _("I en volyminsats räknas bara antal: tryck v.")
			 : _("Insatsen har deltaganden och anonyma: tryck p eller n."));
	return REACT_REDRAW;
}

static unsigned on_volume(struct ui *ui, void *self)
{
	const struct intervention_card *c = self;

	return c->volume ? open_yearly(ui, c, "volume", "") : refuse(ui, c);
}

static unsigned on_sex_chosen(struct ui *ui, void *owner, size_t button)
{
	static const char *const sexes[] = { "woman", "man" };

	return button < 2 ? open_yearly(ui, owner, "anonymous_count", sexes[button])
			  : (unsigned)REACT_REDRAW;
}

static unsigned on_anonymous(struct ui *ui, void *self)
{
	static const char *const buttons[] = { N_("Kvinnor"), N_("Män"), N_("Avbryt") };
	const struct intervention_card *c = self;

	if (c->volume)
		return refuse(ui, c);
	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Anonyma deltagare"),
					       .text = N_("Vilka ska räknas?"),
					       .buttons = buttons,
					       .count = 3,
					       .escape = 2,
					       .answer = on_sex_chosen });
	return REACT_REDRAW;
}

static unsigned on_participations(struct ui *ui, void *self)
{
	const struct intervention_card *c = self;

	if (c->volume)
		return refuse(ui, c);
	participants_open(ui, &(struct participants_setup){ .intervention = c->card.id,
							    .about = c->name });
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_EDIT,
	  .keys = "Enter e",
	  .label = N_("ändra"),
	  .needs = NEED_WRITE,
	  .handler = on_edit },
	{ .command = COMMAND_YEAR_FIGURES,
	  .label = N_("året"),
	  .needs = NEED_WRITE,
	  .handler = on_year_figures },
	{ .command = COMMAND_VOLUME,
	  .label = N_("volym"),
	  .needs = NEED_WRITE,
	  .handler = on_volume },
	{ .command = COMMAND_ANONYMOUS,
	  .label = N_("anonyma"),
	  .needs = NEED_WRITE,
	  .handler = on_anonymous },
	{ .command = COMMAND_PARTICIPATIONS,
	  .label = N_("deltagare"),
	  .handler = on_participations },
	YEAR_KEYS(NULL, NULL),
	{ .command = COMMAND_PREVIOUS_RECORD, .handler = card_view_previous },
	{ .command = COMMAND_NEXT_RECORD, .handler = card_view_next },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static void card_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct intervention_card *c = self;

	screen_add_title(ui, left, c->name);
	card_view_add_place(&c->card, right);
}

static void card_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out,
		 _("Insatsen och dess år. Det som registreras härifrån gäller året i "
		   "titelraden; + och - byter år.\n\n"
		   "y: planerade deltagare, budget och utfall. v: antal i en "
		   "volyminsats. n: anonyma deltagare, kvinnor och män för sig. p: "
		   "insatsens deltagare.\n\n"
		   "Inriktning och sätt att registrera kan inte ändras när något "
		   "finns registrerat på insatsen."));
}

static void card_close(struct ui *ui, void *self)
{
	struct intervention_card *c = self;

	(void)ui;
	card_view_done(&c->card);
	free(c->name);
	free(c);
}

static const struct view_ops ops = {
	.name = "intervention",
	.title = card_title,
	.draw = card_view_draw,
	.keymap = &keymap,
	.key = card_view_key,
	.has = card_view_has,
	.help = card_help,
	.resume = card_view_resume,
	.year_turned = card_view_refill,
	.close = card_close,
};

void intervention_card_open(struct ui *ui, struct browser *list)
{
	struct intervention_card *c = mem_alloc(sizeof(*c));

	c->name = mem_text("");
	card_view_init(ui, c, list, tell);
	ui_push(ui, &ops, c);
}
