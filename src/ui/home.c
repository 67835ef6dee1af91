/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen; see home.h. */
#include "ui/home.h"

#include <stddef.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/ledger.h"
#include "app/lists.h"
#include "app/overview.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/checks_view.h"
#include "ui/deliveries_view.h"
#include "ui/drafts_view.h"
#include "ui/interventions.h"
#include "ui/keymap.h"
#include "ui/ledger_view.h"
#include "ui/list.h"
#include "ui/participants.h"
#include "ui/prompt.h"
#include "ui/queries_view.h"
#include "ui/screen.h"
#include "ui/settings.h"
#include "ui/tables_view.h"
#include "ui/ui.h"

struct home {
	struct overview overview;
	long long version; /* of the register it was read from */
	int year;
	bool checked;      /* the overview tells what the check finds */
	struct list list; /* over what needs attention and the menu */
};

/* ---- what needs attention ---- */

static void open_drafts(struct ui *ui)
{
	drafts_view_open(ui);
}

/* What is open is so now: the list of this year holds it. */
static void open_participants(struct ui *ui, const char *filter)
{
	ui->year = date_year(clock_today());
	participants_open(ui, &(struct participants_setup){ .filter = filter });
}

static void open_long(struct ui *ui)
{
	open_participants(ui, _("mån"));
}

static void open_outlasting(struct ui *ui)
{
	open_participants(ui, _("insats slut"));
}

static void open_actual(struct ui *ui)
{
	screen_turn_year(ui, -1);
	ledger_view_open(ui, LEDGER_MONEY);
}

static void open_volume(struct ui *ui)
{
	screen_turn_year(ui, -1);
	ledger_view_open(ui, LEDGER_COUNTS);
}

/* Each is shown when its count is not 0. */
static const struct todo {
	size_t count; /* where in struct overview */
	char mark;
	bool last_year;         /* the year before the one shown ends the text */
	const char *one, *many; /* msgids */
	void (*open)(struct ui *ui);
} todos[] = {
	{ offsetof(struct overview, drafts), '!', false,
	  N_("utkast väntar på att bli klart"), N_("utkast väntar på att bli klara"),
	  open_drafts },
	{ offsetof(struct overview, errors), '!', false,
	  N_("fel i årets uppgifter hindrar leveransen"),
	  N_("fel i årets uppgifter hindrar leveransen"), checks_view_open },
	{ offsetof(struct overview, queries), '?', false,
	  N_("fråga från den nationella uppföljningen väntar på svar"),
	  N_("frågor från den nationella uppföljningen väntar på svar"),
	  queries_view_open },
	{ offsetof(struct overview, long_open), '!', false,
	  N_("deltagande har pågått längre än 24 månader"),
	  N_("deltaganden har pågått längre än 24 månader"), open_long },
	{ offsetof(struct overview, outlasting), '!', false,
	  N_("deltagande pågår fast insatsen är slut"),
	  N_("deltaganden pågår fast insatsen är slut"), open_outlasting },
	{ offsetof(struct overview, without_actual), '~', true,
	  N_("insats saknar utfall för"), N_("insatser saknar utfall för"), open_actual },
	{ offsetof(struct overview, without_volume), '~', true,
	  N_("volyminsats saknar antal för"), N_("volyminsatser saknar antal för"),
	  open_volume },
	{ offsetof(struct overview, warnings), '~', false,
	  N_("varning i årets uppgifter"), N_("varningar i årets uppgifter"),
	  checks_view_open },
	{ offsetof(struct overview, not_received), ' ', false,
	  N_("leverans är skickad men inte mottagen"),
	  N_("leveranser är skickade men inte mottagna"), deliveries_view_open },
};

enum { TODO_COUNT = sizeof(todos) / sizeof(todos[0]) };

static long long count_of(const struct home *h, const struct todo *t)
{
	return *(const long long *)((const char *)&h->overview + t->count);
}

/* ---- the menu ---- */

static void open_all_participants(struct ui *ui)
{
	participants_open(ui, &(struct participants_setup){ .filter = NULL });
}

