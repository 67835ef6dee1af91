/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which key does what in a view, as data; see keymap.h. */
#include "ui/keymap.h"

#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/draw.h"

/* Blanks between two entries of the key bar. */
enum { BAR_GAP = 2 };

const char *binding_keys(const struct binding *b)
{
	return b->keys ? b->keys : command_get(b->command)->keys;
}

const struct binding *keymap_find(const struct keymap *map, const struct key *key)
{
	for (; map; map = map->next)
		for (size_t i = 0; i < map->count; i++)
			if (key_is_among(key, binding_keys(&map->items[i])))
				return &map->items[i];
	return NULL;
}

enum command keymap_command(const struct keymap *map, const struct key *key)
{
	const struct binding *b = keymap_find(map, key);

	return b ? b->command : COMMAND_NONE;
}

const char *keymap_refusal(unsigned missing)
{
	if (missing & NEED_WRITE)
		return N_("Du får inte ändra i registret.");
	if (missing & NEED_ROW)
		return N_("Ingen rad är vald.");
	if (missing & NEED_FIELD)
		return N_("Här finns inget fält att fylla i.");
	if (missing & NEED_LIST)
		return N_("Här finns ingen lista att välja ur.");
	if (missing & NEED_SEALED)
		return N_("Här finns inget dolt att visa.");
	if (missing & NEED_DIAGRAM)
		return N_("Tabellen har inget diagram.");
	if (missing & NEED_PREVIOUS)
		return N_("Det finns ingen tidigare post.");
	if (missing & NEED_CHANGE)
		return N_("Ingenting är ändrat.");
	return N_("F10 eller Ctrl-Q avslutar.");
}

/* Whether `key` is bound in the map before binding `end`. */
static bool is_bound_before(const struct keymap *map, size_t end, const struct key *key)
{
	for (size_t i = 0; i < end; i++)
		if (key_is_among(key, binding_keys(&map->items[i])))
			return true;
	return false;
}

static bool check_binding(const struct keymap *map, size_t i, struct err *e)
{
	const struct binding *b = &map->items[i];
	const char *keys = binding_keys(b), *name;
	size_t length;

	if (!*keys)
		return err_set(e, "%s: no keys", command_get(b->command)->name);
	while ((name = text_next_word(&keys, &length)) != NULL) {
		struct key key;

		if (!key_parse(name, &key))
			return err_set(e, "%s: %s: no such key",
				       command_get(b->command)->name, name);
		if (is_bound_before(map, i, &key))
			return err_set(e, "%s: %s: bound twice",
				       command_get(b->command)->name, name);
	}
	return true;
}

bool keymap_check(const struct keymap *map, struct err *e)
{
	for (; map; map = map->next)
		for (size_t i = 0; i < map->count; i++)
			if (!check_binding(map, i, e))
				return false;
	return true;
}

static void shown_key(const struct binding *b, char out[KEY_NAME_SIZE])
{
	struct key key = { .code = K_NONE };

	key_parse(binding_keys(b), &key);
	key_format(&key, out);
}

static int entry_width(const struct binding *b)
{
	char name[KEY_NAME_SIZE];

	shown_key(b, name);
	return utf8_width(name) + 1 + utf8_width(_(b->label)) + BAR_GAP;
}

static bool belongs_in_bar(const struct binding *b, unsigned has)
{
	return b->label && !(b->needs & ~has);
}

/* A later map's binding is hidden by an earlier one's for the same key. */
static bool is_reachable(const struct keymap *from, const struct binding *b)
{
	struct key key = { .code = K_NONE };

	key_parse(binding_keys(b), &key);
	return keymap_find(from, &key) == b;
}

static size_t add_entries(const struct keymap *map, unsigned has, int *width,
			  const struct binding **out, size_t max)
{
	const struct keymap *from = map;
	size_t count = 0;

	for (; map; map = map->next)
		for (size_t i = 0; i < map->count && count < max; i++) {
			const struct binding *b = &map->items[i];

			if (!belongs_in_bar(b, has) || !is_reachable(from, b))
				continue;
			if (entry_width(b) > *width)
				return count;
			*width -= entry_width(b);
			out[count++] = b;
		}
	return count;
}

/* Room for the generic ones first: the way out must be seen. */
size_t keymap_bar(const struct keymap *map, const struct keymap *generic, unsigned has,
		  int width, const struct binding *out[KEYMAP_BAR_MAX])
{
	const struct binding *last[KEYMAP_BAR_MAX];
	size_t last_count = 0, count;

	width += BAR_GAP;
	for (size_t i = 0; generic && i < generic->count; i++) {
		const struct binding *b = &generic->items[i];
		struct key key = { .code = K_NONE };

		key_parse(binding_keys(b), &key);
		if (!belongs_in_bar(b, has) || keymap_find(map, &key) ||
		    entry_width(b) > width)
			continue;
		width -= entry_width(b);
		last[last_count++] = b;
	}
	count = add_entries(map, has, &width, out, KEYMAP_BAR_MAX - last_count);
	for (size_t i = 0; i < last_count; i++)
		out[count + i] = last[i];
	return count + last_count;
}

void keymap_draw_bar(struct area line, const struct keymap *map,
		     const struct keymap *generic, unsigned has)
{
	const struct binding *entries[KEYMAP_BAR_MAX];
	size_t count = keymap_bar(map, generic, has, line.width - 2, entries);
	int x = 1;

	draw_clear(line, ROLE_BAR_LABEL);
	for (size_t i = 0; i < count; i++) {
		char name[KEY_NAME_SIZE];

		shown_key(entries[i], name);
		x = draw_text(line, 0, x, ROLE_BAR_KEY, name) + 1;
		x = draw_text(line, 0, x, ROLE_BAR_LABEL, _(entries[i]->label)) + BAR_GAP;
	}
}
