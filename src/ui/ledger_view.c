/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year's figures in a grid, keyed in place; see ledger_view.h. */
#include "ui/ledger_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/counted_view.h"
#include "ui/file_export.h"
#include "ui/keymap.h"
#include "ui/ledger_export.h"
#include "ui/lineedit.h"
#include "ui/list.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

/* Room for what is typed, and how much may be. */
enum { CELL_LEAST = 8, GAP = 2, MARGIN = 1, NAME_LEAST = 10, MAX_TYPED = 16 };

struct ledger_view {
	enum ledger_kind kind;
	struct grid *figures; /* NULL when they could not be read */
	struct list list;     /* over the interventions */
	size_t column;
	int name_width, widths[LEDGER_MOST_COLUMNS]; /* that would show everything */
	bool editing;
	struct lineedit line; /* what is typed while editing */
	struct file_export file; /* while it is asked how to write the grid */
};

static size_t row_count(const struct ledger_view *v)
{
	return v->figures ? grid_rows(v->figures) : 0;
}

static size_t count_rows(void *rows)
{
	return row_count(rows);
}

static const struct ledger_column *column_at(const struct ledger_view *v, size_t i)
{
	return ledger_column_at(v->kind, i);
}

/* Where the figure one stands on is kept; NULL when there is none. */
static const struct ledger_place *place_at(const struct ledger_view *v, size_t row,
					   size_t column)
{
	return row < row_count(v) ? ledger_place_of(v->figures, row, column_at(v, column))
				  : NULL;
}

/* ---- how wide the columns are ---- */

static int wider(int width, const char *text)
{
	int other = utf8_width(text);

	return other > width ? other : width;
}

static int width_of(const struct ledger_view *v, const struct ledger_column *column)
{
	int widest = wider(CELL_LEAST, _(column->heading));
	struct text shown = { 0 }, sum = { 0 };

	for (size_t row = 0; row < row_count(v); row++) {
		text_clear(&shown);
		screen_add_number(&shown, grid_named(v->figures, row, column->name));
		widest = wider(widest, text_get(&shown));
	}
	ledger_sum(v->figures, column, &sum);
	text_clear(&shown);
	screen_add_number(&shown, text_get(&sum));
	widest = wider(widest, text_get(&shown));
	text_done(&shown);
	text_done(&sum);
	return widest;
}

static void measure(struct ledger_view *v)
{
	v->name_width = NAME_LEAST;
	for (size_t row = 0; row < row_count(v); row++)
		v->name_width = wider(v->name_width, grid_named(v->figures, row, "name"));
	for (size_t c = 0; c < ledger_column_count(v->kind); c++)
		v->widths[c] = width_of(v, column_at(v, c));
}

static void reload(struct ui *ui, void *self)
{
	struct ledger_view *v = self;
	struct err e;
	struct grid *g = ledger_load(ui->app, ui->year, &e);

	if (!g) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		return;
	}
	grid_free(v->figures);
	v->figures = g;
	list_fit(&v->list, v->list.height);
}

/* ---- drawing ---- */

static int name_width(const struct ledger_view *v, int width)
{
	int room = width - MARGIN;

	for (size_t c = 0; c < ledger_column_count(v->kind); c++)
		room -= v->widths[c] + GAP;
	return room < v->name_width ? room : v->name_width;
}

static struct area cell_of(const struct ledger_view *v, struct area line, size_t column)
{
	int x = MARGIN + name_width(v, line.width) + GAP;

	for (size_t c = 0; c < column; c++)
		x += v->widths[c] + GAP;
	return area_cut(line, 0, x, 1, v->widths[column]);
}

static void draw_number(struct area cell, enum role role, const char *number)
{
	struct text shown = { 0 };

	screen_add_number(&shown, number);
	draw_cell(cell, role, ALIGN_RIGHT, text_get(&shown));
	text_done(&shown);
}

static void draw_focus(struct ledger_view *v, struct area cell, const char *number)
{
	if (v->editing) {
		draw_clear(cell, ROLE_FOCUS);
		lineedit_draw(&v->line, cell, ROLE_FOCUS);
		return;
	}
	if (place_at(v, v->list.selected, v->column))
		draw_number(cell, ROLE_SELECTED, number);
	else
		draw_clear(cell, ROLE_SELECTED);
	draw_cursor(cell, 0, cell.width - 1);
}

