/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pop-up to choose a code from, or several; see picklist.h. */
#include "ui/picklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/list.h"
#include "ui/ui.h"

/* Lines of the box that are not rows: its border, the filter, the count. */
enum { EXTRA_LINES = 4, EXTRA_COLUMNS = 6, MIN_WIDTH = 34, MARK_WIDTH = 4 };

struct picklist {
	struct arena arena;
	struct picklist_item *items;
	struct words title;
	size_t count;
	bool several;
	bool *marked;               /* by item */
	size_t *shown, shown_count; /* items the filter lets through */
	struct lineedit filter;
	struct list list;           /* over `shown` */
	picklist_done *done;
	struct view *owner;
};

static const char *shown_code(const struct picklist_item *item)
{
	return item->shown ? item->shown : item->code;
}

/* What is read on the screen. */
static bool reads(const struct picklist_item *item, const char *folded)
{
	return utf8_contains(shown_code(item), folded) ||
	       utf8_contains(lang_pick(item->label), folded);
}

/* A code that is not shown is an id: no one looks for part of it. */
static bool is_named(const struct picklist_item *item, const char *folded)
{
	return (*shown_code(item) && utf8_contains(item->code, folded)) ||
	       utf8_contains(item->label.sv, folded) ||
	       utf8_contains(item->label.en, folded);
}

static size_t filter_by(const struct picklist_item *items, size_t count,
			const char *folded, size_t *out,
			bool (*passes)(const struct picklist_item *, const char *))
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (!*folded || passes(&items[i], folded))
			out[found++] = i;
	return found;
}

/* Codes are English words, labels what people read: "soc" is socialtjänst, though the
 * code of Försäkringskassan begins so. */
size_t picklist_filter(const struct picklist_item *items, size_t count,
		       const char *filter, size_t *out)
{
	char *folded = utf8_fold(filter);
	size_t found = filter_by(items, count, folded, out, reads);

	if (!found)
		found = filter_by(items, count, folded, out, is_named);
	free(folded);
	return found;
}

static bool is_code(const struct picklist_item *item, const char *text)
{
	char *folded = utf8_fold(text), *code = utf8_fold(shown_code(item));
	bool same = !strcmp(folded, code) || !strcmp(text, item->code);

	free(folded);
	free(code);
	return same;
}

static void apply_filter(struct picklist *p)
{
	const char *filter = lineedit_get(&p->filter);

	p->shown_count = picklist_filter(p->items, p->count, filter, p->shown);
	list_select(&p->list, 0);
	for (size_t i = 0; *filter && i < p->shown_count; i++)
		if (is_code(&p->items[p->shown[i]], filter))
			list_select(&p->list, i);
}

static void select_item(struct picklist *p, size_t item)
{
	for (size_t i = 0; i < p->shown_count; i++)
		if (p->shown[i] == item)
			list_select(&p->list, i);
}

static unsigned end(struct ui *ui, struct picklist *p, const char *codes)
{
	ui_react(ui, p->owner, p->done(ui, p->owner->self, codes));
	return REACT_CLOSE;
}

static unsigned on_choose(struct ui *ui, void *self)
{
	struct picklist *p = self;

	if (!list_has_selection(&p->list)) {
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Inget i listan passar. Ändra filtret."));
		return REACT_REDRAW;
	}
	return end(ui, p, p->items[p->shown[p->list.selected]].code);
}

static unsigned on_mark(struct ui *ui, void *self)
{
	struct picklist *p = self;
	size_t item;

	(void)ui;
	if (!list_has_selection(&p->list))
		return REACT_NONE;
	item = p->shown[p->list.selected];
	p->marked[item] = !p->marked[item];
	lineedit_begin(&p->filter, "", 0);
	apply_filter(p);
	select_item(p, item);
	return REACT_REDRAW;
}

static unsigned on_done(struct ui *ui, void *self)
{
	struct picklist *p = self;
	struct text codes = { 0 };
	unsigned reactions;

	for (size_t i = 0; i < p->count; i++)
		if (p->marked[i])
			text_addf(&codes, "%s%s", codes.length ? " " : "",
				  p->items[i].code);
	reactions = end(ui, p, text_get(&codes));
	text_done(&codes);
	return reactions;
}

static unsigned on_escape(struct ui *ui, void *self)
{
	return end(ui, self, NULL);
}

static const struct binding one_bindings[] = {
	{ .command = COMMAND_CHOOSE, .label = N_("välj"), .handler = on_choose },
	{ .command = COMMAND_ESCAPE, .label = N_("stäng"), .handler = on_escape },
	{ .command = COMMAND_CLOSE, .handler = on_escape },
};

static const struct binding several_bindings[] = {
	{ .command = COMMAND_MARK, .keys = "Space Enter", .label = N_("markera"),
	  .handler = on_mark },
	{ .command = COMMAND_DONE, .label = N_("klar"), .handler = on_done },
	{ .command = COMMAND_ESCAPE, .label = N_("avbryt"), .handler = on_escape },
	{ .command = COMMAND_CLOSE, .handler = on_escape },
};

static const struct keymap one_keymap = KEYMAP(one_bindings, &list_keymap);
static const struct keymap several_keymap = KEYMAP(several_bindings, &list_keymap);

/* Letters go to the filter, also those that move in other lists. */
static unsigned picklist_key(struct ui *ui, void *self, const struct key *key)
{
	struct picklist *p = self;

	(void)ui;
	if (key->code != K_TEXT && list_key(&p->list, key))
		return REACT_REDRAW;
	switch (lineedit_key(&p->filter, key)) {
	case LINEEDIT_CHANGED:
		apply_filter(p);
		return REACT_REDRAW;
	case LINEEDIT_MOVED:
		return REACT_REDRAW;
	default:
		return REACT_PASS;
	}
}

