/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where the screen is drawn and keys are waited for; see loop.h. */
#include "ui/loop.h"

#include "ui/draw.h"
#include "ui/frame.h"
#include "ui/term.h"
#include "ui/ui.h"

enum { TICK_MS = 1000 };

bool loop_start(struct ui *ui, const struct loop_options *options, struct err *e)
{
	if (!term_start(e))
		return false;
	theme_init(&ui->theme, theme_choose(term_has_color()));
	ui->canvas.theme = &ui->theme;
	ui->canvas.ascii = options->ascii || term_wants_ascii();
	ui->redraw = true;
	return true;
}

static void draw(struct ui *ui)
{
	struct area screen = { &ui->canvas, 0, 0, term_height(), term_width() };

	frame_draw(ui, screen);
	term_show(ui->canvas.cursor_y, ui->canvas.cursor_x, ui->repaint);
	ui->redraw = ui->repaint = false;
}

/* Too small to show what is typed: keys wait for nobody, so they are let go. */
static bool is_too_small(void)
{
	return term_height() < FRAME_MIN_HEIGHT || term_width() < FRAME_MIN_WIDTH;
}

static void take_keys(struct ui *ui)
{
	struct key key;

	while (!ui->quit && term_next(&key))
		if (!is_too_small())
			ui_key(ui, &key);
}

static void tick(struct ui *ui)
{
	struct view *view = ui->top;

	if (view->ops->tick)
		ui_react(ui, view, view->ops->tick(ui, view->self));
}

static void step(struct ui *ui)
{
	switch (term_wait(ui->top->ops->tick ? TICK_MS : -1)) {
	case TERM_KEYS:
		take_keys(ui);
		break;
	case TERM_RESIZED:
		ui->redraw = ui->repaint = true;
		break;
	case TERM_ENDED:
		ui_abandon(ui);
		ui->quit = true;
		break;
	case TERM_TIMEOUT:
		tick(ui);
		break;
	}
}

int loop_run(struct ui *ui)
{
	int sig;

	while (ui->top && !ui->quit) {
		if (ui->redraw && !term_is_pending())
			draw(ui);
		step(ui);
	}
	sig = term_signal();
	ui_close_all(ui);
	term_stop();
	return sig ? 128 + sig : 0;
}
