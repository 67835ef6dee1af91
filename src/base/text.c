/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that grows; see text.h. */
#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char *text_get(const struct text *t)
{
	return t->bytes ? t->bytes : "";
}

void text_reserve(struct text *t, size_t more)
{
	t->bytes = mem_grow(t->bytes, &t->capacity, t->length + more + 1, 1);
}

void text_add_part(struct text *t, const char *bytes, size_t length)
{
	text_reserve(t, length);
	if (length)
		memcpy(t->bytes + t->length, bytes, length);
	t->length += length;
	t->bytes[t->length] = '\0';
}

void text_add(struct text *t, const char *bytes)
{
	text_add_part(t, bytes, strlen(bytes));
}

void text_add_char(struct text *t, char c)
{
	text_add_part(t, &c, 1);
}

void text_addf(struct text *t, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(length >= 0);
	text_reserve(t, (size_t)length);
	vsnprintf(t->bytes + t->length, (size_t)length + 1, format, again);
	va_end(again);
	t->length += (size_t)length;
}

/* Where `text` must end for its last character to be whole. */
static size_t whole_length(const char *text, size_t length)
{
	size_t start = length, needed = 1;

	while (start && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (!start)
		return length;
	start--;
	if ((unsigned char)text[start] >= 0xC0)
		needed = (unsigned char)text[start] >= 0xF0 ? 4
		       : (unsigned char)text[start] >= 0xE0 ? 3 : 2;
	return length - start < needed ? start : length;
}

void text_format(char *out, size_t size, const char *format, va_list args)
{
	int length = vsnprintf(out, size, format, args);

	assert(length >= 0);
	if ((size_t)length >= size)
		out[whole_length(out, size - 1)] = '\0';
}

void text_clear(struct text *t)
{
	t->length = 0;
	if (t->bytes)
		t->bytes[0] = '\0';
}

char *text_take(struct text *t)
{
	char *bytes = t->bytes ? t->bytes : mem_text("");

	*t = (struct text){ 0 };
	return bytes;
}

void text_done(struct text *t)
{
	free(t->bytes);
	*t = (struct text){ 0 };
}

void text_wipe(struct text *t)
{
	if (t->bytes)
		explicit_bzero(t->bytes, t->capacity);
	text_done(t);
}

const char *text_next_word(const char **list, size_t *length)
{
	const char *word = *list + strspn(*list, " ");

	*length = strcspn(word, " ");
	*list = word + *length;
	return *length ? word : NULL;
}

bool text_has_word(const char *list, const char *word)
{
	size_t length, wanted = strlen(word);
	const char *w;

	while ((w = text_next_word(&list, &length)))
		if (length == wanted && !memcmp(w, word, length))
			return true;
	return false;
}

size_t text_count_words(const char *list)
{
	size_t length, count = 0;

	while (text_next_word(&list, &length))
		count++;
	return count;
}
