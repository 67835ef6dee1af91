/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A spreadsheet's rows as records: tried in a copy of the register, then stored. Both go
 * the same way, so that what was tried is what is stored.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/findings.h"
#include "app/form_rules.h"
#include "app/identified.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "app/inside.h"
#include "app/overruled.h"
#include "app/records.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/record.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

enum { MAX_FORMS = 4 };

/* What is not said of a field of the row. */
enum hush {
	HUSH_NOTHING,
	HUSH_TYPE,      /* the value is ours, of a record that lists do not offer yet */
	HUSH_ALL,       /* its cell could not be read, which has been said */
};

/* What one form of the sheet needs for every row. */
struct form_run {
	const struct form *form;
	struct form_rules *rules;
	struct field_state *states;
	enum hush *hushed;      /* by field */
};

struct run {
	struct import_sheet *sheet;
	struct app *app;                /* the register, or the copy it is tried in */
	bool trying;
	struct identified identified;
	struct form_run forms[MAX_FORMS];
	struct findings findings;
	struct numbering people;        /* same_person, and whom they became */
	const char **ids;
	size_t id_capacity;
	struct numbering names;         /* of rows that others may refer to, */
	const char **named;             /* and the records they became */
	size_t named_capacity;
	struct numbering keys;          /* of the records so far, and their rows */
	size_t *key_lines;
	size_t key_capacity;
	struct arena texts;
};

static void run_init(struct run *r, struct import_sheet *s, struct app *a, bool trying)
{
	*r = (struct run){ .sheet = s, .app = a, .trying = trying };
	if (s->identified.asks)
		identified_begin_copy(&r->identified, a, &s->identified);
	for (size_t i = 0; i < form_sheet_form_count(s->sheet); i++) {
		const struct form *form = form_sheet_form(s->sheet, i);

		r->forms[i] = (struct form_run){
			.form = form,
			.rules = app_rules(a, form),
			.states = mem_alloc(form->field_count *
					    sizeof(struct field_state)),
			.hushed = mem_alloc(form->field_count * sizeof(enum hush)),
		};
	}
}

static void run_done(struct run *r)
{
	for (size_t i = 0; i < MAX_FORMS; i++) {
		free(r->forms[i].states);
		free(r->forms[i].hushed);
	}
	findings_done(&r->findings);
	identified_done(&r->identified);
	numbering_done(&r->people);
	numbering_done(&r->names);
	numbering_done(&r->keys);
	free(r->ids);
	free(r->named);
	free(r->key_lines);
	arena_done(&r->texts);
}

/* ---- what is said ---- */

/* The column that holds the value of a field in a row of its part, or -1. */
static long column_of(const struct import_sheet *s, size_t form, size_t field, size_t row)
{
	long other = -1;

	for (size_t i = 0; i < s->column_count; i++) {
		const struct import_column *it = &s->columns[i];

		if (it->use != IMPORT_FIELD || it->to.form != form ||
		    it->to.field != field)
			continue;
		if (it->to.row == row || it->to.row == FORM_SHEET_ALL_ROWS)
			return (long)i;
		if (other < 0)
			other = (long)i;
	}
	return other;
}

static void remark(struct run *r, size_t row, long column, enum severity severity,
		   const char *message)
{
	import_remark_add(r->sheet, row, column,
			  (struct import_remark){ .severity = severity,
						  .rule = "",
						  .message = message });
}

static bool is_hushed(const struct form_run *form, const struct finding *f)
{
	enum hush hush = form->hushed[f->field];

	return hush == HUSH_ALL || (hush == HUSH_TYPE && !f->rule[0]);
}

static bool tell_findings(struct run *r, size_t form, const struct record *record,
			  size_t row)
{
	struct form_run *it = &r->forms[form];
	const struct overruled none = { 0 };
	const struct findings_source source = { r->app, record, it->rules, it->states,
						&none };
	bool clean = true;

	findings_collect(&r->findings, &source);
	if (!form)
		identified_add_findings(&r->identified, record, &source, &r->findings);
	for (size_t i = 0; i < r->findings.count; i++) {
		const struct finding *f = &r->findings.items[i];
		bool sealed = !form && identified_asks(&r->identified, f->field);
		bool off_list = !f->rule[0] && record_get(record, f->field, f->row)[0];

		if (is_hushed(it, f))
			continue;
		clean &= f->severity != SEVERITY_ERROR;
		/* The field's own words are for whoever has its list of choices. */
		import_remark_add(r->sheet, row,
				  column_of(r->sheet, form, f->field, f->row),
				  (struct import_remark){
					  .severity = f->severity,
					  .rule = sealed ? "" : f->rule,
					  .message = off_list ? _("kan inte väljas här")
							      : f->message,
				  });
	}
	return clean;
}

