/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up forms, fields, rules and lists; see form.h. */
#include "model/form.h"

#include <stdlib.h>
#include <string.h>

#include "model/form_private.h"

void forms_free(struct forms *f)
{
	if (!f)
		return;
	arena_done(&f->texts);
	free(f);
}

size_t forms_count(const struct forms *f)
{
	return f->count;
}

const struct form *forms_at(const struct forms *f, size_t i)
{
	return &f->items[i];
}

const struct form *forms_find(const struct forms *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->items[i].name, name))
			return &f->items[i];
	return NULL;
}

size_t forms_rule_count(const struct forms *f)
{
	return f->rule_count;
}

const struct form_rule *forms_rule_at(const struct forms *f, size_t i)
{
	return &f->rules[i];
}

const struct record_list *forms_find_list(const struct forms *f, const char *name)
{
	for (size_t i = 0; i < f->list_count; i++)
		if (!strcmp(f->lists[i].name, name))
			return &f->lists[i];
	return NULL;
}

int form_find_field(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->field_count; i++)
		if (!strcmp(form->fields[i].name, name))
			return (int)i;
	return -1;
}
