/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records between a form and the register's tables; see records.h. */
#include "app/records.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"
#include "app/binding.h"
#include "app/catalog.h"
#include "app/deleted.h"
#include "app/form_rules.h"
#include "app/in_use.h"
#include "app/inside.h"
#include "app/lock.h"
#include "app/withdrawal.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/tables.h"

/* ---- reading ---- */

/* The cells that find a part's rows: the link, and what tells its rows from others. */
struct finder {
	struct cell cells[2];
	size_t count;
};

static struct finder find_by(const struct form_part *part, const char *column,
			     const char *key)
{
	struct finder f = { { { column, key } }, 1 };

	if (part->fixed_column[0])
		f.cells[f.count++] =
			(struct cell){ part->fixed_column, part->fixed_value };
	return f;
}

static void fill_row(struct record *r, size_t part, size_t row, const struct grid *g,
		     size_t grid_row)
{
	const struct form *form = record_form(r);

	for (size_t i = 0; i < form->field_count; i++)
		if (form->fields[i].part == part && form->fields[i].column[0])
			record_fill(r, i, row,
				    grid_named(g, grid_row, form->fields[i].column));
}

/*
 * The rows of a link table are one field's codes. Its key gives them in another order
 * than the list, which is the only right one for a value; what the list lacks comes last.
 */
static void fill_codes(struct app *a, struct record *r, size_t field,
		       const struct grid *g)
{
	const struct form_field *it = &record_form(r)->fields[field];
	const struct choices *c = app_choices(a, it);
	int column = grid_find_column(g, it->column);
	struct text codes = { 0 };

	for (size_t i = 0; i < choices_count(c); i++) {
		const char *code = choices_at(c, i)->code;

		if (grid_find_row(g, (size_t)column, code) >= 0)
			text_addf(&codes, "%s%s", codes.length ? " " : "", code);
	}
	for (size_t row = 0; row < grid_rows(g); row++) {
		const char *code = grid_get(g, row, (size_t)column);

		if (choices_find(c, code) < 0)
			text_addf(&codes, "%s%s", codes.length ? " " : "", code);
	}
	record_fill(r, field, 0, text_get(&codes));
	text_done(&codes);
}

static bool is_link_table(const struct form *form, const struct form_part *part)
{
	return part->repeats && part->field_count == 1 &&
	       form->fields[part->first_field].type == FIELD_SELECT_MULTIPLE;
}

static bool load_part(struct app *a, struct record *r, size_t part, const char *column,
		      const char *key, struct err *e)
{
	const struct form *form = record_form(r);
	const struct form_part *p = &form->parts[part];
	struct finder f = find_by(p, column, key);
	struct grid *g =
		rows_load(a->db, p->table, (struct cells){ f.cells, f.count }, e);

	if (!g)
		return false;
	if (is_link_table(form, p))
		fill_codes(a, r, p->first_field, g);
	else
		for (size_t i = 0; i < grid_rows(g) && i < RECORD_MAX_ROWS; i++)
			fill_row(r, part, i, g, i);
	grid_free(g);
	return true;
}

static bool load_parts(struct app *a, struct record *r, const struct grid *row,
		       struct err *e)
{
	const struct form *form = record_form(r);
	bool ok = true;

	fill_row(r, 0, 0, row, 0);
	for (size_t i = 1; ok && i < form->part_count; i++) {
		struct part_binding b;

		if (!binding_of_part(a->db, form, i, &b))
			continue;
		if (b.relation == PART_CHILD)
			ok = load_part(a, r, i, b.link, record_id(r), e);
		else
			ok = load_part(a, r, i, "id", grid_named(row, 0, b.link), e);
	}
	return ok;
}

bool records_load(struct app *a, struct record *r, const char *id, struct err *e)
{
	const struct form *form = record_form(r);
	struct cell where[] = { { "id", id } };
	struct grid *row = rows_load(a->db, form->parts[0].table, CELLS(where), e);
	bool ok;

	if (!row)
		return false;
	record_set_id(r, id);
	ok = grid_rows(row) == 1 ? load_parts(a, r, row, e)
				 : err_set(e, _("%s: %s: posten finns inte"),
					   lang_pick(form->label), id);
	grid_free(row);
	return ok;
}

/* ---- writing ---- */

enum { MAX_CELLS = 64 };

