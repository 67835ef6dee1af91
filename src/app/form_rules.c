/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's expressions and rules, compiled; see form_rules.h. */
#include "app/form_rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/binding.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/record.h"
#include "model/value.h"
#include "store/rows.h"
#include "store/rules.h"
#include "store/tables.h"

/* Relevance may depend on computed values and these on relevance: settle in a few rounds.
 */
enum { MAX_ROUNDS = 4 };

/* In place of the number of an expression: there is none, or it is "1". */
enum { NO_EXPRESSION = -1, ALWAYS = -2 };

enum use {
	USE_RELEVANT,
	USE_REQUIRED,
	USE_READ_ONLY,
	USE_CONSTRAINT,
	USE_CALCULATION,
	USE_DEFAULT,
	USE_COUNT,
};

/* Indexes of compiled expressions. */
struct field_rules {
	int uses[USE_COUNT];
};

/* A row that a field of the record in hand chose; read once for all that look in it. */
struct looked_up {
	const struct table *table;
	char *key;
	struct grid *row;       /* NULL: there is no such row */
};

struct form_rules {
	const struct form *form;
	struct db *db;
	struct rules *engine;
	struct field_rules *fields;
	int *sections;                  /* their relevance */
	const struct form_rule **rules; /* those of this form */
	int *fires;
	size_t rule_count;
	int title;
	int any;             /* true when a rule fires or a constraint is broken */
	struct text *values; /* per field, as given to the engine */
	struct looked_up *looked_up;
	size_t looked_up_count, looked_up_capacity;
};

/* Where in the data files an expression stands. */
struct place {
	struct faults *faults;
	const char *file;
	size_t line;
};

static int compile(struct form_rules *fr, const char *expression, enum rules_scope scope,
		   struct place place)
{
	size_t index;
	struct err e;

	if (!expression[0])
		return NO_EXPRESSION;
	if (rules_add(fr->engine, expression, scope, &index, &e))
		return (int)index;
	faults_add(place.faults, place.file, place.line, 0, "%s", e.text);
	return NO_EXPRESSION;
}

/* Most fields that are required are so always: that need not be asked. */
static int compile_condition(struct form_rules *fr, const char *expression,
			     struct place place)
{
	return strcmp(expression, "1") ? compile(fr, expression, RULES_RECORD, place)
				       : ALWAYS;
}

static void compile_fields(struct form_rules *fr, struct faults *f, const char *file)
{
	for (size_t i = 0; i < fr->form->field_count; i++) {
		const struct form_field *it = &fr->form->fields[i];
		struct place place = { f, file, it->line };
		int *uses = fr->fields[i].uses;

		uses[USE_RELEVANT] = compile_condition(fr, it->relevant, place);
		uses[USE_REQUIRED] = compile_condition(fr, it->required, place);
		uses[USE_READ_ONLY] = compile_condition(fr, it->read_only, place);
		uses[USE_CONSTRAINT] = compile(fr, it->constraint, RULES_RECORD, place);
		uses[USE_CALCULATION] = compile(fr, it->calculation, RULES_RECORD, place);
		uses[USE_DEFAULT] = compile(fr, it->default_value, RULES_RECORD, place);
	}
}

static void compile_rules(struct form_rules *fr, const struct forms *forms,
			  struct faults *f)
{
	for (size_t i = 0; i < forms_rule_count(forms); i++) {
		const struct form_rule *rule = forms_rule_at(forms, i);
		size_t at = fr->rule_count;

		if (strcmp(rule->form, fr->form->name))
			continue;
		fr->rules[at] = rule;
		fr->fires[at] =
			compile(fr, rule->fires_when,
				rule->reads_register ? RULES_REGISTER : RULES_RECORD,
				(struct place){ f, "forms/rules.csv", rule->line });
		fr->rule_count++;
	}
}

/* One question for all rules and constraints: most records break none, and asking each
 * costs more than finding the answer. */
