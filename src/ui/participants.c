/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the year's participations; see participants.h. */
#include "ui/participants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/drafts.h"
#include "app/entry.h"
#include "app/lists.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/idset.h"
#include "ui/keymap.h"
#include "ui/participation_card.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct participants {
	struct browser browser;
	char *intervention; /* "": of all */
	char *about;
	struct idset records;
	int year; /* 0: the one worked with */
};

enum { NUMBER, SEX, BORN, INTERVENTION, START, END, STATE, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[NUMBER] = { .heading = N_("Nr"), .by_number = true },
	[SEX] = { .heading = N_("Kön") },
	[BORN] = { .heading = N_("Född"), .by_number = true, .rank = 1 },
	[INTERVENTION] = { .heading = N_("Insats"), .flexible = true },
	[START] = { .heading = N_("Start") },
	[END] = { .heading = N_("Slut"), .rank = 2 },
	[STATE] = { .heading = N_("Läge") },
};

static void set_state(struct grid *out, size_t row, const struct grid *g, size_t i)
{
	int months;
	enum lists_state state = lists_participation_state(g, i, clock_today(), &months);
	static const char *const words[] = {
		[LISTS_ONGOING] = N_("pågår"),
		[LISTS_ENDED] = N_("avslutad"),
		[LISTS_DRAFT] = N_("* utkast"),
		[LISTS_CHANGING] = N_("* utkast"),
		[LISTS_LONG] = N_("! %d mån"),
		[LISTS_OUTLASTING] = N_("! insats slut"),
		[LISTS_ERROR] = N_("felregistrerad"),
	};
	char shown[64];

	if (state == LISTS_LONG) {
		snprintf(shown, sizeof(shown), _("! %d mån"), months);
		grid_set(out, row, STATE, shown);
	} else {
		grid_set(out, row, STATE, _(words[state]));
	}
}

static void set_key(struct grid *out, size_t row, const char *id, const char *draft)
{
	struct text key = { 0 };

	text_addf(&key, "%s%s", id[0] ? "" : SCREEN_DRAFT_KEY, id[0] ? id : draft);
	grid_set(out, row, COLUMNS, text_get(&key));
	text_done(&key);
}

static void show_row(struct ui *ui, struct grid *out, const struct grid *g, size_t i)
{
	size_t row = grid_add_row(out, 0);
	const char *sex = grid_named(g, i, "sex");

	grid_set(out, row, NUMBER, grid_named(g, i, "number"));
	grid_set(out, row, SEX, sex[0] ? screen_label(ui, "sex", sex) : "");
	grid_set(out, row, BORN, grid_named(g, i, "birth_year"));
	grid_set(out, row, INTERVENTION, grid_named(g, i, "intervention"));
	grid_set(out, row, START, grid_named(g, i, "start"));
	grid_set(out, row, END, grid_named(g, i, "end"));
	set_state(out, row, g, i);
	set_key(out, row, grid_named(g, i, "id"), grid_named(g, i, "draft"));
}

static struct grid *participants_load(struct ui *ui, void *self, struct err *e)
{
	const struct participants *p = self;
	struct grid *g = lists_participations(
		ui->app, p->year ? p->year : ui->year,
		p->intervention[0] ? p->intervention : NULL, e);
	struct grid *out;

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
	columns, COLUMNS, participants_load,
	N_("Inga deltagare det här året. Ctrl-N registrerar en, + och - byter år.")
};

/* ---- keys ---- */

/* The draft the selected row is, 0 when it is a record. */
static long long selected_draft(const struct participants *p)
{
	const char *key = browser_selected(&p->browser);
	size_t length = strlen(SCREEN_DRAFT_KEY);

	return strncmp(key, SCREEN_DRAFT_KEY, length) ? 0 : atoll(key + length);
}

/* Opens the row's draft if that is what it is. */
static bool open_draft(struct ui *ui, const struct participants *p)
{
	long long draft = selected_draft(p);

	if (draft)
		screen_open_draft(ui, draft);
	return draft != 0;
}

static unsigned on_open(struct ui *ui, void *self)
{
	struct participants *p = self;

	if (!open_draft(ui, p))
		participation_card_open(ui, &p->browser);
	return REACT_REDRAW;
}