static void open_counts(struct ui *ui)
{
	ledger_view_open(ui, LEDGER_COUNTS);
}

static void open_money(struct ui *ui)
{
	ledger_view_open(ui, LEDGER_MONEY);
}

/* By the number on the key; the numbers stay when screens are added. */
static const struct entrance {
	char key;
	const char *label; /* a msgid */
	void (*open)(struct ui *ui);
} menu[] = {
	{ '1', N_("Deltagare"), open_all_participants },
	{ '2', N_("Insatser"), interventions_open },
	{ '3', N_("Antal"), open_counts },
	{ '4', N_("Ekonomi"), open_money },
	{ '5', N_("Årets tabeller"), tables_view_open },
	{ '6', N_("Kontroll"), checks_view_open },
	{ '7', N_("Leveranser"), deliveries_view_open },
	{ '9', N_("Inställningar"), settings_open },
};

enum { MENU_COUNT = sizeof(menu) / sizeof(menu[0]), MENU_WIDTH = 24 };

/* ---- the rows one can stand on ---- */

/* The todo on the row, or NULL when the row is one of the menu. */
static const struct todo *todo_at(const struct home *h, size_t row)
{
	for (size_t i = 0; i < TODO_COUNT; i++)
		if (count_of(h, &todos[i]) && row-- == 0)
			return &todos[i];
	return NULL;
}

static size_t count_todos(const struct home *h)
{
	size_t count = 0;

	while (todo_at(h, count))
		count++;
	return count;
}

static size_t count_rows(void *rows)
{
	return count_todos(rows) + MENU_COUNT;
}

static const struct list_rows list_ops = { .count = count_rows };

/* The menu stays where one stands on it, whatever comes or goes above. */
static void keep_place(struct home *h, size_t before)
{
	if (h->list.selected >= before)
		h->list.selected += count_todos(h) - before;
	list_fit(&h->list, count_rows(h));
}

