/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records an intervention has for each year: its plan and money, its volume, its
 * anonymous counts. There is one of each at most; this finds it or begins it.
 */
#ifndef SAMREG_APP_YEARLY_H
#define SAMREG_APP_YEARLY_H

#include <stdbool.h>

struct app;
struct entry;
struct err;
struct text;

/* Which record: form is intervention_year, volume or anonymous_count; only the last has
 * a sex. */
struct yearly_key {
	const char *form, *intervention, *sex;
	int year;
};

/* Adds the record's id to `id`, nothing when there is none. */
bool yearly_find(struct app *a, const struct yearly_key *key, struct text *id,
		 struct err *e) __attribute__((warn_unused_result));

/* The record, to be keyed, or a new one with its key filled in. NULL and `e` when it
 * fails; the caller closes the entry. */
struct entry *yearly_open(struct app *a, const struct yearly_key *key, struct err *e);

#endif
