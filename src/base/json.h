/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes JSON (RFC 8259) into a text, one value after the other. Knows nothing of what
 * the values mean. What would not be JSON, such as a value without a key in an object,
 * is a bug and stops at an assertion.
 */
#ifndef SAMREG_BASE_JSON_H
#define SAMREG_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>

struct text;

enum { JSON_DEPTH = 32 };

enum json_layout {
	JSON_LINES,       /* each member on a line of its own, indented */
	JSON_INLINE,      /* the value on one line, and all that is in it */
};

struct json_level {
	char end;         /* '}' or ']' */
	bool begun;       /* has members */
	enum json_layout layout;
};

/* Embedded; begun by json_init(). */
struct json {
	struct text *out;
	struct json_level levels[JSON_DEPTH];
	size_t depth;
	bool keyed;       /* a key waits for its value */
	bool ended;       /* the one value of the document is written */
};

/* A document to be added to `out`, which must outlive it. */
void json_init(struct json *j, struct text *out);

/* Ends the document, which must be one whole value, with a line end. */
void json_end(struct json *j);

/* Begin an object or an array, and end the one begun last. */
void json_open_object(struct json *j, enum json_layout layout);
void json_open_array(struct json *j, enum json_layout layout);
void json_close(struct json *j);

/* The key of the value that follows; only in an object. */
void json_key(struct json *j, const char *key);

/* One value. Bytes of a string that are not UTF-8 become U+FFFD. */
void json_string(struct json *j, const char *value);
void json_integer(struct json *j, long long value);
void json_bool(struct json *j, bool value);
void json_null(struct json *j);

/* A number as written, such as "-0.5"; must be one by the rules of JSON. */
void json_decimal(struct json *j, const char *number);

/* A key and its value at once. */
void json_key_string(struct json *j, const char *key, const char *value);
void json_key_integer(struct json *j, const char *key, long long value);
void json_key_bool(struct json *j, const char *key, bool value);

#endif
