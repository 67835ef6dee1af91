/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that types, mandatory fields, constraints and rules say of one record.
 * All of it, never only the first.
 */
#ifndef SAMREG_APP_FINDINGS_H
#define SAMREG_APP_FINDINGS_H

#include <stddef.h>

#include "app/entry.h"
#include "base/arena.h"

struct app;
struct field_state;
struct form_rules;
struct overruled;
struct record;

/* All zero is valid and empty. */
struct findings {
	struct finding *items;
	size_t count, capacity;
	struct arena texts;
};

/* What is known of the record when findings are collected. */
struct findings_source {
	struct app *app;
	const struct record *record;
	struct form_rules *rules; /* has just evaluated the record */
	const struct field_state *states;
	const struct overruled *overruled;
};

/* Replaces the findings: errors first, then in the order of the form. */
void findings_collect(struct findings *f, const struct findings_source *source);

/* Adds one that comes from elsewhere, in its place; the texts are copied. */
void findings_add(struct findings *f, const struct findings_source *source,
		  struct finding finding);
void findings_done(struct findings *f);

#endif
