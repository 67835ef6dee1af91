/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is wrong; see faults.h. */
#include "base/faults.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

bool faults_add(struct faults *f, const char *file, size_t row, size_t column,
		const char *format, ...)
{
	char message[1024];
	va_list args;
	struct fault *new;

	va_start(args, format);
	text_format(message, sizeof(message), format, args);
	va_end(args);
	f->items = mem_grow(f->items, &f->capacity, f->count + 1, sizeof(*f->items));
	new = &f->items[f->count++];
	new->file = mem_text(file);
	new->row = row;
	new->column = column;
	new->message = mem_text(message);
	return false;
}

void faults_print(const struct faults *f, struct text *out)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct fault *it = &f->items[i];
		char *file = utf8_clean(it->file), *message = utf8_clean(it->message);

		text_addf(out, "samreg: %s", file);
		if (file[0] && it->row)
			text_addf(out, ":%zu", it->row);
		if (file[0] && it->row && it->column)
			text_addf(out, ":%zu", it->column);
		text_addf(out, "%s%s\n", file[0] ? ": " : "", message);
		free(file);
		free(message);
	}
}

void faults_done(struct faults *f)
{
	for (size_t i = 0; i < f->count; i++) {
		free(f->items[i].file);
		free(f->items[i].message);
	}
	free(f->items);
	*f = (struct faults){ 0 };
}
