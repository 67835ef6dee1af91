/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files that make up struct forms share: one form's rows are parsed in
 * form_parse.c, a field's cells in form_field.c, the index, rules and lists in
 * forms_parse.c; form.c looks things up.
 */
#ifndef SAMREG_MODEL_FORM_PRIVATE_H
#define SAMREG_MODEL_FORM_PRIVATE_H

#include "base/arena.h"
#include "model/form.h"
#include "model/sheet.h"

struct forms {
	struct arena texts;      /* everything below lies here */
	struct form *items;
	size_t count;
	struct form_rule *rules;
	size_t rule_count;
	struct record_list *lists;
	size_t list_count;
};

/*
 * Fills `form`, whose name is set, from its own grid; `table` is the form's own. The
 * lists of `all` are parsed already. Faults go to the sheet; what could be read is there
 * all the same.
 */
void form_parse(struct form *form, const char *table, const struct sheet *s,
		const struct codes *codes, const struct forms *all);

/* Fills a field, whose type, name and list are set, from its row. */
void form_field_parse(struct form_field *field, const struct sheet *s, size_t row,
		      const struct codes *codes, const struct forms *all);

/* Tells what can be seen only when all of a form's fields are there. */
void form_check_fields(const struct form *form, const struct sheet *s);

#endif
