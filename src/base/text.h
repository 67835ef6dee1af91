/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text that grows. Bytes, ended by NUL; knows nothing of characters.
 */
#ifndef SAMREG_BASE_TEXT_H
#define SAMREG_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Embedded; all zero is a valid empty text. */
struct text {
	char *bytes;     /* NULL until something is added: read it with text_get() */
	size_t length;
	size_t capacity;
};

/* The text as a C string, "" when empty; valid until the next change. */
const char *text_get(const struct text *t) __attribute__((returns_nonnull));

/* Append a string, part of one, a byte, formatted text. */
void text_add(struct text *t, const char *bytes);
void text_add_part(struct text *t, const char *bytes, size_t length);
void text_add_char(struct text *t, char c);
void text_addf(struct text *t, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* As vsnprintf(), but what is too long is cut at a whole UTF-8 character. */
void text_format(char *out, size_t size, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

/* Makes room for `more` bytes beyond the length (and a NUL), to be written into. */
void text_reserve(struct text *t, size_t more);

/* Empties the text but keeps its room. */
void text_clear(struct text *t);

/* Hands the bytes over to the caller, who frees them; the text is empty afterwards. */
char *text_take(struct text *t) __attribute__((returns_nonnull));

/* Frees the text's room and leaves it empty. */
void text_done(struct text *t);

/* As text_done(), but overwrites the bytes first: they held a secret. */
void text_wipe(struct text *t);

/*
 * Takes the next word of a space-separated list: moves `*list` past it, puts its length
 * into `*length` and returns its start, or NULL when there is none left.
 */
const char *text_next_word(const char **list, size_t *length);

/* Whether the space-separated `list` holds `word`, whole. */
bool text_has_word(const char *list, const char *word);

/* How many words the space-separated `list` holds. */
size_t text_count_words(const char *list);

#endif
