/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal identity numbers in a spreadsheet's list: sealed when read, and never told. */
#include <string.h>

#include "app/identities.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "model/identity_number.h"

static bool is_number(const struct import_sheet *s, const struct form_column *column)
{
	return form_sheet_field(s->sheet, column)->type == FIELD_IDENTITY_NUMBER;
}

bool import_is_number(const struct import_sheet *s, const struct import_column *it)
{
	return it->use == IMPORT_FIELD && is_number(s, &it->to);
}

static bool refuse_column(const struct import_sheet *s, size_t column, struct faults *f)
{
	const char *heading = grid_column_name(s->grid, column);
	const struct err *trouble = &s->identified.trouble;
	size_t line = s->file.detected.above + 1;

	if (trouble->text[0])
		return faults_add(f, s->path, line, column + 1,
				  _("%s: numren kan inte förseglas (%s); läs in listan "
				    "där nyckeln finns, eller ta bort kolumnen ur filen"),
				  heading, trouble->text);
	return faults_add(f, s->path, line, column + 1,
			  _("%s: registret för inga personnummer; ta bort kolumnen ur "
			    "filen, så att den inte har fler uppgifter än registret "
			    "ska få"), heading);
}

bool import_begin_numbers(struct import_sheet *s, struct faults *f)
{
	size_t column = 0;

	while (column < s->column_count && !import_is_number(s, &s->columns[column]))
		column++;
	if (column == s->column_count)
		return true;
	identified_begin(&s->identified, s->app, import_sheet_form(s));
	return (s->identified.asks && !s->identified.trouble.text[0]) ||
	       refuse_column(s, column, f);
}

static bool seal_cell(struct import_sheet *s, const char *cell, struct text *out,
		      struct err *e)
{
	char sealed[SEAL_KEYED_SIZE];

	if (strchr(cell, '*'))
		return err_set(e, _("numret är dolt, som i kopian med anmärkningar; läs "
				    "in den egna filen"));
	if (!identified_seal(&s->identified, csvfile_unguard(cell), sealed, e))
		return false;
	text_add(out, sealed);
	return true;
}

static bool parse(const char *cell, struct identity_number *number)
{
	struct err e;

	return identity_number_parse(csvfile_unguard(cell), clock_today(), number, &e);
}

/* Ten or twelve digits, with or without - or + among them, anywhere in the cell: a number
 * mistyped, or beside a name, is a number all the same. */
static bool looks_like_number(const char *cell)
{
	size_t digits = 0;

	for (;; cell++) {
		if (*cell >= '0' && *cell <= '9') {
			digits++;
		} else if (!digits || (*cell != '-' && *cell != '+')) {
			if (digits == 10 || digits == 12)
				return true;
			digits = 0;
		}
		if (!*cell)
			return false;
	}
}

bool import_read_value(struct import_sheet *s, const struct import_column *it,
		       const char *cell, struct text *out, struct err *e)
{
	if (is_number(s, &it->to))
		return seal_cell(s, cell, out, e);
	if (import_values_read(s->values, &it->to, cell, out, e))
		return true;
	/* Columns may have been mixed up; what is said of a cell repeats it. */
	if (looks_like_number(cell))
		err_set(e, _("det ser ut som ett personnummer, och det kan inte stå "
			     "här"));
	return false;
}

/* Also one that the map says not to read. */
static bool is_headed_as_number(const struct import_sheet *s, size_t column)
{
	struct form_column to;

	return import_is_number(s, &s->columns[column]) ||
	       (form_sheet_find(s->sheet,
				csvfile_unguard(grid_column_name(s->grid, column)),
				&to) == FORM_SHEET_ONE && is_number(s, &to));
}

void import_add_hidden(const struct import_sheet *s, size_t row, size_t column,
		       struct text *out)
{
	const char *cell = grid_get(s->grid, row, column);
	char mask[sizeof(IDENTITY_NUMBER_MASK)] = IDENTITY_NUMBER_MASK;
	struct identity_number number;
	bool proper = parse(cell, &number);

	if (proper)
		identity_number_mask(&number, mask);
	identity_number_wipe(&number);
	if (proper || (cell[strspn(cell, " ")] && is_headed_as_number(s, column)))
		text_add(out, mask);
	else
		text_add(out, cell);
}

bool import_sheet_has_numbers(const struct import_sheet *s)
{
	return s->identified.asks;
}
