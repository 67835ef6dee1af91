/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year-end tables; see tables_view.h. */
#include "ui/tables_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/scope.h"
#include "app/text_bars.h"
#include "app/text_table.h"
#include "app/yearbook.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/diagram.h"
#include "ui/chart_view.h"
#include "ui/dialog.h"
#include "ui/drafts_view.h"
#include "ui/file_export.h"
#include "ui/keymap.h"
#include "ui/prompt.h"
#include "ui/screen.h"
#include "ui/table_export.h"
#include "ui/table_page.h"
#include "ui/table_records.h"
#include "ui/tables_list.h"
#include "ui/tables_scope.h"
#include "ui/ui.h"
#include "ui/year_keys.h"

/* How wide the list is beside a table; both are shown where there is room. */
enum { LIST_LEAST = 38, LIST_MOST = 74, BOTH_WIDTH = LIST_LEAST + TEXT_TABLE_WIDTH };

struct tables_view {
	struct yearbook *book; /* NULL when it could not be made */
	struct scope scope;    /* what it counts */
	long long version;     /* of the register they were counted in */
	struct tables_list tables;
	bool in_table; /* the table has the keys, not the list */
	struct table_page page;
	char *left_out; /* which drafts or deliveries are not counted; "": none */
	char *behind;   /* what is behind the figure one asks about */
	struct file_export file; /* while it is asked how to write the table */
	int threshold; /* smaller counts are hidden; 0: all are shown */
};

/* The table that is shown, or NULL. */
static const struct report *selected(const struct tables_view *v)
{
	return tables_list_selected(&v->tables);
}

static void fill_list(struct tables_view *v)
{
	tables_list_fill(&v->tables, v->book ? &v->book->page : NULL);
}

static bool protect(struct ui *ui, struct tables_view *v)
{
	struct err e;

	if (!v->book || yearbook_protect(ui->app, v->book, v->threshold, &e))
		return true;
	v->threshold = 0;
	ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	return false;
}

static void name_left_out(struct ui *ui, struct tables_view *v)
{
	struct text said = { 0 };

	if (app_is_national(ui->app))
		tables_scope_add_delivered(ui, &v->scope.federations, &said);
	else
		drafts_view_add_left_out(ui, &said);
	free(v->left_out);
	v->left_out = text_take(&said);
}

static void forget_book(struct ui *ui, struct tables_view *v)
{
	ui->part = NULL;
	if (v->book)
		yearbook_done(v->book);
	free(v->book);
	v->book = NULL;
	scope_done(&v->scope);
}

/* Counts the part of the register with that key; as it was when that fails. */
static void count(struct ui *ui, struct tables_view *v, const char *key)
{
	struct yearbook *book = mem_alloc(sizeof(*book));
	struct scope scope;
	struct err e;
	/* Before what is read: a change meanwhile must show. */
	long long version = app_version(ui->app);
	bool ok = scope_find_key(ui->app, key, &scope, &e);
	const struct yearbook_order order = { .year = ui->year,
					      .scope = scope.federations,
					      .owner = scope.name };

	if (!ok || !yearbook_make(ui->app, &order, book, &e)) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		scope_done(&scope);
		free(book);
		return;
	}
	forget_book(ui, v);
	v->book = book;
	v->scope = scope;
	ui->part = v->scope.name;
	v->version = version;
	(void)protect(ui, v);
	name_left_out(ui, v);
	fill_list(v);
}

static void reload(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	count(ui, v, v->scope.key);
}

static void tables_resume(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (!v->book || v->version != app_version(ui->app) ||
	    v->book->page.figures->year != ui->year) {
		reload(ui, v);
	} else {
		fill_list(v);
		name_left_out(ui, v);
	}
}

/* ---- the table ---- */

static const struct figure_table *table_of(const struct tables_view *v)
{
	const struct report *r = selected(v);

	return r ? figures_find(v->book->page.figures, r->id) : NULL;
}

static void draw_table(struct ui *ui, struct tables_view *v, struct area a)
{
	const struct table_shown shown = {
		.report = v->book ? &v->book->page : NULL,
		.table = table_of(v),
		.left_out = v->left_out,
		.ascii = ui->canvas.ascii,
		.focused = v->in_table,
	};

	if (shown.table)
		table_page_draw(&v->page, &shown, a);
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
			tables_list_draw(&v->tables, a);
		return;
	}
	/* Whoever has the keys is drawn last: the cursor stands there. */
	if (v->in_table) {
		tables_list_draw(&v->tables, list);
		draw_table(ui, v, table);
	} else {
		draw_table(ui, v, table);
		tables_list_draw(&v->tables, list);
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
	if (!v->tables.search[0])
		return REACT_PASS;
	tables_list_search(&v->tables, "");
	fill_list(v);
	return REACT_REDRAW;
}

static unsigned on_search_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct tables_view *v = owner;

	(void)ui;
	(void)ended;
	tables_list_search(&v->tables, text);
	fill_list(v);
	return REACT_REDRAW;
}

