/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help on the view on top; see help.h. */
#include "ui/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/keymap.h"
#include "ui/list.h"
#include "ui/textview.h"
#include "ui/ui.h"

/* The column where the explanations begin. */
enum { KEYS_WIDTH = 25 };

struct help {
	const struct view *about;
	struct textview text;
	bool keys_only;       /* the place has no help of its own, or it has been read */
};

/* "F2, Ctrl-S" in the language now spoken. */
static void add_key_names(struct text *out, const char *keys)
{
	size_t length;
	const char *name;
	bool first = true;

	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key key = { .code = K_NONE };
		char shown[KEY_NAME_SIZE];

		key_parse(name, &key);
		key_format(&key, shown);
		text_addf(out, "%s%s", first ? "" : ", ", shown);
		first = false;
	}
}

static void add_binding(struct text *out, const struct binding *b)
{
	struct text names = { 0 };

	add_key_names(&names, binding_keys(b));
	text_addf(out, "  %s", text_get(&names));
	for (int x = utf8_width(text_get(&names)); x < KEYS_WIDTH; x++)
		text_add_char(out, ' ');
	text_addf(out, " %s\n", _(command_get(b->command)->help));
	text_done(&names);
}

static bool is_bound_alike(const struct keymap *map, const struct binding *b)
{
	for (; map; map = map->next)
		for (size_t i = 0; i < map->count; i++)
			if (map->items[i].command == b->command &&
			    !strcmp(binding_keys(&map->items[i]), binding_keys(b)))
				return true;
	return false;
}

/* Leaves out what `other`, which may be NULL, has too. */
static void add_group(struct text *out, const struct keymap *map,
		      const struct keymap *other, enum command_group group)
{
	for (; map; map = map->next)
		for (size_t i = 0; i < map->count; i++) {
			const struct binding *b = &map->items[i];

			if (command_get(b->command)->group == group &&
			    !is_bound_alike(other, b))
				add_binding(out, b);
		}
}

void help_add_keys(struct text *out, const struct keymap *map,
		   const struct keymap *generic)
{
	for (int i = 1; i <= GROUP_COUNT; i++) {
		enum command_group group = (enum command_group)(i % GROUP_COUNT);
		struct text lines = { 0 };

		add_group(&lines, map, group == GROUP_GENERAL ? generic : NULL, group);
		if (group == GROUP_GENERAL)
			add_group(&lines, generic, NULL, group);
		if (lines.length)
			text_addf(out, "# %s\n%s\n", _(command_group_heading(group)),
				  text_get(&lines));
		text_done(&lines);
	}
}

static void fill(struct ui *ui, struct help *h)
{
	const struct view_ops *ops = h->about->ops;
	struct text *out = &h->text.text;

	text_clear(out);
	if (!h->keys_only && ops->help)
		ops->help(ui, h->about->self, out);
	if (out->length == 0)
		h->keys_only = true;
	if (h->keys_only)
		help_add_keys(out, ops->keymap, &ui_keymap);
	else
		text_addf(out, "\n\n%s", _("F1 igen visar tangenterna."));
}

static unsigned on_more(struct ui *ui, void *self)
{
	struct help *h = self;

	if (h->keys_only)
		return REACT_CLOSE;
	h->keys_only = true;
	h->text.top = 0;
	fill(ui, h);
	return REACT_REDRAW;
}

static unsigned on_close(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_CLOSE;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_HELP, .label = N_("tangenter"), .handler = on_more },
	{ .command = COMMAND_OPEN, .handler = on_close },
};

static const struct keymap keymap = KEYMAP(bindings, &list_keymap);

static void help_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	const struct help *h = self;

	(void)ui;
	text_add(left, _("Hjälp"));
	text_add(right, h->keys_only ? _("tangenter") : "");
}

/* Filled anew each time: the language may have been switched. */
static void help_draw(struct ui *ui, void *self, struct area a)
{
	struct help *h = self;

	fill(ui, h);
	textview_draw(&h->text, area_cut(a, 0, 1, a.height, a.width - 2));
}

static unsigned help_key(struct ui *ui, void *self, const struct key *key)
{
	struct help *h = self;

	(void)ui;
	return textview_key(&h->text, key) ? REACT_REDRAW : REACT_PASS;
}

static void help_close(struct ui *ui, void *self)
{
	struct help *h = self;

	(void)ui;
	textview_done(&h->text);
	free(h);
}

static const struct view_ops ops = {
	.name = "help",
	.title = help_title,
	.draw = help_draw,
	.keymap = &keymap,
	.key = help_key,
	.close = help_close,
};

void help_open(struct ui *ui)
{
	struct help *h = mem_alloc(sizeof(*h));

	h->about = ui->top;
	fill(ui, h);
	ui_push(ui, &ops, h);
}