/* What stands in the file but is not what would be stored is said, never passed over. */
static bool tell_lost(struct run *r, size_t form, const struct record *record, size_t row)
{
	const struct import_sheet *s = r->sheet;
	bool clean = true;

	for (size_t i = 0; i < s->column_count; i++) {
		const struct import_column *it = &s->columns[i];
		const char *value = grid_get(s->cells, row, i);
		const struct field_state *state;
		struct text message = { 0 };

		if (it->use != IMPORT_FIELD || it->to.form != form || !value[0] ||
		    import_is_number(s, it))
			continue;
		state = &r->forms[form].states[it->to.field];
		if (!state->relevant) {
			remark(r, row, (long)i, SEVERITY_WARNING,
			       _("lagras inte: uppgiften hör inte till den här raden"));
		} else if (state->read_only &&
			   strcmp(record_get(record, it->to.field, 0), value)) {
			text_add(&message, _("registret säger något annat: "));
			import_values_write(s->values, &it->to,
					    record_get(record, it->to.field, 0), true,
					    &message);
			remark(r, row, (long)i, SEVERITY_ERROR, text_get(&message));
			clean = false;
		}
		text_done(&message);
	}
	return clean;
}

/* ---- one record ---- */

static void fill_rows(struct record *record, const struct form_column *to,
		      const char *codes)
{
	const char *word;
	size_t length;

	for (size_t at = 0; at < RECORD_MAX_ROWS; at++) {
		char *code;

		word = text_next_word(&codes, &length);
		if (!word)
			break;
		code = mem_text_part(word, length);
		record_change(record, to->field, at, code);
		free(code);
	}
}

/* The record that an earlier row of the list became, by its name; NULL, which is said,
 * when there is none. */
static const char *find_earlier(struct run *r, size_t row, size_t column)
{
	const struct import_sheet *s = r->sheet;
	const char *cell = import_cell(s, row, column);
	char *name = import_fold(cell);
	int at = numbering_find(&r->names, name);
	struct text value = { 0 };
	struct err e;

	free(name);
	if (at < 0 && r->trying &&
	    !import_read_value(r->sheet, &s->columns[column], cell, &value, &e))
		remark(r, row, (long)column, SEVERITY_ERROR, e.text);
	text_done(&value);
	return at < 0 ? NULL : r->named[at];
}

static void remember_name(struct run *r, const struct record *record)
{
	const struct form *form = record_form(record);
	const char *id = record_id(record);
	size_t field = 0, at;
	char *name;

	while (field < form->field_count && strcmp(form->fields[field].name, "name") != 0)
		field++;
	if (field == form->field_count)
		return;
	name = import_fold(record_get(record, field, 0));
	at = (size_t)numbering_add(&r->names, name);
	free(name);
	r->named = mem_grow(r->named, &r->named_capacity, at + 1, sizeof(*r->named));
	r->named[at] = arena_text(&r->texts, id, strlen(id));
}

/* Gives the record what the row says; whether it says anything. */
static bool fill(struct run *r, size_t form, struct record *record, size_t row)
{
	const struct import_sheet *s = r->sheet;
	bool any = false;

	memset(r->forms[form].hushed, 0,
	       r->forms[form].form->field_count * sizeof(enum hush));
	record_begin_step(record);
	for (size_t i = 0; i < s->column_count; i++) {
		const struct form_column *to = &s->columns[i].to;
		const char *value = grid_get(s->cells, row, i);
		bool bad = s->bad[row * s->column_count + i];

		if (s->columns[i].use != IMPORT_FIELD || to->form != form)
			continue;
		if (bad && import_refers_to_itself(s, &s->columns[i])) {
			const char *earlier = find_earlier(r, row, i);

			bad = !earlier;
			value = earlier ? earlier : "";
			r->forms[form].hushed[to->field] = HUSH_TYPE;
		}
		if (bad)
			r->forms[form].hushed[to->field] = HUSH_ALL;
		any |= !s->columns[i].value && (bad || value[0]);
		if (to->row == FORM_SHEET_ALL_ROWS)
			fill_rows(record, to, value);
		else if (value[0])
			record_change(record, to->field, to->row, value);
	}
	return any;
}

static bool has_bad_cell(const struct run *r, size_t form)
{
	for (size_t i = 0; i < r->forms[form].form->field_count; i++)
		if (r->forms[form].hushed[i] == HUSH_ALL)
			return true;
	return false;
}

static bool write_record(struct run *r, size_t form, struct record *record, bool is_new,
			 struct err *e)
{
	return records_store(r->app, record, r->forms[form].states, e) &&
	       (form || identified_store(&r->identified, record, e)) &&
	       audit_store(r->app, record, is_new, e);
}

/* In the copy each record is committed, so that rules about other records see it. What
 * the register itself refuses is said of the row. */