/* The cells of one row to be written; texts that were made for it are kept along. */
struct row_cells {
	struct cell items[MAX_CELLS];
	size_t count;
};

static void add_cell(struct row_cells *c, const char *column, const char *value)
{
	assert(c->count < MAX_CELLS);
	c->items[c->count++] = (struct cell){ column, value };
}

static struct cells cells_of(const struct row_cells *c)
{
	return (struct cells){ c->items, c->count };
}

/* Everything a store needs to know of the moment. */
struct writer {
	struct app *app;
	struct record *record;
	const struct field_state *states;
	char now[CLOCK_SIZE];
};

/* Adds the fields of a part that live in its own row. */
static void add_fields(const struct writer *w, size_t part, size_t row,
		       struct row_cells *c)
{
	const struct form *form = record_form(w->record);

	for (size_t i = 0; i < form->field_count; i++) {
		const struct form_field *it = &form->fields[i];

		if (it->part != part || !it->column[0] || w->states[i].read_only)
			continue;
		add_cell(c, it->column,
			 w->states[i].relevant ? record_get(w->record, i, row) : "");
	}
}

static bool has_column(const struct table *t, const char *column)
{
	return table_find_column(t, column) >= 0;
}

static void add_stamps(const struct writer *w, const struct table *t, bool is_new,
		       struct row_cells *c)
{
	if (!has_column(t, "registered_at"))
		return;
	if (is_new) {
		add_cell(c, "registered_at", w->now);
		add_cell(c, "registered_by", w->app->user);
	}
	add_cell(c, "changed_at", w->now);
	add_cell(c, "changed_by", w->app->user);
}

static bool next_number(struct app *a, const char *table, struct text *out, struct err *e)
{
	const char *values[] = { a->federation };
	struct text sql = { 0 };
	bool ok;

	text_addf(&sql,
		  "SELECT coalesce(max(number), 0) + 1 FROM \"%s\" WHERE federation = ?1",
		  table);
	ok = query_text(a->db, &(struct query){ text_get(&sql), values, 1, table }, out,
			e);
	text_done(&sql);
	return ok;
}

static bool already_has(const struct row_cells *c, const char *column)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->items[i].column, column))
			return true;
	return false;
}

/* A new row: id, federation, running number and stamps beside its fields. */
static bool insert_row(const struct writer *w, const struct table *t, const char *id,
		       struct row_cells *c, struct err *e)
{
	struct text number = { 0 };
	bool ok = true;

	add_cell(c, "id", id);
	if (has_column(t, "federation") && !already_has(c, "federation"))
		add_cell(c, "federation", w->app->federation);
	if (has_column(t, "number")) {
		ok = next_number(w->app, t->name, &number, e);
		add_cell(c, "number", text_get(&number));
	}
	add_stamps(w, t, true, c);
	ok = ok && rows_insert(w->app->db, t->name, cells_of(c), e);
	text_done(&number);
	return ok;
}

static bool update_row(const struct writer *w, const struct table *t, const char *id,
		       struct row_cells *c, struct err *e)
{
	struct cell where[] = { { "id", id } };

	if (!c->count)
		return true;
	add_stamps(w, t, false, c);
	if (!rows_update(w->app->db, t->name, cells_of(c), CELLS(where), e))
		return false;
	if (db_changes(w->app->db) != 1)
		return err_set(e, _("%s: %s: posten finns inte längre"), t->name, id);
	return true;
}

static bool has_content(const struct row_cells *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].value[0])
			return true;
	return false;
}

/* One row of a child part, unless nothing in it is stated. */
static bool insert_child(const struct writer *w, size_t part,
			 const struct part_binding *b, size_t row, struct err *e)
{
	const struct form_part *p = &record_form(w->record)->parts[part];
	struct row_cells c = { .count = 0 };
	char *id = NULL;
	bool ok;

	add_fields(w, part, row, &c);
	if (!has_content(&c))
		return true;
	add_cell(&c, b->link, record_id(w->record));
	if (p->fixed_column[0])
		add_cell(&c, p->fixed_column, p->fixed_value);
	if (has_column(b->table, "id")) {
		id = app_new_id(w->app);
		add_cell(&c, "id", id);
	}
	add_stamps(w, b->table, true, &c);
	ok = rows_insert(w->app->db, b->table->name, cells_of(&c), e);
	free(id);
	return ok;
}