static void compile_any(struct form_rules *fr, struct faults *f)
{
	struct text any = { 0 };

	text_add(&any, "0");
	for (size_t i = 0; i < fr->form->field_count; i++)
		if (fr->fields[i].uses[USE_CONSTRAINT] != NO_EXPRESSION)
			text_addf(&any, " OR NOT coalesce((%s), 1)",
				  fr->form->fields[i].constraint);
	for (size_t i = 0; i < fr->rule_count; i++)
		if (fr->fires[i] != NO_EXPRESSION)
			text_addf(&any, " OR coalesce((%s), 0)",
				  fr->rules[i]->fires_when);
	fr->any = compile(fr, text_get(&any), RULES_REGISTER,
			  (struct place){ f, "forms/rules.csv", 0 });
	text_done(&any);
}

/* A list's query is held against the register as if it were a rule: it may only read. */
static void check_lists(struct form_rules *fr, const struct forms *forms,
			struct faults *f)
{
	struct text query = { 0 };

	for (size_t i = 0; i < fr->form->field_count; i++) {
		const struct form_field *it = &fr->form->fields[i];
		const struct record_list *list;

		if (!it->list[0] || it->codes)
			continue;
		list = forms_find_list(forms, it->list);
		text_clear(&query);
		text_addf(&query, "EXISTS (%s)", list->query);
		compile(fr, text_get(&query), RULES_REGISTER,
			(struct place){ f, "forms/lists.csv", list->line });
	}
	text_done(&query);
}

static void compile_all(struct form_rules *fr, const struct forms *forms,
			struct faults *f)
{
	char file[128];

	snprintf(file, sizeof(file), "forms/%s.csv", fr->form->name);
	compile_fields(fr, f, file);
	for (size_t i = 0; i < fr->form->section_count; i++) {
		const struct form_section *s = &fr->form->sections[i];
		size_t line = s->field_count ? fr->form->fields[s->first_field].line : 0;

		fr->sections[i] = compile(fr, s->relevant, RULES_RECORD,
					  (struct place){ f, file, line });
	}
	fr->title = compile(fr, fr->form->title, RULES_RECORD,
			    (struct place){ f, "forms/index.csv", 0 });
	compile_rules(fr, forms, f);
	compile_any(fr, f);
	check_lists(fr, forms, f);
}

/* Numbers compare as numbers where the form or the register says that they are. A
 * repeating part's fields are seen joined, and so as text. */
static enum rules_type type_of(const struct form_rules *fr, size_t field)
{
	const struct form_field *it = &fr->form->fields[field];
	const struct table_column *column = binding_of_field(fr->db, fr->form, field);

	if (fr->form->parts[it->part].repeats)
		return RULES_TEXT;
	if (it->type == FIELD_DECIMAL)
		return RULES_REAL;
	if (it->type == FIELD_INTEGER || (column && column->type == COLUMN_INTEGER))
		return RULES_INTEGER;
	return RULES_TEXT;
}

static bool open_engine(struct form_rules *fr, struct err *e)
{
	size_t count = fr->form->field_count;
	struct rules_column *columns = mem_alloc((count + 1) * sizeof(*columns));

	for (size_t i = 0; i < count; i++)
		columns[i] =
			(struct rules_column){ fr->form->fields[i].name, type_of(fr, i) };
	columns[count] = (struct rules_column){ "record_id", RULES_TEXT };
	fr->engine = rules_new(fr->db, columns, count + 1, e);
	free(columns);
	return fr->engine != NULL;
}

struct form_rules *form_rules_new(const struct forms *forms, const struct form *form,
				  struct db *db, struct faults *f)
{
	struct form_rules *fr = mem_alloc(sizeof(*fr));
	size_t faults_before = f->count;
	struct err e;

	fr->form = form;
	fr->db = db;
	fr->fields = mem_alloc(form->field_count * sizeof(*fr->fields));
	fr->sections = mem_alloc(form->section_count * sizeof(*fr->sections));
	fr->rules = mem_alloc(forms_rule_count(forms) * sizeof(*fr->rules));
	fr->fires = mem_alloc(forms_rule_count(forms) * sizeof(*fr->fires));
	fr->values = mem_alloc(form->field_count * sizeof(*fr->values));
	if (!open_engine(fr, &e))
		faults_add(f, form->name, 0, 0, "%s", e.text);
	else if (binding_check(db, form, f))
		compile_all(fr, forms, f);
	if (f->count == faults_before)
		return fr;
	form_rules_free(fr);
	return NULL;
}

