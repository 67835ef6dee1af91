/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of drafts; see drafts_view.h. */
#include "ui/drafts_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/drafts.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "ui/browser.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"

/* How many of the drafts that are left out are named. */
enum { DRAFTS_NAMED = 3 };

struct drafts_view {
	struct browser browser;
};

enum { TITLE, FORM, CHANGED, USER, STATE, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[TITLE] = { .heading = N_("Utkast"), .flexible = true },
	[FORM] = { .heading = N_("Formulär") },
	[CHANGED] = { .heading = N_("Ändrat") },
	[USER] = { .heading = N_("Av"), .rank = 1 },
	[STATE] = { .heading = N_("Läge") },
};

static const char *const states[] = {
	[DRAFT_KEPT] = N_("sparat"),
	[DRAFT_OPEN] = N_("öppet nu"),
	[DRAFT_CUT] = N_("! avbrutet"),
};

static const char *form_label(struct ui *ui, const struct draft *d)
{
	const struct form *form =
		forms_find(catalog_forms(app_catalog(ui->app)), d->form);

	if (!form)
		return d->form;
	return lang_pick(d->record[0] ? form->label : form->new_label);
}

/* "2025-11-14T10:00:00" without seconds. */
static void set_time(struct grid *g, size_t row, const char *time)
{
	char shown[32];

	snprintf(shown, sizeof(shown), "%.10s %.5s", time, time + 11);
	grid_set(g, row, CHANGED, shown);
}

static void show_row(struct ui *ui, struct grid *out, const struct draft *d)
{
	size_t row = grid_add_row(out, 0);
	char key[24];

	snprintf(key, sizeof(key), "%lld", d->id);
	grid_set(out, row, TITLE, d->title[0] ? d->title : _("(utan namn)"));
	grid_set(out, row, FORM, form_label(ui, d));
	set_time(out, row, d->changed_at);
	grid_set(out, row, USER, d->user);
	grid_set(out, row, STATE, _(states[d->state]));
	grid_set(out, row, COLUMNS, key);
}

static struct grid *drafts_view_load(struct ui *ui, void *self, struct err *e)
{
	struct draft_list *l = drafts_list(ui->app, e);
	struct grid *out;

	(void)self;
	if (!l)
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < draft_list_count(l); i++)
		show_row(ui, out, draft_list_at(l, i));
	draft_list_free(l);
	return out;
}

static const struct browser_setup setup = {
	columns, COLUMNS, drafts_view_load,
	N_("Det finns inga utkast. Allt som är registrerat är komplett.")
};

/* ---- keys ---- */

static long long selected(const struct drafts_view *v)
{
	return atoll(browser_selected(&v->browser));
}

static unsigned on_open(struct ui *ui, void *self)
{
	screen_open_draft(ui, selected(self));
	return REACT_REDRAW;
}

static void throw_away(struct ui *ui, long long draft)
{
	struct err e;

	if (drafts_delete(ui->app, draft, &e))
		ui_say(ui, MESSAGE_INFO, "%s", _("Utkastet är kastat."));
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
}

static unsigned on_delete_answered(struct ui *ui, void *owner, size_t button)
{
	if (button == 0) {
		throw_away(ui, selected(owner));
		browser_reload(ui, owner);
	}
	return REACT_REDRAW;
}

static void ask_to_delete(struct ui *ui, void *self, struct text *out)
{
	const struct drafts_view *v = self;

	(void)ui;
	text_addf(out, _("%s: det som är skrivet i utkastet går förlorat."),
		  rowset_get(&v->browser.rows, v->browser.list.selected, TITLE));
}

static unsigned on_delete(struct ui *ui, void *self)
{
	static const char *const buttons[] = { N_("Kasta"), N_("Behåll") };

	(void)self;
	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Kasta utkastet?"),
					       .words = ask_to_delete,
					       .buttons = buttons,
					       .count = 2,
					       .first = 1,
					       .escape = 1,
					       .answer = on_delete_answered });
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("fortsätt"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_open },
	{ .command = COMMAND_DELETE,
	  .label = N_("kasta"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_delete },
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

/* ---- the view ---- */

static void drafts_view_title(struct ui *ui, void *self, struct text *left,
			      struct text *right)
{
	const struct drafts_view *v = self;

	screen_add_title_without_year(ui, left, _("Utkast"));
	browser_add_count(&v->browser, right);
}

static void drafts_view_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Utkast är poster som saknar något eller har ett fel. De räknas "
			"inte i någon tabell och följer inte med i någon leverans förrän "
			"de är klara.\n\n"
			"Ett avbrutet utkast var öppet när programmet slutade oväntat. "
			"Allt som hade skrivits finns kvar."));
}

