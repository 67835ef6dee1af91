/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON from outside; see jsonread.h. */
#include "base/jsonread.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"

/* Keys are compared with each other: an object has a bounded number of them. */
enum { MAX_DEPTH = 32, MAX_MEMBERS = 2000 };

struct reader {
	const char *name, *at, *end;
	size_t line, depth;
	struct arena *arena;
	struct err *e;
};

static struct jsonread *read_value(struct reader *r);

static void *refuse(const struct reader *r, const char *reason)
{
	err_set(r->e, "%s:%zu: %s", r->name, r->line, reason);
	return NULL;
}

static void skip_blanks(struct reader *r)
{
	for (; r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at; r->at++)
		r->line += *r->at == '\n';
}

static bool take(struct reader *r, char c)
{
	skip_blanks(r);
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static struct jsonread *new_value(struct reader *r, enum jsonread_kind kind)
{
	struct jsonread *v = arena_alloc(r->arena, sizeof(*v));

	v->kind = kind;
	return v;
}

/* ---- texts ---- */

static bool read_hex(struct reader *r, unsigned *out)
{
	*out = 0;
	if (r->end - r->at < 4)
		return false;
	for (int i = 0; i < 4; i++, r->at++) {
		static const char digits[] = "0123456789abcdefABCDEF";
		const char *digit = *r->at ? strchr(digits, *r->at) : NULL;
		unsigned value;

		if (!digit)
			return false;
		value = (unsigned)(digit - digits);
		*out = *out * 16 + (value < 16 ? value : value - 6);
	}
	return true;
}

static void add_utf8(struct text *out, unsigned c)
{
	if (c < 0x80) {
		text_add_char(out, (char)c);
		return;
	}
	if (c < 0x800) {
		text_add_char(out, (char)(0xC0 | c >> 6));
	} else {
		if (c < 0x10000) {
			text_add_char(out, (char)(0xE0 | c >> 12));
		} else {
			text_add_char(out, (char)(0xF0 | c >> 18));
			text_add_char(out, (char)(0x80 | (c >> 12 & 0x3F)));
		}
		text_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	text_add_char(out, (char)(0x80 | (c & 0x3F)));
}

/* After "\u": a character, of two halves when it lies beyond U+FFFF. */
static bool read_character(struct reader *r, struct text *out)
{
	unsigned high, low;

	if (!read_hex(r, &high) || !high || (high >= 0xDC00 && high < 0xE000))
		return false;
	if (high < 0xD800 || high > 0xDFFF) {
		add_utf8(out, high);
		return true;
	}
	if (r->end - r->at < 2 || memcmp(r->at, "\\u", 2))
		return false;
	r->at += 2;
	if (!read_hex(r, &low) || low < 0xDC00 || low > 0xDFFF)
		return false;
	add_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
	return true;
}

static bool read_escape(struct reader *r, struct text *out)
{
	static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	const char *name;

	if (r->at == r->end)
		return false;
	if (*r->at == 'u') {
		r->at++;
		return read_character(r, out);
	}
	name = *r->at ? strchr(names, *r->at) : NULL;
	if (!name)
		return false;
	text_add_char(out, meanings[name - names]);
	r->at++;
	return true;
}

/* A string, its first quote taken; NULL when it is none. */
static const char *read_string(struct reader *r)
{
	struct text out = { 0 };
	const char *kept = NULL;

	while (r->at < r->end && *r->at != '"') {
		unsigned char c = (unsigned char)*r->at++;
		bool good = c >= 0x20;

		if (good && c == '\\')
			good = read_escape(r, &out);
		else
			text_add_char(&out, (char)c);
		if (!good) {
			text_done(&out);
			return refuse(r, _("texten är inte giltig JSON"));
		}
	}
	if (r->at == r->end) {
		refuse(r, _("texten tar aldrig slut"));
	} else {
		r->at++;
		kept = arena_text(r->arena, text_get(&out), out.length);
	}
	text_done(&out);
	return kept;
}

static struct jsonread *read_text(struct reader *r)
{
	const char *text;
	struct jsonread *v;

	r->at++;
	text = read_string(r);
	if (!text)
		return NULL;
	v = new_value(r, JSONREAD_STRING);
	v->text = text;
	return v;
}

/* ---- numbers and words ---- */

static size_t count_digits(const struct reader *r, const char *at)
{
	const char *from = at;

	while (at < r->end && *at >= '0' && *at <= '9')
		at++;
	return (size_t)(at - from);
}

static struct jsonread *read_number(struct reader *r)
{
	const char *from = r->at, *at = from + (*from == '-');
	size_t digits = count_digits(r, at);
	bool good = digits && (digits == 1 || *at != '0');
	struct jsonread *v;

	at += digits;
	if (good && at < r->end && *at == '.') {
		digits = count_digits(r, ++at);
		good = digits > 0;
		at += digits;
	}
	if (good && at < r->end && (*at == 'e' || *at == 'E')) {
		at++;
		at += at < r->end && (*at == '+' || *at == '-');
		digits = count_digits(r, at);
		good = digits > 0;
		at += digits;
	}
	if (!good)
		return refuse(r, _("talet är inte giltig JSON"));
	v = new_value(r, JSONREAD_NUMBER);
	v->text = arena_text(r->arena, from, (size_t)(at - from));
	r->at = at;
	return v;
}

static struct jsonread *read_word(struct reader *r)
{
	static const struct {
		const char *word;
		enum jsonread_kind kind;
		bool truth;
	} words[] = {
		{ "null", JSONREAD_NULL, false },
		{ "true", JSONREAD_BOOL, true },
		{ "false", JSONREAD_BOOL, false },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t length = strlen(words[i].word);

		if ((size_t)(r->end - r->at) >= length &&
		    !memcmp(r->at, words[i].word, length)) {
			struct jsonread *v = new_value(r, words[i].kind);

			v->truth = words[i].truth;
			r->at += length;
			return v;
		}
	}
	return refuse(r, _("är inte giltig JSON"));
}

/* ---- arrays and objects ---- */

/* The key of the next member of an object, with its colon. */
static const char *read_key(struct reader *r, const struct jsonread *object)
{
	const char *key;

	if (!take(r, '"'))
		return refuse(r, _("en nyckel inom citattecken saknas"));
	key = read_string(r);
	if (!key)
		return NULL;
	if (jsonread_find(object, key))
		return refuse(r, _("samma nyckel förekommer två gånger"));
	return take(r, ':') ? key : refuse(r, _("kolon saknas efter nyckeln"));
}

static struct jsonread *read_members(struct reader *r, enum jsonread_kind kind, char end)
{
	struct jsonread *whole = new_value(r, kind), *last = NULL;
	size_t count = 0;

	r->at++;
	if (take(r, end))
		return whole;
	do {
		const char *key = NULL;
		struct jsonread *v;

		if (kind == JSONREAD_OBJECT && ++count > MAX_MEMBERS)
			return refuse(r, _("objektet har för många nycklar"));
		if (kind == JSONREAD_OBJECT && !(key = read_key(r, whole)))
			return NULL;
		v = read_value(r);
		if (!v)
			return NULL;
		v->key = key;
		if (last)
			last->next = v;
		else
			whole->first = v;
		last = v;
	} while (take(r, ','));
	return take(r, end) ? whole : refuse(r, _("komma eller slutparentes saknas"));
}

static struct jsonread *read_nested(struct reader *r)
{
	bool object = *r->at == '{';
	struct jsonread *v;

	if (++r->depth > MAX_DEPTH)
		return refuse(r, _("för många nivåer"));
	v = read_members(r, object ? JSONREAD_OBJECT : JSONREAD_ARRAY,
			 object ? '}' : ']');
	r->depth--;
	return v;
}

static struct jsonread *read_value(struct reader *r)
{
	skip_blanks(r);
	if (r->at == r->end)
		return refuse(r, _("filen tar slut för tidigt"));
	if (*r->at == '{' || *r->at == '[')
		return read_nested(r);
	if (*r->at == '"')
		return read_text(r);
	if (*r->at == '-' || (*r->at >= '0' && *r->at <= '9'))
		return read_number(r);
	return read_word(r);
}

const struct jsonread *jsonread_parse(const char *name, const char *bytes, size_t length,
				      struct arena *a, struct err *e)
{
	struct reader r = { name, bytes, bytes + length, 1, 0, a, e };
	const struct jsonread *v;

	if (!utf8_is_valid(bytes, length))
		return refuse(&r, _("texten är inte giltig UTF-8"));
	v = read_value(&r);
	skip_blanks(&r);
	if (v && r.at < r.end)
		return refuse(&r, _("något står efter det sista"));
	return v;
}

/* ---- looking things up ---- */

const struct jsonread *jsonread_find(const struct jsonread *object, const char *key)
{
	if (!object || object->kind != JSONREAD_OBJECT)
		return NULL;
	for (const struct jsonread *v = object->first; v; v = v->next)
		if (!strcmp(v->key, key))
			return v;
	return NULL;
}

const char *jsonread_text(const struct jsonread *object, const char *key)
{
	const struct jsonread *v = jsonread_find(object, key);

	return v && v->kind == JSONREAD_STRING ? v->text : "";
}

bool jsonread_integer(const struct jsonread *object, const char *key, long long *number)
{
	const struct jsonread *v = jsonread_find(object, key);
	long long value;
	char *end;

	if (!v || v->kind != JSONREAD_NUMBER)
		return false;
	errno = 0;
	value = strtoll(v->text, &end, 10);
	if (errno || *end)
		return false;
	*number = value;
	return true;
}
