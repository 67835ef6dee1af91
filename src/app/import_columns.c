/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a spreadsheet's list are, and what stands in them. */
#include <stdlib.h>
#include <string.h>

#include "app/binding.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "app/inside.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/tables.h"

/* The columns of a map, in any order. */
enum map_column { MAP_COLUMN, MAP_FIELD, MAP_VALUE, MAP_CODE, MAP_COLUMNS };

static const char *const map_names[MAP_COLUMNS] = { "column", "field", "value", "code" };

/* The file that tells what the columns are. */
struct map {
	struct grid *grid;
	const char *path;
	int at[MAP_COLUMNS];    /* where each column is, -1 when it is not there */
	bool *settled;          /* the columns of the list it speaks of */
	struct faults *faults;
};

static const char *map_get(const struct map *m, size_t row, enum map_column column)
{
	return m->at[column] < 0 ? "" : grid_get(m->grid, row, (size_t)m->at[column]);
}

static bool map_refuse(const struct map *m, size_t row, enum map_column column,
		       const char *reason)
{
	return faults_add(m->faults, m->path, grid_line(m->grid, row),
			  (size_t)m->at[column] + 1, "%s: %s", map_get(m, row, column),
			  reason);
}

char *import_fold(const char *cell)
{
	char *clean = utf8_clean(csvfile_unguard(cell)), *folded;
	size_t from = strspn(clean, " "), length = strlen(clean);

	while (length > from && clean[length - 1] == ' ')
		clean[--length] = '\0';
	folded = utf8_fold(clean + from);
	free(clean);
	return folded;
}

static bool is_same_text(const char *a, const char *b)
{
	char *x = import_fold(a), *y = import_fold(b);
	bool same = !strcmp(x, y);

	free(x);
	free(y);
	return same;
}

static size_t head_row(const struct import_sheet *s)
{
	return s->file.detected.above + 1;
}

/* ---- what a heading means ---- */

/* Rows about the same person are told by a column of their own, same_person. */
static bool is_same_key(const struct import_sheet *s, const char *heading)
{
	return import_parent_field(s->app, s->sheet) >= 0 &&
	       is_same_text(heading, IMPORT_SAME_PERSON);
}

static enum form_sheet_found find_use(const struct import_sheet *s, const char *heading,
				      struct import_column *out)
{
	enum form_sheet_found found = form_sheet_find(s->sheet, heading, &out->to);

	out->use = found == FORM_SHEET_ONE ? IMPORT_FIELD : IMPORT_IGNORED;
	if (found == FORM_SHEET_NONE && is_same_key(s, heading)) {
		out->use = IMPORT_SAME;
		return FORM_SHEET_ONE;
	}
	return found;
}

int import_parent_field(const struct app *a, const struct form_sheet *sheet)
{
	return binding_of_parent(a->db, form_sheet_form(sheet, 0));
}

bool import_refers_to_itself(const struct import_sheet *s, const struct import_column *it)
{
	const struct form *form = form_sheet_form(s->sheet, it->to.form);
	const struct form_field *field = &form->fields[it->to.field];
	const struct table_column *column;

	if (it->use != IMPORT_FIELD || field->type != FIELD_SELECT_ONE || field->codes)
		return false;
	column = binding_of_field(s->app->db, form, it->to.field);
	return column && !strcmp(column->references, form->parts[0].table);
}

/* The heading that our annotated copies have. */
static bool is_remarks(const char *heading)
{
	return is_same_text(heading, _("Anmärkning")) ||
	       is_same_text(heading, "Anmärkning");
}

static bool find_column(struct import_sheet *s, size_t column, struct faults *f)
{
	const char *heading = csvfile_unguard(grid_column_name(s->grid, column));
	struct import_column *it = &s->columns[column];

	if (is_remarks(heading))
		it->use = IMPORT_REMARKS;
	else if (find_use(s, heading, it) == FORM_SHEET_SEVERAL)
		return faults_add(f, s->path, head_row(s), column + 1,
				  _("%s: flera uppgifter heter så; skriv fältets namn i "
				    "rubriken eller använd --map"), heading);
	return true;
}

/* ---- the map ---- */

/* The list's column with the heading that a row of the map names, or -1. */
static long named_column(const struct import_sheet *s, const char *heading)
{
	for (size_t i = 0; i < grid_columns(s->grid); i++)
		if (is_same_text(grid_column_name(s->grid, i), heading))
			return (long)i;
	return -1;
}

