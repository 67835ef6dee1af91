/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How things look by their role. Eight colours are enough, none is needed: what a colour
 * says is said by a sign too.
 */
#ifndef SAMREG_UI_THEME_H
#define SAMREG_UI_THEME_H

#include <stdbool.h>

enum theme_kind {
	THEME_MONO,
	THEME_DARK,    /* for a dark background */
	THEME_LIGHT,
	THEME_COUNT
};

enum role {
	ROLE_TEXT,
	ROLE_TITLE,
	ROLE_HEADING,
	ROLE_LABEL,
	ROLE_VALUE,
	ROLE_FOCUS,        /* the field being typed in */
	ROLE_MANDATORY,    /* * */
	ROLE_ERROR,        /* ! */
	ROLE_WARNING,      /* ~ */
	ROLE_INFO,
	ROLE_COMPUTED,     /* = */
	ROLE_LOCKED,       /* # */
	ROLE_HINT,
	ROLE_BAR_KEY,
	ROLE_BAR_LABEL,
	ROLE_SELECTED,     /* the row or cell one stands on */
	ROLE_CHART,
	ROLE_FRAME,        /* lines and boxes */
	ROLE_COUNT
};

struct theme {
	unsigned long attrs[ROLE_COUNT];   /* curses attributes */
};

/*
 * Which kind to use: $SAMREG_THEME (mono, dark, light) if set, mono where NO_COLOR is
 * set or `has_color` is false, light when $COLORFGBG says so, else dark.
 */
enum theme_kind theme_choose(bool has_color);

/* Fills the theme; allocates the colours when the terminal is started and has them. */
void theme_init(struct theme *t, enum theme_kind kind);

#endif
