/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with named buttons; see dialog.h. */
#include "ui/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/keymap.h"
#include "ui/ui.h"

struct question {
	const char *title, *text;
	dialog_words *words;
	const char *const *buttons;
	size_t count, at, escape;
	dialog_answer *answer;
	struct view *owner;
};

static char *letter_at(const char *label, size_t at)
{
	return mem_text_part(label + at, utf8_next(label, at) - at);
}

static char *folded_letter(const char *label, size_t at)
{
	char *letter = letter_at(label, at), *folded = utf8_fold(letter);

	free(letter);
	return folded;
}

/* Whether one of the `count` earlier labels has this letter. */
static bool is_taken(const char *const *labels, const int *chosen, size_t count,
		     const char *folded)
{
	bool taken = false;

	for (size_t i = 0; i < count && !taken; i++) {
		char *other;

		if (chosen[i] < 0)
			continue;
		other = folded_letter(labels[i], (size_t)chosen[i]);
		taken = !strcmp(other, folded);
		free(other);
	}
	return taken;
}

static int free_letter(const char *const *labels, const int *chosen, size_t i)
{
	for (size_t at = 0; labels[i][at]; at = utf8_next(labels[i], at)) {
		char *folded = folded_letter(labels[i], at);
		bool usable = strcmp(folded, " ") && !is_taken(labels, chosen, i, folded);

		free(folded);
		if (usable)
			return (int)at;
	}
	return -1;
}

void dialog_letters(const char *const *labels, size_t count, int *out)
{
	for (size_t i = 0; i < count; i++)
		out[i] = free_letter(labels, out, i);
}

static void translate(const struct question *q, const char **labels, int *letters)
{
	for (size_t i = 0; i < q->count; i++)
		labels[i] = _(q->buttons[i]);
	dialog_letters(labels, q->count, letters);
}

static unsigned answer(struct ui *ui, struct question *q, size_t button)
{
	ui_react(ui, q->owner, q->answer(ui, q->owner->self, button));
	return REACT_CLOSE;
}

static unsigned on_choose(struct ui *ui, void *self)
{
	struct question *q = self;

	return answer(ui, q, q->at);
}

static unsigned on_escape(struct ui *ui, void *self)
{
	struct question *q = self;

	return answer(ui, q, q->escape);
}

static unsigned on_previous(struct ui *ui, void *self)
{
	struct question *q = self;

	(void)ui;
	q->at = (q->at + q->count - 1) % q->count;
	return REACT_REDRAW;
}

static unsigned on_next(struct ui *ui, void *self)
{
	struct question *q = self;

	(void)ui;
	q->at = (q->at + 1) % q->count;
	return REACT_REDRAW;
}

static const struct binding question_bindings[] = {
	{ .command = COMMAND_CHOOSE, .keys = "Enter", .label = N_("välj"),
	  .handler = on_choose },
	{ .command = COMMAND_DOWN, .keys = "Down Right Tab", .label = N_("nästa"),
	  .handler = on_next },
	{ .command = COMMAND_UP, .keys = "Up Left Shift-Tab", .handler = on_previous },
	{ .command = COMMAND_ESCAPE, .handler = on_escape },
	{ .command = COMMAND_CLOSE, .handler = on_escape },
};

static const struct keymap question_keymap = KEYMAP(question_bindings, NULL);

static unsigned question_key(struct ui *ui, void *self, const struct key *key)
{
	struct question *q = self;
	const char *labels[DIALOG_MAX_BUTTONS];
	int letters[DIALOG_MAX_BUTTONS];
	char *folded;
	size_t button = q->count;

	if (key->code != K_TEXT)
		return REACT_PASS;
	translate(q, labels, letters);
	folded = utf8_fold(key->text);
	for (size_t i = 0; i < q->count; i++) {
		char *letter;

		if (letters[i] < 0)
			continue;
		letter = folded_letter(labels[i], (size_t)letters[i]);
		if (!strcmp(letter, folded))
			button = i;
		free(letter);
	}
	free(folded);
	return button < q->count ? answer(ui, q, button) : (unsigned)REACT_PASS;
}

static void draw_button(struct area line, const char *label, int letter, bool selected)
{
	char *shown = letter < 0 ? mem_text("") : letter_at(label, (size_t)letter);

	draw_clear(line, selected ? ROLE_SELECTED : ROLE_TEXT);
	draw_text(line, 0, 1, selected ? ROLE_SELECTED : ROLE_BAR_KEY, shown);
	draw_text(line, 0, 4, selected ? ROLE_SELECTED : ROLE_TEXT, label);
	if (selected)
		draw_cursor(line, 0, 4);
	free(shown);
}

static void question_draw(struct ui *ui, void *self, struct area a)
{
	const struct question *q = self;
	int buttons = (int)q->count, width = draw_popup_width(a);
	int lines, room = a.height - 3 - buttons;
	const char *labels[DIALOG_MAX_BUTTONS];
	int letters[DIALOG_MAX_BUTTONS];
	struct text text = { 0 };
	struct area inside;

	if (q->words)
		q->words(ui, q->owner->self, &text);
	else
		text_add(&text, _(q->text));
	lines = draw_paragraph_height(width, text_get(&text));
	if (lines > room)
		lines = room;
	inside = draw_popup(a, lines + 1 + buttons, _(q->title));
	draw_paragraph(area_cut(inside, 0, 0, lines, width), ROLE_TEXT, text_get(&text));
	text_done(&text);
	translate(q, labels, letters);
	for (int i = 0; i < buttons; i++)
		draw_button(area_line(inside, lines + 1 + i), labels[i], letters[i],
			    (size_t)i == q->at);
}

static void question_close(struct ui *ui, void *self)
{
	(void)ui;
	free(self);
}

static const struct view_ops question_ops = {
	.name = "question",
	.draw = question_draw,
	.keymap = &question_keymap,
	.key = question_key,
	.close = question_close,
	.popup = true,
};

void dialog_ask(struct ui *ui, const struct dialog_setup *setup)
{
	struct question *q = mem_alloc(sizeof(*q));

	q->title = setup->title;
	q->text = setup->text;
	q->words = setup->words;
	q->buttons = setup->buttons;
	q->count = setup->count;
	q->at = setup->first;
	q->escape = setup->escape;
	q->answer = setup->answer;
	/* What an answer leads on to is asked by the same view. */
	q->owner = ui->top;
	if (q->owner->ops == &question_ops)
		q->owner = ((struct question *)q->owner->self)->owner;
	ui_push(ui, &question_ops, q);
}
