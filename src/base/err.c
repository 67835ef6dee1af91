/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One refusal; see err.h. */
#include "base/err.h"

#include <stdarg.h>

#include "base/text.h"

bool err_set(struct err *e, const char *format, ...)
{
	struct err new = { "" };
	va_list args;

	if (!e)
		return false;
	va_start(args, format);
	text_format(new.text, sizeof(new.text), format, args);
	va_end(args);
	*e = new;   /* last: e->text may be among the arguments */
	return false;
}
