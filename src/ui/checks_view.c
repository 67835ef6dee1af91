/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of the year; see checks_view.h. */
#include "ui/checks_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/check.h"
#include "app/entry.h"
#include "app/lock.h"
#include "app/overrule.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "ui/browser.h"
#include "ui/entry_view.h"
#include "ui/keymap.h"
#include "ui/overrule_reasons.h"
#include "ui/prompt.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct checks_view {
	struct browser browser;
	struct check check;
	bool typing; /* the reason is to be typed once the list of them is gone */
};

enum { KIND, RECORD, FORM, FIELD, MESSAGE, RULE, COLUMNS };

/* The lines under the list that tell the finding whole, and the least list above. */
enum { DETAIL_LINES = 5, LEAST_LIST = 6 };

static const struct browser_column columns[COLUMNS] = {
	[KIND] = { .heading = N_("Fynd") },
	[RECORD] = { .heading = N_("Post") },
	[FORM] = { .heading = N_("Formulär"), .rank = 3 },
	[FIELD] = { .heading = N_("Fält"), .flexible = true },
	[MESSAGE] = { .heading = N_("Meddelande"), .flexible = true, .rank = 2 },
	[RULE] = { .heading = N_("Regel"), .rank = 1 },
};

/* ---- the findings ---- */

/* The same in the next check, unless it was mended. */
static void add_key(const struct check_finding *f, struct text *out)
{
	text_addf(out, "%s/%s/%s/%zu/%zu", f->form->name, f->record, f->rule, f->field,
		  f->row);
}

/* The finding one stands on, or NULL. */
static const struct check_finding *selected(const struct checks_view *v)
{
	const char *wanted = browser_selected(&v->browser);
	const struct check_finding *found = NULL;
	struct text key = { 0 };

	for (size_t i = 0; wanted[0] && !found && i < v->check.count; i++) {
		text_clear(&key);
		add_key(&v->check.items[i], &key);
		if (!strcmp(text_get(&key), wanted))
			found = &v->check.items[i];
	}
	text_done(&key);
	return found;
}

/* In which order they are shown: errors, warnings, what was overruled. */
enum kind { KIND_ERROR, KIND_WARNING, KIND_OVERRULED, KIND_COUNT };

static enum kind kind_of(const struct check_finding *f)
{
	if (f->severity == SEVERITY_ERROR)
		return KIND_ERROR;
	return f->reason[0] ? KIND_OVERRULED : KIND_WARNING;
}

static void show_row(struct grid *out, const struct check_finding *f)
{
	static const char *const words[KIND_COUNT] = { N_("! fel"), N_("~ varning"),
						       N_("godkänd") };
	size_t row = grid_add_row(out, 0);
	struct text key = { 0 };

	add_key(f, &key);
	grid_set(out, row, KIND, _(words[kind_of(f)]));
	grid_set(out, row, RECORD, f->title);
	grid_set(out, row, FORM, lang_pick(f->form->label));
	grid_set(out, row, FIELD, lang_pick(f->form->fields[f->field].label));
	grid_set(out, row, MESSAGE, f->message);
	grid_set(out, row, RULE, f->rule);
	grid_set(out, row, COLUMNS, text_get(&key));
	text_done(&key);
}

static struct grid *checks_load(struct ui *ui, void *self, struct err *e)
{
	struct checks_view *v = self;
	struct check check;
	struct grid *out;

	if (!check_register(ui->app, ui->year, &check, e)) {
		check_done(&check);
		return NULL;
	}
	check_done(&v->check);
	v->check = check;
	out = screen_new_rows(COLUMNS);
	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < check.count; i++)
			if (kind_of(&check.items[i]) == kind)
				show_row(out, &check.items[i]);
	return out;
}

static const struct browser_setup setup = {
	columns, COLUMNS, checks_load,
	N_("Inga fel och inga varningar i årets uppgifter. + och - byter år.")
};

/* ---- keys ---- */

static unsigned on_open(struct ui *ui, void *self)
{
	const struct check_finding *f = selected(self);
	struct err e;
	struct entry *entry;

	if (!f)
		return REACT_NONE;
	entry = entry_edit(ui->app, f->form->name, f->record, &e);
	if (entry)
		entry_view_open_at(ui, entry, f->field, f->row);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	return REACT_REDRAW;
}

static void overrule(struct ui *ui, struct checks_view *v, const char *reason)
{
	const struct check_finding *f = selected(v);
	struct err e;
	bool ok;

	if (!f || !reason[strspn(reason, " ")])
		return;
	ok = overrule_finding(ui->app, ui->year, f, reason, &e);
	/* What is done with sinks to the bottom: the next one takes its place. */
	if (ok)
		(void)browser_step(&v->browser, 1);
	browser_reload(ui, v);
	if (ok)
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Varningen är godkänd. Skälet sparas med posten."));
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
}

static unsigned on_reason_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	if (ended == 1)
		overrule(ui, owner, text);
	return REACT_REDRAW;
}