static size_t rows_count(void *rows)
{
	const struct picklist *p = rows;

	return p->shown_count;
}

static int code_width(const struct picklist *p)
{
	int width = 0;

	for (size_t i = 0; i < p->count; i++)
		if (utf8_width(shown_code(&p->items[i])) > width)
			width = utf8_width(shown_code(&p->items[i]));
	return width ? width + 2 : 0;
}

static int label_width(const struct picklist *p)
{
	int width = 0;

	for (size_t i = 0; i < p->count; i++)
		if (utf8_width(lang_pick(p->items[i].label)) > width)
			width = utf8_width(lang_pick(p->items[i].label));
	return width;
}

static void rows_draw(void *rows, size_t i, struct area line, bool selected)
{
	const struct picklist *p = rows;
	const struct picklist_item *item = &p->items[p->shown[i]];
	enum role role = selected ? ROLE_SELECTED : ROLE_TEXT;
	int x = 0;

	if (p->several) {
		draw_text(line, 0, 0, role, p->marked[p->shown[i]] ? "[x]" : "[ ]");
		x = MARK_WIDTH;
	}
	draw_text(line, 0, x, role, shown_code(item));
	x += code_width(p);
	draw_cell(area_cut(line, 0, x, 1, line.width - x), role, ALIGN_LEFT,
		  lang_pick(item->label));
}

static const struct list_rows rows_ops = { .count = rows_count, .draw = rows_draw };

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Under the cursor the view beneath has just placed, over it when there is no room, else
 * where it fits. */
static struct area place_box(const struct picklist *p, struct area a)
{
	int content = code_width(p) + label_width(p) + (p->several ? MARK_WIDTH : 0);
	int width = content < MIN_WIDTH ? MIN_WIDTH : content;
	int height = smaller((int)p->count + EXTRA_LINES, a.height);
	int y = a.on->cursor_y + 1, x = a.on->cursor_x;

	width = smaller(width + EXTRA_COLUMNS, a.width);
	if (y + height > a.height)
		y = a.on->cursor_y - height;
	if (y < 0)
		y = a.height - height;
	if (x + width > a.width)
		x = a.width - width;
	return area_cut(a, y, x, height, width);
}

static void picklist_draw(struct ui *ui, void *self, struct area a)
{
	struct picklist *p = self;
	struct area inside = draw_box(place_box(p, a), lang_pick(p->title));
	struct area filter = area_cut(inside, 0, 8, 1, inside.width - 8);
	struct area rows = area_cut(inside, 1, 0, inside.height - 2, inside.width);

	(void)ui;
	draw_text(inside, 0, 0, ROLE_LABEL, _("Filter:"));
	lineedit_draw(&p->filter, filter, ROLE_FOCUS);
	list_draw(&p->list, rows);
	if (!p->shown_count)
		draw_paragraph(rows, ROLE_HINT, _("Inget passar. Ändra texten, eller ta "
						  "bort den med Backsteg."));
	draw_textf(inside, inside.height - 1, 0, ROLE_HINT,
		   /* TRANSLATORS: shown of all */
		   _("%zu av %zu"), p->shown_count, p->count);
}

static void picklist_close(struct ui *ui, void *self)
{
	struct picklist *p = self;

	(void)ui;
	lineedit_done(&p->filter);
	arena_done(&p->arena);
	free(p);
}

static const struct view_ops one_ops = {
	.name = "picklist",
	.draw = picklist_draw,
	.keymap = &one_keymap,
	.key = picklist_key,
	.close = picklist_close,
	.popup = true,
};

static const struct view_ops several_ops = {
	.name = "picklist-several",
	.draw = picklist_draw,
	.keymap = &several_keymap,
	.key = picklist_key,
	.close = picklist_close,
	.popup = true,
};

static const char *copy(struct picklist *p, const char *text)
{
	return text ? arena_text(&p->arena, text, strlen(text)) : NULL;
}

static void copy_items(struct picklist *p, const struct picklist_setup *setup)
{
	p->items = arena_alloc(&p->arena, (p->count + 1) * sizeof(*p->items));
	p->marked = arena_alloc(&p->arena, (p->count + 1) * sizeof(*p->marked));
	p->shown = arena_alloc(&p->arena, (p->count + 1) * sizeof(*p->shown));
	for (size_t i = 0; i < p->count; i++) {
		const struct picklist_item *from = &setup->items[i];

		p->items[i].code = copy(p, from->code);
		p->items[i].label.sv = copy(p, from->label.sv);
		p->items[i].label.en = copy(p, from->label.en);
		p->items[i].shown = copy(p, from->shown);
		p->marked[i] = setup->chosen && text_has_word(setup->chosen, from->code);
	}
}

void picklist_open(struct ui *ui, const struct picklist_setup *setup)
{
	struct picklist *p = mem_alloc(sizeof(*p));

	p->count = setup->count;
	p->several = setup->several;
	p->done = setup->done;
	p->owner = ui->top;
	p->title.sv = copy(p, setup->title.sv);
	p->title.en = copy(p, setup->title.en);
	copy_items(p, setup);
	lineedit_begin(&p->filter, setup->filter ? setup->filter : "", 0);
	p->filter.replacing = false;
	list_init(&p->list, &rows_ops, p);
	apply_filter(p);
	for (size_t i = p->count; i-- > 0;)
		if (p->marked[i])
			select_item(p, i);
	ui_push(ui, p->several ? &several_ops : &one_ops, p);
}
