/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of the two languages is spoken. Interface strings are Swedish msgids, so
 * Swedish needs no catalogue; data files carry both languages side by side.
 */
#ifndef SAMREG_BASE_LANG_H
#define SAMREG_BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

#define _(msgid) gettext(msgid)
#define N_(msgid) msgid

enum lang {
	LANG_SV,
	LANG_EN,
};

/* One text in both languages, as data files carry it; neither is NULL. */
struct words {
	const char *sv;
	const char *en;
};

/*
 * Chooses the language at start: `option` ("sv", "en" or NULL), else the first sv or en
 * of LANGUAGE, LC_ALL, LC_MESSAGES and LANG, else Swedish. Sets the locale (LC_CTYPE
 * always UTF-8, LC_NUMERIC always C) and the catalogue. False for another `option`.
 */
bool lang_choose(const char *option);

/* Switches at once; for Ctrl-B. */
void lang_set(enum lang lang);
enum lang lang_get(void);

/* What the msgid is in both, for texts that outlive a switch; static. */
struct words lang_both(const char *msgid);

/* The text in the language now spoken; the Swedish one when the English is empty. */
const char *lang_pick(struct words words);

#endif
