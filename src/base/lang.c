/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the two languages is spoken; see lang.h. */
#include "base/lang.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"

static enum lang current = LANG_SV;

/* The first sv* or en* of a list like "de:en_GB:sv". */
static bool first_of(const char *list, enum lang *out)
{
	while (list && *list) {
		if (!strncmp(list, "sv", 2) || !strncmp(list, "en", 2)) {
			*out = list[0] == 's' ? LANG_SV : LANG_EN;
			return true;
		}
		list = strchr(list, ':');
		if (list)
			list++;
	}
	return false;
}

static enum lang from_environment(void)
{
	static const char *const names[] = {
		"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"
	};
	enum lang lang;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (first_of(getenv(names[i]), &lang))
			return lang;
	return LANG_SV;
}

/* gettext looks at LANGUAGE only when LC_MESSAGES is not "C". */
void lang_set(enum lang lang)
{
	current = lang;
	setenv("LANGUAGE", lang == LANG_SV ? "sv" : "en", 1);
	textdomain(PACKAGE);
}

enum lang lang_get(void)
{
	return current;
}

bool lang_choose(const char *option)
{
	enum lang lang = from_environment();

	if (option && !strcmp(option, "sv"))
		lang = LANG_SV;
	else if (option && !strcmp(option, "en"))
		lang = LANG_EN;
	else if (option)
		return false;
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	setlocale(LC_MESSAGES, "C.UTF-8");
	bindtextdomain(PACKAGE, path_locale());
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	lang_set(lang);
	return true;
}

struct words lang_both(const char *msgid)
{
	enum lang spoken = current;
	struct words both = { msgid, msgid };

	lang_set(LANG_EN);
	both.en = gettext(msgid);
	lang_set(spoken);
	return both;
}

const char *lang_pick(struct words words)
{
	return current == LANG_EN && words.en[0] ? words.en : words.sv;
}