static unsigned on_find(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	v->in_table = false;
	prompt_open(ui, N_("Sök tabell:"), v->tables.search, on_search_typed);
	return REACT_REDRAW;
}

static unsigned on_protect(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	v->threshold = v->threshold ? 0 : YEARBOOK_THRESHOLD;
	if (protect(ui, v))
		ui_say(ui, MESSAGE_INFO, "%s",
		       v->threshold ? _("Tabellerna visas som de kan lämnas till andra.")
				    : _("Tabellerna visas med alla tal."));
	return REACT_REDRAW;
}

/* The table one stands in whole, or one of its columns with what stands beside. */
static unsigned on_beside(struct ui *ui, void *self)
{
	struct tables_view *v = self;
	const struct figure_table *t = table_of(v);

	v->in_table = true;
	table_page_turn(&v->page, t);
	if (v->page.only)
		ui_say(ui, MESSAGE_INFO, _("Bara %s, med det som kan jämföras."),
		       lang_pick(t->columns.items[v->page.only - 1].label));
	else
		ui_say(ui, MESSAGE_INFO, "%s", _("Hela tabellen."));
	return REACT_REDRAW;
}

static unsigned on_left_out(struct ui *ui, void *self)
{
	const struct tables_view *v = self;

	if (*v->left_out)
		drafts_view_open(ui);
	else
		ui_say(ui, MESSAGE_INFO, "%s", _("Det finns inga utkast: allt räknas."));
	return REACT_REDRAW;
}

static unsigned on_export_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct tables_view *v = owner;

	if (ended == 1 && table_of(v))
		table_export_write(ui, &v->file, &v->book->page, table_of(v), text);
	return REACT_REDRAW;
}

static unsigned on_export_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct tables_view *v = owner;
	struct text stem = { 0 };

	table_export_add_stem(table_of(v),
			      v->scope.key ? scope_code(v->scope.key) : NULL, &stem);
	file_export_ask_path(ui, &v->file, codes, N_("Skriv tabellen till filen:"),
			     text_get(&stem), on_export_typed);
	text_done(&stem);
	return REACT_REDRAW;
}

static unsigned on_export(struct ui *ui, void *self)
{
	(void)self;
	file_export_ask(ui, on_export_chosen);
	return REACT_REDRAW;
}

static unsigned on_scope_chosen(struct ui *ui, void *owner, const char *codes)
{
	if (codes)
		count(ui, owner, codes);
	return REACT_REDRAW;
}

static unsigned on_scope(struct ui *ui, void *self)
{
	const struct tables_view *v = self;

	tables_scope_ask(ui, v->scope.key, on_scope_chosen);
	return REACT_REDRAW;
}

static unsigned step(struct tables_view *v, enum command command)
{
	list_move(&v->tables.list, command);
	v->page = (struct table_page){ 0 };
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

	chart_view_open(ui, &v->book->page, table_of(v));
	return REACT_REDRAW;
}

/* ---- the records behind a cell ---- */

static unsigned open_records(struct ui *ui, struct tables_view *v,
			     enum table_records_part part);

static unsigned on_part_answered(struct ui *ui, void *owner, size_t button)
{
	if (button == 0)
		return open_records(ui, owner, TABLE_RECORDS_PARTICIPATIONS);
	if (button == 1)
		return open_records(ui, owner, TABLE_RECORDS_COUNTS);
	return REACT_REDRAW;
}

static void describe_parts(struct ui *ui, void *owner, struct text *out)
{
	(void)ui;
	text_add(out, ((const struct tables_view *)owner)->behind);
}

static void ask_which(struct ui *ui)
{
	static const char *const buttons[] = { N_("Deltaganden"), N_("Antal"),
					       N_("Tillbaka") };

	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Bakom siffran"),
					       .words = describe_parts,
					       .buttons = buttons,
					       .count = 3,
					       .escape = 2,
					       .answer = on_part_answered });
}

static unsigned open_records(struct ui *ui, struct tables_view *v,
			     enum table_records_part part)
{
	struct table_records_cell at = { .table = table_of(v),
					 .scope = &v->scope.federations };
	struct text told = { 0 };

	if (!table_page_cell(&v->page, at.table, &at.row, &at.column))
		return REACT_NONE;
	if (!table_records_open(ui, &at, part, &told)) {
		free(v->behind);
		v->behind = text_take(&told);
		ask_which(ui);
	}
	text_done(&told);
	return REACT_REDRAW;
}

static unsigned on_open(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (v->in_table)
		return open_records(ui, v, TABLE_RECORDS_ALL);
	v->in_table = selected(v) != NULL;
	v->page = (struct table_page){ 0 };
	return REACT_REDRAW;
}

static unsigned on_left(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (v->in_table && !v->page.cursor.column)
		return on_open_list(ui, self);
	if (v->in_table)
		table_page_move(&v->page, table_of(v), COMMAND_LEFT);
	return REACT_REDRAW;
}

