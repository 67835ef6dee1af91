/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The federation's own records; see settings.h. */
#include "ui/settings.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/lists.h"
#include "app/setting.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/keymap.h"
#include "ui/records_view.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct settings {
	struct browser browser;
};

enum { NAME, VALUE, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[NAME] = { .heading = N_("Inställning") },
	[VALUE] = { .heading = N_("Nu"), .flexible = true },
};

/* What can be set; the key of its row is its place. */
enum { FEDERATION, MEMBERSHIPS, PARTIES, LANGUAGE, MOVE_ON, REGISTER };

static void add_row(struct grid *out, int key, const char *name, const char *value)
{
	size_t row = grid_add_row(out, 0);
	char text[8];

	snprintf(text, sizeof(text), "%d", key);
	grid_set(out, row, NAME, name);
	grid_set(out, row, VALUE, value);
	grid_set(out, row, COLUMNS, text);
}

static void add_list(struct ui *ui, struct grid *out, int key, const char *form)
{
	struct grid *g = lists_of_form(ui->app, form, NULL);
	char count[24];

	snprintf(count, sizeof(count), "%zu", g ? grid_rows(g) : 0);
	add_row(out, key, key == PARTIES ? _("Parter") : _("Medlemskommuner"), count);
	grid_free(g);
}

static bool moves_on(struct ui *ui)
{
	return !setting_is(ui->app, SETTING_MOVE_ON, "0");
}

static struct grid *settings_load(struct ui *ui, void *self, struct err *e)
{
	struct grid *out = screen_new_rows(COLUMNS);

	(void)self;
	(void)e;
	if (!app_is_national(ui->app)) {
		add_row(out, FEDERATION, _("Förbundet"), app_federation_name(ui->app));
		add_list(ui, out, MEMBERSHIPS, "membership");
		add_list(ui, out, PARTIES, "party");
	}
	add_row(out, LANGUAGE, _("Språk"), _("svenska"));
	if (!app_is_national(ui->app))
		add_row(out, MOVE_ON, _("Fulla fält går vidare"),
			moves_on(ui) ? _("ja") : _("nej"));
	add_row(out, REGISTER, _("Registrets fil"), app_path(ui->app));
	return out;
}

static const struct browser_setup setup = { columns, COLUMNS, settings_load, "" };

static void switch_moving_on(struct ui *ui, void *self)
{
	struct err e;

	if (!setting_set(ui->app, SETTING_MOVE_ON, moves_on(ui) ? "0" : "1", &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	browser_reload(ui, self);
}

static unsigned on_open(struct ui *ui, void *self)
{
	const struct settings *s = self;

	switch (atoi(browser_selected(&s->browser))) {
	case FEDERATION:
		screen_open_stored(ui, "federation", app_federation(ui->app));
		break;
	case MEMBERSHIPS:
		records_view_open(ui, "membership");
		break;
	case PARTIES:
		records_view_open(ui, "party");
		break;
	case LANGUAGE:
		lang_set(lang_get() == LANG_SV ? LANG_EN : LANG_SV);
		break;
	case MOVE_ON:
		switch_moving_on(ui, self);
		break;
	default:
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Filen väljs när programmet startas: samreg --db FIL."));
	}
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

static void settings_title(struct ui *ui, void *self, struct text *left,
			   struct text *right)
{
	(void)self;
	(void)right;
	screen_add_title_without_year(ui, left, _("Inställningar"));
}

static void settings_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Förbundet och det som hör till det. Språket växlar också med "
			"Ctrl-B var man än är. Med --lang sv eller --lang en startar "
			"programmet på det språket.\n\n"
			"Ett datum eller en kod som är fullt skriven går vidare till "
			"nästa fält av sig själv. Den som hellre trycker Enter eller Tab "
			"varje gång väljer nej."));
}

static void settings_close(struct ui *ui, void *self)
{
	struct settings *s = self;

	(void)ui;
	browser_done(&s->browser);
	free(s);
}

static const struct view_ops ops = {
	.name = "settings",
	.title = settings_title,
	.draw = browser_draw,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = settings_help,
	.resume = browser_resume,
	.close = settings_close,
};

void settings_open(struct ui *ui)
{
	struct settings *s = mem_alloc(sizeof(*s));

	browser_init(&s->browser, &setup);
	browser_reload(ui, s);
	ui_push(ui, &ops, s);
}
