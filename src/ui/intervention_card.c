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
#include "ui/browser.h"
#include "ui/card.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/participants.h"
#include "ui/screen.h"
#include "ui/textview.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct intervention_card {
	struct browser *list;
	char *id, *name;
	bool volume; /* only heads are counted */
	struct textview text;
	enum lang lang; /* of the text, and how wide it is */
	int width;
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
	struct grid *g = lists_intervention_years(ui->app, c->id, ui->year, NULL);

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
	long row = g ? grid_find_row(g, 0, c->id) : -1;

	if (row >= 0) {
		free(c->name);
		c->name = mem_text(grid_named(g, (size_t)row, "name"));
		c->volume = !strcmp(grid_named(g, (size_t)row, "registration"), "volume");
	}
	grid_free(g);
}

static void fill(struct ui *ui, struct intervention_card *c)
{
	struct text *out = &c->text.text;

	look_up(ui, c);
	text_clear(out);
	card_add_record(ui, out,
			&(struct card_record){ "intervention", c->id, true, c->width });
	add_years(ui, out, c);
	c->lang = lang_get();
}

static void show(struct ui *ui, struct intervention_card *c, const char *id)
{
	char *copy = mem_text(id);

	free(c->id);
	c->id = copy;
	c->text.top = 0;
	fill(ui, c);
}

/* ---- keys ---- */

static unsigned step(struct ui *ui, struct intervention_card *c, int by)
{
	const char *key = browser_step(c->list, by);

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
	screen_open_stored(ui, "intervention", ((struct intervention_card *)self)->id);
	return REACT_REDRAW;
}

static unsigned open_yearly(struct ui *ui, const struct intervention_card *c,
			    const char *form, const char *sex)
{
	const struct yearly_key key = { form, c->id, sex, ui->year };
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
	participants_open(ui, &(struct participants_setup){ .intervention = c->id,
							    .about = c->name });
	return REACT_REDRAW;
}

static void year_turned(struct ui *ui, void *self)
{
	fill(ui, self);
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
	{ .command = COMMAND_PREVIOUS_RECORD, .handler = on_previous },
	{ .command = COMMAND_NEXT_RECORD, .handler = on_next },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static void card_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct intervention_card *c = self;

	screen_add_title(ui, left, c->name);
	if (c->list->rows.count)
		text_addf(right, _("%zu av %zu"), c->list->list.selected + 1,
			  c->list->rows.count);
}

static void card_draw(struct ui *ui, void *self, struct area a)
{
	struct intervention_card *c = self;

	if (c->lang != lang_get() || c->width != a.width - 2) {
		c->width = a.width - 2;
		fill(ui, c);
	}
	textview_draw(&c->text, area_cut(a, 0, 1, a.height, a.width - 2));
}

static unsigned card_key(struct ui *ui, void *self, const struct key *key)
{
	struct intervention_card *c = self;

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
	text_add(out,
		 _("Insatsen och dess år. Det som registreras härifrån gäller året i "
		   "titelraden; + och - byter år.\n\n"
		   "y: planerade deltagare, budget och utfall. v: antal i en "
		   "volyminsats. n: anonyma deltagare, kvinnor och män för sig. p: "
		   "insatsens deltagare.\n\n"
		   "Inriktning och sätt att registrera kan inte ändras när något "
		   "finns registrerat på insatsen."));
}

static void card_resume(struct ui *ui, void *self)
{
	struct intervention_card *c = self;

	browser_resume(ui, c->list);
	browser_select(c->list, c->id);
	fill(ui, c);
}

static void card_close(struct ui *ui, void *self)
{
	struct intervention_card *c = self;

	(void)ui;
	free(c->id);
	free(c->name);
	textview_done(&c->text);
	free(c);
}

static const struct view_ops ops = {
	.name = "intervention",
	.title = card_title,
	.draw = card_draw,
	.keymap = &keymap,
	.key = card_key,
	.has = card_has,
	.help = card_help,
	.resume = card_resume,
	.year_turned = year_turned,
	.close = card_close,
};

void intervention_card_open(struct ui *ui, struct browser *list)
{
	struct intervention_card *c = mem_alloc(sizeof(*c));

	c->list = list;
	c->name = mem_text("");
	show(ui, c, browser_selected(list));
	ui_push(ui, &ops, c);
}
