/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the year's interventions; see interventions.h. */
#include "ui/interventions.h"

#include <stdlib.h>

#include "app/lists.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/idset.h"
#include "ui/intervention_card.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct interventions {
	struct browser browser;
	char *about;
	struct idset records;
	int year; /* 0: the one worked with */
};

enum { NAME, KIND, ORIENTATION, START, END, PARTICIPANTS, ONGOING, ENDED, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[NAME] = { .heading = N_("Insats"), .flexible = true },
	[KIND] = { .heading = N_("Inriktning"), .rank = 1 },
	[ORIENTATION] = { .heading = N_("Preciserad inriktning"), .rank = 4 },
	[START] = { .heading = N_("Start"), .rank = 2 },
	[END] = { .heading = N_("Slut"), .rank = 3 },
	[PARTICIPANTS] = { .heading = N_("Deltagare"),
			   .align = ALIGN_RIGHT,
			   .by_number = true },
	[ONGOING] = { .heading = N_("Pågår"), .align = ALIGN_RIGHT, .by_number = true },
	[ENDED] = { .heading = N_("Avslutade"), .align = ALIGN_RIGHT, .by_number = true },
};

static void show_row(struct ui *ui, struct grid *out, const struct grid *g, size_t i)
{
	size_t row = grid_add_row(out, 0);

	grid_set(out, row, NAME, grid_named(g, i, "name"));
	grid_set(out, row, KIND, screen_label(ui, "kind", grid_named(g, i, "kind")));
	grid_set(out, row, ORIENTATION,
		 screen_label(ui, "orientation", grid_named(g, i, "orientation")));
	grid_set(out, row, START, grid_named(g, i, "start"));
	grid_set(out, row, END, grid_named(g, i, "end"));
	screen_set_number(out, row, PARTICIPANTS, grid_named(g, i, "participants"));
	screen_set_number(out, row, ONGOING, grid_named(g, i, "ongoing"));
	screen_set_number(out, row, ENDED, grid_named(g, i, "ended"));
	grid_set(out, row, COLUMNS, grid_named(g, i, "id"));
}

static struct grid *interventions_load(struct ui *ui, void *self, struct err *e)
{
	const struct interventions *p = self;
	int year = p->year ? p->year : ui->year;
	struct grid *g = lists_interventions(ui->app, year, e), *out;

	if (!g)
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < grid_rows(g); i++)
		if (idset_allows(&p->records, grid_named(g, i, "id")))
			show_row(ui, out, g, i);
	grid_free(g);
	return out;
}

static const struct browser_setup setup = {
	columns, COLUMNS, interventions_load,
	N_("Inga insatser det här året. Ctrl-N registrerar en, + och - byter år.")
};

/* ---- keys ---- */

static unsigned on_open(struct ui *ui, void *self)
{
	struct interventions *p = self;

	intervention_card_open(ui, &p->browser);
	return REACT_REDRAW;
}

static unsigned on_edit(struct ui *ui, void *self)
{
	struct interventions *p = self;

	screen_open_listed(ui, &p->browser, "intervention");
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	(void)self;
	screen_open_new(ui, "intervention");
	return REACT_REDRAW;
}

static unsigned on_delete_answered(struct ui *ui, void *owner, size_t button)
{
	struct interventions *p = owner;

	if (button == 0) {
		screen_delete(ui, "intervention", browser_selected(&p->browser));
		browser_reload(ui, p);
	}
	return REACT_REDRAW;
}

static void ask_to_delete(struct ui *ui, void *self, struct text *out)
{
	const struct interventions *p = self;

	(void)ui;
	text_addf(out,
		  _("%s ska tas bort ur registret, med sina år och antal. En insats som "
		    "har slutat får i stället ett slutdatum."),
		  rowset_get(&p->browser.rows, p->browser.list.selected, NAME));
}

static unsigned on_delete(struct ui *ui, void *self)
{
	const struct interventions *p = self;

	if (!screen_may_delete(ui, "intervention", browser_selected(&p->browser),
			       rowset_get(&p->browser.rows, p->browser.list.selected,
					  NAME)))
		return REACT_REDRAW;
	screen_ask_to_delete(ui, N_("Ta bort insatsen?"), ask_to_delete,
			     on_delete_answered);
	return REACT_REDRAW;
}

static unsigned on_undelete(struct ui *ui, void *self)
{
	struct interventions *p = self;

	screen_undelete(ui, p, &p->browser, "intervention");
	return REACT_REDRAW;
}

static void year_turned(struct ui *ui, void *self)
{
	((struct interventions *)self)->year = 0;
	browser_reload(ui, self);
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_EDIT, .needs = NEED_ROW | NEED_WRITE, .handler = on_edit },
	{ .command = COMMAND_NEW,
	  .label = N_("ny"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
	{ .command = COMMAND_DELETE,
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_delete },
	{ .command = COMMAND_UNDO,
	  .needs = NEED_WRITE,
	  .handler = on_undelete },
	YEAR_KEYS(NULL, NULL),
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

/* ---- the view ---- */

static void interventions_title(struct ui *ui, void *self, struct text *left,
				struct text *right)
{
	const struct interventions *p = self;

	screen_add_title(ui, left, _("Insatser"));
	if (p->about[0])
		text_addf(left, " · %s", p->about);
	browser_add_count(&p->browser, right);
}

static void interventions_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Insatser som har pågått någon gång under året. En "
			"individinriktad insats har deltaganden och anonyma deltagare; i "
			"en volyminsats räknas bara antal. Strecket – betyder att inget "
			"är angivet, vilket inte är samma sak som noll.\n\n"
			"Enter visar insatsen med dess år. Därifrån når man årets plan "
			"och pengar, antal och deltagare."));
}

static void interventions_close(struct ui *ui, void *self)
{
	struct interventions *p = self;

	(void)ui;
	browser_done(&p->browser);
	idset_done(&p->records);
	free(p->about);
	free(p);
}

static const struct view_ops ops = {
	.name = "interventions",
	.title = interventions_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = interventions_help,
	.resume = browser_resume,
	.year_turned = year_turned,
	.close = interventions_close,
};

void interventions_open(struct ui *ui)
{
	interventions_open_records(ui, &(struct interventions_setup){ .about = "" });
}

void interventions_open_records(struct ui *ui, const struct interventions_setup *limits)
{
	struct interventions *p = mem_alloc(sizeof(*p));

	p->about = mem_text(limits->about);
	idset_init(&p->records, limits->records);
	p->year = limits->year;
	browser_init(&p->browser, &setup);
	browser_reload(ui, p);
	ui_push(ui, &ops, p);
}
