/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form's expressions and rules, compiled over a register, and what they say of a
 * record: which fields matter, which must be filled, what is wrong. Draws and stores
 * nothing.
 */
#ifndef SAMREG_APP_FORM_RULES_H
#define SAMREG_APP_FORM_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/form.h"

struct db;
struct err;
struct faults;
struct record;
struct text;

struct form_rules;

/*
 * Compiles everything of the form over `db`, which must outlive it, and holds the form
 * against the register's tables. NULL, with every fault and its place in `f`, where they
 * disagree or an expression is not allowed. The caller frees it.
 */
struct form_rules *form_rules_new(const struct forms *forms, const struct form *form,
				  struct db *db, struct faults *f);
void form_rules_free(struct form_rules *fr);

/* What holds for one field of the record last evaluated. */
struct field_state {
	bool relevant, required, read_only;
};

/*
 * Evaluates a record: first which fields are relevant (the values of others count as not
 * stated), computed fields and those looked up in the register are filled in, and then
 * the rest. What is sealed is never relevant here: rules do not see it. `states` has room
 * for each field of the form.
 */
bool form_rules_evaluate(struct form_rules *fr, struct record *r,
			 struct field_state *states, struct err *e)
	__attribute__((warn_unused_result));

/* Fills the defaults of a new record into its empty fields. */
bool form_rules_defaults(struct form_rules *fr, struct record *r, struct err *e)
	__attribute__((warn_unused_result));

/* Whether any rule fires or constraint is broken in the record last evaluated; when not,
 * there is no need to ask each. */
bool form_rules_any(struct form_rules *fr);

/* Whether the constraint of a field is broken in the record last evaluated. */
bool form_rules_breaks(struct form_rules *fr, size_t field);

/* The form's rules, and whether one fires for the record last evaluated. */
size_t form_rules_count(const struct form_rules *fr);
const struct form_rule *form_rules_at(const struct form_rules *fr, size_t i);
bool form_rules_fires(struct form_rules *fr, size_t i);

/* For many records: rules see the register as it is now until form_rules_release(). */
bool form_rules_hold(struct form_rules *fr, struct err *e)
	__attribute__((warn_unused_result));
void form_rules_release(struct form_rules *fr);

/* Adds the title of the record last evaluated. */
void form_rules_title(struct form_rules *fr, struct text *out);

#endif
