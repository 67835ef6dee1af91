/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One delivery; see delivery_view.h. */
#include "ui/delivery_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/delivery_copies.h"
#include "app/export.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/browser.h"
#include "ui/checks_view.h"
#include "ui/delivery_rows.h"
#include "ui/delivery_words.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/notice.h"
#include "ui/prompt.h"
#include "ui/screen.h"
#include "ui/ui.h"

struct delivery_view {
	struct browser browser;
	int year, revision;
	bool planned;               /* not made yet: the plan tells what would be */
	enum package_level level;
	struct export plan;
	struct delivery_files sent;
	struct text head;           /* the lines above the files */
	struct text folder;         /* where it is to be written */
};

enum { NAME, TITLE, ROWS, BYTES, HASH, COLUMNS };

enum { HASH_SHOWN = 12 };

static const struct browser_column columns[COLUMNS] = {
	[NAME] = { .heading = N_("Fil") },
	[TITLE] = { .heading = N_("Innehåll"), .flexible = true, .rank = 1 },
	[ROWS] = { .heading = N_("Rader"), .align = ALIGN_RIGHT, .by_number = true },
	[BYTES] = { .heading = N_("Byte"), .align = ALIGN_RIGHT, .by_number = true },
	[HASH] = { .heading = N_("SHA-256"), .rank = 2 },
};

static const struct delivery_files *files_of(const struct delivery_view *v)
{
	return v->planned ? &v->plan.files : &v->sent;
}

/* ---- what stands above the files ---- */

static void add_plan(struct delivery_view *v)
{
	const struct check *c = &v->plan.check;
	char *folder = mem_text(text_get(&v->folder));

	text_addf(&v->head, _("Inte skapad. Nivå: %s. Deltaganden: %zu.\n"),
		  delivery_level_words(v->level),
		  v->plan.participations);
	text_addf(&v->head, _("Fel: %zu. Varningar: %zu, godkända med skäl: %zu. Utkast "
			      "som inte är med: %zu.\n"),
		  c->errors, c->warnings, c->overruled, c->drafts);
	text_addf(&v->head, _("Skrivs i mappen %s."), folder);
	free(folder);
}

static bool plan(struct ui *ui, struct delivery_view *v, struct err *e)
{
	const struct export_order order = { .year = v->year, .level = v->level };

	export_done(&v->plan);
	if (!export_preview(ui->app, &order, &v->plan, e))
		return false;
	v->revision = v->plan.revision;
	add_plan(v);
	return true;
}

static void add_made(struct delivery_view *v, const struct delivery *d)
{
	text_addf(&v->head, _("Nivå: %s. Deltaganden: %zu. Läge: "),
		  delivery_level_words(d->level), d->participations);
	delivery_add_state(&v->head, d);
	text_add(&v->head, ".\n");
	text_add(&v->head, _("Skapad "));
	delivery_add_time(&v->head, d->created_at);
	text_addf(&v->head, _(" av %s. Varningar: %zu. Utkast som inte var med: %zu.\n"),
		  d->created_by, d->warnings, d->drafts);
	if (d->unlock_reason[0])
		text_addf(&v->head, _("Upplåst %.10s av %s: %s\n"), d->unlocked_at,
			  d->unlocked_by, d->unlock_reason);
}

static bool read_made(struct ui *ui, struct delivery_view *v, struct err *e)
{
	struct deliveries all = { 0 };
	const struct delivery *d = NULL;

	delivery_files_done(&v->sent);
	if (deliveries_load(&all, ui->app, e))
		d = deliveries_find(&all, v->year, v->revision);
	if (d)
		add_made(v, d);
	deliveries_done(&all);
	if (d && !delivery_copies_add(ui->app, v->year, v->revision, "", &v->head, e))
		return false;
	return d && deliveries_read(ui->app, v->year, v->revision, &v->sent, e);
}

/* ---- the files ---- */

static const char *title_of(const struct delivery_file *file)
{
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		size_t length = strlen(package_file(id)->name);

		if (!strncmp(package_file(id)->name, file->name, length) &&
		    !strcmp(file->name + length, ".csv"))
			return _(package_file(id)->title);
	}
	return _("Beskrivning av filerna");
}

static void show_file(struct grid *out, const struct delivery_file *file, size_t i)
{
	size_t row = grid_add_row(out, 0);
	char text[32];

	grid_set(out, row, NAME, file->name);
	grid_set(out, row, TITLE, title_of(file));
	snprintf(text, sizeof(text), "%zu", file->rows);
	screen_set_number(out, row, ROWS,
			  strcmp(file->name, DELIVERY_DESCRIPTOR) ? text : "");
	snprintf(text, sizeof(text), "%zu", file->bytes.length);
	screen_set_number(out, row, BYTES, text);
	grid_set_part(out, row, HASH, file->hash, HASH_SHOWN);
	snprintf(text, sizeof(text), "%zu", i);
	grid_set(out, row, COLUMNS, text);
}

