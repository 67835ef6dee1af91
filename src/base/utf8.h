/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 as people see it: characters with their combining marks, columns on a screen,
 * case, Swedish order. The only file that knows libutf8proc.
 */
#ifndef SAMREG_BASE_UTF8_H
#define SAMREG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Whether `length` bytes are well-formed UTF-8 without NUL. */
bool utf8_is_valid(const char *text, size_t length);

/*
 * The byte position after, or before, the character (with its combining marks) at byte
 * position `at`; stops at the ends. `text` is valid UTF-8.
 */
size_t utf8_next(const char *text, size_t at);
size_t utf8_previous(const char *text, size_t at);

/* Columns on a terminal: 0 for combining marks, 2 for wide East Asian characters. */
int utf8_width(const char *text);

/* How many bytes of `text` fit in `columns`, never part of a character. */
size_t utf8_fit(const char *text, int columns);

/*
 * The length in bytes of the text's first line when wrapped at blanks, without the blank
 * that ends it; "\n" ends a line too, and a word longer than a line is broken. `*next` is
 * where the next line begins. At least one column.
 */
size_t utf8_wrap(const char *text, int columns, const char **next);

/* The text in composed form (NFC); the caller frees it. Invalid bytes become U+FFFD. */
char *utf8_compose(const char *text) __attribute__((returns_nonnull));

/* The text composed and folded for comparing without case; the caller frees it. */
char *utf8_fold(const char *text) __attribute__((returns_nonnull));

/* Whether `text` holds `part`, case aside; `folded_part` comes from utf8_fold(). */
bool utf8_contains(const char *text, const char *folded_part);

/*
 * <0, 0, >0 in Swedish order: å ä ö last, w after v, é as e, ü as y, digits before
 * letters; case and accents only part what is otherwise the same. Composed or not does
 * not matter. 0 only when the bytes are equal.
 */
int utf8_compare_sv(const char *a, const char *b);

/*
 * A copy without control, bidirectional and other invisible formatting characters (a
 * tab, line or paragraph break becomes a blank); the caller frees it. For text from
 * outside, before it is drawn.
 */
char *utf8_clean(const char *text) __attribute__((returns_nonnull));

#endif