static void drafts_view_close(struct ui *ui, void *self)
{
	struct drafts_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops ops = {
	.name = "drafts",
	.title = drafts_view_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = drafts_view_help,
	.resume = browser_resume,
	.close = drafts_view_close,
};

void drafts_view_open(struct ui *ui)
{
	struct drafts_view *v = mem_alloc(sizeof(*v));

	browser_init(&v->browser, &setup);
	browser_reload(ui, v);
	ui_push(ui, &ops, v);
}

/* ---- at start ---- */

/* The latest draft that was cut off, 0 for none; `said` says which it is. */
static long long find_cut(struct ui *ui, struct text *said, size_t *count)
{
	struct draft_list *l = drafts_list(ui->app, NULL);
	long long found = 0;

	*count = 0;
	for (size_t i = 0; l && i < draft_list_count(l); i++) {
		const struct draft *d = draft_list_at(l, i);

		if (d->state != DRAFT_CUT)
			continue;
		++*count;
		if (found)
			continue;
		found = d->id;
		text_addf(said, "%s%s%s, %.10s %.5s.", form_label(ui, d),
			  d->title[0] ? " · " : "", d->title, d->changed_at,
			  d->changed_at + 11);
	}
	draft_list_free(l);
	return found;
}

static unsigned on_offer_answered(struct ui *ui, void *owner, size_t button)
{
	struct text said = { 0 };
	size_t count;
	long long draft = find_cut(ui, &said, &count);

	(void)owner;
	text_done(&said);
	if (button == 0 && draft)
		screen_open_draft(ui, draft);
	else if (button == 1 && draft)
		throw_away(ui, draft);
	else if (button == 2)
		drafts_view_open(ui);
	return REACT_REDRAW;
}

static void offer(struct ui *ui, void *owner, struct text *out)
{
	size_t count;

	(void)owner;
	find_cut(ui, out, &count);
	if (count > 1)
		text_addf(out, ngettext(" Ytterligare %zu utkast blev avbrutet.",
					" Ytterligare %zu utkast blev avbrutna.",
					count - 1), count - 1);
	text_addf(out, "\n%s", _("Allt som hade skrivits finns kvar."));
}

void drafts_view_offer(struct ui *ui)
{
	static const char *const buttons[] = { N_("Fortsätt"), N_("Kasta"),
					       N_("Visa alla utkast"), N_("Vänta") };
	struct text said = { 0 };
	size_t count;

	if (find_cut(ui, &said, &count))
		dialog_ask(ui, &(struct dialog_setup){
				       .title = N_("Ett utkast blev avbrutet"),
				       .words = offer,
				       .buttons = buttons,
				       .count = 4,
				       .escape = 3,
				       .answer = on_offer_answered });
	text_done(&said);
}

/* ---- what tables leave out ---- */

static void add_names(const struct draft_list *l, struct text *out)
{
	size_t count = draft_list_count(l);

	for (size_t i = 0; i < count && i < DRAFTS_NAMED; i++) {
		const char *title = draft_list_at(l, i)->title;

		text_add(out, i ? "; " : "");
		text_add(out, *title ? title : _("(utan namn)"));
	}
	if (count > DRAFTS_NAMED)
		text_addf(out, _(" och %zu till"), count - DRAFTS_NAMED);
}

void drafts_view_add_left_out(struct ui *ui, struct text *out)
{
	struct draft_list *l = drafts_list(ui->app, NULL);
	size_t count = l ? draft_list_count(l) : 0;
	struct text names = { 0 };

	if (count) {
		add_names(l, &names);
		text_addf(out,
			  ngettext("%zu utkast räknas inte: %s. u visar det.",
				   "%zu utkast räknas inte: %s. u visar dem.", count),
			  count, text_get(&names));
	}
	text_done(&names);
	draft_list_free(l);
}
