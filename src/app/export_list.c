/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a form as a list; see export_list.h. */
#include "app/export_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/rows.h"

enum { MAX_FORMS = 4 };

struct lister {
	struct app *app;
	struct form_sheet *sheet;
	struct import_values *values;
	int parent;                     /* the field that chooses the person, or -1 */
	struct record **records;        /* MAX_FORMS for each row */
	size_t row_count;
	struct form_column *columns;
	size_t column_count, column_capacity;
	struct export_list *out;
};

/* ---- which records ---- */

static bool is_of_year(const struct grid *g, size_t row, int year)
{
	const char *start = grid_named(g, row, "start"), *end = grid_named(g, row, "end");
	char text[16];

	snprintf(text, sizeof(text), "%d", year);
	if (!year)
		return true;
	if (grid_find_column(g, "year") >= 0)
		return !strcmp(grid_named(g, row, "year"), text);
	return strncmp(start, text, 4) <= 0 && (!end[0] || strncmp(end, text, 4) >= 0);
}

static bool load_record(const struct lister *l, struct record **records, const char *id,
			struct err *e)
{
	for (size_t i = 0; i < form_sheet_form_count(l->sheet); i++) {
		records[i] = record_new(form_sheet_form(l->sheet, i));
		if (!records_load(l->app, records[i], id, e))
			return false;
	}
	return true;
}

static bool load_records(struct lister *l, int year, struct err *e)
{
	const char *table = form_sheet_form(l->sheet, 0)->parts[0].table;
	struct grid *g = rows_load(l->app->db, table, CELLS_NONE, e);
	bool ok = g != NULL;

	if (!ok)
		return false;
	l->records = mem_alloc((grid_rows(g) + 1) * MAX_FORMS * sizeof(*l->records));
	for (size_t row = 0; ok && row < grid_rows(g); row++)
		if (is_of_year(g, row, year))
			ok = load_record(l, &l->records[l->row_count++ * MAX_FORMS],
					 grid_get(g, row, 0), e);
	grid_free(g);
	return ok;
}

static const struct record *record_at(const struct lister *l, size_t row, size_t form)
{
	return l->records[row * MAX_FORMS + form];
}

/* ---- the columns ---- */

/* How many rows of the part any record has; 1 for none, so that it has its columns. */
static size_t most_rows(const struct lister *l, const struct form_column *column)
{
	size_t part = form_sheet_field(l->sheet, column)->part, most = 1;

	for (size_t row = 0; row < l->row_count; row++) {
		size_t rows = record_rows(record_at(l, row, column->form), part);

		most = rows > most ? rows : most;
	}
	return most;
}

static enum list_kind kind_of(const struct form_field *field)
{
	switch (field->type) {
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return LIST_NUMBER;
	case FIELD_DATE:
		return LIST_DATE;
	default:
		return LIST_TEXT;
	}
}

static void add_column(struct lister *l, const struct form_column *column)
{
	struct text heading = { 0 };

	l->columns = mem_grow(l->columns, &l->column_capacity, l->column_count + 1,
			      sizeof(*l->columns));
	l->columns[l->column_count++] = *column;
	form_sheet_add_label(l->sheet, column, lang_get(), &heading);
	grid_add_column(l->out->grid, text_get(&heading));
	text_done(&heading);
}

static bool is_parent(const struct lister *l, const struct form_column *column)
{
	return l->parent >= 0 && column->form == 0 && column->field == (size_t)l->parent;
}

/* The columns of one part from `*at` on; the rows of a part that repeats stand together:
 * source 1, extent 1, source 2, … */
static void add_part(struct lister *l, size_t *at)
{
	const struct form_column *first = form_sheet_at(l->sheet, *at);
	size_t part = form_sheet_field(l->sheet, first)->part, end = *at + 1;
	size_t rows = 1;

	if (form_sheet_repeats(l->sheet, first)) {
		rows = most_rows(l, first);
		while (end < form_sheet_count(l->sheet) &&
		       form_sheet_at(l->sheet, end)->form == first->form &&
		       form_sheet_field(l->sheet, form_sheet_at(l->sheet, end))->part ==
			       part)
			end++;
	}
	for (size_t row = 0; row < rows; row++)
		for (size_t i = *at; i < end; i++) {
			struct form_column column = *form_sheet_at(l->sheet, i);

			column.row = row;
			if (!is_parent(l, &column))
				add_column(l, &column);
		}
	*at = end;
}