static struct import_column *add_constant(struct import_sheet *s)
{
	s->columns = mem_grow(s->columns, &s->column_capacity, s->column_count + 1,
			      sizeof(*s->columns));
	return &s->columns[s->column_count++];
}

/* A row without a column gives a field the same value in all rows. */
static bool map_constant(struct import_sheet *s, const struct map *m, size_t row)
{
	struct import_column it = { .use = IMPORT_FIELD };

	if (form_sheet_find(s->sheet, map_get(m, row, MAP_FIELD), &it.to) !=
	    FORM_SHEET_ONE)
		return map_refuse(m, row, MAP_FIELD, _("fältet finns inte"));
	/* Nor is what the map says of them repeated. */
	if (import_is_number(s, &it))
		return map_refuse(m, row, MAP_FIELD,
				  _("personnummer kan bara stå i listan"));
	it.value = import_keep(s, map_get(m, row, MAP_CODE));
	*add_constant(s) = it;
	return true;
}

/* What a row of the map says of a column's heading. */
static bool map_heading(struct import_sheet *s, const struct map *m, size_t row)
{
	const char *heading = map_get(m, row, MAP_COLUMN);
	const char *field = map_get(m, row, MAP_FIELD);
	long column = named_column(s, heading);
	bool tells_codes = map_get(m, row, MAP_CODE)[0];

	if (!heading[0])
		return map_constant(s, m, row);
	if (column < 0)
		return map_refuse(m, row, MAP_COLUMN, _("kolumnen finns inte i filen"));
	if (!field[0] && tells_codes)
		return true;
	m->settled[column] = true;
	if (!field[0] || !strcmp(field, "-"))
		s->columns[column].use = IMPORT_IGNORED;
	else if (find_use(s, field, &s->columns[column]) != FORM_SHEET_ONE)
		return map_refuse(m, row, MAP_FIELD, _("fältet finns inte"));
	return true;
}

/* What a row of the map says of a column's cells. */
static bool map_cells(struct import_sheet *s, const struct map *m, size_t row)
{
	long column = named_column(s, map_get(m, row, MAP_COLUMN));
	const char *code = map_get(m, row, MAP_CODE);
	struct text value = { 0 };
	struct err e;
	char *from;
	bool ok;

	if (column < 0 || !code[0] || s->columns[column].use != IMPORT_FIELD)
		return true;
	if (import_is_number(s, &s->columns[column]))
		return map_refuse(m, row, MAP_FIELD,
				  _("personnummer kan bara stå i listan"));
	ok = import_values_read(s->values, &s->columns[column].to, code, &value, &e);
	text_done(&value);
	if (!ok)
		return map_refuse(m, row, MAP_CODE, e.text);
	from = import_fold(map_get(m, row, MAP_VALUE));
	s->translations = mem_grow(s->translations, &s->translation_capacity,
				   s->translation_count + 1, sizeof(*s->translations));
	s->translations[s->translation_count++] = (struct import_translation){
		(size_t)column, import_keep(s, from), import_keep(s, code)
	};
	free(from);
	return true;
}

static bool map_read_head(struct map *m)
{
	for (int i = 0; i < MAP_COLUMNS; i++)
		m->at[i] = grid_find_column(m->grid, map_names[i]);
	for (size_t c = 0; c < grid_columns(m->grid); c++) {
		const char *name = grid_column_name(m->grid, c);
		bool known = !name[0];

		for (int i = 0; i < MAP_COLUMNS; i++)
			known |= !strcmp(name, map_names[i]);
		if (!known)
			faults_add(m->faults, m->path, 1, c + 1, _("%s: okänd kolumn"),
				   name);
	}
	for (int i = MAP_COLUMN; i <= MAP_FIELD; i++)
		if (m->at[i] < 0)
			faults_add(m->faults, m->path, 1, 0, _("kolumnen %s saknas"),
				   map_names[i]);
	return m->at[MAP_COLUMN] >= 0 && m->at[MAP_FIELD] >= 0;
}

/* ---- all columns ---- */

