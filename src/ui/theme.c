/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things look by their role; see theme.h. */
#include "ui/theme.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

/* A colour of curses, -1 for the terminal's own, and an attribute besides. */
struct look {
	short color;
	attr_t attr;
};

static const struct look looks[ROLE_COUNT][THEME_COUNT] = {
	[ROLE_TEXT] = { { -1, 0 }, { -1, 0 }, { -1, 0 } },
	[ROLE_TITLE] = { { -1, A_BOLD }, { COLOR_CYAN, A_BOLD }, { COLOR_BLUE, A_BOLD } },
	[ROLE_HEADING] = { { -1, A_BOLD }, { -1, A_BOLD }, { -1, A_BOLD } },
	[ROLE_LABEL] = { { -1, 0 }, { COLOR_CYAN, 0 }, { COLOR_BLUE, 0 } },
	[ROLE_VALUE] = { { -1, 0 }, { -1, 0 }, { -1, 0 } },
	[ROLE_FOCUS] = { { -1, A_REVERSE }, { -1, A_REVERSE }, { -1, A_REVERSE } },
	[ROLE_MANDATORY] = { { -1, A_BOLD }, { COLOR_YELLOW, A_BOLD },
			     { COLOR_MAGENTA, A_BOLD } },
	[ROLE_ERROR] = { { -1, A_BOLD }, { COLOR_RED, A_BOLD }, { COLOR_RED, A_BOLD } },
	[ROLE_WARNING] = { { -1, A_BOLD }, { COLOR_YELLOW, 0 }, { COLOR_MAGENTA, 0 } },
	[ROLE_INFO] = { { -1, 0 }, { COLOR_GREEN, 0 }, { COLOR_GREEN, 0 } },
	[ROLE_COMPUTED] = { { -1, 0 }, { COLOR_GREEN, 0 }, { COLOR_GREEN, 0 } },
	[ROLE_LOCKED] = { { -1, A_DIM }, { -1, A_DIM }, { -1, A_DIM } },
	[ROLE_HINT] = { { -1, 0 }, { COLOR_CYAN, 0 }, { COLOR_BLUE, 0 } },
	[ROLE_BAR_KEY] = { { -1, A_BOLD }, { COLOR_YELLOW, A_BOLD },
			   { COLOR_BLUE, A_BOLD } },
	[ROLE_BAR_LABEL] = { { -1, 0 }, { -1, 0 }, { -1, 0 } },
	[ROLE_SELECTED] = { { -1, A_REVERSE }, { -1, A_REVERSE }, { -1, A_REVERSE } },
	[ROLE_CHART] = { { -1, 0 }, { COLOR_GREEN, 0 }, { COLOR_BLUE, 0 } },
	[ROLE_FRAME] = { { -1, 0 }, { COLOR_CYAN, 0 }, { COLOR_BLUE, 0 } },
};

static bool named_kind(const char *name, enum theme_kind *out)
{
	static const char *const names[THEME_COUNT] = { "mono", "dark", "light" };

	for (int i = 0; name && i < THEME_COUNT; i++)
		if (!strcmp(name, names[i])) {
			*out = (enum theme_kind)i;
			return true;
		}
	return false;
}

/* rxvt, Konsole and others tell "foreground;background" as palette indexes. */
static bool background_is_light(void)
{
	const char *pair = getenv("COLORFGBG");
	const char *background = pair ? strrchr(pair, ';') : NULL;

	return background && (!strcmp(background, ";7") || !strcmp(background, ";15"));
}

enum theme_kind theme_choose(bool has_color)
{
	const char *no_color = getenv("NO_COLOR");
	enum theme_kind kind;

	if (!has_color || (no_color && *no_color))
		return THEME_MONO;
	if (named_kind(getenv("SAMREG_THEME"), &kind))
		return kind;
	return background_is_light() ? THEME_LIGHT : THEME_DARK;
}

/* Pair n shows colour n - 1 on the terminal's own background where it has one. */
static void allocate_pairs(enum theme_kind kind)
{
	short background = -1;

	start_color();
	if (use_default_colors() == ERR)
		background = kind == THEME_LIGHT ? COLOR_WHITE : COLOR_BLACK;
	for (short color = 0; color < 8; color++)
		init_pair((short)(color + 1), color, background);
}

void theme_init(struct theme *t, enum theme_kind kind)
{
	if (kind != THEME_MONO)
		allocate_pairs(kind);
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct look *look = &looks[role][kind];
		attr_t attr = look->attr;

		if (look->color >= 0)
			attr |= (attr_t)COLOR_PAIR(look->color + 1);
		t->attrs[role] = attr;
	}
}