static unsigned on_reason_picked(struct ui *ui, void *owner, const char *code)
{
	struct checks_view *v = owner;
	char *reason = code ? overrule_reasons_get(&v->check, code) : NULL;

	v->typing = code && !reason;
	if (reason)
		overrule(ui, v, reason);
	free(reason);
	return REACT_REDRAW;
}

static unsigned on_overrule(struct ui *ui, void *self)
{
	struct checks_view *v = self;
	const struct check_finding *f = selected(v);
	struct err e;

	if (f && f->severity == SEVERITY_WARNING &&
	    !lock_lets_overrule_year(ui->app, ui->year, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	else if (f && f->severity == SEVERITY_WARNING)
		overrule_reasons_ask(ui, &v->check, on_reason_picked);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Ett fel kan inte godkännas. Enter öppnar fältet så att det "
			 "kan rättas."));
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("till fältet"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_open },
	{ .command = COMMAND_OVERRULE,
	  .keys = "o Ctrl-E",
	  .label = N_("godkänn"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_overrule },
	YEAR_KEYS_IN_BAR,
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

/* ---- the view ---- */

static void add_detail(const struct check_finding *f, struct text *out)
{
	text_addf(out, "%s · %s", lang_pick(f->form->label), f->title);
	text_addf(out, "\n%s%s%s: %s", f->rule, f->rule[0] ? ", " : "",
		  lang_pick(f->form->fields[f->field].label), f->message);
	if (f->reason[0])
		text_addf(out, _("\nGodkänd: %s"), f->reason);
}

static void draw_detail(const struct checks_view *v, struct area a)
{
	const struct check_finding *f = selected(v);
	struct text detail = { 0 };

	draw_line(a, 0);
	if (f) {
		add_detail(f, &detail);
		draw_paragraph(area_cut(a, 1, 1, a.height - 1, a.width - 2), ROLE_TEXT,
			       text_get(&detail));
	}
	text_done(&detail);
}

/* The list first: it checks anew when the language was switched. */
static void checks_draw(struct ui *ui, void *self, struct area a)
{
	int list = a.height - DETAIL_LINES;

	if (list < LEAST_LIST) {
		browser_draw(ui, self, a);
		return;
	}
	browser_draw(ui, self, area_cut(a, 0, 0, list, a.width));
	draw_detail(self, area_cut(a, list, 0, DETAIL_LINES, a.width));
}

static void checks_resume(struct ui *ui, void *self)
{
	struct checks_view *v = self;
	bool typing = v->typing;

	v->typing = false;
	browser_resume(ui, v);
	if (typing)
		prompt_open(ui, N_("Varför stämmer det ändå?"), "", on_reason_typed);
}

static void checks_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct check *c = &((const struct checks_view *)self)->check;

	screen_add_title(ui, left, _("Kontroll"));
	text_addf(right, ngettext("%zu fel", "%zu fel", c->errors), c->errors);
	text_add(right, ", ");
	text_addf(right, ngettext("%zu varning", "%zu varningar", c->warnings),
		  c->warnings);
}

static void checks_status(struct ui *ui, void *self, struct text *out)
{
	const struct checks_view *v = self;

	browser_status(ui, self, out);
	if (out->length)
		return;
	text_addf(out,
		  ngettext("%zu post är kontrollerad.", "%zu poster är kontrollerade.",
			   v->check.records),
		  v->check.records);
	if (v->check.drafts) {
		text_add(out, " ");
		text_addf(out,
			  ngettext("%zu utkast kontrolleras inte.",
				   "%zu utkast kontrolleras inte.", v->check.drafts),
			  v->check.drafts);
	}
}

static void checks_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out,
		 _("Alla regler prövade på alla poster som rör året: fel först, sedan "
		   "varningar, sist de varningar som har godkänts. Utkast "
		   "kontrolleras inte, de är inte klara.\n\n"
		   "Enter öppnar posten med markören på det fält som fyndet gäller. "
		   "När posten är rättad och sparad kontrolleras allt igen, och listan "
		   "står kvar där du var.\n\n"
		   "Fel hindrar årets leverans. En varning kan stämma ändå: o godkänner "
		   "den med ett skäl ur listan eller ett som du skriver. Skälet sparas "
		   "med posten och följer med leveransen. Skriv inga personuppgifter i "
		   "det.\n\n"
		   "/ visar bara rader som innehåller det du skriver. f räknar hur "
		   "många fynd varje post eller regel har. + och - byter år."));
}

static void checks_close(struct ui *ui, void *self)
{
	struct checks_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	check_done(&v->check);
	free(v);
}

static const struct view_ops ops = {
	.name = "checks",
	.title = checks_title,
	.draw = checks_draw,
	.status = checks_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = checks_help,
	.resume = checks_resume,
	.year_turned = browser_reload,
	.close = checks_close,
};

void checks_view_open(struct ui *ui)
{
	struct checks_view *v = mem_alloc(sizeof(*v));

	browser_init(&v->browser, &setup);
	browser_reload(ui, v);
	ui_push(ui, &ops, v);
}
