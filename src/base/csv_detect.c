/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is written in; see csv_detect.h. */
#include "base/csv_detect.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

/* Rows that are looked at to find the separator, and those above the heads. */
enum { LOOKED_AT = 50, MOST_TITLES = 10 };

/* Windows-1252 from 0x80 to 0x9F (unicode.org, CP1252.TXT); 0: no character. Above and
 * below it is as Unicode. */
static const unsigned short specials[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
	0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* ---- encoding ---- */

static bool begins_with(const char *bytes, size_t length, const char *start)
{
	return length >= strlen(start) && !memcmp(bytes, start, strlen(start));
}

/* How long the UTF-8 character at `p` is; 0 when there is none. */
static size_t character_length(const char *p, const char *end)
{
	for (size_t length = 1; length <= 4 && length <= (size_t)(end - p); length++)
		if (utf8_is_valid(p, length))
			return length;
	return 0;
}

/* Whether Windows-1252 has a character for every byte. */
static bool can_be_windows(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		if (byte >= 0x80 && byte < 0xA0 && !specials[byte - 0x80])
			return false;
	}
	return true;
}

/*
 * Whether it can only be Windows-1252: its å ä ö are no UTF-8. Where most characters
 * beyond ASCII are UTF-8 the others are damage, which is to be told and not guessed at.
 */
static bool is_windows(const char *bytes, size_t length)
{
	const char *end = bytes + length;
	size_t whole = 0, single = 0;

	for (const char *p = bytes; p < end;) {
		size_t size = (unsigned char)*p < 0x80 ? 1 : character_length(p, end);

		whole += size > 1;
		single += !size;
		p += size ? size : 1;
	}
	return single > whole && can_be_windows(bytes, length);
}

static bool find_encoding(const char *bytes, size_t length, struct csv_detected *out,
			  struct err *e)
{
	if (begins_with(bytes, length, "\xFF\xFE") ||
	    begins_with(bytes, length, "\xFE\xFF"))
		return err_set(e, _("filen är Unicode-text (UTF-16); spara den som "
				    "”CSV UTF-8” i kalkylprogrammet"));
	if (begins_with(bytes, length, "PK\003\004") ||
	    begins_with(bytes, length, "\xD0\xCF\x11\xE0"))
		return err_set(e, _("filen är en arbetsbok; spara listan som ”CSV UTF-8” "
				    "i kalkylprogrammet"));
	if (begins_with(bytes, length, "\xEF\xBB\xBF"))
		out->encoding = CSV_UTF8_MARK;
	else if (is_windows(bytes, length))
		out->encoding = CSV_WINDOWS_1252;
	else
		out->encoding = CSV_UTF8;
	out->start = out->encoding == CSV_UTF8_MARK ? 3 : 0;
	return true;
}

/* ---- rows ---- */

/* The end of the row at `p`, before its line end: line ends in quotes are data. */
static const char *end_of_row(const char *p, const char *end)
{
	bool quoted = false;

	for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
		quoted ^= *p == '"';
	return p;
}

static const char *pass_line_ends(const char *p, const char *end)
{
	while (p < end && (*p == '\n' || *p == '\r'))
		p++;
	return p;
}

static size_t count_outside_quotes(const char *p, const char *end, char c)
{
	bool quoted = false;
	size_t count = 0;

	for (; p < end; p++) {
		quoted ^= *p == '"';
		count += *p == c && !quoted;
	}
	return count;
}

/* The row after the one that ends at `p`; a blank line is one. */
static const char *next_row(const char *p, const char *end)
{
	if (p + 1 < end && p[0] == '\r' && p[1] == '\n')
		return p + 2;
	return p < end ? p + 1 : end;
}

static size_t count_filled(const char *p, const char *end, char separator)
{
	bool quoted = false, filled = false;
	size_t count = 0;

	for (; p < end; p++) {
		quoted ^= *p == '"';
		if (*p == separator && !quoted) {
			count += filled;
			filled = false;
		} else if (*p != ' ' && *p != '"') {
			filled = true;
		}
	}
	return count + filled;
}

/*
 * The row with the heads: the first that has more than half as many filled cells as the
 * fullest one. A title, a date or blank lines above it have fewer. `*above` is how many.
 */
static const char *find_heads(const char *rows, const char *end, char separator,
			      size_t *above)
{
	const char *row = rows;
	size_t most = 0;

	*above = 0;
	for (int i = 0; i < LOOKED_AT && row < end; i++) {
		const char *row_end = end_of_row(row, end);
		size_t filled = count_filled(row, row_end, separator);

		most = filled > most ? filled : most;
		row = next_row(row_end, end);
	}
	row = rows;
	for (size_t i = 0; i <= MOST_TITLES && row < end; i++) {
		const char *row_end = end_of_row(row, end);

		if (2 * count_filled(row, row_end, separator) > most) {
			*above = i;
			return row;
		}
		row = next_row(row_end, end);
	}
	return rows;
}

/* The more columns, and the more rows that have as many, the better; `*same` is how many
 * have, the first among them. */