static struct grid *delivery_view_load(struct ui *ui, void *self, struct err *e)
{
	struct delivery_view *v = self;
	const struct delivery_files *files = files_of(v);
	struct grid *out;

	text_clear(&v->head);
	if (!(v->planned ? plan : read_made)(ui, v, e))
		return NULL;
	out = screen_new_rows(COLUMNS);
	for (size_t i = 0; i < files->count; i++)
		show_file(out, &files->items[i], i);
	return out;
}

static const struct browser_setup planned_setup = {
	columns, COLUMNS, delivery_view_load,
	N_("Leveransen kan inte skapas förrän felen är rättade. r visar dem.")
};

static const struct browser_setup made_setup = {
	columns, COLUMNS, delivery_view_load,
	N_("Uppgifter om personer i leveransen är gallrade, så den kan inte visas eller "
	   "skrivas igen.")
};

/* ---- keys ---- */

static unsigned on_open(struct ui *ui, void *self)
{
	const struct delivery_view *v = self;
	size_t i = (size_t)atoi(browser_selected(&v->browser));

	if (i < files_of(v)->count)
		delivery_rows_open(ui, &files_of(v)->items[i]);
	return REACT_REDRAW;
}

static unsigned on_level(struct ui *ui, void *self)
{
	struct delivery_view *v = self;

	v->level = v->level == PACKAGE_DETAILED ? PACKAGE_AGGREGATE : PACKAGE_DETAILED;
	browser_reload(ui, v);
	return REACT_REDRAW;
}

static unsigned on_folder_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	struct delivery_view *v = owner;

	if (ended != 1 || !text[strspn(text, " ")])
		return REACT_REDRAW;
	text_clear(&v->folder);
	delivery_add_typed(&v->folder, text);
	browser_reload(ui, v);
	return REACT_REDRAW;
}

static unsigned on_folder(struct ui *ui, void *self)
{
	const struct delivery_view *v = self;

	prompt_open(ui, N_("Mapp:"), text_get(&v->folder), on_folder_typed);
	return REACT_REDRAW;
}

static void say_made(struct ui *ui, const struct export *done, int year)
{
	struct text said = { 0 };

	text_addf(&said, _("Leveransen ligger i mappen\n%s\noch skickas till den "
			   "nationella uppföljningen. %d är nu låst."),
		  done->folder, year);
	notice_show(ui, _("Leveransen är skapad"), text_get(&said));
	text_done(&said);
}

/* The plan gives way to the delivery as it was made. */
static unsigned make(struct ui *ui, struct delivery_view *v)
{
	const struct export_order order = { .year = v->year,
					    .level = v->level,
					    .out = text_get(&v->folder) };
	struct export done;
	struct err e;
	bool made = export_write(ui->app, &order, &done, &e);

	if (made) {
		delivery_keep_folder(ui, order.out);
		delivery_view_open(ui, &(struct delivery){ .year = v->year,
							   .revision = done.revision,
							   .state = DELIVERY_DELIVERED });
		say_made(ui, &done, v->year);
	} else {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		browser_reload(ui, v);
	}
	export_done(&done);
	return made ? REACT_REDRAW | REACT_CLOSE : REACT_REDRAW;
}

static unsigned on_make_answered(struct ui *ui, void *owner, size_t button)
{
	return button == 0 ? make(ui, owner) : REACT_REDRAW;
}

static void ask_to_make(struct ui *ui, void *self, struct text *out)
{
	const struct delivery_view *v = self;
	const struct check *c = &v->plan.check;

	(void)ui;
	text_addf(out, _("%d, revision %d, %s. Året låses: det som levereras kan inte "
			 "ändras förrän det låses upp."),
		  v->year, v->revision,
		  delivery_level_words(v->level));
	if (v->year >= date_year(clock_today()))
		text_add(out, _("\nÅret är inte slut. Det som händer sedan är inte "
				"med."));
	if (c->warnings)
		text_addf(out, _("\nVarningar som ingen har godkänt med ett skäl: %zu. "
				 "De följer med leveransen."), c->warnings);
	if (c->drafts)
		text_addf(out, _("\nUtkast som inte är med: %zu."), c->drafts);
}

static unsigned on_deliver(struct ui *ui, void *self)
{
	static const char *const buttons[] = { N_("Skapa leveransen"), N_("Inte än") };
	const struct delivery_view *v = self;

	if (v->plan.check.errors) {
		ui_say(ui, MESSAGE_ERROR, _("%d: levereras inte, fel som måste rättas "
					    "först: %zu."), v->year,
		       v->plan.check.errors);
		return REACT_REDRAW;
	}
	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Skapa leveransen?"),
					       .words = ask_to_make,
					       .buttons = buttons,
					       .count = 2,
					       .first = 1,
					       .escape = 1,
					       .answer = on_make_answered });
	return REACT_REDRAW;
}

