/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year-end tables; see tables_view.h. */
#include "ui/tables_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/report_frozen.h"
#include "app/report_page.h"
#include "app/text_bars.h"
#include "app/text_table.h"
#include "app/yearbook.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/codes.h"
#include "model/diagram.h"
#include "ui/keymap.h"
#include "ui/list.h"
#include "ui/notice.h"
#include "ui/prompt.h"
#include "ui/screen.h"
#include "ui/table_draw.h"
#include "ui/table_records.h"
#include "ui/ui.h"

/* How wide the list is beside a table; both are shown where there is room. */
enum { LIST_LEAST = 38, LIST_MOST = 74, BOTH_WIDTH = LIST_LEAST + TEXT_TABLE_WIDTH };

/* How many changes since the year was frozen are told of below a table. */
enum { CHANGES_TOLD = 2 };

/* A line of the list: a section's heading, or a table. */
struct line {
	const struct code *section;
	const struct report *report; /* NULL: the section's heading */
};

struct tables_view {
	struct yearbook *book; /* NULL when it could not be made */
	long long version;     /* of the register they were counted in */
	struct line *lines;
	size_t count, capacity;
	char *search; /* part of the names shown; "": all */
	struct list list;
	bool in_table; /* the table has the keys, not the list */
	struct table_cursor cursor;
	int threshold; /* smaller counts are hidden; 0: all are shown */
};

/* ---- the list ---- */

static bool matches(const struct report *r, const char *folded)
{
	return utf8_contains(r->title.sv, folded) || utf8_contains(r->title.en, folded) ||
	       utf8_contains(lang_pick(r->reference), folded) ||
	       utf8_contains(r->id, folded);
}

static void add_line(struct tables_view *v, const struct code *section,
		     const struct report *report)
{
	v->lines = mem_grow(v->lines, &v->capacity, v->count + 1, sizeof(*v->lines));
	v->lines[v->count++] = (struct line){ section, report };
}

static void add_section(struct tables_view *v, const struct code *section,
			const char *folded)
{
	const struct figures *f = v->book->page.figures;
	bool begun = false;

	for (size_t i = 0; i < f->count; i++) {
		const struct report *r = f->tables[i].report;

		if (strcmp(r->section, section->code) || !matches(r, folded))
			continue;
		if (!begun)
			add_line(v, section, NULL);
		begun = true;
		add_line(v, section, r);
	}
}

/* The table that is shown, or NULL. */
static const struct report *selected(const struct tables_view *v)
{
	return list_has_selection(&v->list) ? v->lines[v->list.selected].report : NULL;
}

/* Lists the tables that match the search, staying on the same one where it can. */
static void fill_list(struct tables_view *v)
{
	const struct report *before = v->count ? selected(v) : NULL;
	char *folded = utf8_fold(v->search);

	v->count = 0;
	for (size_t i = 0; v->book && i < v->book->page.sections->count; i++)
		add_section(v, &v->book->page.sections->items[i], folded);
	free(folded);
	list_select(&v->list, 0);
	for (size_t i = 0; before && i < v->count; i++)
		if (v->lines[i].report == before)
			list_select(&v->list, i);
}

static size_t count_lines(void *rows)
{
	return ((const struct tables_view *)rows)->count;
}

static bool is_table(void *rows, size_t i)
{
	return ((const struct tables_view *)rows)->lines[i].report != NULL;
}

static void draw_line_of_list(void *rows, size_t i, struct area line, bool is_selected)
{
	const struct tables_view *v = rows;
	const struct line *it = &v->lines[i];
	enum role role = is_selected ? ROLE_SELECTED : ROLE_TEXT;

	if (!it->report) {
		draw_text(line, 0, 1, ROLE_HEADING, lang_pick(it->section->label));
		return;
	}
	draw_cell(area_cut(line, 0, 3, 1, line.width - 4), role, ALIGN_LEFT,
		  lang_pick(it->report->title));
}

static const struct list_rows list_ops = {
	.count = count_lines,
	.draw = draw_line_of_list,
	.selectable = is_table,
};

