/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 as people see it; see utf8.h. */
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/text.h"

/* Reads one code point; an invalid byte is read as U+FFFD, one byte long. */
static size_t read_point(const char *text, utf8proc_int32_t *point)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t n = utf8proc_iterate(bytes, -1, point);

	if (n > 0)
		return (size_t)n;
	*point = 0xFFFD;
	return 1;
}

bool utf8_is_valid(const char *text, size_t length)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t left = (utf8proc_ssize_t)length;

	while (left > 0) {
		utf8proc_int32_t point;
		utf8proc_ssize_t n = utf8proc_iterate(at, left, &point);

		if (n <= 0 || point == 0)
			return false;
		at += n;
		left -= n;
	}
	return true;
}

size_t utf8_next(const char *text, size_t at)
{
	utf8proc_int32_t before, after, state = 0;

	if (!text[at])
		return at;
	at += read_point(text + at, &before);
	while (text[at]) {
		size_t n = read_point(text + at, &after);

		if (utf8proc_grapheme_break_stateful(before, after, &state))
			break;
		before = after;
		at += n;
	}
	return at;
}

/* Clusters can only be found from the left, so walk from the start. */
size_t utf8_previous(const char *text, size_t at)
{
	size_t here = 0, last = 0;

	while (here < at && text[here]) {
		last = here;
		here = utf8_next(text, here);
	}
	return last;
}

static int cluster_width(const char *text, size_t from, size_t to)
{
	int widest = 0;

	while (from < to) {
		utf8proc_int32_t point;
		int width;

		from += read_point(text + from, &point);
		width = utf8proc_charwidth(point);
		if (width > widest)
			widest = width;
	}
	return widest;
}

int utf8_width(const char *text)
{
	int width = 0;

	for (size_t at = 0; text[at];) {
		size_t next = utf8_next(text, at);

		width += cluster_width(text, at, next);
		at = next;
	}
	return width;
}

size_t utf8_fit(const char *text, int columns)
{
	size_t at = 0;

	while (text[at]) {
		size_t next = utf8_next(text, at);

		columns -= cluster_width(text, at, next);
		if (columns < 0)
			break;
		at = next;
	}
	return at;
}

static char *with_valid_bytes(const char *text)
{
	struct text out = { 0 };

	while (*text) {
		utf8proc_int32_t point;
		utf8proc_uint8_t bytes[4];

		text += read_point(text, &point);
		text_add_part(&out, (const char *)bytes,
			      (size_t)utf8proc_encode_char(point, bytes));
	}
	return text_take(&out);
}

static char *map(const char *text, int options)
{
	char *valid = with_valid_bytes(text);
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t n;

	n = utf8proc_map((const utf8proc_uint8_t *)valid, 0, &mapped,
			 (utf8proc_option_t)(UTF8PROC_NULLTERM | UTF8PROC_STABLE |
					     UTF8PROC_COMPOSE | options));
	if (n < 0)
		mem_die("a text could not be composed");
	free(valid);
	return (char *)mapped;
}

char *utf8_compose(const char *text)
{
	return map(text, 0);
}

char *utf8_fold(const char *text)
{
	return map(text, UTF8PROC_CASEFOLD);
}

bool utf8_contains(const char *text, const char *folded_part)
{
	char *folded = utf8_fold(text);
	bool found = strstr(folded, folded_part) != NULL;

	free(folded);
	return found;
}

/* The place of a folded code point in the Swedish order. */
static int32_t sort_key(utf8proc_int32_t point)
{
	static const struct {
		utf8proc_int32_t point;
		int32_t key;
	} special[] = {
		{ 0xE5, 'z' * 8 + 1 }, { 0xE4, 'z' * 8 + 2 }, { 0xE6, 'z' * 8 + 2 },
		{ 0xF6, 'z' * 8 + 3 }, { 0xF8, 'z' * 8 + 3 },
		{ 0xE0, 'a' * 8 + 1 }, { 0xE1, 'a' * 8 + 1 }, { 0xE7, 'c' * 8 + 1 },
		{ 0xE8, 'e' * 8 + 1 }, { 0xE9, 'e' * 8 + 1 }, { 0xEA, 'e' * 8 + 1 },
		{ 0xEB, 'e' * 8 + 1 }, { 0xF1, 'n' * 8 + 1 }, { 0xFC, 'y' * 8 + 1 },
	};

	for (size_t i = 0; i < sizeof(special) / sizeof(special[0]); i++)
		if (special[i].point == point)
			return special[i].key;
	return point * 8;
}

int utf8_compare_sv(const char *a, const char *b)
{
	char *folded_a = utf8_fold(a), *folded_b = utf8_fold(b);
	const char *pa = folded_a, *pb = folded_b;
	int32_t difference = 0;

	while (!difference && *pa && *pb) {
		utf8proc_int32_t ca, cb;

		pa += read_point(pa, &ca);
		pb += read_point(pb, &cb);
		difference = sort_key(ca) - sort_key(cb);
	}
	if (!difference)
		difference = (*pa != '\0') - (*pb != '\0');
	free(folded_a);
	free(folded_b);
	return difference ? difference : strcmp(a, b);
}

/* Line and paragraph separators and every control or format character. */
static bool is_invisible(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	       category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
	       category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN;
}

char *utf8_clean(const char *text)
{
	struct text out = { 0 };

	while (*text) {
		utf8proc_int32_t point;
		size_t n = read_point(text, &point);

		if (point == '\t' || point == '\n')
			text_add_char(&out, ' ');
		else if (point == 0xFFFD)
			text_add(&out, "\xEF\xBF\xBD");
		else if (!is_invisible(point))
			text_add_part(&out, text, n);
		text += n;
	}
	return text_take(&out);
}
