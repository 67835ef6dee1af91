/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of deliveries; see deliveries_view.h. */
#include "ui/deliveries_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/checks_view.h"
#include "ui/delivery_view.h"
#include "ui/keymap.h"
#include "ui/prompt.h"
#include "ui/received_view.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct deliveries_view {
	struct browser browser;
	int year;               /* that is worked with elsewhere */
	struct deliveries all;
};

enum { YEAR, REVISION, LEVEL, CREATED, PARTICIPATIONS, STATE, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[YEAR] = { .heading = N_("År") },
	[REVISION] = { .heading = N_("Rev"), .align = ALIGN_RIGHT, .by_number = true },
	[LEVEL] = { .heading = N_("Nivå") },
	[CREATED] = { .heading = N_("Skapad"), .rank = 1 },
	[PARTICIPATIONS] = { .heading = N_("Deltaganden"),
			     .align = ALIGN_RIGHT,
			     .by_number = true },
	[STATE] = { .heading = N_("Läge"), .flexible = true },
};

/* What was not made has no level and no time yet. */
static void show_row(struct grid *out, const struct delivery *d)
{
	size_t row = grid_add_row(out, 0);
	bool made = d->state != DELIVERY_DRAFT;
	struct text cell = { 0 };
	char number[24];

	snprintf(number, sizeof(number), "%d", d->year);
	grid_set(out, row, YEAR, number);
	snprintf(number, sizeof(number), "%d", d->revision);
	grid_set(out, row, REVISION, number);
	grid_set(out, row, LEVEL,
		 made ? delivery_level_words(d->level) : "–");
	delivery_add_time(&cell, d->created_at);
	grid_set(out, row, CREATED, cell.length ? text_get(&cell) : "–");
	snprintf(number, sizeof(number), "%zu", d->participations);
	screen_set_number(out, row, PARTICIPATIONS, number);
	text_clear(&cell);
	delivery_add_state(&cell, d);
	if (d->unlock_reason[0])
		text_addf(&cell, _(", upplåst: %s"), d->unlock_reason);
	grid_set(out, row, STATE, text_get(&cell));
	snprintf(number, sizeof(number), "%d %d", d->year, d->revision);
	grid_set(out, row, COLUMNS, number);
	text_done(&cell);
}

static struct grid *deliveries_view_load(struct ui *ui, void *self, struct err *e)
{
	struct deliveries_view *v = self;
	struct grid *out;

	deliveries_done(&v->all);
	if (!deliveries_load(&v->all, ui->app, e))
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < v->all.count; i++)
		show_row(out, &v->all.items[i]);
	return out;
}

static const struct browser_setup setup = {
	columns, COLUMNS, deliveries_view_load, N_("Inget att leverera än.")
};

/* ---- keys ---- */

/* The delivery of the selected row; there is one whenever there is a row. */
static const struct delivery *selected(const struct deliveries_view *v)
{
	int year = 0, revision = 0;

	if (sscanf(browser_selected(&v->browser), "%d %d", &year, &revision) != 2)
		return NULL;
	return deliveries_find(&v->all, year, revision);
}

/* The latest delivery of the year, made or to be made. */
static void select_year(struct deliveries_view *v, int year)
{
	char key[32];

	for (size_t i = 0; i < v->all.count; i++) {
		const struct delivery *d = &v->all.items[i];

		if (d->year != year)
			continue;
		snprintf(key, sizeof(key), "%d %d", d->year, d->revision);
		browser_select(&v->browser, key);
		return;
	}
}

static unsigned on_open(struct ui *ui, void *self)
{
	const struct delivery *d = selected(self);

	if (d)
		delivery_view_open(ui, d);
	return REACT_REDRAW;
}

/* Of a year that is delivered already the next revision is made once it is unlocked. */
static unsigned on_deliver(struct ui *ui, void *self)
{
	const struct deliveries_view *v = self;
	const struct delivery *d = selected(v);

	for (size_t i = 0; d && i < v->all.count; i++) {
		const struct delivery *it = &v->all.items[i];

		if (it->year == d->year && it->state == DELIVERY_DRAFT) {
			delivery_view_open(ui, it);
			return REACT_REDRAW;
		}
	}
	ui_say(ui, MESSAGE_INFO, _("%d är levererat och låst. u låser upp året."),
	       d ? d->year : ui->year);
	return REACT_REDRAW;
}

static unsigned on_reason(struct ui *ui, void *owner, const char *text, int ended)
{
	const struct delivery *d = selected(owner);
	struct err e;
	int year;

	if (ended != 1 || !d)
		return REACT_REDRAW;
	year = d->year;
	if (!text[strspn(text, " ")])
		ui_say(ui, MESSAGE_INFO, "%s", _("Inget skäl, och inget är upplåst."));
	else if (!deliveries_unlock(ui->app, d->year, text, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	else
		ui_say(ui, MESSAGE_INFO,
		       _("%d är upplåst. Nästa leverans blir en ny revision."), d->year);
	browser_reload(ui, owner);
	select_year(owner, year);
	return REACT_REDRAW;
}

static unsigned on_unlock(struct ui *ui, void *self)
{
	const struct delivery *d = selected(self);

	if (d && d->locked)
		prompt_open(ui, N_("Varför låses året upp?"), "", on_reason);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Bara den leverans som låser året kan låsas upp."));
	return REACT_REDRAW;
}

static unsigned on_check(struct ui *ui, void *self)
{
	const struct delivery *d = selected(self);

	if (d)
		ui->year = d->year;
	checks_view_open(ui);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("visa"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_DELIVER,
	  .label = N_("skapa leverans"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_deliver },
	{ .command = COMMAND_CHECK,
	  .label = N_("kontrollera"),
	  .needs = NEED_ROW,
	  .handler = on_check },
	{ .command = COMMAND_UNLOCK,
	  .label = N_("lås upp"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_unlock },
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

/* ---- the view ---- */

static void deliveries_view_title(struct ui *ui, void *self, struct text *left,
				  struct text *right)
{
	(void)self;
	(void)right;
	screen_add_title_without_year(ui, left, _("Leveranser"));
}

static void deliveries_view_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out,
		 _("Varje år levereras till den nationella uppföljningen. l visar vad "
		   "som skulle skickas och skapar leveransen. Det som har levererats "
		   "ligger kvar i registret och kan visas och skrivas igen.\n\n"
		   "En leverans låser året: det som den berättar kan inte ändras. u "
		   "låser upp året, med ett skäl, och nästa leverans blir en ny "
		   "revision. Kvittot, som läses in med samreg import, gör leveransen "
		   "mottagen."));
}

/* Checks of another year have been looked at: that was for this once. */
static void deliveries_view_resume(struct ui *ui, void *self)
{
	ui->year = ((const struct deliveries_view *)self)->year;
	browser_resume(ui, self);
}

static void deliveries_view_close(struct ui *ui, void *self)
{
	struct deliveries_view *v = self;

	(void)ui;
	deliveries_done(&v->all);
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops ops = {
	.name = "deliveries",
	.title = deliveries_view_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = deliveries_view_help,
	.resume = deliveries_view_resume,
	.close = deliveries_view_close,
};

void deliveries_view_open(struct ui *ui)
{
	struct deliveries_view *v;

	if (app_is_national(ui->app)) {
		received_view_open(ui);
		return;
	}
	v = mem_alloc(sizeof(*v));
	v->year = ui->year;
	browser_init(&v->browser, &setup);
	browser_reload(ui, v);
	select_year(v, ui->year);
	ui_push(ui, &ops, v);
}
