/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One field's cells: its texts, expressions and where it is kept. Knows nothing of the
 * fields around it until all are there.
 */
#include "model/form_private.h"

#include <string.h>

#include "base/faults.h"
#include "base/grid.h"
#include "model/codes.h"

static void find_list(const struct sheet *s, size_t row, struct form_field *field,
		      const struct codes *codes, const struct forms *all)
{
	const char *list = field->list;

	field->codes = list[0] ? codes_find(codes, list) : NULL;
	if (list[0] && !field->codes && !forms_find_list(all, list))
		sheet_fault(s, row, "type", list,
			    _("listan finns varken bland kodlistorna eller i lists.csv"));
}

static void parse_appearance(const struct sheet *s, size_t row, struct form_field *field)
{
	const char *rest = sheet_get(s, row, "appearance");

	for (;;) {
		const char *word = sheet_take_word(&rest, s->texts);

		if (!word[0])
			return;
		if (!strcmp(word, "hidden"))
			field->hidden = true;
		else if (!strcmp(word, "persist"))
			field->persistent = true;
		else if (!strcmp(word, "multiline"))
			field->multiline = true;
		else
			sheet_fault(s, row, "appearance", word,
				    _("okänt utseende"));
	}
}

/* "field.column"; what it names is checked when all fields are known. */
static void parse_lookup(const struct sheet *s, size_t row, struct form_field *field)
{
	const char *cell = sheet_get(s, row, "bind::samreg:lookup");
	size_t length = strcspn(cell, ".");
	const char *column = cell + length + (cell[length] == '.');

	field->lookup_field = arena_text(s->texts, cell, length);
	field->lookup_column = arena_text(s->texts, column, strlen(column));
	if (cell[0] && (!sheet_is_name(cell, length) ||
			!sheet_is_name(column, strlen(column))))
		sheet_fault(s, row, "bind::samreg:lookup", cell,
			    _("skrivs fält.kolumn"));
}

/* A computed or looked-up value is kept only where the form says so. */
static const char *parse_column(const struct sheet *s, size_t row,
				const struct form_field *field)
{
	const char *column = sheet_keep(s, row, "bind::samreg:column");

	if (column[0] && !sheet_is_name(column, strlen(column)))
		sheet_fault(s, row, "bind::samreg:column", column,
			    _("ett namn är små bokstäver a-z, siffror och _"));
	if (column[0])
		return column;
	if (field->type == FIELD_NOTE || field->type == FIELD_IDENTITY_NUMBER ||
	    field->calculation[0] || field->lookup_field[0])
		return "";
	return field->name;
}

static void parse_expressions(const struct sheet *s, size_t row, struct form_field *field)
{
	struct words message = sheet_words(s, row, "constraint_message", false);

	field->required = sheet_sql(s, row, "required");
	field->relevant = sheet_sql(s, row, "relevant");
	field->constraint = sheet_sql(s, row, "constraint");
	field->constraint_message = message;
	field->calculation = sheet_sql(s, row, "calculation");
	field->default_value = sheet_sql(s, row, "default");
	field->read_only = sheet_sql(s, row, "read_only");
	if (field->constraint[0] && !message.sv[0] && !message.en[0])
		sheet_words(s, row, "constraint_message", true);
	if (!field->constraint[0] && message.sv[0])
		sheet_fault(s, row, "constraint_message::Svenska (sv)", message.sv,
			    _("det finns inget villkor som texten hör till"));
}

void form_field_parse(struct form_field *field, const struct sheet *s, size_t row,
		      const struct codes *codes, const struct forms *all)
{
	field->line = grid_line(s->grid, row);
	find_list(s, row, field, codes, all);
	parse_appearance(s, row, field);
	field->label = sheet_words(s, row, "label", true);
	field->hint = sheet_words(s, row, "hint",
				  !field->hidden && field->type != FIELD_NOTE);
	parse_expressions(s, row, field);
	parse_lookup(s, row, field);
	field->column = parse_column(s, row, field);
	field->feeds = sheet_keep(s, row, "bind::samreg:tables");
}

/* Only a record that has been chosen from a list of records has columns to look up. */
static bool is_lookup_right(const struct form *form, const struct form_field *field)
{
	int at = form_find_field(form, field->lookup_field);
	const struct form_field *chosen;

	if (at < 0)
		return false;
	chosen = &form->fields[at];
	return chosen->type == FIELD_SELECT_ONE && !chosen->codes;
}

/* There is one person, and so one number. */
static bool is_number_misplaced(const struct form *form, size_t field)
{
	if (form->fields[field].type != FIELD_IDENTITY_NUMBER)
		return false;
	for (size_t i = 0; i < field; i++)
		if (form->fields[i].type == FIELD_IDENTITY_NUMBER)
			return true;
	return form->parts[form->fields[field].part].repeats;
}

static bool is_column_taken(const struct form *form, size_t field)
{
	const struct form_field *it = &form->fields[field];

	for (size_t i = 0; i < field; i++)
		if (form->fields[i].part == it->part &&
		    !strcmp(form->fields[i].column, it->column))
			return it->column[0] != '\0';
	return false;
}

void form_check_fields(const struct form *form, const struct sheet *s)
{
	size_t names = (size_t)grid_find_column(s->grid, "name");

	if (!form->field_count)
		faults_add(s->faults, grid_name(s->grid), 0, 0,
			   _("%s: formuläret har inga fält"), form->name);
	for (size_t i = 0; i < form->field_count; i++) {
		const struct form_field *it = &form->fields[i];
		size_t row = (size_t)grid_find_row(s->grid, names, it->name);

		if (it->lookup_field[0] && !is_lookup_right(form, it))
			sheet_fault(s, row, "bind::samreg:lookup", it->lookup_field,
				    _("fältet väljer ingen post ur en postlista"));
		if (is_number_misplaced(form, i))
			sheet_fault(s, row, "type", it->name,
				    _("ett formulär har högst ett personnummer, utanför "
				      "upprepningar"));
		if (is_column_taken(form, i))
			sheet_fault(s, row, "bind::samreg:column", it->column,
				    _("kolumnen är redan upptagen i formuläret"));
	}
}