static unsigned on_again_typed(struct ui *ui, void *owner, const char *text, int ended)
{
	const struct delivery_view *v = owner;
	const struct delivery d = { .year = v->year, .revision = v->revision };
	struct text out = { 0 };
	struct err e;
	char *folder;

	if (ended != 1 || !text[strspn(text, " ")])
		return REACT_REDRAW;
	delivery_add_typed(&out, text);
	if (deliveries_write(ui->app, &d, text_get(&out), &folder, &e)) {
		ui_say(ui, MESSAGE_INFO, _("%s: skriven som den levererades."), folder);
		delivery_keep_folder(ui, text_get(&out));
		free(folder);
	} else {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	}
	text_done(&out);
	return REACT_REDRAW;
}

static unsigned on_again(struct ui *ui, void *self)
{
	const struct delivery_view *v = self;

	prompt_open(ui, N_("Mapp:"), text_get(&v->folder), on_again_typed);
	return REACT_REDRAW;
}

static unsigned on_check(struct ui *ui, void *self)
{
	const struct delivery_view *v = self;

	ui->year = v->year;
	checks_view_open(ui);
	return REACT_REDRAW;
}

static const struct binding planned_bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("visa"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_DELIVER,
	  .label = N_("skapa leveransen"),
	  .needs = NEED_WRITE,
	  .handler = on_deliver },
	{ .command = COMMAND_CHECK, .label = N_("kontrollera"), .handler = on_check },
	{ .command = COMMAND_LEVEL, .label = N_("nivå"), .handler = on_level },
	{ .command = COMMAND_FOLDER, .label = N_("mapp"), .handler = on_folder },
};

static const struct binding made_bindings[] = {
	{ .command = COMMAND_OPEN,
	  .label = N_("visa"),
	  .needs = NEED_ROW,
	  .handler = on_open },
	{ .command = COMMAND_WRITE_AGAIN,
	  .label = N_("skriv igen"),
	  .handler = on_again },
};

static const struct keymap planned_keymap = KEYMAP(planned_bindings, &browser_keymap);
static const struct keymap made_keymap = KEYMAP(made_bindings, &browser_keymap);

/* ---- the view ---- */

static void delivery_view_title(struct ui *ui, void *self, struct text *left,
				struct text *right)
{
	const struct delivery_view *v = self;
	struct text name = { 0 };

	text_addf(&name, _("Leverans av %d, revision %d"), v->year, v->revision);
	screen_add_title_without_year(ui, left, text_get(&name));
	browser_add_count(&v->browser, right);
	text_done(&name);
}

static void delivery_view_draw(struct ui *ui, void *self, struct area a)
{
	struct delivery_view *v = self;
	int y;

	if (v->browser.lang != lang_get())
		browser_reload(ui, v);
	y = draw_paragraph(area_cut(a, 0, 1, a.height, a.width - 2), ROLE_TEXT,
			   text_get(&v->head)) + 1;
	browser_draw(ui, self, area_cut(a, y, 0, a.height - y, a.width));
}

static void planned_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Så här skulle leveransen bli nu. n väljer nivå: detaljer har en "
			"rad för varje deltagande, antal har bara tabellernas tal. m "
			"väljer mapp. r visar vad kontrollen finner. l skapar "
			"leveransen, som sparas i registret, skrivs i mappen och låser "
			"året. Fel måste rättas först."));
}

static void made_help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("Filerna som de levererades. Enter visar raderna i en fil. v "
			"skriver hela leveransen en gång till, exakt som den var."));
}

static void delivery_view_close(struct ui *ui, void *self)
{
	struct delivery_view *v = self;

	(void)ui;
	export_done(&v->plan);
	delivery_files_done(&v->sent);
	text_done(&v->head);
	text_done(&v->folder);
	browser_done(&v->browser);
	free(v);
}

static const struct view_ops planned_ops = {
	.name = "delivery",
	.title = delivery_view_title,
	.draw = delivery_view_draw,
	.status = browser_status,
	.keymap = &planned_keymap,
	.key = browser_key,
	.has = browser_has,
	.help = planned_help,
	.resume = browser_resume,
	.close = delivery_view_close,
};

static const struct view_ops made_ops = {
	.name = "delivery",
	.title = delivery_view_title,
	.draw = delivery_view_draw,
	.status = browser_status,
	.keymap = &made_keymap,
	.key = browser_key,
	.has = browser_has,
	.help = made_help,
	.resume = browser_resume,
	.close = delivery_view_close,
};

void delivery_view_open(struct ui *ui, const struct delivery *d)
{
	struct delivery_view *v = mem_alloc(sizeof(*v));

	v->year = d->year;
	v->revision = d->revision;
	v->planned = d->state == DELIVERY_DRAFT;
	v->level = d->level;
	delivery_add_folder(ui, &v->folder);
	browser_init(&v->browser, v->planned ? &planned_setup : &made_setup);
	browser_reload(ui, v);
	ui_push(ui, v->planned ? &planned_ops : &made_ops, v);
}
