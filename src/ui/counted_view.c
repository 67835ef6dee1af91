/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of records that hold numbers; see counted_view.h. */
#include "ui/counted_view.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/counted.h"
#include "app/entry.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "ui/browser.h"
#include "ui/dialog.h"
#include "ui/idset.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

struct counted_view {
	struct browser browser;
	char *about;           /* "": the year's money */
	struct idset records;
	char deleted[32];      /* the form of the record deleted last */
};

enum { FORM, NAME, YEAR, FIGURES, COLUMNS };

static const struct browser_column columns[COLUMNS] = {
	[FORM] = { .heading = N_("Uppgift"), .rank = 2 },
	[NAME] = { .heading = N_("Gäller") },
	[YEAR] = { .heading = N_("År"), .by_number = true, .rank = 1 },
	[FIGURES] = { .heading = N_("Tal"), .flexible = true },
};

/* ---- the rows ---- */

static bool is_money(const struct counted_view *v)
{
	return !v->about[0];
}

/* Whether the list has this record of the kind. */
static bool has(const struct counted_view *v, int year, const struct grid *g, size_t i)
{
	return is_money(v) ? atoi(grid_named(g, i, "year")) == year
			   : idset_allows(&v->records, grid_named(g, i, "id"));
}

static void add_part(struct text *out, const char *between, const char *part)
{
	if (out->length && part[0])
		text_add(out, between);
	text_add(out, part);
}

static const char *label_of(struct ui *ui, const struct counted_kind *kind)
{
	const struct forms *forms = catalog_forms(app_catalog(ui->app));

	return lang_pick(forms_find(forms, kind->form)->label);
}

/* What it is about: "Region Blekinge, Tilldelade medel", and whose in a national one. */
static void set_name(struct ui *ui, struct grid *out, size_t row, const struct grid *g,
		     size_t i, const struct counted_kind *kind)
{
	const char *code = grid_named(g, i, "kind"), *about = grid_named(g, i, "name");
	struct text name = { 0 };

	add_part(&name, "", about[0] ? about : label_of(ui, kind));
	add_part(&name, ", ", code[0] ? screen_label(ui, kind->codes, code) : "");
	if (app_is_national(ui->app))
		add_part(&name, ", ", grid_named(g, i, "federation"));
	grid_set(out, row, NAME, text_get(&name));
	text_done(&name);
}

static void set_figures(struct grid *out, size_t row, const struct grid *g, size_t i,
			const struct counted_kind *kind)
{
	struct text figures = { 0 };

	for (size_t f = 0; f < COUNTED_MOST_FIGURES && kind->figures[f].name; f++) {
		const char *value = grid_named(g, i, kind->figures[f].name);

		if (!value[0])
			continue;
		add_part(&figures, " · ", _(kind->figures[f].label));
		text_add_char(&figures, ' ');
		if (strchr(value + 1, '-'))
			text_add(&figures, value);
		else
			screen_add_number(&figures, value);
	}
	grid_set(out, row, FIGURES, text_get(&figures));
	text_done(&figures);
}

/* The key says which form opens it: "volume blekinge-01…". */
static void show_row(struct ui *ui, struct grid *out, const struct grid *g, size_t i,
		     const struct counted_kind *kind)
{
	size_t row = grid_add_row(out, 0);
	struct text key = { 0 };

	grid_set(out, row, FORM, label_of(ui, kind));
	set_name(ui, out, row, g, i, kind);
	grid_set(out, row, YEAR, grid_named(g, i, "year"));
	set_figures(out, row, g, i, kind);
	text_addf(&key, "%s %s", kind->form, grid_named(g, i, "id"));
	grid_set(out, row, COLUMNS, text_get(&key));
	text_done(&key);
}

static struct grid *counted_view_load(struct ui *ui, void *self, struct err *e)
{
	const struct counted_view *v = self;
	struct grid *out = screen_new_rows(COLUMNS);

	for (size_t k = 0; k < counted_kind_count(); k++) {
		const struct counted_kind *kind = counted_kind_at(k);
		struct grid *g;

		if (is_money(v) && !kind->of_federation)
			continue;
		g = counted_list(ui->app, k, e);
		if (!g) {
			grid_free(out);
			return NULL;
		}
		for (size_t i = 0; i < grid_rows(g); i++)
			if (has(v, ui->year, g, i))
				show_row(ui, out, g, i, kind);
		grid_free(g);
	}
	return out;
}

static const struct browser_setup records_setup = {
	columns, COLUMNS, counted_view_load,
	N_("Posterna räknas inte längre i den siffran.")
};

static const struct browser_setup money_setup = {
	columns, COLUMNS, counted_view_load,
	N_("Inget är registrerat för året. Ctrl-N registrerar medel, kostnader eller "
	   "resultat, + och - byter år.")
};

/* ---- keys ---- */

/* The form of the selected row; *id is its record. The caller frees the form. */
static char *selected_form(const struct counted_view *v, const char **id)
{
	const char *key = browser_selected(&v->browser);
	size_t length = strcspn(key, " ");

	*id = key + length + (key[length] == ' ');
	return mem_text_part(key, length);
}

static unsigned on_open(struct ui *ui, void *self)
{
	const char *id;
	char *form = selected_form(self, &id);

	screen_open_stored(ui, form, id);
	free(form);
	return REACT_REDRAW;
}

static void open_new(struct ui *ui, const char *form)
{
	char year[16];
	const struct entry_preset preset = { "year", year };
	struct err e;

	snprintf(year, sizeof(year), "%d", ui->year);
	screen_open_entry(ui, entry_new_with(ui->app, form, &preset, 1, &e), &e);
}

