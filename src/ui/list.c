/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scrolling list with one selected row; see list.h. */
#include "ui/list.h"

#include "ui/draw.h"
#include "ui/key.h"
#include "ui/keymap.h"

static const struct binding bindings[] = {
	{ .command = COMMAND_UP },
	{ .command = COMMAND_DOWN },
	{ .command = COMMAND_PAGE_UP },
	{ .command = COMMAND_PAGE_DOWN },
	{ .command = COMMAND_FIRST },
	{ .command = COMMAND_LAST },
};

const struct keymap list_keymap = KEYMAP(bindings, NULL);

void list_init(struct list *l, const struct list_rows *ops, void *rows)
{
	*l = (struct list){ .ops = ops, .rows = rows };
	list_select(l, 0);
}

static size_t count_rows(const struct list *l)
{
	return l->ops->count(l->rows);
}

static bool can_stand_on(const struct list *l, size_t i)
{
	return !l->ops->selectable || l->ops->selectable(l->rows, i);
}

bool list_has_selection(const struct list *l)
{
	return l->selected < count_rows(l) && can_stand_on(l, l->selected);
}

/* Looks for a row from i on in one direction; false when there is none. */
static bool seek(struct list *l, size_t i, bool forward)
{
	size_t count = count_rows(l);

	while (i < count && !can_stand_on(l, i)) {
		if (!forward && i == 0)
			return false;
		i = forward ? i + 1 : i - 1;
	}
	if (i >= count)
		return false;
	l->selected = i;
	return true;
}

void list_select(struct list *l, size_t i)
{
	size_t count = count_rows(l);

	if (count && i >= count)
		i = count - 1;
	if (!seek(l, i, true))
		seek(l, i, false);
}

static void move_up(struct list *l, size_t by)
{
	size_t to = l->selected > by ? l->selected - by : 0;

	if (l->selected > 0 && !seek(l, to, false))
		seek(l, to, true);
}

static void move_down(struct list *l, size_t by)
{
	size_t count = count_rows(l), last = count ? count - 1 : 0;
	size_t to = by > last - l->selected ? last : l->selected + by;

	if (!seek(l, to, true))
		seek(l, to, false);
}

/* A page keeps one row of the last in sight, where there is room for two. */
static size_t page(const struct list *l)
{
	return l->height > 1 ? l->height - 1 : 1;
}

bool list_move(struct list *l, enum command command)
{
	list_fit(l, l->height);
	switch (command) {
	case COMMAND_UP:
		move_up(l, 1);
		return true;
	case COMMAND_DOWN:
		move_down(l, 1);
		return true;
	case COMMAND_PAGE_UP:
		move_up(l, page(l));
		return true;
	case COMMAND_PAGE_DOWN:
		move_down(l, page(l));
		return true;
	case COMMAND_FIRST:
		list_select(l, 0);
		l->top = 0;
		return true;
	case COMMAND_LAST:
		list_select(l, count_rows(l));
		return true;
	default:
		return false;
	}
}

bool list_key(struct list *l, const struct key *key)
{
	return list_move(l, keymap_command(&list_keymap, key));
}

void list_fit(struct list *l, size_t height)
{
	size_t count = count_rows(l);

	l->height = height;
	if (!count) {
		l->selected = l->top = 0;
		return;
	}
	if (!list_has_selection(l))
		list_select(l, l->selected);
	if (!height)
		return;
	if (l->top > l->selected)
		l->top = l->selected;
	if (l->selected - l->top >= height)
		l->top = l->selected - height + 1;
	if (l->top + height > count)
		l->top = count > height ? count - height : 0;
}

void list_draw(struct list *l, struct area a)
{
	size_t count = count_rows(l);

	list_fit(l, (size_t)a.height);
	for (int y = 0; y < a.height; y++) {
		size_t i = l->top + (size_t)y;
		struct area line = area_line(a, y);
		bool selected = i < count && i == l->selected && list_has_selection(l);

		draw_clear(line, selected ? ROLE_SELECTED : ROLE_TEXT);
		if (selected)
			draw_cursor(line, 0, 0);
		if (i < count)
			l->ops->draw(l->rows, i, line, selected);
	}
}
