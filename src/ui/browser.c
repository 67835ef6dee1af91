/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all lists of records have in common; see browser.h. */
#include "ui/browser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/browser_draw.h"
#include "ui/browser_export.h"
#include "ui/frequency.h"
#include "ui/keymap.h"
#include "ui/picklist.h"
#include "ui/prompt.h"
#include "ui/screen.h"
#include "ui/ui.h"

static size_t count_rows(void *rows)
{
	return ((const struct browser *)rows)->rows.count;
}

static const struct list_rows list_ops = {
	.count = count_rows,
	.draw = browser_draw_row,
};

void browser_init(struct browser *b, const struct browser_setup *setup)
{
	*b = (struct browser){ .setup = setup, .lang = lang_get() };
	list_init(&b->list, &list_ops, b);
}

void browser_done(struct browser *b)
{
	rowset_done(&b->rows);
}

void browser_reload(struct ui *ui, void *self)
{
	struct browser *b = self;
	struct err e;
	struct grid *g = b->setup->load(ui, self, &e);
	char *key = mem_text(browser_selected(b));

	if (g) {
		/* A value in the other language is nowhere to be found. */
		if (b->lang != lang_get())
			rowset_restrict(&b->rows, 0, NULL);
		rowset_take(&b->rows, g);
		b->lang = lang_get();
		b->version = app_version(ui->app);
		b->year = ui->year;
		browser_measure(b);
		browser_select(b, key);
	} else {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	}
	free(key);
}

void browser_resume(struct ui *ui, void *self)
{
	const struct browser *b = self;

	if (b->lang != lang_get() || b->year != ui->year ||
	    b->version != app_version(ui->app))
		browser_reload(ui, self);
}

const char *browser_selected(const struct browser *b)
{
	return b->list.selected < b->rows.count ? rowset_key(&b->rows, b->list.selected)
						: "";
}

void browser_select(struct browser *b, const char *key)
{
	long place = key[0] ? rowset_find(&b->rows, key) : -1;

	list_select(&b->list, place < 0 ? b->list.selected : (size_t)place);
}

const char *browser_step(struct browser *b, int step)
{
	size_t before = b->list.selected;

	list_move(&b->list, step < 0 ? COMMAND_UP : COMMAND_DOWN);
	return b->list.selected == before ? "" : browser_selected(b);
}

/* ---- keys ---- */

/* After the rows shown have changed: stays on the same row where it can. */
static void keep_place(struct browser *b, char *key)
{
	list_select(&b->list, 0);
	browser_select(b, key);
	free(key);
}

static unsigned on_filter_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct browser *b = owner;
	char *key = mem_text(browser_selected(b));

	(void)ui;
	(void)ended;
	rowset_filter(&b->rows, text);
	keep_place(b, key);
	return REACT_REDRAW;
}

static unsigned on_find(struct ui *ui, void *self)
{
	struct browser *b = self;

	prompt_open(ui, N_("Filter:"), b->rows.filter ? b->rows.filter : "",
		    on_filter_typed);
	return REACT_REDRAW;
}

static unsigned on_escape(struct ui *ui, void *self)
{
	struct browser *b = self;
	char *key = mem_text(browser_selected(b));

	(void)ui;
	if (!rowset_is_filtered(&b->rows)) {
		free(key);
		return REACT_PASS;
	}
	rowset_filter(&b->rows, "");
	rowset_restrict(&b->rows, 0, NULL);
	keep_place(b, key);
	return REACT_REDRAW;
}

/* A pick list of the columns, by number. */
static void pick_column(struct ui *ui, const struct browser *b, const char *title,
			picklist_done *done)
{
	struct picklist_item items[BROWSER_MAX_COLUMNS];
	char numbers[BROWSER_MAX_COLUMNS][8];

	for (size_t i = 0; i < b->setup->count; i++) {
		snprintf(numbers[i], sizeof(numbers[i]), "%zu", i + 1);
		items[i] = (struct picklist_item){
			numbers[i], lang_both(b->setup->columns[i].heading), NULL
		};
	}
	picklist_open(ui, &(struct picklist_setup){ .title = lang_both(title),
						    .items = items,
						    .count = b->setup->count,
						    .done = done });
}

static unsigned on_sort_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct browser *b = owner;
	char *key = mem_text(browser_selected(b));
	size_t column = codes ? (size_t)atoi(codes) - 1 : b->setup->count;
	bool same;

	(void)ui;
	if (column < b->setup->count) {
		same = b->rows.sorted && b->rows.sort_column == column;
		rowset_sort(&b->rows, column, b->setup->columns[column].by_number,
			    same && !b->rows.descending);
	}
	keep_place(b, key);
	return REACT_REDRAW;
}

static unsigned on_sort(struct ui *ui, void *self)
{
	pick_column(ui, self, N_("Sortera efter"), on_sort_chosen);
	return REACT_REDRAW;
}

static unsigned on_frequencies_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct browser *b = owner;
	size_t column = codes ? (size_t)atoi(codes) - 1 : b->setup->count;

	if (column < b->setup->count)
		frequency_open(ui, b, column);
	return REACT_REDRAW;
}

static unsigned on_frequencies(struct ui *ui, void *self)
{
	pick_column(ui, self, N_("Fördelning av"), on_frequencies_chosen);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_FIND,
	  .keys = "/ F3 Ctrl-F",
	  .label = N_("filtrera"),
	  .handler = on_find },
	{ .command = COMMAND_SORT, .label = N_("sortera"), .handler = on_sort },
	{ .command = COMMAND_FREQUENCIES,
	  .label = N_("fördelning"),
	  .needs = NEED_ROW,
	  .handler = on_frequencies },
	{ .command = COMMAND_EXPORT,
	  .keys = "w",
	  .label = N_("till fil"),
	  .needs = NEED_ROW,
	  .handler = browser_export },
	{ .command = COMMAND_ESCAPE, .handler = on_escape },
};

const struct keymap browser_keymap = KEYMAP(bindings, &screen_keymap);

/* ---- a view's functions ---- */

unsigned browser_key(struct ui *ui, void *self, const struct key *key)
{
	struct browser *b = self;

	(void)ui;
	return list_key(&b->list, key) ? REACT_REDRAW : REACT_PASS;
}

unsigned browser_has(struct ui *ui, void *self)
{
	const struct browser *b = self;

	return screen_has(ui) & (b->rows.count ? NEED_ALL : NEED_ALL & ~NEED_ROW);
}

void browser_draw(struct ui *ui, void *self, struct area a)
{
	struct browser *b = self;

	if (b->lang != lang_get())
		browser_reload(ui, self);
	browser_draw_all(b, a);
}

void browser_status(struct ui *ui, void *self, struct text *out)
{
	const struct browser *b = self;

	(void)ui;
	if (b->rows.sorted)
		text_addf(out,
			  b->rows.descending ? _("Sorterat efter %s, fallande.")
					     : _("Sorterat efter %s."),
			  _(b->setup->columns[b->rows.sort_column].heading));
}

void browser_add_count(const struct browser *b, struct text *out)
{
	size_t all = b->rows.grid ? grid_rows(b->rows.grid) : 0;

	if (rowset_is_filtered(&b->rows))
		text_addf(out, _("%zu av %zu"), b->rows.count, all);
	else
		text_addf(out, "%zu", all);
}
