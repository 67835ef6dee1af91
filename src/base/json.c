/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON; see json.h. */
#include "base/json.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

void json_init(struct json *j, struct text *out)
{
	*j = (struct json){ .out = out };
}

void json_end(struct json *j)
{
	assert(j->ended && !j->depth);
	text_add_char(j->out, '\n');
}

static struct json_level *innermost(struct json *j)
{
	return j->depth ? &j->levels[j->depth - 1] : NULL;
}

static void add_line(struct json *j)
{
	text_add_char(j->out, '\n');
	for (size_t i = 0; i < j->depth; i++)
		text_add(j->out, "  ");
}

/* What stands between the members of the innermost level. */
static void begin_member(struct json *j)
{
	struct json_level *level = innermost(j);

	if (level->begun)
		text_add_char(j->out, ',');
	if (level->layout == JSON_LINES)
		add_line(j);
	else if (level->begun)
		text_add_char(j->out, ' ');
	level->begun = true;
}

static void begin_value(struct json *j)
{
	const struct json_level *level = innermost(j);

	if (!level) {
		assert(!j->ended);
		j->ended = true;
	} else if (level->end == '}') {
		assert(j->keyed);
		j->keyed = false;
	} else {
		begin_member(j);
	}
}

/* ---- objects and arrays ---- */

static void open_level(struct json *j, const char *ends, enum json_layout layout)
{
	const struct json_level *outer = innermost(j);

	if (outer && outer->layout == JSON_INLINE)
		layout = JSON_INLINE;
	begin_value(j);
	assert(j->depth < JSON_DEPTH);
	j->levels[j->depth++] = (struct json_level){ .end = ends[1], .layout = layout };
	text_add_char(j->out, ends[0]);
}

void json_open_object(struct json *j, enum json_layout layout)
{
	open_level(j, "{}", layout);
}

void json_open_array(struct json *j, enum json_layout layout)
{
	open_level(j, "[]", layout);
}

void json_close(struct json *j)
{
	const struct json_level *level = innermost(j);

	assert(level && !j->keyed);
	j->depth--;
	if (level->begun && level->layout == JSON_LINES)
		add_line(j);
	text_add_char(j->out, level->end);
}

/* ---- values ---- */

static void add_character(struct text *out, unsigned char c)
{
	static const char escaped[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
	const char *found = c ? strchr(escaped, c) : NULL;

	if (found) {
		text_add_char(out, '\\');
		text_add_char(out, names[found - escaped]);
	} else if (c < 0x20 || c == 0x7F) {
		text_addf(out, "\\u%04x", c);
	} else {
		text_add_char(out, (char)c);
	}
}

static void add_string(struct text *out, const char *value)
{
	char *repaired = utf8_is_valid(value, strlen(value)) ? NULL : utf8_compose(value);

	text_add_char(out, '"');
	for (const char *c = repaired ? repaired : value; *c; c++)
		add_character(out, (unsigned char)*c);
	text_add_char(out, '"');
	free(repaired);
}

void json_key(struct json *j, const char *key)
{
	assert(j->depth && innermost(j)->end == '}' && !j->keyed);
	begin_member(j);
	add_string(j->out, key);
	text_add(j->out, ": ");
	j->keyed = true;
}

void json_string(struct json *j, const char *value)
{
	begin_value(j);
	add_string(j->out, value);
}

void json_integer(struct json *j, long long value)
{
	begin_value(j);
	text_addf(j->out, "%lld", value);
}

void json_bool(struct json *j, bool value)
{
	begin_value(j);
	text_add(j->out, value ? "true" : "false");
}

void json_null(struct json *j)
{
	begin_value(j);
	text_add(j->out, "null");
}

/* Past the digits at `c`, of which there must be one; NULL when there is none. */
static const char *skip_digits(const char *c)
{
	if (!isdigit((unsigned char)*c))
		return NULL;
	while (isdigit((unsigned char)*c))
		c++;
	return c;
}

/* -? (0 | 1-9 digits) (. digits)? (e [+-]? digits)? */
static bool is_number(const char *c)
{
	if (*c == '-')
		c++;
	c = *c == '0' ? c + 1 : skip_digits(c);
	if (c && *c == '.')
		c = skip_digits(c + 1);
	if (c && (*c == 'e' || *c == 'E'))
		c = skip_digits(c + 1 + (c[1] == '+' || c[1] == '-'));
	return c && !*c;
}

void json_decimal(struct json *j, const char *number)
{
	assert(is_number(number));
	begin_value(j);
	text_add(j->out, number);
}

void json_key_string(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	json_string(j, value);
}

void json_key_integer(struct json *j, const char *key, long long value)
{
	json_key(j, key);
	json_integer(j, value);
}

void json_key_bool(struct json *j, const char *key, bool value)
{
	json_key(j, key);
	json_bool(j, value);
}