static bool insert_codes(const struct writer *w, const struct form_part *p,
			 const struct part_binding *b, struct err *e)
{
	const struct form_field *field = &record_form(w->record)->fields[p->first_field];
	const char *codes = w->states[p->first_field].relevant
				    ? record_get(w->record, p->first_field, 0)
				    : "";
	const char *word;
	size_t length;
	bool ok = true;

	while (ok && (word = text_next_word(&codes, &length))) {
		char *code = mem_text_part(word, length);
		struct cell cells[] = { { b->link, record_id(w->record) },
					{ field->column, code } };

		ok = rows_insert(w->app->db, b->table->name, CELLS(cells), e);
		free(code);
	}
	return ok;
}

/* Whether the part says anything; what the form only shows counts too. */
static bool is_stated(const struct writer *w, size_t part)
{
	const struct form *form = record_form(w->record);

	for (size_t i = 0; i < form->field_count; i++)
		if (form->fields[i].part == part && form->fields[i].column[0] &&
		    w->states[i].relevant && record_get(w->record, i, 0)[0])
			return true;
	return false;
}

/* The one row of a child part that does not repeat. It may hold more than this form asks
 * for (a consent's withdrawal), so a row that is there is changed, not replaced. */
static bool store_only_child(const struct writer *w, size_t part,
			     const struct part_binding *b, struct err *e)
{
	const struct form_part *p = &record_form(w->record)->parts[part];
	struct finder f = find_by(p, b->link, record_id(w->record));
	struct cells where = { f.cells, f.count };
	struct row_cells c = { .count = 0 };

	if (!is_stated(w, part))
		return rows_delete(w->app->db, b->table->name, where, e);
	add_fields(w, part, 0, &c);
	if (!c.count)
		return true;
	add_stamps(w, b->table, false, &c);
	if (!rows_update(w->app->db, b->table->name, cells_of(&c), where, e))
		return false;
	return db_changes(w->app->db) || insert_child(w, part, b, 0, e);
}

/* Repeated rows have no life of their own: the old ones go, the new ones come. */
static bool store_child(const struct writer *w, size_t part, const struct part_binding *b,
			struct err *e)
{
	const struct form *form = record_form(w->record);
	const struct form_part *p = &form->parts[part];
	struct finder f = find_by(p, b->link, record_id(w->record));
	size_t rows = record_rows(w->record, part);

	if (!p->repeats)
		return store_only_child(w, part, b, e);
	if (!rows_delete(w->app->db, b->table->name, (struct cells){ f.cells, f.count },
			 e))
		return false;
	if (is_link_table(form, p))
		return insert_codes(w, p, b, e);
	for (size_t row = 0; row < rows; row++)
		if (!insert_child(w, part, b, row, e))
			return false;
	return true;
}

/* The field of the main part that is kept in this column, or -1. */
static int field_of_column(const struct form *form, const char *column)
{
	for (size_t i = 0; i < form->field_count; i++)
		if (form->fields[i].part == 0 && !strcmp(form->fields[i].column, column))
			return (int)i;
	return -1;
}

/* Parents come first, so that the main row can refer to them. */
static bool store_parent(const struct writer *w, size_t part,
			 const struct part_binding *b, struct err *e)
{
	int link = field_of_column(record_form(w->record), b->link);
	struct row_cells c = { .count = 0 };
	const char *key;
	char *id;
	bool ok;

	if (link < 0)
		return err_set(e, _("%s: formuläret saknar fält för %s"),
			       record_form(w->record)->name, b->link);
	add_fields(w, part, 0, &c);
	key = record_get(w->record, (size_t)link, 0);
	if (key[0])
		return update_row(w, b->table, key, &c, e);
	id = app_new_id(w->app);
	ok = insert_row(w, b->table, id, &c, e);
	if (ok)
		record_fill(w->record, (size_t)link, 0, id);
	free(id);
	return ok;
}

static bool store_related(const struct writer *w, enum part_relation relation,
			  struct err *e)
{
	const struct form *form = record_form(w->record);

	for (size_t i = 1; i < form->part_count; i++) {
		struct part_binding b;

		if (!binding_of_part(w->app->db, form, i, &b) || b.relation != relation)
			continue;
		if (!(relation == PART_CHILD ? store_child : store_parent)(w, i, &b, e))
			return false;
	}
	return true;
}

