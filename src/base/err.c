/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One refusal; see err.h. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void cut_at_character(char *text, size_t length)
{
	while (length && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
		length--;
	text[length ? length - 1 : 0] = '\0';
}

bool err_set(struct err *e, const char *format, ...)
{
	va_list args;
	int length;

	if (!e)
		return false;
	va_start(args, format);
	length = vsnprintf(e->text, sizeof(e->text), format, args);
	va_end(args);
	if (length >= (int)sizeof(e->text))
		cut_at_character(e->text, sizeof(e->text) - 1);
	return false;
}