static size_t score(const char *row, const char *end, char separator, size_t *same)
{
	const char *row_end;
	size_t columns;

	row = pass_line_ends(row, end);
	row_end = end_of_row(row, end);
	columns = count_outside_quotes(row, row_end, separator);
	*same = 1;
	for (int i = 0; i < LOOKED_AT && row_end < end; i++) {
		row = pass_line_ends(row_end, end);
		row_end = end_of_row(row, end);
		*same += count_outside_quotes(row, row_end, separator) == columns;
	}
	return columns * *same;
}

/* The best separator by the first row or, past titles, by the heads; whether any
 * other row is like that one. */
static bool try_separators(const char *rows, const char *end, bool past_titles,
			   char *best)
{
	static const char candidates[] = ";\t,";
	size_t highest = 0, most_same = 0;

	*best = ';';
	for (const char *c = candidates; *c; c++) {
		size_t above, same, points;

		points = score(past_titles ? find_heads(rows, end, *c, &above) : rows,
			       end, *c, &same);
		if (points > highest) {
			highest = points;
			most_same = same;
			*best = *c;
		}
	}
	return most_same > 1;
}

static char find_separator(const char *rows, const char *end)
{
	char best;

	if (!try_separators(rows, end, false, &best))
		try_separators(rows, end, true, &best);
	return best;
}

static const char *find_line_end(const char *rows, const char *end)
{
	const char *p = end_of_row(rows, end);

	if (p < end && *p == '\n')
		return "\n";
	return p < end && (p + 1 == end || p[1] != '\n') ? "\r" : "\r\n";
}

/* Some programs write the separator in a first line of its own, sep=; */
static bool names_separator(const char *rows, const char *end)
{
	return begins_with(rows, (size_t)(end - rows), "sep=") && end - rows > 5 &&
	       memchr(";\t,", rows[4], 3) && (rows[5] == '\n' || rows[5] == '\r');
}

bool csv_detect(const char *bytes, size_t length, struct csv_detected *out,
		struct err *e)
{
	const char *rows, *end = bytes + length;

	*out = (struct csv_detected){ 0 };
	if (!find_encoding(bytes, length, out, e))
		return false;
	rows = bytes + out->start;
	out->line_end = find_line_end(rows, end);
	if (names_separator(rows, end)) {
		out->separator = rows[4];
		out->start += 5 + strlen(out->line_end);
	} else {
		out->separator = find_separator(rows, end);
	}
	out->first = out->start;
	rows = bytes + out->first;
	out->start += (size_t)(find_heads(rows, end, out->separator, &out->above) - rows);
	return true;
}

/* ---- decimal sign ---- */

/* The sign between the digits of a number, '\0' when it is none or has none. */
static char sign_of(const char *cell)
{
	static const char digits[] = "0123456789";
	size_t whole, part;

	cell += *cell == '-';
	whole = strspn(cell, digits);
	if (!whole || (cell[whole] != ',' && cell[whole] != '.'))
		return '\0';
	part = strspn(cell + whole + 1, digits);
	return part && !cell[whole + 1 + part] ? cell[whole] : '\0';
}

char csv_detect_decimal(const struct grid *g)
{
	size_t commas = 0, points = 0;

	for (size_t row = 0; row < grid_rows(g); row++)
		for (size_t column = 0; column < grid_columns(g); column++) {
			char sign = sign_of(grid_get(g, row, column));

			commas += sign == ',';
			points += sign == '.';
		}
	if (!commas && !points)
		return '\0';
	return commas >= points ? ',' : '.';
}

/* ---- Windows-1252 ---- */

/* Nothing in Windows-1252 is beyond three bytes. */
static void add_character(struct text *out, unsigned c)
{
	if (c < 0x80) {
		text_add_char(out, (char)c);
	} else if (c < 0x800) {
		text_add_char(out, (char)(0xC0 | c >> 6));
		text_add_char(out, (char)(0x80 | (c & 0x3F)));
	} else {
		text_add_char(out, (char)(0xE0 | c >> 12));
		text_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
		text_add_char(out, (char)(0x80 | (c & 0x3F)));
	}
}

void csv_detect_decode(struct text *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned byte = (unsigned char)bytes[i];
		bool special = byte >= 0x80 && byte < 0xA0;

		add_character(out, special ? specials[byte - 0x80] : byte);
	}
}

/* The character at `p`, whose length in bytes is put into `*length`. */
static unsigned read_character(const char *p, size_t *length)
{
	unsigned first = (unsigned char)*p, c;

	*length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	c = *length == 1 ? first : first & (0x7FU >> *length);
	for (size_t i = 1; i < *length; i++)
		c = c << 6 | ((unsigned char)p[i] & 0x3F);
	return c;
}

static char windows_byte(unsigned c)
{
	if (c < 0x80 || (c >= 0xA0 && c <= 0xFF))
		return (char)c;
	for (size_t i = 0; i < 32; i++)
		if (specials[i] == c)
			return (char)(0x80 + i);
	return '?';
}

void csv_detect_encode(struct text *out, const char *utf8)
{
	char *composed = utf8_compose(utf8);
	size_t length;

	for (const char *p = composed; *p; p += length)
		text_add_char(out, windows_byte(read_character(p, &length)));
	free(composed);
}
