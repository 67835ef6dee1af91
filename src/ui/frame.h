/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands round every view: title line, message line, key bar; and the notice when
 * the terminal is too small for them.
 */
#ifndef SAMREG_UI_FRAME_H
#define SAMREG_UI_FRAME_H

struct area;
struct ui;

/* A message longer than its line grows upwards over blank lines to at most this many. */
enum { FRAME_MESSAGE_LINES = 3 };

/* Less than this shows a notice instead of the views. */
enum { FRAME_MIN_WIDTH = 40, FRAME_MIN_HEIGHT = 10 };

/* Draws the frame and the views in it over the whole screen. */
void frame_draw(struct ui *ui, struct area screen);

#endif
