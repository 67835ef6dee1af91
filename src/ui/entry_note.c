/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a field; see entry_note.h. */
#include "ui/entry_note.h"

#include <stdlib.h>
#include <string.h>

#include "app/entry.h"
#include "app/marks.h"
#include "app/queries.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "ui/draw.h"
#include "ui/entry_field.h"
#include "ui/entry_move.h"
#include "ui/entry_private.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/ui.h"

void entry_note_load(struct ui *ui, struct entry_view *v)
{
	const struct record *r = entry_record(v->entry);
	struct err e;

	marks_done(&v->marks);
	if (record_id(r)[0] && !marks_load(&v->marks, ui->app, record_form(r)->name,
					   record_id(r), &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
}

/* ---- the window ---- */

/* Lines that can be typed in: an answer to each question, and last the note. */
struct note_view {
	struct marks marks;
	const struct form_field *field;
	const char *form;
	char *record;
	const struct mark **questions;  /* in marks */
	struct lineedit *lines;
	size_t count, at;
	struct grid *history;           /* or NULL */
	int top, height;
	bool follows;                   /* the line typed in is to be seen */
};

static bool is_note(const struct note_view *n, size_t line)
{
	return line + 1 == n->count;
}

static void close_window(struct ui *ui, void *self)
{
	struct note_view *n = self;

	(void)ui;
	for (size_t i = 0; i < n->count; i++)
		lineedit_done(&n->lines[i]);
	grid_free(n->history);
	marks_done(&n->marks);
	free(n->questions);
	free(n->lines);
	free(n->record);
	free(n);
}

/* ---- drawing ---- */

/* Where the next line goes, in an area that shows a part of them. */
struct pen {
	struct area a;
	int y, top;
};

static void put(struct pen *p, enum role role, const char *text)
{
	const char *next;

	do {
		char *line = mem_text_part(text,
					   (size_t)draw_wrap(text, p->a.width, &next));

		draw_text(p->a, p->y++ - p->top, 0, role, line);
		free(line);
		text = next;
	} while (*text);
}

/* The label and the line to type in; where it is, for scrolling. */
static int put_line(struct note_view *n, struct pen *p, size_t i)
{
	int y = p->y++ - p->top, x;

	x = draw_text(p->a, y, 0, ROLE_LABEL, is_note(n, i) ? _("Anteckning:")
							    : _("Svar:")) + 1;
	if (y < 0 || y >= p->a.height)
		return p->y - 1;
	if (i == n->at)
		lineedit_draw(&n->lines[i], area_cut(p->a, y, x, 1, p->a.width - x),
			      ROLE_FOCUS);
	else
		draw_cell(area_cut(p->a, y, x, 1, p->a.width - x), ROLE_VALUE, ALIGN_LEFT,
			  lineedit_get(&n->lines[i]));
	return p->y - 1;
}

static const char *action_name(const char *action)
{
	if (!strcmp(action, "withdrawn"))
		return _("frågan är återtagen:");
	return !strcmp(action, "add") ? _("registrerat") : _("ändrat");
}

static void put_history(const struct note_view *n, struct pen *p)
{
	put(p, ROLE_HEADING, _("Historik"));
	if (!n->history || !grid_rows(n->history))
		put(p, ROLE_HINT, _("Inget är noterat om fältet."));
	for (size_t i = 0; n->history && i < grid_rows(n->history); i++) {
		const char *at = grid_get(n->history, i, 0);
		struct text line = { 0 };

		const char *user = grid_get(n->history, i, 1);
		const char *text = grid_get(n->history, i, 3);

		text_addf(&line, "%.10s %.5s  %s%s%s%s%s", at,
			  strlen(at) > 11 ? at + 11 : "", user, user[0] ? "  " : "",
			  action_name(grid_get(n->history, i, 2)), text[0] ? " " : "",
			  text);
		put(p, ROLE_TEXT, text_get(&line));
		text_done(&line);
	}
}

/* Draws from line `top` on; returns where the line typed in is, and how many lines. */
static int put_all(struct note_view *n, struct area a, int top, int *lines)
{
	struct pen p = { a, 0, top };
	int at = 0, here;

	for (size_t i = 0; i < n->count; i++) {
		if (!is_note(n, i)) {
			struct text asked = { 0 };

			text_addf(&asked, _("Fråga från den nationella uppföljningen "
					    "%.10s"), n->questions[i]->asked_at);
			put(&p, ROLE_HEADING, text_get(&asked));
			put(&p, ROLE_TEXT, n->questions[i]->text);
			text_done(&asked);
		}
		here = put_line(n, &p, i);
		if (i == n->at)
			at = here;
		p.y++;
	}
	put_history(n, &p);
	*lines = p.y;
	return at;
}

static void scroll(struct note_view *n, int lines, int at)
{
	if (n->follows && at < n->top)
		n->top = at;
	if (n->follows && at >= n->top + n->height)
		n->top = at - n->height + 1;
	if (n->top > lines - n->height)
		n->top = lines - n->height;
	if (n->top < 0)
		n->top = 0;
}

static void draw(struct ui *ui, void *self, struct area a)
{
	struct note_view *n = self;
	struct area inside, nowhere;
	int lines, at;

	(void)ui;
	nowhere = area_cut(a, 0, 0, 0, draw_popup_width(a));
	put_all(n, nowhere, 0, &lines);
	inside = draw_popup(a, lines, lang_pick(n->field->label));
	n->height = inside.height;
	at = put_all(n, area_cut(inside, 0, 0, 0, inside.width), 0, &lines);
	scroll(n, lines, at);
	put_all(n, inside, n->top, &lines);
}

/* ---- keys ---- */

static unsigned go(struct note_view *n, long step)
{
	long to = (long)n->at + step;

	if (to >= 0 && to < (long)n->count)
		n->at = (size_t)to;
	n->follows = true;
	return REACT_REDRAW;
}

/* Whether anything typed goes out; else it is the user's own. */
static bool has_answer(const struct note_view *n)
{
	for (size_t i = 0; i < n->count; i++)
		if (!is_note(n, i) && lineedit_get(&n->lines[i])[0])
			return true;
	return false;
}

static unsigned on_save(struct ui *ui, void *self)
{
	struct note_view *n = self;
	const char **ids = mem_alloc(n->count * sizeof(*ids));
	const char **answers = mem_alloc(n->count * sizeof(*answers));
	struct marks_change change = {
		.form = n->form, .record = n->record, .field = n->field->name,
		.ids = ids, .answers = answers, .count = n->count - 1,
	};
	struct err e;
	bool ok;

	for (size_t i = 0; i < n->count; i++) {
		lineedit_compose(&n->lines[i]);
		answers[i] = lineedit_get(&n->lines[i]);
		if (!is_note(n, i))
			ids[i] = n->questions[i]->id;
	}
	change.note = answers[n->count - 1];
	ok = marks_store(ui->app, &change, &e);
	if (ok)
		ui_say(ui, MESSAGE_INFO, "%s",
		       has_answer(n) ? _("Sparat. Ett svar följer med nästa leverans "
					 "som har posten.")
				     : _("Sparat. Anteckningen stannar i det egna "
					 "registret."));
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	free(ids);
	free(answers);
	return ok ? REACT_CLOSE | REACT_REDRAW : REACT_REDRAW;
}

static unsigned on_next(struct ui *ui, void *self)
{
	struct note_view *n = self;

	return is_note(n, n->at) ? on_save(ui, n) : go(n, 1);
}

static unsigned on_down(struct ui *ui, void *self)
{
	(void)ui;
	return go(self, 1);
}

static unsigned on_up(struct ui *ui, void *self)
{
	(void)ui;
	return go(self, -1);
}

static unsigned page(struct note_view *n, int step)
{
	n->follows = false;
	n->top += step * (n->height > 1 ? n->height - 1 : 1);
	return REACT_REDRAW;
}

static unsigned on_page_down(struct ui *ui, void *self)
{
	(void)ui;
	return page(self, 1);
}

static unsigned on_page_up(struct ui *ui, void *self)
{
	(void)ui;
	return page(self, -1);
}

static unsigned on_cancel(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_CLOSE | REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_ACCEPT, .keys = "Enter", .label = N_("nästa, spara"),
	  .handler = on_next },
	{ .command = COMMAND_SAVE, .label = N_("spara"), .handler = on_save },
	{ .command = COMMAND_ESCAPE, .label = N_("avbryt"), .handler = on_cancel },
	{ .command = COMMAND_NEXT_FIELD, .keys = "Tab Down", .handler = on_down },
	{ .command = COMMAND_PREVIOUS_FIELD, .handler = on_up },
	{ .command = COMMAND_PAGE_DOWN, .handler = on_page_down },
	{ .command = COMMAND_PAGE_UP, .handler = on_page_up },
	{ .command = COMMAND_CLOSE, .handler = on_cancel },
};

static const struct keymap keymap = KEYMAP(bindings, NULL);

static unsigned key(struct ui *ui, void *self, const struct key *key)
{
	struct note_view *n = self;

	(void)ui;
	if (lineedit_key(&n->lines[n->at], key) == LINEEDIT_UNUSED)
		return REACT_PASS;
	n->follows = true;
	return REACT_REDRAW;
}

static void help(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	(void)self;
	text_add(out, _("En fråga från den nationella uppföljningen besvaras här. Svaret "
			"följer med nästa leverans som har posten; det ändrar inga "
			"siffror, så året behöver inte låsas upp för ett svar. Är "
			"uppgiften fel rättas den i fältet.\n\n"
			"Anteckningen är bara för det egna registret och levereras inte. "
			"Historiken säger när fältet har ändrats och av vem, aldrig vad "
			"som stod där. Skriv inga namn eller personnummer."));
}

static const struct view_ops ops = {
	.name = "note",
	.draw = draw,
	.keymap = &keymap,
	.key = key,
	.help = help,
	.close = close_window,
	.popup = true,
};

/* ---- opening ---- */

/* Questions on the field, and on those one can't go to. */
static bool belongs(const struct entry_view *v, const struct mark *m,
		    const struct form_field *focused)
{
	const struct form *form = entry_form(v->entry);

	if (!m->asked || !strcmp(m->field, focused->name))
		return m->asked;
	for (size_t i = 0; i < form->field_count; i++)
		if (!strcmp(form->fields[i].name, m->field))
			return form->fields[i].hidden ||
			       !entry_is_relevant(v->entry, i) ||
			       entry_is_read_only(v->entry, i);
	return true;
}

static void add_line(struct note_view *n, const struct mark *question, const char *text)
{
	n->questions[n->count] = question;
	lineedit_begin(&n->lines[n->count], text, QUERIES_MAX_TEXT);
	/* A longer text is rather mended than written anew. */
	n->lines[n->count].replacing = false;
	n->count++;
}

static void fill(struct note_view *n, const struct entry_view *v)
{
	n->questions = mem_alloc((n->marks.count + 1) * sizeof(*n->questions));
	n->lines = mem_alloc((n->marks.count + 1) * sizeof(*n->lines));
	for (size_t i = 0; i < n->marks.count; i++)
		if (belongs(v, &n->marks.items[i], n->field))
			add_line(n, &n->marks.items[i], n->marks.items[i].answer);
	add_line(n, NULL, marks_note(&n->marks, n->field->name));
}

void entry_note_open(struct ui *ui, struct entry_view *v)
{
	const struct record *r = entry_record(v->entry);
	struct note_view *n;
	struct err e = { "" };

	entry_move_over(ui, v, v->at);
	if (!record_id(r)[0]) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Spara posten först. Sedan kan fältet få en anteckning."));
		return;
	}
	n = mem_alloc(sizeof(*n));
	n->field = entry_field_form(v);
	n->form = record_form(r)->name;
	n->record = mem_text(record_id(r));
	n->follows = true;
	if (!marks_load(&n->marks, ui->app, n->form, n->record, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	n->history = marks_history(ui->app, n->form, n->record, n->field->name, &e);
	fill(n, v);
	ui_push(ui, &ops, n);
}