static unsigned on_new_answered(struct ui *ui, void *owner, size_t button)
{
	static const char *const forms[] = { "funding", "admin_cost", "federation_year" };

	(void)owner;
	if (button < sizeof(forms) / sizeof(forms[0]))
		open_new(ui, forms[button]);
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	static const char *const buttons[] = { N_("Medel"), N_("Kostnad"),
					       N_("Resultat"), N_("Tillbaka") };

	(void)self;
	dialog_ask(ui, &(struct dialog_setup){
			       .title = N_("Vad ska registreras?"),
			       .text = N_("Medel från en part, förbundets egna kostnader "
					  "eller årets resultat."),
			       .buttons = buttons,
			       .count = 4,
			       .escape = 3,
			       .answer = on_new_answered });
	return REACT_REDRAW;
}

static unsigned on_delete_answered(struct ui *ui, void *owner, size_t button)
{
	const char *id;
	char *form = selected_form(owner, &id);

	if (button == 0) {
		struct counted_view *v = owner;

		snprintf(v->deleted, sizeof(v->deleted), "%s", form);
		screen_delete(ui, form, id);
		browser_reload(ui, owner);
	}
	free(form);
	return REACT_REDRAW;
}

static void ask_to_delete(struct ui *ui, void *self, struct text *out)
{
	const struct counted_view *v = self;
	size_t row = v->browser.list.selected;

	(void)ui;
	text_addf(out, _("%s: %s ska tas bort ur registret."),
		  rowset_get(&v->browser.rows, row, NAME),
		  rowset_get(&v->browser.rows, row, FIGURES));
}

static unsigned on_delete(struct ui *ui, void *self)
{
	(void)self;
	screen_ask_to_delete(ui, N_("Ta bort uppgiften?"), ask_to_delete,
			     on_delete_answered);
	return REACT_REDRAW;
}

static unsigned on_undelete(struct ui *ui, void *self)
{
	struct counted_view *v = self;

	screen_undelete(ui, self, &v->browser, v->deleted);
	return REACT_REDRAW;
}

#define OPEN                                     \
	{ .command = COMMAND_OPEN,               \
	  .label = N_("öppna"),                  \
	  .needs = NEED_ROW | NEED_WRITE,        \
	  .handler = on_open }

static const struct binding record_bindings[] = { OPEN };

static const struct binding money_bindings[] = {
	OPEN,
	{ .command = COMMAND_NEW,
	  .label = N_("ny"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
	{ .command = COMMAND_DELETE,
	  .label = N_("ta bort"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_delete },
	{ .command = COMMAND_UNDO, .needs = NEED_WRITE, .handler = on_undelete },
	YEAR_KEYS_IN_BAR,
};

static const struct keymap record_keymap = KEYMAP(record_bindings, &browser_keymap);
static const struct keymap money_keymap = KEYMAP(money_bindings, &browser_keymap);

/* ---- the view ---- */

static void counted_view_title(struct ui *ui, void *self, struct text *left,
			       struct text *right)
{
	const struct counted_view *v = self;

	if (is_money(v)) {
		screen_add_title(ui, left, _("Förbundets medel och kostnader"));
	} else {
		screen_add_title(ui, left, _("Bakom siffran"));
		text_addf(left, " · %s", v->about);
	}
	browser_add_count(&v->browser, right);
}

/* The row in full: it may be cut in the list. */
static void counted_view_status(struct ui *ui, void *self, struct text *out)
{
	const struct counted_view *v = self;
	size_t row = v->browser.list.selected;

	browser_status(ui, self, out);
	if (!out->length && row < v->browser.rows.count)
		text_addf(out, "%s · %s", rowset_get(&v->browser.rows, row, NAME),
			  rowset_get(&v->browser.rows, row, FIGURES));
}

static void counted_view_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	text_add(out, is_money(self)
			      ? _("Årets medel från parterna, förbundets egna kostnader "
				  "och årets resultat, i hela kronor. Vad insatserna "
				  "kostar står på insatserna: 4 Ekonomi. Enter ändrar, "
				  "Ctrl-N lägger till, Del tar bort.")
			      : _("Posterna som räknas eller summeras i siffran. Enter "
				  "öppnar posten, Esc går tillbaka till siffran."));
}

static void counted_view_close(struct ui *ui, void *self)
{
	struct counted_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	idset_done(&v->records);
	free(v->about);
	free(v);
}

#define VIEW(map)                             \
	{ .name = "counted",                  \
	  .title = counted_view_title,        \
	  .draw = browser_draw,               \
	  .status = counted_view_status,      \
	  .keymap = &(map),                   \
	  .key = browser_key,                 \
	  .has = browser_has,                 \
	  .help = counted_view_help,          \
	  .resume = browser_resume,           \
	  .year_turned = browser_reload,      \
	  .close = counted_view_close }

static const struct view_ops record_ops = VIEW(record_keymap);
static const struct view_ops money_ops = VIEW(money_keymap);

static void push(struct ui *ui, const char *about, const struct grid *records)
{
	struct counted_view *v = mem_alloc(sizeof(*v));

	v->about = mem_text(about);
	idset_init(&v->records, records);
	browser_init(&v->browser, is_money(v) ? &money_setup : &records_setup);
	browser_reload(ui, v);
	ui_push(ui, is_money(v) ? &money_ops : &record_ops, v);
}

void counted_view_open(struct ui *ui, const char *about, const struct grid *records)
{
	assert(about[0]);
	push(ui, about, records);
}

void counted_view_open_money(struct ui *ui)
{
	push(ui, "", NULL);
}
