/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record's card as text; see card.h. */
#include "ui/card.h"

#include <string.h>

#include "app/card.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/draw.h"
#include "ui/screen.h"
#include "ui/ui.h"

/* Where values begin, and the least between two columns of a table. */
enum { VALUE_COLUMN = 34, GAP = 2 };

static void pad(struct text *out, int columns)
{
	for (int i = 0; i < columns; i++)
		text_add_char(out, ' ');
}

void card_add_heading(struct text *out, const char *heading)
{
	text_addf(out, "%s# %s\n", out->length ? "\n" : "", heading);
}

/* A long value goes on below itself. */
static void add_value(struct text *out, const char *value, int width)
{
	const char *next;
	bool first = true;

	for (; *value; value = next, first = false) {
		int length = draw_wrap(value, width, &next);

		if (!first) {
			text_add_char(out, '\n');
			pad(out, VALUE_COLUMN);
		}
		text_add_part(out, value, (size_t)length);
	}
}

static void add_answer(struct text *out, const struct grid *g, size_t row, int width)
{
	const char *label = grid_named(g, row, "label");
	const char *value = grid_named(g, row, "value");
	const char *echo = grid_named(g, row, "echo");

	text_addf(out, "%s ", label);
	pad(out, VALUE_COLUMN - 1 - utf8_width(label));
	add_value(out, value[0] ? value : "–", width - VALUE_COLUMN);
	text_addf(out, echo[0] ? "  %s\n" : "%s\n", echo);
}

void card_add_record(struct ui *ui, struct text *out, const struct card_record *record)
{
	struct err e;
	struct grid *g = card_load(ui->app, record->form, record->id, record->all, &e);
	const char *section = "";

	if (!g) {
		text_addf(out, "%s\n", e.text);
		return;
	}
	for (size_t row = 0; row < grid_rows(g); row++) {
		const char *now = grid_named(g, row, "section");

		if (strcmp(section, now))
			card_add_heading(out, now);
		section = now;
		add_answer(out, g, row, record->width);
	}
	grid_free(g);
}

static void add_shown(struct text *out, const struct card_column *c, const char *value)
{
	if (c->number)
		screen_add_number(out, value);
	else
		text_add(out, value);
}

static int width_of(const struct grid *g, const struct card_column *c)
{
	int widest = utf8_width(_(c->heading));
	struct text shown = { 0 };

	for (size_t row = 0; row < grid_rows(g); row++) {
		int width;

		text_clear(&shown);
		add_shown(&shown, c, grid_named(g, row, c->name));
		width = utf8_width(text_get(&shown));
		widest = width > widest ? width : widest;
	}
	text_done(&shown);
	return widest;
}

static void add_cell(struct text *out, const char *text, int width, bool right)
{
	int room = width - utf8_width(text);

	pad(out, right ? room : 0);
	text_add(out, text);
	pad(out, (right ? 0 : room) + GAP);
}

void card_add_table(struct text *out, const struct grid *g,
		    const struct card_column *columns, size_t count)
{
	struct text shown = { 0 };

	for (size_t c = 0; c < count; c++)
		add_cell(out, _(columns[c].heading), width_of(g, &columns[c]),
			 columns[c].number);
	text_add(out, "\n");
	for (size_t row = 0; row < grid_rows(g); row++) {
		for (size_t c = 0; c < count; c++) {
			text_clear(&shown);
			add_shown(&shown, &columns[c],
				  grid_named(g, row, columns[c].name));
			add_cell(out, text_get(&shown), width_of(g, &columns[c]),
				 columns[c].number);
		}
		text_add(out, "\n");
	}
	text_done(&shown);
}