static void draw_row(void *rows, size_t i, struct area line, bool selected)
{
	struct ledger_view *v = rows;

	draw_clear(line, ROLE_TEXT);
	draw_cell(area_cut(line, 0, MARGIN, 1, name_width(v, line.width)),
		  selected ? ROLE_VALUE : ROLE_TEXT, ALIGN_LEFT,
		  grid_named(v->figures, i, "name"));
	for (size_t c = 0; c < ledger_column_count(v->kind); c++) {
		struct area cell = cell_of(v, line, c);
		const char *number = grid_named(v->figures, i, column_at(v, c)->name);

		if (selected && c == v->column)
			draw_focus(v, cell, number);
		else if (place_at(v, i, c))
			draw_number(cell, ROLE_TEXT, number);
	}
}

static void draw_headings(const struct ledger_view *v, struct area line)
{
	draw_text(line, 0, MARGIN, ROLE_HEADING, _("Insats"));
	for (size_t c = 0; c < ledger_column_count(v->kind); c++)
		draw_cell(cell_of(v, line, c), ROLE_HEADING, ALIGN_RIGHT,
			  _(column_at(v, c)->heading));
}

static void draw_sums(const struct ledger_view *v, struct area line)
{
	draw_text(line, 0, MARGIN, ROLE_HEADING, _("Summa"));
	for (size_t c = 0; c < ledger_column_count(v->kind); c++) {
		struct text sum = { 0 };

		ledger_sum(v->figures, column_at(v, c), &sum);
		draw_number(cell_of(v, line, c), ROLE_HEADING, text_get(&sum));
		text_done(&sum);
	}
}

static void ledger_draw(struct ui *ui, void *self, struct area a)
{
	struct ledger_view *v = self;
	int rows = (int)row_count(v), height = a.height - 2;

	(void)ui;
	measure(v);
	draw_headings(v, area_line(a, 0));
	if (!rows) {
		draw_paragraph(area_cut(a, 2, MARGIN, a.height - 2, a.width - 2),
			       ROLE_HINT,
			       _("Inga insatser det här året. + och - byter år."));
		draw_cursor(a, 2, MARGIN);
		return;
	}
	if (height > rows)
		height = rows;
	draw_sums(v, area_line(a, 1 + height));
	list_draw(&v->list, area_cut(a, 1, 0, height, a.width));
}

static const struct list_rows list_ops = { .count = count_rows, .draw = draw_row };

/* ---- storing ---- */

static void say_remarks(struct ui *ui, const struct text *remarks)
{
	const char *text = text_get(remarks);

	if (*text)
		ui_say(ui, MESSAGE_WARNING, "%.*s", (int)strcspn(text, "\n"), text);
}

/* What is refused is told, and the cell has its value again: nobody is held there. */
static void store(struct ui *ui, struct ledger_view *v, const char *typed)
{
	const struct ledger_cell cell = { grid_named(v->figures, v->list.selected, "id"),
					  place_at(v, v->list.selected, v->column),
					  ui->year };
	struct text remarks = { 0 };
	struct err e;

	if (ledger_set(ui->app, &cell, typed, &remarks, &e))
		say_remarks(ui, &remarks);
	else
		ui_say(ui, MESSAGE_ERROR, _("%s: inte sparat. %s"), typed, e.text);
	text_done(&remarks);
	reload(ui, v);
}

static void accept(struct ui *ui, struct ledger_view *v)
{
	char *typed;

	if (!v->editing)
		return;
	v->editing = false;
	typed = mem_text(lineedit_get(&v->line));
	if (strcmp(typed, grid_named(v->figures, v->list.selected,
				     column_at(v, v->column)->name)))
		store(ui, v, typed);
	free(typed);
}

/* ---- keys ---- */

/* The next cell with a figure in reading order; stays when there is none. */
static void move_on(struct ledger_view *v, int by)
{
	size_t columns = ledger_column_count(v->kind), rows = row_count(v);
	size_t at = v->list.selected * columns + v->column;

	while (by < 0 ? at > 0 : at + 1 < rows * columns) {
		at = by < 0 ? at - 1 : at + 1;
		if (!place_at(v, at / columns, at % columns))
			continue;
		list_select(&v->list, at / columns);
		v->column = at % columns;
		return;
	}
}

