/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that shows a long text; see textview.h. */
#include "ui/textview.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
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

void textview_draw(struct textview *t, struct area a)
{
	const char *at = text_get(&t->text), *next;
	int y = 0;
	bool heading = false, begins = true;

	t->height = a.height;
	t->lines = draw_paragraph_height(a.width, at);
	scroll_to(t, t->top);
	for (; *at; at = next, y++) {
		int length = draw_wrap(at, a.width, &next);
		char *line = mem_text_part(at, (size_t)length);

		if (begins)
			heading = !strncmp(line, "# ", 2);
		draw_text(a, y - t->top, 0, heading ? ROLE_HEADING : ROLE_TEXT,
			  heading && begins ? line + 2 : line);
		free(line);
		begins = next > at && next[-1] == '\n';
	}
	draw_cursor(a, 0, 0);
}