static void protect(struct ui *ui, struct tables_view *v)
{
	struct err e;

	if (!yearbook_protect(ui->app, v->book, v->threshold, &e)) {
		v->threshold = 0;
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	}
}

static void forget_book(struct tables_view *v)
{
	if (v->book)
		yearbook_done(v->book);
	free(v->book);
	v->book = NULL;
}

static void reload(struct ui *ui, void *self)
{
	struct tables_view *v = self;
	const struct yearbook_order order = { .year = ui->year };
	struct yearbook *book = mem_alloc(sizeof(*book));
	struct err e;

	if (!yearbook_make(ui->app, &order, book, &e)) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		free(book);
		return;
	}
	forget_book(v);
	v->book = book;
	v->version = app_version(ui->app);
	protect(ui, v);
	fill_list(v);
}

static void tables_resume(struct ui *ui, void *self)
{
	const struct tables_view *v = self;

	if (!v->book || v->version != app_version(ui->app) ||
	    v->book->page.figures->year != ui->year)
		reload(ui, self);
	else
		fill_list(self);
}

/* ---- the table ---- */

static const struct figure_table *table_of(const struct tables_view *v)
{
	const struct report *r = selected(v);

	return r ? figures_find(v->book->page.figures, r->id) : NULL;
}

/* The row of the table that stands at a place among those shown. */
static size_t shown_row(const struct figure_table *t, size_t place)
{
	size_t row = 0;

	while (row < t->rows.count && (!figure_row_is_shown(t, row) || place-- > 0))
		row++;
	return row;
}

static void draw_notes(const struct tables_view *v, const struct figure_table *t,
		       struct area a)
{
	struct text words = { 0 };

	text_add(&words, lang_pick(t->report->note));
	if (v->book->page.drafts)
		text_addf(&words,
			  ngettext("\n%zu utkast räknas inte.",
				   "\n%zu utkast räknas inte.", v->book->page.drafts),
			  v->book->page.drafts);
	text_add_char(&words, '\n');
	if (v->book->page.hiding)
		report_page_add_hiding_note(&v->book->page, &words);
	else
		report_frozen_add_changes(&v->book->page, t, CHANGES_TOLD, &words);
	draw_paragraph(a, ROLE_HINT, text_get(&words));
	text_done(&words);
}

static void draw_table(struct ui *ui, struct tables_view *v, struct area a)
{
	const struct figure_table *t = table_of(v);
	struct text_table layout;
	int y;

	if (!t)
		return;
	text_table_init(&layout, &v->book->page, t, ui->canvas.ascii);
	table_fit_cursor(&v->cursor, &layout, report_column_count(t));
	draw_text(a, 0, 1, ROLE_TITLE, lang_pick(t->report->title));
	y = table_draw(area_cut(a, 2, 0, a.height - 2, a.width), &layout, &v->cursor,
		       v->in_table);
	draw_notes(v, t, area_cut(a, y + 3, 1, a.height - y - 3, a.width - 2));
	text_table_done(&layout);
}

static void draw_list(struct tables_view *v, struct area a)
{
	int y = 0;

	if (v->search[0]) {
		draw_textf(a, y++, 1, ROLE_LABEL, _("Söker: %s"), v->search);
		if (!v->count)
			draw_text(a, y, 1, ROLE_HINT, _("Ingen tabell heter så."));
	}
	list_draw(&v->list, area_cut(a, y, 0, v->count ? a.height - y : 0, a.width));
}

static void tables_draw(struct ui *ui, void *self, struct area a)
{
	struct tables_view *v = self;
	int room = a.width - TEXT_TABLE_WIDTH - 1;
	int width = room > LIST_MOST ? LIST_MOST : room;
	struct area list = area_cut(a, 0, 0, a.height, width);
	struct area table = area_cut(a, 0, width, a.height, a.width - width);

	if (a.width < BOTH_WIDTH) {
		if (v->in_table)
			draw_table(ui, v, a);
		else
			draw_list(v, a);
		return;
	}
	/* Whoever has the keys is drawn last: the cursor stands there. */
	if (v->in_table) {
		draw_list(v, list);
		draw_table(ui, v, table);
	} else {
		draw_table(ui, v, table);
		draw_list(v, list);
	}
}