static unsigned on_end(struct ui *ui, void *self)
{
	struct participants *p = self;

	if (!open_draft(ui, p))
		screen_open_listed(ui, &p->browser, "closure");
	return REACT_REDRAW;
}

static unsigned on_edit(struct ui *ui, void *self)
{
	struct participants *p = self;

	if (!open_draft(ui, p))
		screen_open_listed(ui, &p->browser, "participation");
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	const struct participants *p = self;
	const struct entry_preset preset = { "intervention", p->intervention };
	struct err e;

	screen_open_entry(ui,
			  entry_new_with(ui->app, "participation", &preset,
					 p->intervention[0] ? 1 : 0, &e),
			  &e);
	return REACT_REDRAW;
}

static unsigned on_delete_answered(struct ui *ui, void *owner, size_t button)
{
	struct participants *p = owner;
	struct err e;

	if (button != 0)
		return REACT_REDRAW;
	if (!selected_draft(p))
		screen_delete(ui, "participation", browser_selected(&p->browser));
	else if (!drafts_delete(ui->app, selected_draft(p), &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	browser_reload(ui, p);
	return REACT_REDRAW;
}

static void ask_to_delete(struct ui *ui, void *self, struct text *out)
{
	const struct participants *p = self;

	(void)ui;
	text_addf(out,
		  _("%s · %s ska tas bort ur registret, med allt som hör till. "
		    "Den som har slutat avslutas i stället med a."),
		  rowset_get(&p->browser.rows, p->browser.list.selected, NUMBER),
		  rowset_get(&p->browser.rows, p->browser.list.selected, INTERVENTION));
}

static unsigned on_delete(struct ui *ui, void *self)
{
	(void)self;
	screen_ask_to_delete(ui, N_("Ta bort deltagandet?"), ask_to_delete,
			     on_delete_answered);
	return REACT_REDRAW;
}

static unsigned on_undelete(struct ui *ui, void *self)
{
	struct participants *p = self;

	screen_undelete(ui, p, &p->browser, "participation");
	return REACT_REDRAW;
}

static void year_turned(struct ui *ui, void *self)
{
	((struct participants *)self)->year = 0;
	browser_reload(ui, self);
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_END_PARTICIPATION,
	  .label = N_("avsluta"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_end },
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

static void participants_title(struct ui *ui, void *self, struct text *left,
			       struct text *right)
{
	const struct participants *p = self;

	screen_add_title(ui, left, _("Deltagare"));
	if (p->about[0])
		text_addf(left, " · %s", p->about);
	browser_add_count(&p->browser, right);
}

static void participants_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out,
		 _("Deltaganden som har pågått någon gång under året, ett på varje "
		   "rad. Samma person kan ha flera.\n\n"
		   "Enter visar allt om deltagandet. a avslutar det: slutdatum, "
		   "anledning och läget efter insatsen. Ctrl-N registrerar en ny "
		   "deltagare.\n\n"
		   "! mån: har pågått i mer än 24 månader. ! insats slut: pågår fast "
		   "insatsen är avslutad. * utkast: är inte komplett och räknas inte "
		   "i någon tabell förrän det är klart.\n\n"
		   "/ visar bara rader som innehåller det du skriver. f räknar hur "
		   "många som har varje värde i en kolumn."));
}

static void participants_close(struct ui *ui, void *self)
{
	struct participants *p = self;

	(void)ui;
	browser_done(&p->browser);
	free(p->intervention);
	free(p->about);
	idset_done(&p->records);
	free(p);
}

static const struct view_ops ops = {
	.name = "participants",
	.title = participants_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = participants_help,
	.resume = browser_resume,
	.year_turned = year_turned,
	.close = participants_close,
};

void participants_open(struct ui *ui, const struct participants_setup *what)
{
	struct participants *p = mem_alloc(sizeof(*p));

	p->intervention = mem_text(what->intervention);
	p->about = mem_text(what->about);
	idset_init(&p->records, what->records);
	p->year = what->year;
	browser_init(&p->browser, &setup);
	browser_reload(ui, p);
	if (what->filter)
		rowset_filter(&p->browser.rows, what->filter);
	ui_push(ui, &ops, p);
}
