/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The simple list of a form's records; see records_view.h. */
#include "ui/records_view.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/ui.h"

/* One form's list. */
struct kind {
	const char *form;
	const char *title;         /* a msgid */
	const char *const *fields; /* of lists_of_form(), one for each column */
	const char *code_list;     /* of the first column, NULL: it is no code */
	struct browser_setup setup;
};

struct records_view {
	struct browser browser;
	const struct kind *kind;
};

static struct grid *records_view_load(struct ui *ui, void *self, struct err *e)
{
	const struct kind *k = ((const struct records_view *)self)->kind;
	struct grid *g = lists_of_form(ui->app, k->form, e), *out;

	if (!g)
		return NULL;
	out = screen_new_rows(k->setup.count);
	for (size_t i = 0; i < grid_rows(g); i++) {
		size_t row = grid_add_row(out, 0);

		for (size_t c = 0; c < k->setup.count; c++) {
			const char *value = grid_named(g, i, k->fields[c]);

			if (c == 0 && k->code_list)
				value = screen_label(ui, k->code_list, value);
			grid_set(out, row, c, value);
		}
		grid_set(out, row, k->setup.count, grid_named(g, i, "id"));
	}
	grid_free(g);
	return out;
}

static const struct browser_column membership_columns[] = {
	{ .heading = N_("Kommun"), .flexible = true },
	{ .heading = N_("Stadsdel"), .rank = 1 },
	{ .heading = N_("Från") },
	{ .heading = N_("Till") },
};

static const char *const membership_fields[] = { "name", "district", "start", "end" };

static const struct browser_column party_columns[] = {
	{ .heading = N_("Slag") },
	{ .heading = N_("Namn"), .flexible = true },
};

static const char *const party_fields[] = { "kind", "name" };

static const struct kind kinds[] = {
	{ "membership",
	  N_("Medlemskommuner"),
	  membership_fields,
	  NULL,
	  { membership_columns, 4, records_view_load,
	    N_("Inga medlemskommuner. Ctrl-N lägger till en.") } },
	{ "party",
	  N_("Parter"),
	  party_fields,
	  "party",
	  { party_columns, 2, records_view_load,
	    N_("Inga parter. Ctrl-N lägger till en.") } },
};

/* ---- keys ---- */

static unsigned on_open(struct ui *ui, void *self)
{
	struct records_view *v = self;

	screen_open_listed(ui, &v->browser, v->kind->form);
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	screen_open_new(ui, ((const struct records_view *)self)->kind->form);
	return REACT_REDRAW;
}

static unsigned on_delete_answered(struct ui *ui, void *owner, size_t button)
{
	struct records_view *v = owner;

	if (button == 0) {
		screen_delete(ui, v->kind->form, browser_selected(&v->browser));
		browser_reload(ui, v);
	}
	return REACT_REDRAW;
}

static void ask_to_delete(struct ui *ui, void *self, struct text *out)
{
	const struct records_view *v = self;
	size_t row = v->browser.list.selected;

	(void)ui;
	text_addf(out, _("%s %s ska tas bort ur registret."),
		  rowset_get(&v->browser.rows, row, 0),
		  rowset_get(&v->browser.rows, row, 1));
}

static unsigned on_delete(struct ui *ui, void *self)
{
	const struct records_view *v = self;

	if (!screen_may_delete(ui, v->kind->form, browser_selected(&v->browser),
			       rowset_get(&v->browser.rows, v->browser.list.selected, 1)))
		return REACT_REDRAW;
	screen_ask_to_delete(ui, N_("Ta bort uppgiften?"), ask_to_delete,
			     on_delete_answered);
	return REACT_REDRAW;
}

static unsigned on_undelete(struct ui *ui, void *self)
{
	struct records_view *v = self;

	screen_undelete(ui, v, &v->browser, v->kind->form);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("ändra"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_open },
	{ .command = COMMAND_NEW,
	  .label = N_("ny"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
	{ .command = COMMAND_DELETE,
	  .label = N_("ta bort"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_delete },
	{ .command = COMMAND_UNDO,
	  .needs = NEED_WRITE,
	  .handler = on_undelete },
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

/* ---- the view ---- */

static void records_view_title(struct ui *ui, void *self, struct text *left,
			       struct text *right)
{
	const struct records_view *v = self;

	screen_add_title_without_year(ui, left, _(v->kind->title));
	browser_add_count(&v->browser, right);
}

static void records_view_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Enter ändrar uppgiften, Ctrl-N lägger till en, Del tar bort den "
			"om inget annat i registret hänvisar till den. Den som lämnar "
			"förbundet får ett slutdatum i stället."));
}

static void records_view_close(struct ui *ui, void *self)
{
	struct records_view *v = self;

	(void)ui;
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops ops = {
	.name = "records",
	.title = records_view_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = records_view_help,
	.resume = browser_resume,
	.close = records_view_close,
};

void records_view_open(struct ui *ui, const char *form)
{
	struct records_view *v = mem_alloc(sizeof(*v));
	size_t i = 0;

	while (strcmp(kinds[i].form, form)) {
		i++;
		assert(i < sizeof(kinds) / sizeof(kinds[0]));
	}
	v->kind = &kinds[i];
	browser_init(&v->browser, &v->kind->setup);
	browser_reload(ui, v);
	ui_push(ui, &ops, v);
}