/* ---- keys ---- */

static unsigned on_open_list(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	(void)ui;
	v->in_table = false;
	return REACT_REDRAW;
}

static unsigned on_escape(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (v->in_table)
		return on_open_list(ui, self);
	if (!v->search[0])
		return REACT_PASS;
	v->search[0] = '\0';
	fill_list(v);
	return REACT_REDRAW;
}

static unsigned on_search_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct tables_view *v = owner;
	char *search = mem_text(text);

	(void)ui;
	(void)ended;
	free(v->search);
	v->search = search;
	fill_list(v);
	return REACT_REDRAW;
}

static unsigned on_find(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	v->in_table = false;
	prompt_open(ui, _("Sök tabell:"), v->search, on_search_typed);
	return REACT_REDRAW;
}

static unsigned turn(struct ui *ui, void *self, int by)
{
	if (screen_turn_year(ui, by))
		reload(ui, self);
	return REACT_REDRAW;
}

static unsigned on_protect(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	v->threshold = v->threshold ? 0 : YEARBOOK_THRESHOLD;
	protect(ui, v);
	ui_say(ui, MESSAGE_INFO, "%s",
	       v->threshold ? _("Tabellerna visas som de kan lämnas till andra.")
			    : _("Tabellerna visas med alla tal."));
	return REACT_REDRAW;
}

static unsigned on_year_back(struct ui *ui, void *self)
{
	return turn(ui, self, -1);
}

static unsigned on_year_forward(struct ui *ui, void *self)
{
	return turn(ui, self, 1);
}

static unsigned step(struct tables_view *v, enum command command)
{
	list_move(&v->list, command);
	v->cursor = (struct table_cursor){ 0 };
	return REACT_REDRAW;
}

static unsigned on_previous(struct ui *ui, void *self)
{
	(void)ui;
	return step(self, COMMAND_UP);
}

static unsigned on_next(struct ui *ui, void *self)
{
	(void)ui;
	return step(self, COMMAND_DOWN);
}

static unsigned on_diagram(struct ui *ui, void *self)
{
	const struct tables_view *v = self;
	const struct figure_table *t = table_of(v);
	struct text bars = { 0 };

	if (t && diagram_is_declared(t) && text_bars_worthwhile(&v->book->page, t)) {
		text_bars_print(&v->book->page, t, ui->canvas.ascii, &bars);
		notice_show(ui, lang_pick(t->report->title), text_get(&bars));
	} else {
		ui_say(ui, MESSAGE_INFO, "%s", _("Tabellen har inget diagram."));
	}
	text_done(&bars);
	return REACT_REDRAW;
}

static unsigned on_records(struct ui *ui, const struct tables_view *v)
{
	const struct figure_table *t = table_of(v);
	size_t row = shown_row(t, v->cursor.row);

	if (row >= t->rows.count)
		return REACT_NONE;
	table_records_open(ui, t, row, report_column_at(t, v->cursor.column).column);
	return REACT_REDRAW;
}

static unsigned on_open(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (v->in_table)
		return on_records(ui, v);
	v->in_table = selected(v) != NULL;
	v->cursor = (struct table_cursor){ 0 };
	return REACT_REDRAW;
}

static unsigned on_left(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (v->in_table && !v->cursor.column)
		return on_open_list(ui, self);
	if (v->in_table)
		v->cursor.column--;
	return REACT_REDRAW;
}

static unsigned on_right(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (!v->in_table)
		return on_open(ui, self);
	v->cursor.column++;
	return REACT_REDRAW;
}

