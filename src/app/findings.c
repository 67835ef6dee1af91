/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is said of one record; see findings.h. */
#include "app/findings.h"

#include <stdlib.h>
#include <string.h>

#include "app/form_rules.h"
#include "app/inside.h"
#include "app/overruled.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/record.h"
#include "model/value.h"

static const char *keep(struct findings *f, const char *text)
{
	return arena_text(&f->texts, text, strlen(text));
}

static void add(struct findings *f, struct finding finding)
{
	f->items = mem_grow(f->items, &f->capacity, f->count + 1, sizeof(*f->items));
	if (!finding.reason)
		finding.reason = "";
	f->items[f->count++] = finding;
}

static const struct form_field *field_at(const struct findings_source *s, size_t field)
{
	return &record_form(s->record)->fields[field];
}

static bool is_skipped(const struct findings_source *s, size_t field)
{
	return field_at(s, field)->type == FIELD_NOTE ||
	       !s->states[field].relevant;
}

/* A value that is not of the field's type, in any of its rows. */
static void collect_types(struct findings *f, const struct findings_source *s,
			  size_t field)
{
	const struct form_field *it = field_at(s, field);
	const struct record *r = s->record;
	const struct choices *choices = app_choices_in(s->app, r, field);
	struct err wrong;

	for (size_t row = 0; row < record_rows(r, it->part); row++)
		if (!value_is_valid(it, choices, record_get(r, field, row), &wrong))
			add(f, (struct finding){ .rule = "",
						 .field = field,
						 .row = row,
						 .severity = SEVERITY_ERROR,
						 .message = keep(f, wrong.text) });
}

/* A repeating part wants one row at least, and each row whole. */
static void collect_missing(struct findings *f, const struct findings_source *s,
			    size_t field)
{
	const struct form_field *it = field_at(s, field);
	const struct record *r = s->record;
	size_t rows = record_rows(r, it->part);
	struct text message = { 0 };

	if (!s->states[field].required)
		return;
	for (size_t row = 0; row < (rows ? rows : 1); row++) {
		if (record_get(r, field, row)[0])
			continue;
		text_clear(&message);
		text_addf(&message, _("%s: uppgiften saknas."), lang_pick(it->label));
		add(f, (struct finding){ .rule = "",
					 .field = field,
					 .row = row,
					 .severity = SEVERITY_ERROR,
					 .at_completion = true,
					 .message = keep(f, text_get(&message)) });
	}
	text_done(&message);
}

static void collect_constraint(struct findings *f, const struct findings_source *s,
			       size_t field)
{
	const struct form_field *it = field_at(s, field);

	if (form_rules_breaks(s->rules, field))
		add(f, (struct finding){ .rule = it->name,
					 .field = field,
					 .severity = SEVERITY_ERROR,
					 .message = lang_pick(it->constraint_message) });
}

static void collect_rule(struct findings *f, const struct findings_source *s, size_t i)
{
	const struct form_rule *rule = form_rules_at(s->rules, i);
	const char *reason;
	int field;

	if (!form_rules_fires(s->rules, i))
		return;
	field = form_find_field(record_form(s->record), rule->field);
	reason = overruled_find(s->overruled, rule->id, rule->field);
	add(f, (struct finding){ .rule = rule->id,
				 .severity = rule->severity,
				 .field = field < 0 ? 0 : (size_t)field,
				 .at_completion = rule->at_completion,
				 .message = lang_pick(rule->message),
				 .reason = reason ? keep(f, reason) : "" });
}

static int by_severity_and_place(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity < y->severity ? -1 : 1;
	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	return x->row == y->row ? strcmp(x->rule, y->rule) : x->row < y->row ? -1 : 1;
}

static void sort(struct findings *f)
{
	if (f->count)
		qsort(f->items, f->count, sizeof(*f->items), by_severity_and_place);
}

void findings_collect(struct findings *f, const struct findings_source *s)
{
	bool any = form_rules_any(s->rules);

	arena_done(&f->texts);
	f->count = 0;
	for (size_t i = 0; i < record_form(s->record)->field_count; i++) {
		if (is_skipped(s, i))
			continue;
		collect_types(f, s, i);
		collect_missing(f, s, i);
		if (any)
			collect_constraint(f, s, i);
	}
	for (size_t i = 0; any && i < form_rules_count(s->rules); i++)
		collect_rule(f, s, i);
	sort(f);
}

void findings_add(struct findings *f, const struct findings_source *source,
		  struct finding finding)
{
	const char *name = field_at(source, finding.field)->name;
	const char *reason = overruled_find(source->overruled, finding.rule, name);

	finding.message = keep(f, finding.message);
	finding.reason = reason ? keep(f, reason) : "";
	add(f, finding);
	sort(f);
}

void findings_done(struct findings *f)
{
	arena_done(&f->texts);
	free(f->items);
	*f = (struct findings){ 0 };
}
