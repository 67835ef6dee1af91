/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of a delivery, row by row; see delivery_rows.h. */
#include "ui/delivery_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/delivery_files.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "ui/browser.h"
#include "ui/keymap.h"
#include "ui/notice.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct delivery_rows {
	struct browser browser;
	struct grid *file;
	struct browser_column columns[BROWSER_MAX_COLUMNS];
	struct browser_setup setup;
};

static struct grid *rows_load(struct ui *ui, void *self, struct err *e)
{
	const struct delivery_rows *v = self;
	size_t count = v->setup.count;
	struct grid *out = screen_new_rows(count);
	char key[24];

	(void)ui;
	(void)e;
	for (size_t i = 0; i < grid_rows(v->file); i++) {
		size_t row = grid_add_row(out, 0);

		for (size_t c = 0; c < count; c++)
			grid_set(out, row, c, grid_get(v->file, i, c));
		snprintf(key, sizeof(key), "%zu", i);
		grid_set(out, row, count, key);
	}
	return out;
}

/* The first columns tell the rows apart; where there is no room the last are left out. */
static void set_up(struct delivery_rows *v)
{
	size_t count = grid_columns(v->file);

	if (count > BROWSER_MAX_COLUMNS)
		count = BROWSER_MAX_COLUMNS;
	for (size_t c = 0; c < count; c++)
		v->columns[c] = (struct browser_column){
			.heading = grid_column_name(v->file, c),
			.flexible = true,
			.rank = (int)c,
		};
	v->setup = (struct browser_setup){ v->columns, count, rows_load,
					   N_("Filen har inga rader.") };
}

static void rows_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct delivery_rows *v = self;

	screen_add_title_without_year(ui, left, grid_name(v->file));
	browser_add_count(&v->browser, right);
}

static void rows_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Filen rad för rad, med de namn och koder som den levereras med. "
			"Kolumner som inte får plats är utelämnade; en bredare terminal "
			"visar fler. Vad kolumnerna betyder står i manualsidan "
			"samreg-delivery."));
}

static void rows_close(struct ui *ui, void *self)
{
	struct delivery_rows *v = self;

	(void)ui;
	browser_done(&v->browser);
	grid_free(v->file);
	free(v);
}

static const struct view_ops ops = {
	.name = "delivery-rows",
	.title = rows_title,
	.draw = browser_draw,
	.status = browser_status,
	.keymap = &browser_keymap,
	.key = browser_key,
	.has = browser_has,
	.help = rows_help,
	.resume = browser_resume,
	.close = rows_close,
};

void delivery_rows_open(struct ui *ui, const struct delivery_file *file)
{
	struct faults faults = { 0 };
	struct delivery_rows *v;
	struct grid *g;

	if (!strcmp(file->name, DELIVERY_DESCRIPTOR)) {
		notice_show(ui, file->name, text_get(&file->bytes));
		return;
	}
	g = csvfile_parse(file->name, text_get(&file->bytes), file->bytes.length, ',',
			  &faults);
	if (g) {
		v = mem_alloc(sizeof(*v));
		v->file = g;
		set_up(v);
		browser_init(&v->browser, &v->setup);
		browser_reload(ui, v);
		ui_push(ui, &ops, v);
	} else {
		ui_say(ui, MESSAGE_ERROR, _("%s: går inte att läsa"), file->name);
	}
	faults_done(&faults);
}
