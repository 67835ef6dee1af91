/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys to another year; see year_keys.h. */
#include "ui/year_keys.h"

#include "ui/screen.h"
#include "ui/ui.h"

static unsigned turn(struct ui *ui, void *self, int by)
{
	if (screen_turn_year(ui, by))
		ui->top->ops->year_turned(ui, self);
	return REACT_REDRAW;
}

unsigned year_keys_back(struct ui *ui, void *self)
{
	return turn(ui, self, -1);
}

unsigned year_keys_forward(struct ui *ui, void *self)
{
	return turn(ui, self, 1);
}