static void reload(struct ui *ui, void *self)
{
	struct home *h = self;
	size_t before = count_todos(h);
	struct err e;

	if (!overview_load(ui->app, ui->year, &h->overview, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	h->version = app_version(ui->app);
	h->year = ui->year;
	h->checked = false;
	keep_place(h, before);
}

/* A check takes its time, so it waits until no key is waited for. */
static unsigned home_tick(struct ui *ui, void *self)
{
	struct home *h = self;
	size_t before = count_todos(h);
	struct err e;

	if (h->checked)
		return REACT_NONE;
	h->checked = true;
	if (!overview_check(ui->app, ui->year, &h->overview, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	keep_place(h, before);
	return REACT_REDRAW;
}

static void home_resume(struct ui *ui, void *self)
{
	const struct home *h = self;

	if (h->version != app_version(ui->app) || h->year != ui->year)
		reload(ui, self);
}

/* ---- drawing ---- */

static void draw_figure(struct area a, const char *label, long long number)
{
	struct text digits = { 0 }, shown = { 0 };

	text_addf(&digits, "%lld", number);
	screen_add_number(&shown, text_get(&digits));
	draw_text(a, 0, 0, ROLE_LABEL, label);
	draw_cell(area_cut(a, 0, 17, 1, 7), ROLE_VALUE, ALIGN_RIGHT, text_get(&shown));
	text_done(&digits);
	text_done(&shown);
}

static void draw_figures(const struct home *h, struct ui *ui, struct area a)
{
	const struct overview *o = &h->overview;
	bool past = ui->year < date_year(clock_today());
	const struct {
		const char *label;
		long long number;
	} figures[] = {
		{ _("Deltagare"), o->active },
		{ past ? _("Kvar 31 dec") : _("Pågår nu"), o->ongoing },
		{ _("Avslutade"), o->ended },
		{ _("Nya"), o->started },
		{ _("Anonyma"), o->anonymous },
		{ _("I volyminsatser"), o->volume },
	};

	for (int i = 0; i < 6; i++)
		draw_figure(area_cut(a, i / 3, 2 + i % 3 * 26, 1, 24), figures[i].label,
			    figures[i].number);
}

static void draw_share(const struct home *h, struct area line)
{
	const struct overview *o = &h->overview;
	int x = draw_text(line, 0, 2, ROLE_LABEL, _("Till arbete eller studier")) + 2;

	if (o->share < 0) {
		draw_text(line, 0, x, ROLE_HINT, _("ingen avslutad än"));
		x += 26;
	} else {
		draw_textf(line, 0, x, ROLE_VALUE, _("%3d %%"), o->share);
		draw_bar(area_cut(line, 0, x + 7, 1, 20), o->share / 100.0);
		x += 29;
	}
	if (o->national_year)
		draw_textf(line, 0, x, ROLE_HINT, _("Riket %d: %d %%"), o->national_year,
			   o->national_share);
}

static void draw_todo(const struct home *h, struct area line, size_t row, int year)
{
	const struct todo *t = todo_at(h, row);
	bool selected = h->list.selected == row;
	enum role role = selected ? ROLE_SELECTED : ROLE_TEXT;
	enum role mark = t->mark == '!' ? ROLE_ERROR : ROLE_WARNING;
	int x;

	draw_clear(line, role);
	draw_textf(line, 0, 2, selected ? role : mark, "%c", t->mark);
	draw_textf(line, 0, 4, role, "%4lld", count_of(h, t));
	x = draw_text(line, 0, 10, role, count_of(h, t) == 1 ? _(t->one) : _(t->many));
	if (t->last_year)
		draw_textf(line, 0, x + 1, role, "%d", year - 1);
	if (selected)
		draw_cursor(line, 0, 2);
}

/* How many lines the menu takes: three columns, filled downwards. */
static int menu_lines(void)
{
	return (MENU_COUNT + 2) / 3;
}

static void draw_menu(const struct home *h, struct area a)
{
	size_t first = count_todos(h);
	int lines = menu_lines();

	for (int i = 0; i < MENU_COUNT; i++) {
		struct area item =
			area_cut(a, i % lines, 1 + i / lines * MENU_WIDTH, 1, MENU_WIDTH);
		bool selected = h->list.selected == first + (size_t)i;
		enum role role = selected ? ROLE_SELECTED : ROLE_TEXT;

		draw_clear(item, role);
		draw_textf(item, 0, 1, selected ? role : ROLE_BAR_KEY, "%c", menu[i].key);
		draw_text(item, 0, 3, role, _(menu[i].label));
		if (selected)
			draw_cursor(item, 0, 1);
	}
}

/* What to do next is always said. */
static const char *headline(const struct ui *ui, const struct home *h)
{
	if (count_todos(h))
		return _("Att göra");
	return h->overview.interventions || app_is_national(ui->app)
		       ? _("Inget väntar på att bli gjort.")
		       : _("Registret är tomt. Börja med insatserna: 2, sedan Ctrl-N.");
}

static void home_draw(struct ui *ui, void *self, struct area a)
{
	const struct home *h = self;
	int y = 0, todo = (int)count_todos(h);

	draw_figures(h, ui, area_cut(a, y, 0, 2, a.width));
	draw_share(h, area_line(a, y + 2));
	y += 4;
	draw_text(a, y++, 2, ROLE_HEADING, headline(ui, h));
	for (int i = 0; i < todo; i++)
		draw_todo(h, area_line(a, y++), (size_t)i, ui->year);
	draw_menu(h, area_cut(a, y + 1, 0, a.height - y - 1, a.width));
}

/* ---- keys ---- */

/* Left and right go between the columns of the menu. */
static unsigned sideways(struct home *h, int by)
{
	size_t first = count_todos(h);
	long to = (long)h->list.selected + (long)by * menu_lines();

	if (h->list.selected >= first && to >= (long)first && to < (long)count_rows(h))
		list_select(&h->list, (size_t)to);
	return REACT_REDRAW;
}

static unsigned on_left(struct ui *ui, void *self)
{
	(void)ui;
	return sideways(self, -1);
}

static unsigned on_right(struct ui *ui, void *self)
{
	(void)ui;
	return sideways(self, 1);
}

static unsigned on_open(struct ui *ui, void *self)
{
	const struct home *h = self;
	const struct todo *t = todo_at(h, h->list.selected);

	if (t)
		t->open(ui);
	else
		menu[h->list.selected - count_todos(h)].open(ui);
	return REACT_REDRAW;
}

static unsigned on_new(struct ui *ui, void *self)
{
	(void)self;
	screen_open_new(ui, "participation");
	return REACT_REDRAW;
}

static unsigned on_find_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	(void)owner;
	if (ended == 1 && text[0])
		participants_open(ui, &(struct participants_setup){ .filter = text });
	return REACT_REDRAW;
}

static unsigned on_find(struct ui *ui, void *self)
{
	(void)self;
	prompt_open(ui, N_("Sök deltagare:"), "", on_find_typed);
	return REACT_REDRAW;
}

static unsigned turn(struct ui *ui, void *self, int by)
{
	if (screen_turn_year(ui, by))
		reload(ui, self);
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

/* The number keys, and the moving keys of the rows. */
static unsigned home_key(struct ui *ui, void *self, const struct key *key)
{
	struct home *h = self;

	for (size_t i = 0; i < MENU_COUNT; i++)
		if (key->code == K_TEXT && key->text[0] == menu[i].key && !key->text[1]) {
			list_select(&h->list, count_todos(h) + i);
			menu[i].open(ui);
			return REACT_REDRAW;
		}
	return list_key(&h->list, key) ? REACT_REDRAW : REACT_PASS;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN, .label = N_("öppna"), .handler = on_open },
	{ .command = COMMAND_GO },
	{ .command = COMMAND_NEW,
	  .label = N_("ny deltagare"),
	  .needs = NEED_WRITE,
	  .handler = on_new },
	{ .command = COMMAND_FIND,
	  .keys = "/ F3 Ctrl-F",
	  .label = N_("sök deltagare"),
	  .handler = on_find },
	{ .command = COMMAND_YEAR_BACK,
	  .label = N_("förra året"),
	  .handler = on_year_back },
	{ .command = COMMAND_YEAR_FORWARD,
	  .label = N_("nästa år"),
	  .handler = on_year_forward },
	{ .command = COMMAND_LEFT, .handler = on_left },
	{ .command = COMMAND_RIGHT, .handler = on_right },
};

static const struct keymap keymap = KEYMAP(bindings, &screen_keymap);

/* ---- the view ---- */

static unsigned home_has(struct ui *ui, void *self)
{
	(void)self;
	return screen_has(ui);
}

static void home_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	(void)self;
	screen_add_title(ui, left, "");
	text_add(right, "samreg");
}

static void home_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Överst årets siffror så här långt. Deltagare räknas som "
			"deltaganden: den som är med i två insatser räknas två gånger. "
			"Till arbete eller studier är andelen av årets avslutade som "
			"arbetar eller studerar direkt efter insatsen.\n\n"
			"Att göra visar det som väntar. Enter öppnar det.\n\n"
			"+ och - byter år. Siffrorna öppnar bilderna. Ctrl-N registrerar "
			"en ny deltagare härifrån."));
}

static void home_close(struct ui *ui, void *self)
{
	(void)ui;
	free(self);
}

static const struct view_ops ops = {
	.name = "home",
	.title = home_title,
	.draw = home_draw,
	.keymap = &keymap,
	.key = home_key,
	.has = home_has,
	.help = home_help,
	.resume = home_resume,
	.tick = home_tick,
	.close = home_close,
};

void home_open(struct ui *ui)
{
	struct home *h = mem_alloc(sizeof(*h));

	ui->year = date_year(clock_today());
	/* What is looked at there lies in years that are over. */
	if (app_is_demo(ui->app) || app_is_national(ui->app))
		ui->year = lists_latest_year(ui->app, ui->year);
	list_init(&h->list, &list_ops, h);
	reload(ui, h);
	list_select(&h->list, count_todos(h));
	ui_push(ui, &ops, h);
}
