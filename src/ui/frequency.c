/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each value of a list's column occurs; see frequency.h. */
#include "ui/frequency.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/keymap.h"
#include "ui/ui.h"

struct frequency {
	struct browser browser;
	struct browser *of;
	size_t column;
};

static const struct browser_column columns[] = {
	{ .heading = N_("Värde"), .flexible = true },
	{ .heading = N_("Rader"), .align = ALIGN_RIGHT, .by_number = true },
	{ .heading = N_("Procent"), .align = ALIGN_RIGHT, .by_number = true },
};

/* Half rounds up, as in the reports. */
static void add_percent(struct grid *g, size_t row, size_t count, size_t all)
{
	char percent[24];

	snprintf(percent, sizeof(percent), _("%zu %%"), (200 * count + all) / (2 * all));
	grid_set(g, row, 2, percent);
}

static struct grid *frequency_load(struct ui *ui, void *self, struct err *e)
{
	const struct frequency *f = self;
	struct grid *counts = rowset_count_values(&f->of->rows, f->column);
	struct grid *out = grid_new("frequencies");

	(void)ui;
	(void)e;
	for (size_t c = 0; c < 4; c++)
		grid_add_column(out, "");
	for (size_t i = 0; i < grid_rows(counts); i++) {
		size_t row = grid_add_row(out, 0);
		const char *value = grid_get(counts, i, 0);

		grid_set(out, row, 0, value[0] ? value : "–");
		grid_set(out, row, 1, grid_get(counts, i, 1));
		add_percent(out, row, strtoul(grid_get(counts, i, 1), NULL, 10),
			    f->of->rows.count);
		grid_set(out, row, 3, value);
	}
	grid_free(counts);
	return out;
}

static const struct browser_setup setup = { columns, sizeof(columns) / sizeof(columns[0]),
					    frequency_load, "" };

static unsigned on_open(struct ui *ui, void *self)
{
	struct frequency *f = self;

	(void)ui;
	rowset_restrict(&f->of->rows, f->column, browser_selected(&f->browser));
	list_select(&f->of->list, 0);
	return REACT_CLOSE;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("visa raderna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
};

static const struct keymap keymap = KEYMAP(bindings, &browser_keymap);

static void frequency_title(struct ui *ui, void *self, struct text *left,
			    struct text *right)
{
	const struct frequency *f = self;

	(void)ui;
	text_addf(left, _("Fördelning: %s"), _(f->of->setup->columns[f->column].heading));
	browser_add_count(&f->browser, right);
}

static void frequency_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Hur många rader i listan som har varje värde. Enter visar bara "
			"de rader som har värdet; Esc i listan visar alla igen."));
}

static void frequency_close(struct ui *ui, void *self)
{
	struct frequency *f = self;

	(void)ui;
	browser_done(&f->browser);
	free(f);
}

static const struct view_ops ops = {
	.name = "frequency",
	.title = frequency_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &keymap,
	.key = browser_key,
	.has = browser_has,
	.help = frequency_help,
	.close = frequency_close,
};

void frequency_open(struct ui *ui, struct browser *of, size_t column)
{
	struct frequency *f = mem_alloc(sizeof(*f));

	browser_init(&f->browser, &setup);
	f->of = of;
	f->column = column;
	browser_reload(ui, f);
	ui_push(ui, &ops, f);
}