static void forget_looked_up(struct form_rules *fr)
{
	for (size_t i = 0; i < fr->looked_up_count; i++) {
		free(fr->looked_up[i].key);
		grid_free(fr->looked_up[i].row);
	}
	fr->looked_up_count = 0;
}

void form_rules_free(struct form_rules *fr)
{
	if (!fr)
		return;
	rules_free(fr->engine);
	for (size_t i = 0; i < fr->form->field_count; i++) {
		text_done(&fr->values[i]);
	}
	forget_looked_up(fr);
	free(fr->looked_up);
	free(fr->values);
	free(fr->fields);
	free(fr->sections);
	free(fr->rules);
	free(fr->fires);
	free(fr);
}

/* True, false, or `otherwise` when there is no expression or its answer is not known. */
static bool holds(struct form_rules *fr, int expression, bool otherwise)
{
	struct err e;

	if (expression == NO_EXPRESSION)
		return otherwise;
	if (expression == ALWAYS)
		return true;
	switch (rules_test(fr->engine, (size_t)expression, &e)) {
	case RULES_TRUE:
		return true;
	case RULES_FALSE:
		return false;
	default:
		return otherwise;
	}
}

/* Whether a date or number is not one: its own finding says so, and compared as text it
 * would set off rules about other things. */
static bool is_misread(const struct form_field *field, const char *value)
{
	switch (field->type) {
	case FIELD_DATE:
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return !value_is_valid(field, NULL, value, NULL);
	default:
		return false;
	}
}

/* Gives the record to the engine; what is not relevant counts as not stated. */
static bool give(struct form_rules *fr, const struct record *r,
		 const struct field_state *states, struct err *e)
{
	size_t count = fr->form->field_count;
	const char **values = mem_alloc((count + 1) * sizeof(*values));
	bool ok;

	for (size_t i = 0; i < count; i++) {
		text_clear(&fr->values[i]);
		if (states[i].relevant)
			record_join(r, i, &fr->values[i]);
		if (is_misread(&fr->form->fields[i], text_get(&fr->values[i])))
			text_clear(&fr->values[i]);
		values[i] = text_get(&fr->values[i]);
	}
	values[count] = record_id(r);
	ok = rules_set(fr->engine, values, e);
	free(values);
	return ok;
}

/* An unknown condition does not hold: what depends on an answer waits for it. */
static bool settle_section(struct form_rules *fr, size_t section,
			   struct field_state *states)
{
	const struct form_section *s = &fr->form->sections[section];
	int whole = fr->sections[section];
	bool shown = holds(fr, whole, whole == NO_EXPRESSION), changed = false;

	for (size_t i = s->first_field; i < s->first_field + s->field_count; i++) {
		int own = fr->fields[i].uses[USE_RELEVANT];
		bool sealed = fr->form->fields[i].type == FIELD_IDENTITY_NUMBER;
		bool relevant = shown && !sealed && holds(fr, own, own == NO_EXPRESSION);

		changed |= relevant != states[i].relevant;
		states[i].relevant = relevant;
	}
	return changed;
}

static bool settle_relevance(struct form_rules *fr, struct field_state *states)
{
	bool changed = false;

	for (size_t i = 0; i < fr->form->section_count; i++)
		changed |= settle_section(fr, i, states);
	return changed;
}

static bool fill_if_other(struct record *r, size_t field, const char *value)
{
	if (!strcmp(record_get(r, field, 0), value))
		return false;
	record_fill(r, field, 0, value);
	return true;
}

static const struct grid *row_of(struct form_rules *fr, const struct table *table,
				 const char *key)
{
	struct cell where[] = { { table->columns[0].name, key } };
	struct looked_up *it;

	for (size_t i = 0; i < fr->looked_up_count; i++) {
		it = &fr->looked_up[i];
		if (it->table == table && !strcmp(it->key, key))
			return it->row;
	}
	fr->looked_up = mem_grow(fr->looked_up, &fr->looked_up_capacity,
				 fr->looked_up_count + 1, sizeof(*fr->looked_up));
	it = &fr->looked_up[fr->looked_up_count++];
	it->table = table;
	it->key = mem_text(key);
	it->row = rows_load(fr->db, table->name, CELLS(where), NULL);
	return it->row;
}