static bool try_to_write(struct run *r, size_t form, struct record *record, bool is_new,
			 size_t row)
{
	struct err e;
	bool ok = db_begin(r->app->db, &e);

	if (ok && write_record(r, form, record, is_new, &e))
		return db_commit(r->app->db, &e);
	db_rollback(r->app->db);
	remark(r, row, -1, SEVERITY_ERROR, e.text);
	return false;
}

/* ---- the same person, the same record ---- */

/* What the column same_person says, "" without one. */
static const char *person_text(const struct run *r, size_t row)
{
	const struct import_sheet *s = r->sheet;

	for (size_t i = 0; i < s->column_count; i++)
		if (s->columns[i].use == IMPORT_SAME)
			return grid_get(s->cells, row, i);
	return "";
}

/* The person of an earlier row with the same text in the column same_person. */
static void find_person(struct run *r, struct record *record, size_t row)
{
	const char *text = person_text(r, row);
	int person = text[0] ? numbering_find(&r->people, text) : -1;
	int link = import_parent_field(r->app, r->sheet->sheet);

	if (person < 0 || record_get(record, (size_t)link, 0)[0])
		return;
	record_change(record, (size_t)link, 0, r->ids[person]);
	r->forms[0].hushed[link] = HUSH_TYPE;
}

/* The person whose number it is, who may be of an earlier row, or what it tells of a new
 * one. */
static void follow_number(struct run *r, struct record *record)
{
	int link = r->identified.fields.person;

	if (!r->identified.asks)
		return;
	identified_forget(&r->identified);
	identified_follow(&r->identified, record);
	if (link >= 0 && r->identified.found.length)
		r->forms[0].hushed[link] = HUSH_TYPE;
}

/*
 * Whether the register had a participation that began in the same intervention on the
 * same day, of somebody of the same sex and birth year, before anything was tried.
 */
static bool was_there(const struct run *r, const struct record *record)
{
	static const char *const names[] = { "intervention", "start", "sex",
					     "birth_year" };
	enum { NAMES = sizeof(names) / sizeof(names[0]) };
	const struct form *form = record_form(record);
	const char *values[NAMES] = { "", "", "", "" };
	long long found = 0;
	struct err e;

	if (import_parent_field(r->app, r->sheet->sheet) < 0)
		return false;
	for (size_t i = 0; i < form->field_count; i++)
		for (size_t k = 0; k < NAMES; k++)
			if (!strcmp(form->fields[i].name, names[k]))
				values[k] = record_get(record, i, 0);
	return query_int(r->sheet->app->db,
			 &(struct query){ sql_text(SQL_IMPORT_SAME), values, NAMES,
					  NULL }, &found, &e) && found;
}

static void remember_person(struct run *r, const struct record *record, size_t row)
{
	const char *text = person_text(r, row);
	const char *id;
	size_t person;

	if (!text[0] || numbering_find(&r->people, text) >= 0)
		return;
	id = record_get(record, (size_t)import_parent_field(r->app, r->sheet->sheet), 0);
	person = (size_t)numbering_add(&r->people, text);
	r->ids = mem_grow(r->ids, &r->id_capacity, person + 1, sizeof(*r->ids));
	r->ids[person] = arena_text(&r->texts, id, strlen(id));
}

/*
 * What no two records share. Of a new person, who has no id yet, all that is known of
 * them stands in its place; then it may still be two persons.
 */
static bool add_key(const struct run *r, const struct record *record, struct text *key)
{
	const struct form *form = r->forms[0].form;
	int link = import_parent_field(r->app, r->sheet->sheet);
	bool sure = true;

	for (size_t i = 0; i < form->field_count; i++) {
		const struct form_field *it = &form->fields[i];
		bool known = link < 0 || record_get(record, (size_t)link, 0)[0];
		bool of_person = it->part && !form->parts[it->part].repeats &&
				 !form->parts[it->part].fixed_column[0];

		if (text_has_word(form->key, it->name) ||
		    (!known && of_person && it->lookup_field[0]))
			text_addf(key, "%s\x1f", record_get(record, i, 0));
		sure &= known;
	}
	return sure;
}

/* Whether a cell that tells the record from others could not be read. */
static bool has_bad_key(const struct run *r)
{
	const struct form_run *it = &r->forms[0];

	for (size_t i = 0; i < it->form->field_count; i++)
		if (it->hushed[i] == HUSH_ALL &&
		    text_has_word(it->form->key, it->form->fields[i].name))
			return true;
	return false;
}

static bool has_number(const struct run *r, const struct record *record)
{
	int number = r->identified.fields.number;

	return r->identified.asks && record_get(record, (size_t)number, 0)[0];
}

