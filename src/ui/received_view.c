/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries received; see received_view.h. */
#include "ui/received_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/deliveries.h"
#include "app/received.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct received_view {
	struct browser browser;
};

enum { YEAR, NAME, REVISION, LEVEL, PARTICIPATIONS, WARNINGS, RECEIVED, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[YEAR] = { .heading = N_("År") },
	[NAME] = { .heading = N_("Samordningsförbund"), .flexible = true },
	[REVISION] = { .heading = N_("Rev"), .align = ALIGN_RIGHT, .by_number = true },
	[LEVEL] = { .heading = N_("Nivå") },
	[PARTICIPATIONS] = { .heading = N_("Deltaganden"),
			     .align = ALIGN_RIGHT,
			     .by_number = true },
	[WARNINGS] = { .heading = N_("Varningar"),
		       .align = ALIGN_RIGHT,
		       .by_number = true,
		       .rank = 1 },
	[RECEIVED] = { .heading = N_("Mottagen"), .rank = 2 },
};

static void show_row(struct grid *out, const struct grid *g, size_t i)
{
	size_t row = grid_add_row(out, 0);
	enum package_level level = PACKAGE_DETAILED;
	struct text time = { 0 };

	(void)package_level_find(grid_named(g, i, "level"), &level);
	grid_set(out, row, YEAR, grid_named(g, i, "year"));
	grid_set(out, row, NAME, grid_named(g, i, "name"));
	grid_set(out, row, REVISION, grid_named(g, i, "revision"));
	grid_set(out, row, LEVEL, delivery_level_words(level));
	screen_set_number(out, row, PARTICIPATIONS, grid_named(g, i, "participations"));
	screen_set_number(out, row, WARNINGS, grid_named(g, i, "warnings"));
	delivery_add_time(&time, grid_named(g, i, "received_at"));
	grid_set(out, row, RECEIVED, text_get(&time));
	grid_set(out, row, COLUMNS, grid_named(g, i, "federation"));
	text_done(&time);
}

static struct grid *received_load(struct ui *ui, void *self, struct err *e)
{
	struct grid *g = received_list(ui->app, e), *out;

	(void)self;
	if (!g)
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < grid_rows(g); i++)
		show_row(out, g, i);
	grid_free(g);
	return out;
}

static const struct browser_setup setup = {
	columns, COLUMNS, received_load,
	N_("Inget är mottaget än. samreg import LEVERANS... tar emot leveranser.")
};

static void received_title(struct ui *ui, void *self, struct text *left,
			   struct text *right)
{
	const struct received_view *v = self;

	screen_add_title_without_year(ui, left, _("Mottagna leveranser"));
	browser_add_count(&v->browser, right);
}

static void received_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Förbundens leveranser som de är nu: den senaste revisionen för "
			"varje år. Leveranser tas emot med samreg import, som också "
			"skriver kvittona. / söker, f visar till exempel hur många "
			"förbund som har levererat ett år."));
}

static void received_close(struct ui *ui, void *self)
{
	struct received_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops ops = {
	.name = "received",
	.title = received_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &browser_keymap,
	.key = browser_key,
	.has = browser_has,
	.help = received_help,
	.resume = browser_resume,
	.close = received_close,
};

void received_view_open(struct ui *ui)
{
	struct received_view *v = mem_alloc(sizeof(*v));

	browser_init(&v->browser, &setup);
	browser_reload(ui, v);
	ui_push(ui, &ops, v);
}
