/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start; see start.h. */
#include "ui/start.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/dialog.h"
#include "ui/home.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/list.h"
#include "ui/picklist.h"
#include "ui/prompt.h"
#include "ui/start_offers.h"
#include "ui/ui.h"

/* What is asked next, once the question before has left the screen. */
enum step { NO_STEP, ASK_MUNICIPALITIES, ASK_TO_CREATE };

struct start {
	struct catalog *catalog;
	char *path;
	struct start_offers offers;
	struct lineedit search;
	struct list list;
	enum step next;
	char *own_name, *own_municipalities; /* codes with a blank between */
};

enum { NAME_WIDTH = 44 };

static const struct start_offer *selected(const struct start *s)
{
	return &s->offers.items[s->offers.shown[s->list.selected]];
}

/* ---- the list ---- */

static size_t count_rows(void *rows)
{
	return ((const struct start *)rows)->offers.shown_count;
}

static void draw_row(void *rows, size_t i, struct area line, bool is_selected)
{
	const struct start *s = rows;
	const struct start_offer *o = &s->offers.items[s->offers.shown[i]];
	enum role role = is_selected ? ROLE_SELECTED : ROLE_TEXT;
	int width = line.width - NAME_WIDTH - 3;

	if (o->kind != START_LISTED) {
		draw_text(line, 0, 1, role, _(o->name));
		return;
	}
	draw_cell(area_cut(line, 0, 1, 1, NAME_WIDTH), role, ALIGN_LEFT, o->name);
	draw_cell(area_cut(line, 0, NAME_WIDTH + 2, 1, width),
		  is_selected ? role : ROLE_HINT, ALIGN_LEFT, o->municipalities);
}

static const struct list_rows list_ops = { .count = count_rows, .draw = draw_row };

static void start_draw(struct ui *ui, void *self, struct area a)
{
	struct start *s = self;
	struct area text = area_cut(a, 0, 1, a.height, a.width - 2);
	int y, x;

	(void)ui;
	y = draw_paragraph(text, ROLE_TEXT,
			   _("Det finns inget register än. Vems ska det bli? Skriv en "
			     "del av förbundets namn eller av en medlemskommun."));
	y++;
	x = draw_text(text, y, 0, ROLE_LABEL, _("Sök:")) + 1;
	list_draw(&s->list, area_cut(a, y + 2, 0, a.height - y - 2, a.width));
	lineedit_draw(&s->search, area_cut(text, y, x, 1, text.width - x), ROLE_FOCUS);
}

/* ---- creating ---- */

/* Takes the codes apart where they stand. */
static size_t split(char *codes, const char **out, size_t room)
{
	size_t count = 0;
	char *rest = NULL, *code = strtok_r(codes, " ", &rest);

	for (; code && count < room; code = strtok_r(NULL, " ", &rest))
		out[count++] = code;
	return count;
}

static bool create(struct start *s, struct faults *f)
{
	const struct start_offer *o = selected(s);
	size_t room = text_count_words(s->own_municipalities) + 1;
	const char **municipalities = mem_alloc(room * sizeof(*municipalities));
	struct app_new what = { .federation = o->code };
	char *codes = mem_text(s->own_municipalities), *code = NULL;
	bool ok;

	if (o->kind == START_NATIONAL)
		what = (struct app_new){ .national = true };
	if (o->kind == START_OWN) {
		what.federation = code = start_offers_make_code(&s->offers, s->own_name);
		what.name = s->own_name;
		what.municipalities = municipalities;
		what.municipality_count = split(codes, municipalities, room);
	}
	ok = app_create(s->path, &what, f);
	free(municipalities);
	free(codes);
	free(code);
	return ok;
}

static unsigned on_create_answered(struct ui *ui, void *owner, size_t button)
{
	struct start *s = owner;
	struct faults f = { 0 };

	if (button != 0)
		return REACT_REDRAW;
	if (create(s, &f))
		ui->app = app_open(s->path, &f);
	if (f.count)
		ui_say(ui, MESSAGE_ERROR, "%s", f.items[0].message);
	faults_done(&f);
	if (!ui->app)
		return REACT_REDRAW;
	home_open(ui);
	ui_say(ui, MESSAGE_INFO, "%s",
	       _("Registret är skapat. Börja med 2 Insatser: Ctrl-N där."));
	return REACT_CLOSE;
}

static void describe_register(struct ui *ui, void *owner, struct text *out)
{
	const struct start *s = owner;
	const struct start_offer *o = selected(s);

	(void)ui;
	text_add(out, o->kind == START_OWN ? s->own_name : _(o->name));
	if (o->municipalities[0])
		text_addf(out, "\n%s", o->municipalities);
	text_add(out, "\n\n");
	text_addf(out, _("Registret läggs i filen %s. Bara du kan läsa den."), s->path);
}

static void ask_to_create(struct ui *ui)
{
	static const char *const buttons[] = { N_("Skapa registret"), N_("Tillbaka") };

	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Skapa registret?"),
					       .words = describe_register,
					       .buttons = buttons,
					       .count = 2,
					       .escape = 1,
					       .answer = on_create_answered });
}

/* ---- a federation that is not in the list ---- */

static unsigned on_municipalities_chosen(struct ui *ui, void *owner, const char *codes)
{
	struct start *s = owner;

	(void)ui;
	if (codes) {
		free(s->own_municipalities);
		s->own_municipalities = mem_text(codes);
		s->next = ASK_TO_CREATE;
	}
	return REACT_REDRAW;
}