static void find_twice(struct import_sheet *s, size_t column, struct faults *f)
{
	const struct import_column *it = &s->columns[column];

	for (size_t i = 0; i < column; i++) {
		const struct import_column *other = &s->columns[i];

		if (it->use == IMPORT_IGNORED || it->use != other->use ||
		    it->to.form != other->to.form || it->to.field != other->to.field ||
		    it->to.row != other->to.row)
			continue;
		faults_add(f, s->path, head_row(s),
			   column < grid_columns(s->grid) ? column + 1 : 0,
			   _("uppgiften står i flera kolumner"));
	}
}

static void find_all(struct import_sheet *s, struct map *m)
{
	size_t count = grid_columns(s->grid);
	bool any = false;

	for (size_t row = 0; m->grid && row < grid_rows(m->grid); row++)
		map_heading(s, m, row);
	for (size_t i = 0; i < count; i++)
		if (!m->settled[i])
			find_column(s, i, m->faults);
	for (size_t row = 0; m->grid && row < grid_rows(m->grid); row++)
		map_cells(s, m, row);
	for (size_t i = 0; i < s->column_count; i++) {
		any |= s->columns[i].use == IMPORT_FIELD;
		find_twice(s, i, m->faults);
	}
	if (!any)
		faults_add(m->faults, s->path, head_row(s), 0,
			   _("ingen rubrik är ett fält i formuläret %s"),
			   import_sheet_form(s)->name);
}

bool import_find_columns(struct import_sheet *s, const char *map, struct faults *f)
{
	struct map m = { .path = map, .faults = f };
	struct import_file file = { 0 };
	size_t before = f->count;

	s->column_count = grid_columns(s->grid);
	s->columns = mem_grow(NULL, &s->column_capacity, s->column_count,
			      sizeof(*s->columns));
	m.settled = mem_alloc(s->column_count * sizeof(*m.settled));
	if (map)
		m.grid = import_read_file(map, &file, f);
	if (!map || (m.grid && map_read_head(&m)))
		find_all(s, &m);
	text_done(&file.titles);
	grid_free(m.grid);
	free(m.settled);
	return f->count == before;
}

/* ---- cells ---- */

static const char *translate(const struct import_sheet *s, size_t column,
			     const char *cell)
{
	const char *translated = cell;
	char *folded = NULL;

	for (size_t i = 0; i < s->translation_count; i++) {
		const struct import_translation *t = &s->translations[i];

		if (t->column != column)
			continue;
		if (!folded)
			folded = import_fold(cell);
		if (!strcmp(t->from, folded)) {
			translated = t->to;
			break;
		}
	}
	free(folded);
	return translated;
}

const char *import_cell(const struct import_sheet *s, size_t row, size_t column)
{
	const struct import_column *it = &s->columns[column];

	return it->value ? it->value
			 : translate(s, column, grid_get(s->grid, row, column));
}

static void read_cell(struct import_sheet *s, size_t row, size_t column,
		      struct text *value)
{
	const struct import_column *it = &s->columns[column];
	const char *cell = import_cell(s, row, column);
	struct err e;

	text_clear(value);
	if (it->use == IMPORT_SAME) {
		char *folded = import_fold(cell);

		text_add(value, folded);
		free(folded);
	} else if (!import_read_value(s, it, cell, value, &e)) {
		s->bad[row * s->column_count + column] = true;
		/* What refers to the list itself is looked for in its rows later. */
		if (!import_refers_to_itself(s, it))
			import_remark_add(s, row, (long)column,
					  (struct import_remark){
						  .severity = SEVERITY_ERROR,
						  .rule = "",
						  .message = e.text,
					  });
	}
	grid_set(s->cells, row, column, text_get(value));
}

void import_read_cells(struct import_sheet *s)
{
	struct text value = { 0 };
	size_t rows = grid_rows(s->grid);

	s->cells = grid_new("cells");
	s->bad = mem_alloc(rows * s->column_count * sizeof(*s->bad));
	for (size_t i = 0; i < s->column_count; i++)
		grid_add_column(s->cells, "");
	for (size_t row = 0; row < rows; row++) {
		bool blank = import_is_blank(s, row);

		grid_add_row(s->cells, grid_line(s->grid, row));
		for (size_t i = 0; i < s->column_count && !blank; i++)
			if (s->columns[i].use == IMPORT_FIELD ||
			    s->columns[i].use == IMPORT_SAME)
				read_cell(s, row, i, &value);
	}
	text_done(&value);
}
