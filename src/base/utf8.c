/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 as people see it; see utf8.h. */
#include "base/utf8.h"

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
		mem_exhausted();
	free(valid);
	return (char *)mapped;
}

size_t utf8_wrap(const char *text, int columns, const char **next)
{
	size_t line = strcspn(text, "\n"), fits = utf8_fit(text, columns);
	size_t cut = fits;

	if (fits >= line) {
		*next = text + line + (text[line] == '\n');
		return line;
	}
	while (cut > 0 && text[cut] != ' ')
		cut--;
	if (cut == 0) {
		/* What is wider than the line is taken whole, or this would not end. */
		cut = fits ? fits : utf8_next(text, 0);
		*next = text + cut;
		return cut;
	}
	*next = text + cut + 1;
	while (cut > 0 && text[cut - 1] == ' ')
		cut--;
	return cut;
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

/*
 * The place of a small letter in the Swedish order: of a letter of its own and of one
 * that Unicode does not take apart; any other stands where its base letter does.
 */
static utf8proc_int32_t place_of(utf8proc_int32_t base, utf8proc_int32_t mark)
{
	static const struct {
		utf8proc_int32_t base, mark, place;
	} letters[] = {
		{ 'a', 0x30A, 'z' * 4 + 1 },    /* å */
		{ 'a', 0x308, 'z' * 4 + 2 },    /* ä */
		{ 0xE6, 0, 'z' * 4 + 2 },       /* æ */
		{ 'o', 0x308, 'z' * 4 + 3 },    /* ö */
		{ 0xF8, 0, 'z' * 4 + 3 },       /* ø */
		{ 'u', 0x308, 'y' * 4 },        /* ü */
		{ 0xDF, 0, 's' * 4 },           /* ß */
		{ 0xF0, 0, 'd' * 4 },           /* ð */
		{ 0x111, 0, 'd' * 4 },          /* đ */
		{ 0x142, 0, 'l' * 4 },          /* ł */
	};

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].base == base && letters[i].mark == mark)
			return letters[i].place;
	return base * 4;
}

static bool is_mark(utf8proc_int32_t point)
{
	return utf8proc_category(point) == UTF8PROC_CATEGORY_MN;
}

/* Takes the next letter with its marks, composed or not, and returns its place. */
static utf8proc_int32_t take_place(const char **text)
{
	utf8proc_int32_t point, parts[8] = { 0 };
	int boundary = 0;

	*text += read_point(*text, &point);
	utf8proc_decompose_char(utf8proc_tolower(point), parts, 8, UTF8PROC_DECOMPOSE,
				&boundary);
	while (**text & 0x80) {
		size_t length = read_point(*text, &point);

		if (!is_mark(point))
			break;
		if (!parts[1])
			parts[1] = point;
		*text += length;
	}
	return place_of(parts[0], parts[1]);
}

int utf8_compare_sv(const char *a, const char *b)
{
	const char *at_a = a, *at_b = b;

	while (*at_a && *at_b) {
		utf8proc_int32_t difference = take_place(&at_a) - take_place(&at_b);

		if (difference)
			return difference;
	}
	if (*at_a || *at_b)
		return *at_a ? 1 : -1;
	return strcmp(a, b);
}

/* What parts words: gone without a trace it would glue them together. */
static bool is_break(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return point == '\t' || point == '\n' || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

/* Every control or format character and what has no agreed look. */
static bool is_invisible(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	       category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN;
}

char *utf8_clean(const char *text)
{
	struct text out = { 0 };

	while (*text) {
		utf8proc_int32_t point;
		size_t n = read_point(text, &point);

		if (is_break(point))
			text_add_char(&out, ' ');
		else if (point == 0xFFFD)
			text_add(&out, "\xEF\xBF\xBD");
		else if (!is_invisible(point))
			text_add_part(&out, text, n);
		text += n;
	}
	return text_take(&out);
}
