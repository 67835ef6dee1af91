/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows a long text; see textview.h. */
#include "ui/textview.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/draw.h"
#include "ui/keymap.h"
#include "ui/list.h"

void textview_done(struct textview *t)
{
	text_done(&t->text);
	*t = (struct textview){ .top = 0 };
}

static void scroll_to(struct textview *t, int top)
{
	int last = t->lines - t->height;

	if (top > last)
		top = last;
	t->top = top < 0 ? 0 : top;
}

bool textview_key(struct textview *t, const struct key *key)
{
	int page = t->height > 1 ? t->height - 1 : 1;

	switch (keymap_command(&list_keymap, key)) {
	case COMMAND_UP:
		scroll_to(t, t->top - 1);
		return true;
	case COMMAND_DOWN:
		scroll_to(t, t->top + 1);
		return true;
	case COMMAND_PAGE_UP:
		scroll_to(t, t->top - page);
		return true;
	case COMMAND_PAGE_DOWN:
		scroll_to(t, t->top + page);
		return true;
	case COMMAND_FIRST:
		scroll_to(t, 0);
		return true;
	case COMMAND_LAST:
		scroll_to(t, t->lines);
		return true;
	default:
		return false;
	}
}

/* Where the line's last column begins: after its last two blanks in a row, or 0. */
static int last_column(const char *line, int width)
{
	const char *end = line + strcspn(line, "\n");
	char *before;
	int x;

	while (end > line && !(end[-1] == ' ' && end - 1 > line && end[-2] == ' '))
		end--;
	before = mem_text_part(line, (size_t)(end - line));
	x = utf8_width(before);
	free(before);
	return x <= width / 2 ? x : 0;
}

/* Draws the lines from the top one on; returns how many there are in all. */
static int draw_lines(const struct textview *t, struct area a)
{
	const char *at = text_get(&t->text), *next;
	int y = 0, indent = 0;
	bool heading = false, begins = true;

	for (; *at; at = next, y++) {
		int x = begins ? 0 : indent;
		char *line = mem_text_part(at, (size_t)draw_wrap(at, a.width - x, &next));

		if (begins) {
			heading = !strncmp(line, "# ", 2);
			indent = last_column(at, a.width);
		}
		draw_text(a, y - t->top, x, heading ? ROLE_HEADING : ROLE_TEXT,
			  heading && begins ? line + 2 : line);
		free(line);
		begins = next[-1] == '\n';
	}
	return y;
}

void textview_draw(struct textview *t, struct area a)
{
	struct area nowhere = area_cut(a, 0, 0, 0, a.width);

	t->height = a.height;
	t->lines = draw_lines(t, nowhere);
	scroll_to(t, t->top);
	draw_lines(t, a);
	draw_cursor(a, 0, 0);
}
