/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diagram of one table; see chart_view.h. */
#include "ui/chart_view.h"

#include <stdlib.h>

#include "app/report_page.h"
#include "app/text_bars.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/keymap.h"
#include "ui/screen.h"
#include "ui/textview.h"
#include "ui/ui.h"

enum { MARGIN = 1 };

struct chart_view {
	const struct report_page *page;
	const struct figure_table *table;
	struct textview bars;
};

static unsigned on_close(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_CLOSE;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_ESCAPE,
	  .keys = "Esc Enter d",
	  .label = N_("tabellen"),
	  .handler = on_close },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

static void chart_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct chart_view *v = self;

	screen_add_title(ui, left, lang_pick(v->table->report->title));
	if (v->page->hiding)
		text_addf(left, " · %s", _("skyddade"));
	text_add(right, lang_pick(v->table->report->reference));
}

/* The bars are measured anew each time: the screen may have another size. */
static void chart_draw(struct ui *ui, void *self, struct area a)
{
	struct chart_view *v = self;
	const struct text_bars_setup setup = { ui->canvas.ascii, true,
					       a.width - 2 * MARGIN };

	text_clear(&v->bars.text);
	text_bars_print(v->page, v->table, &setup, &v->bars.text);
	textview_draw(&v->bars, area_cut(a, 0, MARGIN, a.height, a.width - 2 * MARGIN));
}

static void chart_status(struct ui *ui, void *self, struct text *out)
{
	const struct chart_view *v = self;

	(void)ui;
	if (v->bars.top + v->bars.height < v->bars.lines)
		text_addf(out, _("Rad %d–%d av %d."), v->bars.top + 1,
			  v->bars.top + v->bars.height, v->bars.lines);
	text_add(out, out->length ? " " : "");
	text_add(out, lang_pick(v->table->report->note));
}

static unsigned chart_key(struct ui *ui, void *self, const struct key *key)
{
	struct chart_view *v = self;

	(void)ui;
	return textview_key(&v->bars, key) ? REACT_REDRAW : REACT_PASS;
}

static void chart_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Tabellens diagram. Alla staplar har samma skala, och efter "
			"varje stapel står dess värde. Pilarna bläddrar. Esc går "
			"tillbaka till tabellen."));
}

static void chart_close(struct ui *ui, void *self)
{
	struct chart_view *v = self;

	(void)ui;
	textview_done(&v->bars);
	free(v);
}

static const struct view_ops ops = {
	.name = "chart",
	.title = chart_title,
	.draw = chart_draw,
	.status = chart_status,
	.keymap = &keymap,
	.key = chart_key,
	.help = chart_help,
	.close = chart_close,
};

void chart_view_open(struct ui *ui, const struct report_page *p,
		     const struct figure_table *t)
{
	struct chart_view *v = mem_alloc(sizeof(*v));

	v->page = p;
	v->table = t;
	ui_push(ui, &ops, v);
}
