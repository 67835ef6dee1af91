/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of questions; see queries_view.h. */
#include "ui/queries_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/entry.h"
#include "app/marks.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "ui/browser.h"
#include "ui/entry_view.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct queries_view {
	struct browser browser;
};

enum { TITLE, FIELD, QUESTION, ASKED, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[TITLE] = { .heading = N_("Post") },
	[FIELD] = { .heading = N_("Fält"), .rank = 2 },
	[QUESTION] = { .heading = N_("Fråga"), .flexible = true },
	[ASKED] = { .heading = N_("Ställd"), .rank = 1 },
};

static const char *field_label(struct ui *ui, const char *form, const char *field)
{
	const struct form *f = forms_find(catalog_forms(app_catalog(ui->app)), form);

	for (size_t i = 0; f && i < f->field_count; i++)
		if (!strcmp(f->fields[i].name, field))
			return lang_pick(f->fields[i].label);
	return field;
}

/* A year and a name alone do not say what is kept of them. */
static void add_title(struct ui *ui, const struct grid *g, size_t i, struct text *out)
{
	const char *name = grid_named(g, i, "form");
	const struct form *form = forms_find(catalog_forms(app_catalog(ui->app)), name);

	if (form && !strcmp(name, form->parts[0].table) &&
	    strcmp(name, "intervention") && strcmp(name, "participation"))
		text_addf(out, "%s · ", lang_pick(form->label));
	text_add(out, grid_named(g, i, "title"));
}

/* The key tells form, record, field and question: "closure demo-01… end demo-01…". */
static void show_row(struct ui *ui, struct grid *out, const struct grid *g, size_t i)
{
	const char *form = grid_named(g, i, "form");
	size_t row = grid_add_row(out, 0);
	struct text key = { 0 }, asked = { 0 }, title = { 0 };

	text_addf(&key, "%s %s %s %s", form, grid_named(g, i, "record"),
		  grid_named(g, i, "field"), grid_named(g, i, "id"));
	text_addf(&asked, "%.10s", grid_named(g, i, "asked"));
	add_title(ui, g, i, &title);
	grid_set(out, row, TITLE, text_get(&title));
	grid_set(out, row, FIELD, field_label(ui, form, grid_named(g, i, "field")));
	grid_set(out, row, QUESTION, grid_named(g, i, "text"));
	grid_set(out, row, ASKED, text_get(&asked));
	grid_set(out, row, COLUMNS, text_get(&key));
	text_done(&key);
	text_done(&asked);
	text_done(&title);
}

static struct grid *load(struct ui *ui, void *self, struct err *e)
{
	struct grid *g = marks_waiting(ui->app, e), *out;

	(void)self;
	if (!g)
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < grid_rows(g); i++)
		show_row(ui, out, g, i);
	grid_free(g);
	return out;
}

static const struct browser_setup setup = { columns, COLUMNS, load,
					    N_("Inga frågor väntar på svar.") };

/* What the key of a row tells. */
enum { KEY_FORM, KEY_RECORD, KEY_FIELD, KEY_ID, KEY_WORDS };

/* The row of a repeating part that the question is about. */
static size_t find_row(struct ui *ui, char *const key[KEY_WORDS], const struct record *r,
		       size_t field)
{
	struct marks m;
	struct err ignored;
	size_t row = 0;

	if (marks_load(&m, ui->app, key[KEY_FORM], key[KEY_RECORD], &ignored))
		for (size_t i = 0; i < m.count; i++)
			while (!strcmp(m.items[i].id, key[KEY_ID]) &&
			       row < RECORD_MAX_ROWS &&
			       !marks_is_on(&m.items[i], r, field, row))
				row++;
	marks_done(&m);
	return row < RECORD_MAX_ROWS ? row : 0;
}

/* The record with the cursor on the field that is asked about. */
static void open_at(struct ui *ui, char *const key[KEY_WORDS])
{
	struct err e;
	struct entry *entry = entry_edit(ui->app, key[KEY_FORM], key[KEY_RECORD], &e);
	int at;

	if (!entry) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		return;
	}
	at = form_find_field(entry_form(entry), key[KEY_FIELD]);
	if (at >= 0)
		entry_view_open_at(ui, entry, (size_t)at,
				   find_row(ui, key, entry_record(entry), (size_t)at));
	else
		entry_view_open(ui, entry);
}

static unsigned on_open(struct ui *ui, void *self)
{
	char *key = mem_text(browser_selected(&((struct queries_view *)self)->browser));
	char *words[KEY_WORDS] = { key };
	size_t count = 1;

	for (char *at = key; *at && count < KEY_WORDS; at++)
		if (*at == ' ') {
			*at = '\0';
			words[count++] = at + 1;
		}
	if (count == KEY_WORDS)
		open_at(ui, words);
	free(key);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_open },
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

static void title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct queries_view *v = self;

	screen_add_title_without_year(ui, left, _("Frågor"));
	browser_add_count(&v->browser, right);
}

static void help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Frågor från den nationella uppföljningen om det som är "
			"levererat. Enter öppnar posten; fältet som frågan gäller har "
			"märket ? och F12 eller Ctrl-K öppnar frågan och svaret. Svaret "
			"följer med nästa leverans som har posten."));
}

static void close_view(struct ui *ui, void *self)
{
	struct queries_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops ops = {
	.name = "queries",
	.title = title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = help,
	.resume = browser_resume,
	.close = close_view,
};

void queries_view_open(struct ui *ui)
{
	struct queries_view *v = mem_alloc(sizeof(*v));

	browser_init(&v->browser, &setup);
	browser_reload(ui, v);
	ui_push(ui, &ops, v);
}