static void add_columns(struct lister *l)
{
	size_t at = 0;

	l->out->grid = grid_new(form_sheet_form(l->sheet, 0)->name);
	while (at < form_sheet_count(l->sheet))
		add_part(l, &at);
	l->out->kinds = mem_alloc((l->column_count + 1) * sizeof(*l->out->kinds));
	for (size_t i = 0; i < l->column_count; i++)
		l->out->kinds[i] = kind_of(form_sheet_field(l->sheet, &l->columns[i]));
	if (l->parent < 0)
		return;
	l->out->kinds[l->column_count] = LIST_TEXT;
	grid_add_column(l->out->grid, IMPORT_SAME_PERSON);
}

/* ---- the cells ---- */

/* Whether the cell is read as the value it was written from. */
static bool is_read_back(const struct lister *l, const struct form_column *column,
			 const char *value, const char *cell)
{
	struct text read = { 0 };
	struct err e;
	bool same = import_values_read(l->values, column, cell, &read, &e) &&
		    !strcmp(text_get(&read), value);

	text_done(&read);
	return same;
}

static void add_cell(const struct lister *l, const struct form_column *column,
		     const char *value, struct text *out)
{
	import_values_write(l->values, column, value, true, out);
	if (is_read_back(l, column, value, text_get(out)))
		return;
	text_clear(out);
	import_values_write(l->values, column, value, false, out);
	if (is_read_back(l, column, value, text_get(out)))
		return;
	text_clear(out);
	text_add(out, value);
}

static void add_row(const struct lister *l, size_t row)
{
	struct grid *g = l->out->grid;
	size_t to = grid_add_row(g, 0);
	struct text cell = { 0 };

	for (size_t i = 0; i < l->column_count; i++) {
		const struct form_column *it = &l->columns[i];
		const char *value =
			record_get(record_at(l, row, it->form), it->field, it->row);

		text_clear(&cell);
		if (value[0])
			add_cell(l, it, value, &cell);
		grid_set(g, to, i, text_get(&cell));
	}
	if (l->parent >= 0) {
		struct form_column person = { .field = (size_t)l->parent };

		text_clear(&cell);
		import_values_write(l->values, &person,
				    record_get(record_at(l, row, 0), person.field, 0),
				    true, &cell);
		grid_set(g, to, l->column_count, text_get(&cell));
	}
	text_done(&cell);
}

/* ---- the list ---- */

/* One moment of the register. */
static bool load_moment(struct lister *l, int year, struct err *e)
{
	bool ok = db_begin_reading(l->app->db, e) && load_records(l, year, e);

	db_rollback(l->app->db);
	return ok;
}

static void make_list(struct lister *l)
{
	add_columns(l);
	for (size_t row = 0; row < l->row_count; row++)
		add_row(l, row);
}

static void lister_done(struct lister *l)
{
	for (size_t i = 0; i < l->row_count * MAX_FORMS; i++)
		record_free(l->records[i]);
	free(l->records);
	free(l->columns);
	import_values_free(l->values);
	form_sheet_free(l->sheet);
}

bool export_list_make(struct app *a, const char *form, int year, struct export_list *out,
		      struct err *e)
{
	struct lister l = { .app = a, .out = out };
	bool ok;

	*out = (struct export_list){ 0 };
	if (app_is_national(a))
		return err_set(e, _("%s: ett nationellt register har inga egna listor"),
			       app_path(a));
	l.sheet = import_find_sheet(a, form, false, e);
	if (!l.sheet)
		return false;
	out->title = lang_pick(form_sheet_form(l.sheet, 0)->label);
	l.parent = import_parent_field(a, l.sheet);
	l.values = import_values_new(a, l.sheet);
	ok = load_moment(&l, year, e);
	if (ok)
		make_list(&l);
	lister_done(&l);
	return ok;
}

void export_list_done(struct export_list *l)
{
	grid_free(l->grid);
	free(l->kinds);
	*l = (struct export_list){ 0 };
}
