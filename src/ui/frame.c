/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands round every view; see frame.h. */
#include "ui/frame.h"

#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/draw.h"
#include "ui/keymap.h"
#include "ui/ui.h"

static void draw_title(struct ui *ui, struct area line, const struct view *view)
{
	struct text left = { 0 }, right = { 0 };
	int room;

	if (view->ops->title)
		view->ops->title(ui, view->self, &left, &right);
	room = line.width - 2 - utf8_width(text_get(&right));
	draw_clear(line, ROLE_TITLE);
	draw_cell(area_cut(line, 0, 1, 1, room - 2), ROLE_TITLE, ALIGN_LEFT,
		  text_get(&left));
	draw_text(line, 0, room + 1, ROLE_TITLE, text_get(&right));
	text_done(&left);
	text_done(&right);
}

/* Wrapped; what has no room on the last line ends with "…". */
static void draw_wrapped(struct area a, enum role role, const char *text)
{
	for (int y = 0; y + 1 < a.height; y++) {
		const char *next;
		int length = draw_wrap(text, a.width, &next);

		draw_textf(a, y, 0, role, "%.*s", length, text);
		text = next;
	}
	draw_cell(area_line(a, a.height - 1), role, ALIGN_LEFT, text);
}

/* The last line of the area, and of those above as many as the text needs and the view
 * has left blank. */
static struct area message_place(struct area a, int indent, const char *text)
{
	int needed = draw_paragraph_height(a.width - indent, text), lines = 1;

	while (lines < needed && lines < FRAME_MESSAGE_LINES &&
	       draw_is_blank(area_line(a, a.height - lines - 1)))
		lines++;
	return area_cut(a, a.height - lines, 0, lines, a.width);
}

static void draw_message(struct ui *ui, struct area a, const struct view *view)
{
	static const struct {
		const char *word;
		enum role role;
	} kinds[] = {
		[MESSAGE_INFO] = { N_("INFO"), ROLE_INFO },
		[MESSAGE_WARNING] = { N_("VARNING"), ROLE_WARNING },
		[MESSAGE_ERROR] = { N_("FEL"), ROLE_ERROR },
	};
	struct text status = { 0 };
	int indent = 0;

	draw_clear(area_line(a, a.height - 1), ROLE_HINT);
	a = area_cut(a, 0, 1, a.height, a.width - 2);
	if (ui->message_kind != MESSAGE_NONE) {
		text_add(&status, ui->message);
		indent = utf8_width(_(kinds[ui->message_kind].word)) + 2;
	} else if (view->ops->status) {
		view->ops->status(ui, view->self, &status);
	}
	a = message_place(a, indent, text_get(&status));
	if (indent)
		draw_text(a, 0, 0, kinds[ui->message_kind].role,
			  _(kinds[ui->message_kind].word));
	draw_wrapped(area_cut(a, 0, indent, a.height, a.width),
		     indent ? ROLE_TEXT : ROLE_HINT, text_get(&status));
	text_done(&status);
}

/* From the lowest view that can be seen to the topmost. */
static void draw_views(struct ui *ui, struct area screen, const struct view *view)
{
	if (view->ops->popup) {
		if (view->below)
			draw_views(ui, screen, view->below);
		view->ops->draw(ui, view->self,
				area_cut(screen, 0, 0, screen.height - 1, screen.width));
		return;
	}
	draw_title(ui, area_line(screen, 0), view);
	draw_line(screen, 1);
	view->ops->draw(ui, view->self,
			area_cut(screen, 2, 0, screen.height - 4, screen.width));
	draw_message(ui, area_cut(screen, 2, 0, screen.height - 3, screen.width), view);
}

void frame_draw(struct ui *ui, struct area screen)
{
	draw_clear(screen, ROLE_TEXT);
	draw_cursor(screen, 0, 0);
	if (screen.width < FRAME_MIN_WIDTH || screen.height < FRAME_MIN_HEIGHT) {
		draw_paragraph(screen, ROLE_TEXT,
			       _("Fönstret är för litet. Det du har skrivit finns kvar. "
				 "Gör fönstret större."));
		return;
	}
	if (!ui->top)
		return;
	draw_views(ui, screen, ui->top);
	keymap_draw_bar(area_line(screen, screen.height - 1), ui->top->ops->keymap,
			&ui_keymap, ui_has(ui, ui->top));
}