static bool tell_double(struct run *r, const struct record *record, size_t row)
{
	struct text key = { 0 }, message = { 0 };
	bool sure, is_double;
	size_t at;

	if (has_bad_key(r))
		return true;
	sure = add_key(r, record, &key);
	is_double = numbering_find(&r->keys, text_get(&key)) >= 0;
	at = (size_t)numbering_add(&r->keys, text_get(&key));
	text_done(&key);
	/* Whoever tells persons apart has told these apart. */
	if (is_double && !sure && (person_text(r, row)[0] || has_number(r, record)))
		return true;
	if (!is_double) {
		r->key_lines = mem_grow(r->key_lines, &r->key_capacity, at + 1,
					sizeof(*r->key_lines));
		r->key_lines[at] = grid_line(r->sheet->grid, row);
		return true;
	}
	text_addf(&message, sure ? _("samma post som på rad %zu") :
				   _("kan vara samma post som på rad %zu"),
		  r->key_lines[at]);
	remark(r, row, -1, sure ? SEVERITY_ERROR : SEVERITY_WARNING, text_get(&message));
	text_done(&message);
	return !sure;
}

/* ---- rows ---- */

/* Whether two fields of forms over the same tables are kept in the same place. */
static bool is_same_place(const struct form *a, size_t x, const struct form *b, size_t y)
{
	const struct form_part *p = &a->parts[a->fields[x].part];
	const struct form_part *q = &b->parts[b->fields[y].part];

	return a->fields[x].column[0] && !p->repeats && !q->repeats &&
	       !strcmp(a->fields[x].column, b->fields[y].column) &&
	       !strcmp(p->table, q->table) && !strcmp(p->fixed_value, q->fixed_value);
}

/* What the form that continues a record shows of it. */
static void fill_shown(struct run *r, size_t form, struct record *record,
		       const struct record *before)
{
	const struct form *to = r->forms[form].form, *from = r->forms[0].form;

	for (size_t x = 0; x < to->field_count; x++)
		for (size_t y = 0; y < from->field_count; y++) {
			if (strcmp(to->fields[x].read_only, "1") != 0 ||
			    !is_same_place(to, x, from, y))
				continue;
			record_fill(record, x, 0, record_get(before, y, 0));
			r->forms[form].hushed[x] = HUSH_TYPE;
		}
	record_set_id(record, record_id(before));
}

static bool run_continuation(struct run *r, size_t form, const struct record *before,
			     size_t row, struct err *e)
{
	struct record *record = record_new(r->forms[form].form);
	bool ok = true, clean;

	if (fill(r, form, record, row)) {
		fill_shown(r, form, record, before);
		ok = form_rules_evaluate(r->forms[form].rules, record,
					 r->forms[form].states, e);
		if (ok && r->trying) {
			clean = tell_findings(r, form, record, row);
			clean &= tell_lost(r, form, record, row);
			clean &= !has_bad_cell(r, form) && record_id(before)[0];
			if (clean)
				try_to_write(r, form, record, false, row);
		} else if (ok) {
			ok = write_record(r, form, record, false, e);
		}
	}
	record_free(record);
	return ok;
}

/* What later rows may refer to. */
static void remember(struct run *r, const struct record *record, size_t row)
{
	remember_person(r, record, row);
	remember_name(r, record);
}

/* Tells all that is to be said of the record and writes it when that is nothing bad. */
static void try_record(struct run *r, struct record *record, size_t row)
{
	bool bad_cell = r->trying && has_bad_cell(r, 0);
	bool clean = tell_findings(r, 0, record, row);

	clean &= tell_lost(r, 0, record, row);
	clean &= tell_double(r, record, row);
	r->sheet->stored += was_there(r, record);
	if (clean && !bad_cell && try_to_write(r, 0, record, true, row))
		remember(r, record, row);
	else
		record_set_id(record, "");
}

static bool run_row(struct run *r, size_t row, struct err *e)
{
	struct record *record = record_new(r->forms[0].form);
	bool ok;

	fill(r, 0, record, row);
	find_person(r, record, row);
	follow_number(r, record);
	ok = form_rules_evaluate(r->forms[0].rules, record, r->forms[0].states, e);
	if (ok && r->trying)
		try_record(r, record, row);
	else if (ok && write_record(r, 0, record, true, e))
		remember(r, record, row);
	else
		ok = false;
	for (size_t i = 1; ok && i < form_sheet_form_count(r->sheet->sheet); i++)
		ok = run_continuation(r, i, record, row, e);
	record_free(record);
	return ok;
}

bool import_run_rows(struct import_sheet *s, struct app *a, bool trying, struct err *e)
{
	struct run r;
	bool ok = true;

	assert(form_sheet_form_count(s->sheet) <= MAX_FORMS);
	run_init(&r, s, a, trying);
	for (size_t row = 0; ok && row < grid_rows(s->grid); row++)
		if (!import_is_blank(s, row))
			ok = run_row(&r, row, e);
	run_done(&r);
	return ok;
}