/* The value of the row that another field chose. */
static bool look_up(struct form_rules *fr, struct record *r, size_t field)
{
	const struct form_field *it = &fr->form->fields[field];
	size_t from = (size_t)form_find_field(fr->form, it->lookup_field);
	const struct table *table = binding_of_lookup(fr->db, fr->form, it);
	const char *key = record_get(r, from, 0);
	const struct grid *row;

	/* A field with a column of its own keeps what was typed until a row is chosen. */
	if (!key[0] && it->column[0])
		return false;
	row = key[0] ? row_of(fr, table, key) : NULL;
	return fill_if_other(
		r, field,
		row && grid_rows(row) ? grid_named(row, 0, it->lookup_column) : "");
}

/* Fills what is computed or looked up; whether anything changed. */
static bool compute(struct form_rules *fr, struct record *r)
{
	struct text value = { 0 };
	bool changed = false;

	for (size_t i = 0; i < fr->form->field_count; i++) {
		int calculation = fr->fields[i].uses[USE_CALCULATION];

		if (fr->form->fields[i].lookup_field[0])
			changed |= look_up(fr, r, i);
		if (calculation == NO_EXPRESSION)
			continue;
		text_clear(&value);
		if (rules_value(fr->engine, (size_t)calculation, &value, NULL))
			changed |= fill_if_other(r, i, text_get(&value));
	}
	text_done(&value);
	return changed;
}

bool form_rules_evaluate(struct form_rules *fr, struct record *r,
			 struct field_state *states, struct err *e)
{
	bool changed = true;

	forget_looked_up(fr);
	for (size_t i = 0; i < fr->form->field_count; i++)
		states[i].relevant = true;
	for (int round = 0; changed && round < MAX_ROUNDS; round++) {
		if (!give(fr, r, states, e))
			return false;
		changed = compute(fr, r);
		changed |= settle_relevance(fr, states);
	}
	if (changed && !give(fr, r, states, e))
		return false;
	for (size_t i = 0; i < fr->form->field_count; i++) {
		const int *uses = fr->fields[i].uses;

		states[i].required = holds(fr, uses[USE_REQUIRED], false);
		states[i].read_only = holds(fr, uses[USE_READ_ONLY], false) ||
				      uses[USE_CALCULATION] != NO_EXPRESSION;
	}
	return true;
}

bool form_rules_defaults(struct form_rules *fr, struct record *r, struct err *e)
{
	struct field_state *states = mem_alloc(fr->form->field_count * sizeof(*states));
	struct text value = { 0 };
	bool ok = form_rules_evaluate(fr, r, states, e);

	for (size_t i = 0; ok && i < fr->form->field_count; i++) {
		int expression = fr->fields[i].uses[USE_DEFAULT];

		if (expression == NO_EXPRESSION || record_get(r, i, 0)[0])
			continue;
		text_clear(&value);
		ok = rules_value(fr->engine, (size_t)expression, &value, e);
		if (ok)
			record_fill(r, i, 0, text_get(&value));
	}
	text_done(&value);
	free(states);
	return ok;
}

bool form_rules_any(struct form_rules *fr)
{
	/* What goes wrong in one of them must not silence the others. */
	return holds(fr, fr->any, true);
}

bool form_rules_breaks(struct form_rules *fr, size_t field)
{
	return !holds(fr, fr->fields[field].uses[USE_CONSTRAINT], true);
}

size_t form_rules_count(const struct form_rules *fr)
{
	return fr->rule_count;
}

const struct form_rule *form_rules_at(const struct form_rules *fr, size_t i)
{
	return fr->rules[i];
}

bool form_rules_fires(struct form_rules *fr, size_t i)
{
	return holds(fr, fr->fires[i], false);
}

bool form_rules_hold(struct form_rules *fr, struct err *e)
{
	return rules_hold(fr->engine, e);
}

void form_rules_release(struct form_rules *fr)
{
	rules_release(fr->engine);
}

void form_rules_title(struct form_rules *fr, struct text *out)
{
	size_t length = out->length;

	if (fr->title == NO_EXPRESSION)
		return;
	if (!rules_value(fr->engine, (size_t)fr->title, out, NULL))
		out->length = length;
}