static unsigned on_right(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	if (!v->in_table)
		return on_open(ui, self);
	table_page_move(&v->page, table_of(v), COMMAND_RIGHT);
	return REACT_REDRAW;
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
		table_page_move(&v->page, table_of(v), command);
	return REACT_REDRAW;
}

/* What does something to the table comes before what another screen has as well: the
 * key bar shows what there is room for. */
static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("öppna"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_BESIDE,
	  .label = N_("bredvid"),
	  .needs = NEED_ROW,
	  .handler = on_beside },
	{ .command = COMMAND_PROTECT, .label = N_("skydda"), .handler = on_protect },
	{ .command = COMMAND_DIAGRAM,
	  .label = N_("diagram"),
	  .needs = NEED_ROW | NEED_DIAGRAM,
	  .handler = on_diagram },
	{ .command = COMMAND_EXPORT,
	  .label = N_("till fil"),
	  .needs = NEED_ROW,
	  .handler = on_export },
	{ .command = COMMAND_FIND,
	  .keys = "/ F3 Ctrl-F",
	  .label = N_("sök"),
	  .handler = on_find },
	{ .command = COMMAND_TABLES, .label = N_("tabeller"), .handler = on_open_list },
	YEAR_KEYS_IN_BAR,
	{ .command = COMMAND_PREVIOUS_RECORD, .handler = on_previous },
	{ .command = COMMAND_NEXT_RECORD, .handler = on_next },
	{ .command = COMMAND_LEFT, .handler = on_left },
	{ .command = COMMAND_RIGHT, .handler = on_right },
	{ .command = COMMAND_ESCAPE, .handler = on_escape },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* Only a federation's own register has drafts, and none of the parts to choose from. */
static const struct binding own_bindings[] = {
	{ .command = COMMAND_LEFT_OUT, .handler = on_left_out },
};

static const struct keymap own_keymap = KEYMAP(own_bindings, &keymap);

static const struct binding national_bindings[] = {
	{ .command = COMMAND_SCOPE, .label = N_("län/förbund"), .handler = on_scope },
};

static const struct keymap national_keymap = KEYMAP(national_bindings, &keymap);

/* ---- the view ---- */

static unsigned tables_has(struct ui *ui, void *self)
{
	const struct tables_view *v = self;
	const struct figure_table *t = table_of(v);
	unsigned has = t ? NEED_ALL : NEED_ALL & ~NEED_ROW;

	(void)ui;
	if (t && diagram_is_declared(t) && text_bars_worthwhile(&v->book->page, t))
		has |= NEED_DIAGRAM;
	return has;
}

static void tables_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct tables_view *v = self;
	const struct report *r = selected(v);

	screen_add_title(ui, left, _("Årets tabeller"));
	if (v->threshold)
		text_addf(left, " · %s", _("skyddade"));
	if (r)
		text_add(right, lang_pick(r->reference));
}

static void tables_status(struct ui *ui, void *self, struct text *out)
{
	const struct tables_view *v = self;
	const struct figure_table *t = table_of(v);
	size_t row, column;

	(void)ui;
	if (!t)
		return;
	if (v->in_table && table_page_cell(&v->page, t, &row, &column))
		table_records_name(t, row, column, out);
	else
		text_add(out, lang_pick(t->report->note));
}

static void tables_help(struct ui *ui, void *self, struct text *out)
{
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
		   "v visar kolumnen man står i ensam, med förra året, ändringen och "
		   "riket bredvid, sedan nästa kolumn, och till sist hela tabellen "
		   "igen. e skriver tabellen till en fil som Excel öppnar. u visar "
		   "utkasten.\n\n"
		   "p visar tabellerna som de kan lämnas till andra: utan små tal "
		   "och det som skulle röja dem. p igen visar allt."));
	if (app_is_national(ui->app))
		tables_scope_add_help(out);
}

static void tables_close(struct ui *ui, void *self)
{
	struct tables_view *v = self;

	forget_book(ui, v);
	tables_list_done(&v->tables);
	free(v->left_out);
	free(v->behind);
	free(v);
}

#define VIEW(map)                      \
	{ .name = "tables",            \
	  .title = tables_title,       \
	  .draw = tables_draw,         \
	  .status = tables_status,     \
	  .keymap = &(map),            \
	  .key = tables_key,           \
	  .has = tables_has,           \
	  .help = tables_help,         \
	  .resume = tables_resume,     \
	  .year_turned = reload,       \
	  .close = tables_close }

static const struct view_ops ops = VIEW(own_keymap);
static const struct view_ops national_ops = VIEW(national_keymap);

void tables_view_open(struct ui *ui)
{
	struct tables_view *v = mem_alloc(sizeof(*v));

	v->left_out = mem_text("");
	tables_list_init(&v->tables);
	reload(ui, v);
	ui_push(ui, app_is_national(ui->app) ? &national_ops : &ops, v);
}
