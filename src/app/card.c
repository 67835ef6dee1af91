/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored record to be read; see card.h. */
#include "app/card.h"

#include <stdlib.h>

#include "app/catalog.h"
#include "app/form_rules.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/record.h"
#include "model/value.h"

enum { SECTION, LABEL, VALUE, ECHO, COLUMNS };

struct card {
	struct app *app;
	const struct form *form;
	struct record *record;
	struct field_state *states;
	bool all;
	struct grid *out;
};

static bool is_shown(const struct card *c, size_t field)
{
	const struct form_field *it = &c->form->fields[field];

	return !it->hidden && it->type != FIELD_NOTE && c->states[field].relevant &&
	       (c->all || !c->states[field].read_only);
}

static void show_value(const struct card *c, size_t field, size_t row, struct text *out)
{
	const struct form_field *it = &c->form->fields[field];

	value_show(it, app_choices(c->app, it), record_get(c->record, field, row), out);
}

static size_t add_line(const struct card *c, size_t field)
{
	const struct form_field *it = &c->form->fields[field];
	size_t line = grid_add_row(c->out, 0);

	grid_set(c->out, line, SECTION, lang_pick(c->form->sections[it->section].label));
	grid_set(c->out, line, LABEL, lang_pick(it->label));
	return line;
}

static void add_answer(const struct card *c, size_t field)
{
	size_t line = add_line(c, field);
	struct text shown = { 0 };

	show_value(c, field, 0, &shown);
	grid_set(c->out, line, VALUE, text_get(&shown));
	text_clear(&shown);
	value_echo(&c->form->fields[field], record_get(c->record, field, 0), &shown);
	grid_set(c->out, line, ECHO, text_get(&shown));
	text_done(&shown);
}

/* One row of a repeating section: its answers side by side, under the first's label. */
static void add_repeated(const struct card *c, const struct form_section *s, size_t row)
{
	struct text shown = { 0 };
	size_t line = add_line(c, s->first_field);

	for (size_t i = s->first_field; i < s->first_field + s->field_count; i++) {
		if (!is_shown(c, i) || !record_get(c->record, i, row)[0])
			continue;
		text_add(&shown, shown.length ? " · " : "");
		show_value(c, i, row, &shown);
	}
	grid_set(c->out, line, VALUE, text_get(&shown));
	text_done(&shown);
}

static void add_section(const struct card *c, const struct form_section *s)
{
	size_t rows =
		s->field_count && s->repeats
			? record_rows(c->record, c->form->fields[s->first_field].part)
			: 0;

	for (size_t row = 0; row < rows; row++)
		add_repeated(c, s, row);
	if (s->repeats)
		return;
	for (size_t i = s->first_field; i < s->first_field + s->field_count; i++)
		if (is_shown(c, i))
			add_answer(c, i);
}

struct grid *card_load(struct app *a, const char *form, const char *id, bool all,
		       struct err *e)
{
	static const char *const columns[COLUMNS] = { "section", "label", "value",
						      "echo" };
	struct card c = { .app = a, .all = all };

	c.form = forms_find(catalog_forms(app_catalog(a)), form);
	c.record = record_new(c.form);
	c.states = mem_alloc(c.form->field_count * sizeof(*c.states));
	if (records_load(a, c.record, id, e) &&
	    form_rules_evaluate(app_rules(a, c.form), c.record, c.states, e)) {
		c.out = grid_new("card");
		for (size_t i = 0; i < COLUMNS; i++)
			grid_add_column(c.out, columns[i]);
		for (size_t i = 0; i < c.form->section_count; i++)
			add_section(&c, &c.form->sections[i]);
	}
	record_free(c.record);
	free(c.states);
	return c.out;
}
