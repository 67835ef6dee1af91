/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A widget that shows a long text, wrapped and scrollable; what goes on stands under
 * the last column of its line. Knows nothing of the text.
 */
#ifndef SAMREG_UI_TEXTVIEW_H
#define SAMREG_UI_TEXTVIEW_H

#include <stdbool.h>

#include "base/text.h"

struct area;
struct key;

/* Embedded; all zero is valid and empty. A line that begins with "# " is a heading. */
struct textview {
	struct text text;
	int top;           /* the first line shown */
	int lines, height; /* of the text, of the area, when last drawn */
};

void textview_done(struct textview *t);

/* Scrolls by the moving keys of lists; false when it is none of them. */
bool textview_key(struct textview *t, const struct key *key);

/* Draws the text and puts the hardware cursor on its first line. */
void textview_draw(struct textview *t, struct area a);

#endif