static unsigned on_next(struct ui *ui, void *self)
{
	accept(ui, self);
	move_on(self, 1);
	return REACT_REDRAW;
}

static unsigned on_previous(struct ui *ui, void *self)
{
	accept(ui, self);
	move_on(self, -1);
	return REACT_REDRAW;
}

static unsigned on_delete(struct ui *ui, void *self)
{
	struct ledger_view *v = self;

	if (v->editing)
		return REACT_PASS;
	if (place_at(v, v->list.selected, v->column))
		store(ui, v, "");
	return REACT_REDRAW;
}

static unsigned on_escape(struct ui *ui, void *self)
{
	struct ledger_view *v = self;

	(void)ui;
	if (!v->editing)
		return REACT_PASS;
	v->editing = false;
	return REACT_REDRAW;
}

static unsigned on_close(struct ui *ui, void *self)
{
	accept(ui, self);
	return REACT_CLOSE;
}

static unsigned on_year_back(struct ui *ui, void *self)
{
	accept(ui, self);
	return year_keys_back(ui, self);
}

static unsigned on_year_forward(struct ui *ui, void *self)
{
	accept(ui, self);
	return year_keys_forward(ui, self);
}

static unsigned on_funds(struct ui *ui, void *self)
{
	const struct ledger_view *v = self;

	if (v->editing)
		return REACT_PASS;
	counted_view_open_money(ui);
	return REACT_REDRAW;
}

/* ---- as a file ---- */

static unsigned on_export_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	const struct ledger_view *v = owner;

	if (ended == 1)
		ledger_export_write(ui, &v->file, v->kind, v->figures, text);
	return REACT_REDRAW;
}

static unsigned on_export_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct ledger_view *v = owner;
	struct text stem = { 0 };

	ledger_export_add_stem(ui, v->kind, &stem);
	file_export_ask_path(ui, &v->file, codes, N_("Skriv listan till filen:"),
			     text_get(&stem), on_export_typed);
	text_done(&stem);
	return REACT_REDRAW;
}

static unsigned on_export(struct ui *ui, void *self)
{
	const struct ledger_view *v = self;

	if (v->editing)
		return REACT_PASS;
	file_export_ask(ui, on_export_chosen);
	return REACT_REDRAW;
}

/* ---- typing ---- */

/* Typing begins anew: what was in the cell is replaced. */
static unsigned type(struct ui *ui, struct ledger_view *v, const struct key *key)
{
	if (!v->editing && key->code != K_TEXT && key->code != K_PASTE)
		return REACT_PASS;
	if (!v->editing && !place_at(v, v->list.selected, v->column)) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Den uppgiften finns inte för insatsen. Tab går till nästa."));
		return REACT_REDRAW;
	}
	if (!(screen_has(ui) & NEED_WRITE)) {
		ui_say(ui, MESSAGE_INFO, "%s", _(keymap_refusal(NEED_WRITE)));
		return REACT_REDRAW;
	}
	if (!v->editing)
		lineedit_begin(&v->line, "", MAX_TYPED);
	v->editing = true;
	return lineedit_key(&v->line, key) == LINEEDIT_UNUSED ? REACT_PASS : REACT_REDRAW;
}

static unsigned ledger_key(struct ui *ui, void *self, const struct key *key)
{
	struct ledger_view *v = self;
	enum command command = keymap_command(&list_keymap, key);

	if (!row_count(v) || command == COMMAND_NONE)
		return row_count(v) ? type(ui, v, key) : (unsigned)REACT_PASS;
	accept(ui, v);
	list_move(&v->list, command);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_NEXT_FIELD,
	  .keys = "Tab Enter Right",
	  .label = N_("nästa"),
	  .needs = NEED_ROW,
	  .handler = on_next },
	{ .command = COMMAND_PREVIOUS_FIELD,
	  .keys = "Shift-Tab Left",
	  .label = N_("förra"),
	  .needs = NEED_ROW,
	  .handler = on_previous },
	{ .command = COMMAND_DELETE,
	  .label = N_("töm"),
	  .needs = NEED_ROW | NEED_WRITE,
	  .handler = on_delete },
	{ .command = COMMAND_YEAR_BACK,
	  .label = N_("förra året"),
	  .handler = on_year_back },
	{ .command = COMMAND_YEAR_FORWARD,
	  .label = N_("nästa år"),
	  .handler = on_year_forward },
	{ .command = COMMAND_EXPORT,
	  .keys = "w",
	  .label = N_("till fil"),
	  .needs = NEED_ROW,
	  .handler = on_export },
	{ .command = COMMAND_ESCAPE, .handler = on_escape },
	{ .command = COMMAND_CLOSE, .handler = on_close },
};

