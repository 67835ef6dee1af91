/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of the register have in common; see screen.h. */
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/deleted.h"
#include "app/in_use.h"
#include "app/entry.h"
#include "app/records.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/form.h"
#include "ui/browser.h"
#include "ui/entry_view.h"
#include "ui/help.h"
#include "ui/keymap.h"
#include "ui/ui.h"

static unsigned on_help(struct ui *ui, void *self)
{
	(void)self;
	help_open(ui);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_HELP, .keys = "?", .handler = on_help },
};

const struct keymap screen_keymap = KEYMAP(bindings, &list_keymap);

/* Years that registers are about: the law on coordination is of 2003. */
enum { FIRST_YEAR = 2004, LAST_YEAR = 2100 };

unsigned screen_has(struct ui *ui)
{
	return app_is_national(ui->app) ? NEED_ALL & ~NEED_WRITE : NEED_ALL;
}

void screen_add_title_without_year(struct ui *ui, struct text *out, const char *name)
{
	const char *whose = app_federation_name(ui->app);

	if (app_is_national(ui->app))
		text_add(out, ui->part ? ui->part : _("Hela landet"));
	else if (app_is_demo(ui->app))
		/* The mark says what its name says in brackets. */
		text_add_part(out, whose, strcspn(whose, "("));
	else
		text_add(out, whose);
	if (app_is_demo(ui->app))
		text_addf(out, "%s(DEMO)",
			  text_get(out)[out->length - 1] == ' ' ? "" : " ");
	if (app_is_read_only(ui->app))
		text_addf(out, " · %s", _("skrivskyddat"));
	if (name[0])
		text_addf(out, " · %s", name);
}

void screen_add_title(struct ui *ui, struct text *out, const char *name)
{
	screen_add_title_without_year(ui, out, "");
	text_addf(out, " · %d", ui->year);
	if (name[0])
		text_addf(out, " · %s", name);
}

bool screen_turn_year(struct ui *ui, int by)
{
	int year = ui->year + by;

	if (year < FIRST_YEAR || year > LAST_YEAR) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Det finns inga uppgifter för det året."));
		return false;
	}
	ui->year = year;
	ui->redraw = true;
	return true;
}

void screen_open_entry(struct ui *ui, struct entry *entry, const struct err *e)
{
	if (entry)
		entry_view_open(ui, entry);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e->text);
}

void screen_open_new(struct ui *ui, const char *form)
{
	struct err e;

	screen_open_entry(ui, entry_new(ui->app, form, NULL, &e), &e);
}

void screen_open_stored(struct ui *ui, const char *form, const char *id)
{
	struct err e;

	screen_open_entry(ui, entry_edit(ui->app, form, id, &e), &e);
}

/* ---- one record after the other ---- */

/* Drafts are opened as drafts, and have no card. */
const char *screen_step_record(struct browser *list, int by)
{
	const char *key;

	while ((key = browser_step(list, by))[0] &&
	       !strncmp(key, SCREEN_DRAFT_KEY, strlen(SCREEN_DRAFT_KEY)))
		;
	return key;
}

const char *screen_end_of_list(int by)
{
	return by < 0 ? _("Det här är listans första post.")
		      : _("Det här är listans sista post.");
}

static struct entry *open_sibling(void *owner, int step, struct err *e)
{
	struct browser *list = owner;
	const char *key = screen_step_record(list, step);

	if (key[0])
		return entry_edit(list->app, list->form, key, e);
	err_set(e, "%s", screen_end_of_list(step));
	return NULL;
}

static void sibling_place(void *owner, size_t *at, size_t *count)
{
	const struct browser *list = owner;

	*at = list->list.selected + 1;
	*count = list->rows.count;
}

void screen_open_listed(struct ui *ui, struct browser *list, const char *form)
{
	const struct entry_siblings siblings = { open_sibling, sibling_place, list };
	struct err e;
	struct entry *entry = entry_edit(ui->app, form, browser_selected(list), &e);

	list->app = ui->app;
	list->form = form;
	if (entry)
		entry_view_open_among(ui, entry, &siblings);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
}

void screen_open_draft(struct ui *ui, long long draft)
{
	struct err e;

	screen_open_entry(ui, entry_resume(ui->app, draft, &e), &e);
}

bool screen_may_delete(struct ui *ui, const char *form, const char *id,
		       const char *name)
{
	struct err e;

	if (in_use_by_none(ui->app, form, id, name, &e))
		return true;
	ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	return false;
}

void screen_ask_to_delete(struct ui *ui, const char *title, dialog_words *words,
			  dialog_answer *answer)
{
	static const char *const buttons[] = { N_("Ta bort"), N_("Behåll") };

	dialog_ask(ui, &(struct dialog_setup){ .title = title,
					       .words = words,
					       .buttons = buttons,
					       .count = 2,
					       .first = 1,
					       .escape = 1,
					       .answer = answer });
}

bool screen_delete(struct ui *ui, const char *form, const char *id)
{
	struct err e;

	if (!records_delete(ui->app, form, id, &e)) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		return false;
	}
	app_forget_choices(ui->app);
	ui_say(ui, MESSAGE_INFO, "%s", _("Uppgiften är borttagen. Ctrl-Z ångrar."));
	return true;
}

void screen_undelete(struct ui *ui, void *self, struct browser *list, const char *form)
{
	struct err e;
	char *id;

	if (!deleted_take_back(ui->app, form, &id, &e)) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		return;
	}
	browser_reload(ui, self);
	browser_select(list, id);
	free(id);
	ui_say(ui, MESSAGE_INFO, "%s", _("Uppgiften finns i registret igen."));
}

const char *screen_label(struct ui *ui, const char *list, const char *code)
{
	const struct code_list *l = codes_find(catalog_codes(app_catalog(ui->app)), list);

	return l ? code_list_label(l, code) : code;
}

struct grid *screen_new_rows(size_t count)
{
	struct grid *g = grid_new("rows");

	for (size_t i = 0; i < count; i++)
		grid_add_column(g, "");
	grid_add_column(g, "key");
	return g;
}

void screen_add_number(struct text *out, const char *number)
{
	size_t length = strlen(number);

	if (!length)
		text_add(out, "–");
	for (size_t i = 0; i < length; i++) {
		if (length >= 5 && i && (length - i) % 3 == 0 && number[i - 1] != '-')
			text_add_char(out, ' ');
		text_add_char(out, number[i]);
	}
}

void screen_set_number(struct grid *g, size_t row, size_t column, const char *number)
{
	struct text shown = { 0 };

	screen_add_number(&shown, number);
	grid_set(g, row, column, text_get(&shown));
	text_done(&shown);
}