/* The moving keys within the table; what goes too far is mended when it is drawn. */
static void move_in_table(struct tables_view *v, enum command command)
{
	const size_t page = 10;
	size_t *row = &v->cursor.row;

	if (command == COMMAND_UP || command == COMMAND_PAGE_UP) {
		size_t by = command == COMMAND_UP ? 1 : page;

		*row = *row > by ? *row - by : 0;
	} else if (command == COMMAND_DOWN || command == COMMAND_PAGE_DOWN) {
		*row += command == COMMAND_DOWN ? 1 : page;
	} else if (command == COMMAND_FIRST) {
		*row = 0;
	} else {
		*row = table_of(v)->rows.count;
	}
}

static unsigned tables_key(struct ui *ui, void *self, const struct key *key)
{
	struct tables_view *v = self;
	enum command command = keymap_command(&list_keymap, key);

	(void)ui;
	if (command == COMMAND_NONE)
		return REACT_PASS;
	if (!v->in_table)
		return step(v, command);
	if (table_of(v))
		move_in_table(v, command);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_TABLES, .label = N_("tabeller"), .handler = on_open_list },
	{ .command = COMMAND_DIAGRAM,
	  .label = N_("diagram"),
	  .needs = NEED_ROW,
	  .handler = on_diagram },
	{ .command = COMMAND_FIND,
	  .keys = "/ F3 Ctrl-F",
	  .label = N_("sök tabell"),
	  .handler = on_find },
	{ .command = COMMAND_YEAR_BACK,
	  .label = N_("förra året"),
	  .handler = on_year_back },
	{ .command = COMMAND_YEAR_FORWARD,
	  .label = N_("nästa år"),
	  .handler = on_year_forward },
	{ .command = COMMAND_PROTECT, .label = N_("skydda"), .handler = on_protect },
	{ .command = COMMAND_PREVIOUS_RECORD, .handler = on_previous },
	{ .command = COMMAND_NEXT_RECORD, .handler = on_next },
	{ .command = COMMAND_LEFT, .handler = on_left },
	{ .command = COMMAND_RIGHT, .handler = on_right },
	{ .command = COMMAND_ESCAPE, .handler = on_escape },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static unsigned tables_has(struct ui *ui, void *self)
{
	(void)ui;
	return selected(self) ? NEED_ALL : NEED_ALL & ~NEED_ROW;
}

static void tables_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct report *r = selected(self);

	screen_add_title(ui, left, _("Årets tabeller"));
	if (r)
		text_add(right, lang_pick(r->reference));
}

static void tables_status(struct ui *ui, void *self, struct text *out)
{
	const struct tables_view *v = self;
	const struct figure_table *t = table_of(v);

	(void)ui;
	if (!t)
		return;
	if (v->in_table)
		table_records_name(t, shown_row(t, v->cursor.row),
				   report_column_at(t, v->cursor.column).column, out);
	else
		text_add(out, lang_pick(t->report->note));
}

static void tables_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out,
		 _("Tabellerna i den nationella årsrapporten, räknade ur registret som "
		   "det är just nu. Varje procenttal avrundas för sig, så summan kan "
		   "bli 99 eller 101.\n\n"
		   "Bredvid står förra årets och hela landets senast publicerade "
		   "siffror där det finns plats. Utkast räknas inte.\n\n"
		   "Enter öppnar tabellen, och i den posterna bakom siffran man står "
		   "på. F7 och F8 går till tabellen före och efter. t går tillbaka "
		   "till listan.\n\n"
		   "p visar tabellerna som de kan lämnas till andra: utan små tal "
		   "och det som skulle röja dem. p igen visar allt."));
}

static void tables_close(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	(void)ui;
	forget_book(v);
	free(v->lines);
	free(v->search);
	free(v);
}

static const struct view_ops ops = {
	.name = "tables",
	.title = tables_title,
	.draw = tables_draw,
	.status = tables_status,
	.keymap = &keymap,
	.key = tables_key,
	.has = tables_has,
	.help = tables_help,
	.resume = tables_resume,
	.close = tables_close,
};

void tables_view_open(struct ui *ui)
{
	struct tables_view *v = mem_alloc(sizeof(*v));

	v->search = mem_text("");
	list_init(&v->list, &list_ops, v);
	reload(ui, v);
	ui_push(ui, &ops, v);
}