static const struct keymap counts_keymap = KEYMAP(bindings, &screen_keymap);

static const struct binding money_bindings[] = {
	{ .command = COMMAND_FUNDS,
	  .label = N_("förbundets medel"),
	  .handler = on_funds },
};

static const struct keymap money_keymap = KEYMAP(money_bindings, &counts_keymap);

/* ---- the view ---- */

static unsigned ledger_has(struct ui *ui, void *self)
{
	return screen_has(ui) & (row_count(self) ? NEED_ALL : NEED_ALL & ~NEED_ROW);
}

static void ledger_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct ledger_view *v = self;

	screen_add_title(ui, left, v->kind == LEDGER_COUNTS ? _("Antal") : _("Ekonomi"));
	text_add(right,
		 v->kind == LEDGER_COUNTS ? _("volym och anonyma") : _("hela kronor"));
}

/* What one stands on, in full: names are cut in the grid. */
static void ledger_status(struct ui *ui, void *self, struct text *out)
{
	const struct ledger_view *v = self;
	const struct ledger_place *place = place_at(v, v->list.selected, v->column);

	(void)ui;
	if (!row_count(self))
		return;
	text_addf(out, "%s · %s", grid_named(v->figures, v->list.selected, "name"),
		  _(column_at(v, v->column)->heading));
	if (!place)
		text_add(out, _(": finns inte för insatsen"));
	else if (place->sex[0])
		text_add(out, _(", anonyma"));
}

static void ledger_help(struct ui *ui, void *self, struct text *out)
{
	const struct ledger_view *v = self;

	(void)ui;
	text_add(out,
		 v->kind == LEDGER_COUNTS
			 ? _("Årets antal för alla insatser. I en volyminsats räknas "
			     "alla deltagare här. I en insats med deltaganden är "
			     "kvinnor och män de anonyma: de som har skyddad identitet "
			     "eller inte har lämnat samtycke.")
			 : _("Årets pengar för alla insatser, i hela kronor. Utfallet "
			     "lämnas tomt tills det är känt. ESF-medel står för sig. "
			     "m visar förbundets medel, egna kostnader och resultat."));
	text_add(out, "\n\n");
	text_add(out, _("Skriv ett tal så ersätter det rutans värde. Enter, Tab och "
			"pilarna sparar och går vidare, Del tömmer rutan, Esc ångrar det "
			"du skriver. Strecket – betyder att inget är angivet; noll är "
			"ett svar."));
}

static void ledger_abandon(struct ui *ui, void *self)
{
	accept(ui, self);
}

static void ledger_close(struct ui *ui, void *self)
{
	struct ledger_view *v = self;

	(void)ui;
	grid_free(v->figures);
	lineedit_done(&v->line);
	free(v);
}

#define VIEW(map)                         \
	{ .name = "ledger",               \
	  .title = ledger_title,          \
	  .draw = ledger_draw,            \
	  .status = ledger_status,        \
	  .keymap = &(map),               \
	  .key = ledger_key,              \
	  .has = ledger_has,              \
	  .help = ledger_help,            \
	  .resume = reload,               \
	  .year_turned = reload,          \
	  .abandon = ledger_abandon,      \
	  .close = ledger_close }

static const struct view_ops counts_ops = VIEW(counts_keymap);
static const struct view_ops money_ops = VIEW(money_keymap);

void ledger_view_open(struct ui *ui, enum ledger_kind kind)
{
	struct ledger_view *v = mem_alloc(sizeof(*v));

	v->kind = kind;
	list_init(&v->list, &list_ops, v);
	reload(ui, v);
	if (!place_at(v, 0, 0))
		move_on(v, 1);
	ui_push(ui, kind == LEDGER_MONEY ? &money_ops : &counts_ops, v);
}
