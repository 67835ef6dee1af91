/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads JSON (RFC 8259) that others wrote, strictly: one value, valid UTF-8, no key twice
 * in an object, no NUL in a text, bounded depth. Knows nothing of what the values mean.
 */
#ifndef SAMREG_BASE_JSONREAD_H
#define SAMREG_BASE_JSONREAD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

enum jsonread_kind {
	JSONREAD_NULL,
	JSONREAD_BOOL,
	JSONREAD_NUMBER,
	JSONREAD_STRING,
	JSONREAD_ARRAY,
	JSONREAD_OBJECT,
};

struct jsonread {
	enum jsonread_kind kind;
	const char *key;                /* of a member of an object; else NULL */
	const char *text;               /* of a string; of a number as it was written */
	bool truth;
	const struct jsonread *first;   /* of an array or object; NULL: empty */
	const struct jsonread *next;    /* beside it in its array or object */
};

/* The value, which lives in the arena. NULL with line and reason when it is not JSON;
 * `name` is the file's, for the reason. */
const struct jsonread *jsonread_parse(const char *name, const char *bytes, size_t length,
				      struct arena *a, struct err *e);

/* The member with this key; NULL when there is none. `object` may be NULL or none. */
const struct jsonread *jsonread_find(const struct jsonread *object, const char *key);

/* The text of a member that is a string, else "". */
const char *jsonread_text(const struct jsonread *object, const char *key)
	__attribute__((returns_nonnull));

/* The whole number of a member; false, and `*number` untouched, when it is none. */
bool jsonread_integer(const struct jsonread *object, const char *key, long long *number);

#endif