static bool store_main(const struct writer *w, struct err *e)
{
	const struct form *form = record_form(w->record);
	const struct table *table = tables_find(w->app->db, form->parts[0].table);
	struct row_cells c = { .count = 0 };
	char *id;
	bool ok;

	add_fields(w, 0, 0, &c);
	if (record_id(w->record)[0])
		return update_row(w, table, record_id(w->record), &c, e);
	id = app_new_id(w->app);
	ok = insert_row(w, table, id, &c, e);
	if (ok)
		record_set_id(w->record, id);
	free(id);
	return ok;
}

/* What holds for the row once it is written: a locked year says no, but never to a
 * consent that is being withdrawn. */
static bool settle_row(const struct writer *w, const struct lock *lock,
		       bool was_withdrawn, struct err *e)
{
	struct record *r = w->record;
	bool withdrawn;

	if (!withdrawal_holds(w->app, record_form(r), record_id(r), &withdrawn, e))
		return false;
	if (withdrawn && !was_withdrawn)
		return withdrawal_carry_out(w->app, record_form(r), record_id(r), e) &&
		       records_load(w->app, r, record_id(r), e);
	return (!withdrawn || withdrawal_clear(w->app, record_id(r), e)) &&
	       lock_agrees(lock, w->app, record_form(r), record_id(r), e);
}

bool records_store(struct app *a, struct record *r, const struct field_state *states,
		   struct err *e)
{
	const struct form *form = record_form(r);
	struct writer w = { a, r, states, "" };
	struct lock lock = { 0 };
	bool withdrawn, ok;

	clock_now(w.now);
	ok = withdrawal_holds(a, form, record_id(r), &withdrawn, e) &&
	     lock_remember(&lock, a, form, record_id(r), e) &&
	     store_related(&w, PART_PARENT, e) && store_main(&w, e) &&
	     store_related(&w, PART_CHILD, e) && settle_row(&w, &lock, withdrawn, e);
	lock_done(&lock);
	return ok;
}

static bool delete_row(struct app *a, const char *table, const char *id, struct err *e)
{
	struct cell where[] = { { "id", id } };

	return rows_delete(a->db, table, CELLS(where), e);
}

/* Whom the deleted row referred to (a person) goes along unless others still do: nothing
 * is kept of people that is not needed. A refusal undoes nothing but itself. */
static void delete_parents(struct app *a, const struct form *f, const struct grid *row)
{
	for (size_t i = 1; i < f->part_count; i++) {
		struct part_binding b;

		if (binding_of_part(a->db, f, i, &b) && b.relation == PART_PARENT)
			(void)!delete_row(a, b.table->name, grid_named(row, 0, b.link),
					  NULL);
	}
}

static bool delete_all(struct app *a, const struct form *f, const char *id,
		       struct err *e)
{
	struct cell where[] = { { "id", id } };
	struct grid *row = rows_load(a->db, f->parts[0].table, CELLS(where), e);
	bool ok = false;

	if (!row)
		return false;
	if (!grid_rows(row)) {
		err_set(e, _("%s: %s: posten finns inte"), lang_pick(f->label), id);
	} else if (in_use_by_none(a, f->name, id, lang_pick(f->label), e)
		   && delete_row(a, f->parts[0].table, id, e)) {
		delete_parents(a, f, row);
		ok = true;
	}
	grid_free(row);
	return ok;
}

bool records_delete(struct app *a, const char *form, const char *id, struct err *e)
{
	const struct form *f = forms_find(catalog_forms(a->catalog), form);
	struct deleted *gone;
	struct lock lock = { 0 };
	bool ok;

	if (!db_begin(a->db, e))
		return false;
	gone = deleted_begin(a, form, id, e);
	ok = gone && lock_remember(&lock, a, f, id, e) && delete_all(a, f, id, e) &&
	     deleted_end(gone, e) && lock_agrees(&lock, a, f, id, e) &&
	     audit_note(a, "delete", form, id, e);
	lock_done(&lock);
	if (!ok)
		db_rollback(a->db);
	if (ok && db_commit(a->db, e)) {
		deleted_keep(a, gone);
		return true;
	}
	deleted_free(gone);
	return false;
}
