/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A register in which the shipped rules are tried: records are keyed as "field=value" and
 * their findings compared. The clock stands at 2025-11-14.
 */
#ifndef TESTS_UNIT_RULES_WORLD_H
#define TESTS_UNIT_RULES_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct app;
struct entry;

/* Ids of stored records that the cases refer to as @name. */
struct rules_known {
	const char *name;
	char *id;
};

extern struct rules_world {
	struct app *app;
	struct rules_known known[32];
	size_t count;
} rules_world;

/* Creates the register; false, with the reason on standard error, when it fails. */
bool rules_open(void);
void rules_close(void);

/* The id of a record that is known by that name. */
const char *rules_id_of(const char *name, size_t length);

/* A new record, or the one with the id, in which the values are keyed: "field=value
 * field=first,second", in order; @name is an id, a + a blank, a comma begins the next
 * row. The caller discards it. */
struct entry *rules_begin(const char *form, const char *id, const char *values);
void rules_type(struct entry *entry, const char *values);
void rules_discard(struct entry *entry);

/* Whether the findings are these, "R-101 R-105 field !field"; they are told if not. */
bool rules_is_found(struct entry *entry, const char *values, const char *expected);

/* Stores a record without fault and knows its id as `name`. */
void rules_store(const char *form, const char *id, const char *values, const char *name);

struct rules_change {
	const char *values, *found;
};

/* The sound record has no finding; each change of it has those that are listed. */
void rules_walk(const char *form, const char *id, const char *sound,
		const struct rules_change *changes, size_t count);

#define WALK(form, id, sound, changes) \
	rules_walk(form, id, sound, changes, sizeof(changes) / sizeof((changes)[0]))

#endif
