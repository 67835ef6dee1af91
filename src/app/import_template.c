/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty list and what may stand in it; see import_template.h. */
#include "app/import_template.h"

#include <string.h>

#include "app/app.h"
#include "app/identities.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/form_sheet.h"

enum {
	ROWS = 3,               /* of a repeating part that the list has room for */
	MANY = 1000,            /* records: told by an example */
};

enum { HEADING, FIELD, KIND, REQUIRED, CODE, LABEL, HELP, COLUMNS };

struct maker {
	struct app *app;
	struct form_sheet *sheet;
	struct import_values *values;
	struct import_template *out;
};

static const char *const kinds[] = {
	[FIELD_TEXT] = N_("text"),
	[FIELD_INTEGER] = N_("heltal"),
	[FIELD_DECIMAL] = N_("tal"),
	[FIELD_DATE] = N_("datum, till exempel 2025-03-04"),
	[FIELD_SELECT_ONE] = N_("en kod eller dess namn"),
	[FIELD_SELECT_MULTIPLE] = N_("koder eller deras namn, semikolon emellan"),
	[FIELD_IDENTITY_NUMBER] = N_("tio eller tolv siffror, till exempel "
				     "ÅÅMMDD-NNNN"),
};

static const char *required_word(const struct form_field *field)
{
	if (!strcmp(field->required, "1") && !field->relevant[0])
		return _("ja");
	return field->required[0] ? _("ibland") : _("nej");
}

/* A row about the column, without what it may hold. */
static size_t add_row(const struct maker *m, const struct form_column *column)
{
	const struct form_field *field = form_sheet_field(m->sheet, column);
	struct grid *g = m->out->columns;
	size_t row = grid_add_row(g, 0);
	struct text t = { 0 };

	form_sheet_add_label(m->sheet, column, lang_get(), &t);
	grid_set(g, row, HEADING, text_get(&t));
	text_clear(&t);
	form_sheet_add_name(m->sheet, column, &t);
	grid_set(g, row, FIELD, text_get(&t));
	text_done(&t);
	grid_set(g, row, KIND, _(kinds[field->type]));
	grid_set(g, row, REQUIRED, required_word(field));
	return row;
}

static void add_choice(const struct maker *m, const struct form_column *column,
		       const struct choice *choice)
{
	const struct form_field *field = form_sheet_field(m->sheet, column);
	size_t row = add_row(m, column);
	struct text code = { 0 };

	import_values_write(m->values, column, choice->code, false, &code);
	grid_set(m->out->columns, row, CODE, text_get(&code));
	grid_set(m->out->columns, row, LABEL, lang_pick(choice->label));
	grid_set(m->out->columns, row, HELP, lang_pick(field->hint));
	text_done(&code);
}

static void add_column(const struct maker *m, const struct form_column *column)
{
	const struct form_field *field = form_sheet_field(m->sheet, column);
	const struct choices *c = app_choices(m->app, field);
	size_t row;

	for (size_t i = 0; c && choices_count(c) <= MANY && i < choices_count(c); i++)
		add_choice(m, column, choices_at(c, i));
	if (c && choices_count(c) && choices_count(c) <= MANY)
		return;
	row = add_row(m, column);
	grid_set(m->out->columns, row, HELP, lang_pick(field->hint));
}

static void add_headings(const struct maker *m, const struct form_column *column)
{
	struct form_column numbered = *column;
	size_t rows = form_sheet_repeats(m->sheet, column) ? ROWS : 1;
	struct text t = { 0 };

	for (numbered.row = 0; numbered.row < rows; numbered.row++) {
		text_clear(&t);
		form_sheet_add_label(m->sheet, &numbered, lang_get(), &t);
		grid_add_column(m->out->list, text_get(&t));
	}
	text_done(&t);
}

/* The rows of a repeating part stand together: source 1, extent 1, source 2, … */
static void add_part(const struct maker *m, size_t *at)
{
	const struct form_column *first = form_sheet_at(m->sheet, *at);
	size_t part = form_sheet_field(m->sheet, first)->part, end = *at;
	struct text t = { 0 };

	while (end < form_sheet_count(m->sheet) &&
	       form_sheet_at(m->sheet, end)->form == first->form &&
	       form_sheet_field(m->sheet, form_sheet_at(m->sheet, end))->part == part)
		end++;
	for (size_t row = 0; row < ROWS; row++)
		for (size_t i = *at; i < end; i++) {
			struct form_column column = *form_sheet_at(m->sheet, i);

			column.row = row;
			text_clear(&t);
			form_sheet_add_label(m->sheet, &column, lang_get(), &t);
			grid_add_column(m->out->list, text_get(&t));
		}
	text_done(&t);
	*at = end;
}

static void make(const struct maker *m)
{
	static const char *const names[COLUMNS] = {
		N_("rubrik"), N_("fält"), N_("skrivs som"), N_("måste fyllas i"),
		N_("kod"), N_("betyder"), N_("hjälp"),
	};
	size_t at = 0;

	m->out->list = grid_new("list");
	m->out->columns = grid_new("columns");
	for (int i = 0; i < COLUMNS; i++)
		grid_add_column(m->out->columns, _(names[i]));
	while (at < form_sheet_count(m->sheet)) {
		const struct form_column *column = form_sheet_at(m->sheet, at);

		if (form_sheet_repeats(m->sheet, column))
			add_part(m, &at);
		else
			add_headings(m, form_sheet_at(m->sheet, at++));
	}
	for (size_t i = 0; i < form_sheet_count(m->sheet); i++)
		add_column(m, form_sheet_at(m->sheet, i));
}

bool import_template_make(struct app *a, const char *form, struct import_template *out,
			  struct err *e)
{
	struct maker m = { .app = a, .out = out };

	m.sheet = import_find_sheet(a, form, identities_are_kept(a, NULL), e);
	if (!m.sheet)
		return false;
	m.values = import_values_new(a, m.sheet);
	make(&m);
	import_values_free(m.values);
	form_sheet_free(m.sheet);
	return true;
}

void import_template_done(struct import_template *t)
{
	grid_free(t->list);
	grid_free(t->columns);
	*t = (struct import_template){ 0 };
}