static void ask_municipalities(struct ui *ui, struct start *s)
{
	const struct grid *g = catalog_reference(s->catalog, "municipalities");
	struct picklist_item *items = mem_alloc(grid_rows(g) * sizeof(*items));

	for (size_t i = 0; i < grid_rows(g); i++)
		items[i] = (struct picklist_item){
			grid_get(g, i, 0), { grid_get(g, i, 1), grid_get(g, i, 1) }, NULL
		};
	picklist_open(ui, &(struct picklist_setup){
				  .title = lang_both(N_("Medlemskommuner")),
				  .items = items,
				  .count = grid_rows(g),
				  .chosen = s->own_municipalities,
				  .several = true,
				  .done = on_municipalities_chosen });
	free(items);
}

static unsigned on_name_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct start *s = owner;

	(void)ui;
	if (ended == 1 && text[0]) {
		free(s->own_name);
		s->own_name = mem_text(text);
		s->next = ASK_MUNICIPALITIES;
	}
	return REACT_REDRAW;
}

static void start_resume(struct ui *ui, void *self)
{
	struct start *s = self;
	enum step step = s->next;

	s->next = NO_STEP;
	if (step == ASK_MUNICIPALITIES)
		ask_municipalities(ui, s);
	else if (step == ASK_TO_CREATE)
		ask_to_create(ui);
}

/* ---- keys ---- */

static unsigned on_open(struct ui *ui, void *self)
{
	struct start *s = self;

	if (selected(s)->kind == START_OWN)
		prompt_open(ui, N_("Förbundets namn:"), s->own_name, on_name_typed);
	else
		ask_to_create(ui);
	return REACT_REDRAW;
}

static unsigned move(struct start *s, enum command command)
{
	list_move(&s->list, command);
	return REACT_REDRAW;
}

static unsigned on_up(struct ui *ui, void *self)
{
	(void)ui;
	return move(self, COMMAND_UP);
}

static unsigned on_down(struct ui *ui, void *self)
{
	(void)ui;
	return move(self, COMMAND_DOWN);
}

static unsigned on_page_up(struct ui *ui, void *self)
{
	(void)ui;
	return move(self, COMMAND_PAGE_UP);
}

static unsigned on_page_down(struct ui *ui, void *self)
{
	(void)ui;
	return move(self, COMMAND_PAGE_DOWN);
}

static const struct binding bindings[] = {
	{ .command = COMMAND_OPEN, .label = N_("välj"), .handler = on_open },
	{ .command = COMMAND_UP, .keys = "Up", .handler = on_up },
	{ .command = COMMAND_DOWN,
	  .keys = "Down Tab",
	  .label = N_("nästa"),
	  .handler = on_down },
	{ .command = COMMAND_PAGE_UP, .handler = on_page_up },
	{ .command = COMMAND_PAGE_DOWN, .handler = on_page_down },
};

static const struct keymap keymap = KEYMAP(bindings, NULL);

static unsigned start_key(struct ui *ui, void *self, const struct key *key)
{
	struct start *s = self;

	(void)ui;
	switch (lineedit_key(&s->search, key)) {
	case LINEEDIT_CHANGED:
		start_offers_search(&s->offers, lineedit_get(&s->search));
		list_select(&s->list, 0);
		return REACT_REDRAW;
	case LINEEDIT_MOVED:
		return REACT_REDRAW;
	default:
		return REACT_PASS;
	}
}

/* ---- the view ---- */

static void start_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct start *s = self;
	size_t count = s->offers.shown_count - 2;

	(void)ui;
	text_addf(left, "samreg · %s", _("Nytt register"));
	text_addf(right, ngettext("%zu förbund", "%zu förbund", count), count);
}

static void start_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Registret är en fil på den här datorn. Här väljs vems det ska "
			"bli; inget skapas förrän du har bekräftat.\n\n"
			"Listan är förbunden i årsrapporten för 2021 med sina kommuner. "
			"Kommunerna kan ändras efteråt under Inställningar. Finns "
			"förbundet inte i listan: välj den näst sista raden.\n\n"
			"Vill du bara prova: avsluta med F10 och starta med samreg demo. "
			"Då skapas ett register med påhittade uppgifter."));
}

static void start_close(struct ui *ui, void *self)
{
	struct start *s = self;

	(void)ui;
	start_offers_done(&s->offers);
	lineedit_done(&s->search);
	catalog_free(s->catalog);
	free(s->own_name);
	free(s->own_municipalities);
	free(s->path);
	free(s);
}

static const struct view_ops ops = {
	.name = "start",
	.title = start_title,
	.draw = start_draw,
	.keymap = &keymap,
	.key = start_key,
	.help = start_help,
	.resume = start_resume,
	.close = start_close,
};

bool start_open(struct ui *ui, const char *path, struct faults *f)
{
	struct catalog *catalog = catalog_load(f);
	struct start *s;

	if (!catalog)
		return false;
	s = mem_alloc(sizeof(*s));
	s->catalog = catalog;
	s->path = mem_text(path);
	s->own_name = mem_text("");
	s->own_municipalities = mem_text("");
	start_offers_init(&s->offers, catalog);
	list_init(&s->list, &list_ops, s);
	ui_push(ui, &ops, s);
	return true;
}
