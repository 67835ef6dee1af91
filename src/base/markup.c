/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text inside HTML and SVG; see markup.h. */
#include "base/markup.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

static void add_character(struct text *out, char c)
{
	switch (c) {
	case '&':
		text_add(out, "&amp;");
		break;
	case '<':
		text_add(out, "&lt;");
		break;
	case '>':
		text_add(out, "&gt;");
		break;
	case '"':
		text_add(out, "&quot;");
		break;
	case '\'':
		text_add(out, "&#39;");
		break;
	default:
		text_add_char(out, c);
	}
}

void markup_add(struct text *out, const char *text)
{
	char *clean = utf8_clean(text);

	for (const char *c = clean; *c; c++)
		add_character(out, *c);
	free(clean);
}

void markup_addf(struct text *out, const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	text_format(line, sizeof(line), format, args);
	va_end(args);
	markup_add(out, line);
}
