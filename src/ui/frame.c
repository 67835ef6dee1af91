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

static void draw_message(struct ui *ui, struct area line, const struct view *view)
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
	int x;

	draw_clear(line, ROLE_HINT);
	if (ui->message_kind != MESSAGE_NONE) {
		x = draw_text(line, 0, 1, kinds[ui->message_kind].role,
			      _(kinds[ui->message_kind].word));
		draw_cell(area_cut(line, 0, x + 2, 1, line.width - x - 3), ROLE_TEXT,
			  ALIGN_LEFT, ui->message);
		return;
	}
	if (view->ops->status)
		view->ops->status(ui, view->self, &status);
	draw_cell(area_cut(line, 0, 1, 1, line.width - 2), ROLE_HINT, ALIGN_LEFT,
		  text_get(&status));
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
	draw_message(ui, area_line(screen, screen.height - 2), view);
	view->ops->draw(ui, view->self,
			area_cut(screen, 2, 0, screen.height - 4, screen.width));
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
