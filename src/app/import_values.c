/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a form's sheet; see import_values.h. */
#include "app/import_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/binding.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/form_sheet.h"
#include "model/value.h"
#include "store/rows.h"
#include "store/tables.h"

enum { SEVERAL = -1, SHOWN = 40 };

/* What a field's choices may be called, folded, and which choice that is. */
struct lexicon {
	struct numbering names;
	long *choices;           /* by the name's number; SEVERAL for two with one name */
	bool *codes;             /* whether the name is a code, which wins over labels */
	size_t capacity, code_capacity;
	struct numbering ids;    /* of a record list: the rows of `records` */
	struct grid *records;    /* their names; NULL for a code list */
};

struct import_values {
	struct app *app;
	const struct form_sheet *sheet;
	struct lexicon ***lexicons;   /* by form and field; NULL until asked for */
};

/* ---- what choices are called ---- */

/* Takes off what a spreadsheet may have in other ways before a sign of per cent, which it
 * takes for a number: 50 %, 50% and 50,00% are the same. */
static size_t before_percent(const char *text, size_t length)
{
	if (length && text[length - 1] == ' ')
		length--;
	if (length > 3 && (!strncmp(text + length - 3, ",00", 3) ||
			   !strncmp(text + length - 3, ".00", 3)))
		length -= 3;
	return length;
}

/* Without control characters, with one blank where there are several, folded. */
static char *fold(const char *text)
{
	char *clean = utf8_clean(text), *folded;
	size_t length = 0;

	for (const char *p = clean; *p; p++) {
		if (!strncmp(p, "\xC2\xA0", 2))
			p++;
		else if (*p != ' ') {
			if (*p == '%')
				length = before_percent(clean, length);
			clean[length++] = *p;
			continue;
		}
		if (length && clean[length - 1] != ' ')
			clean[length++] = ' ';
	}
	if (length && clean[length - 1] == ' ')
		length--;
	clean[length] = '\0';
	folded = utf8_fold(clean);
	free(clean);
	return folded;
}

static void add_word(struct lexicon *w, const char *text, long choice, bool is_code)
{
	char *folded = fold(text);
	bool is_new = numbering_find(&w->names, folded) < 0;
	size_t at = (size_t)numbering_add(&w->names, folded);

	free(folded);
	w->choices = mem_grow(w->choices, &w->capacity, at + 1, sizeof(*w->choices));
	w->codes = mem_grow(w->codes, &w->code_capacity, at + 1, sizeof(*w->codes));
	if (is_new) {
		w->choices[at] = choice;
		w->codes[at] = is_code;
	} else if (w->choices[at] != choice && !w->codes[at]) {
		w->choices[at] = SEVERAL;
	}
}

/* A record's name in lists: D-0042, or the name it has. */
static void add_record_name(const struct grid *g, size_t row, struct text *out)
{
	const char *number = grid_named(g, row, "number");

	if (number[0])
		text_addf(out, "D-%04d", atoi(number));
	else
		text_add(out, grid_named(g, row, "name"));
}

static void load_records(struct app *a, const struct table *table, struct lexicon *w)
{
	struct grid *all = rows_load(a->db, table->name, CELLS_NONE, NULL);
	struct text name = { 0 };

	w->records = grid_new(table->name);
	grid_add_column(w->records, "name");
	for (size_t row = 0; all && row < grid_rows(all); row++) {
		text_clear(&name);
		add_record_name(all, row, &name);
		grid_set(w->records, grid_add_row(w->records, 0), 0, text_get(&name));
		numbering_add(&w->ids, grid_named(all, row, table->columns[0].name));
	}
	text_done(&name);
	grid_free(all);
}

static struct lexicon *make_lexicon(struct app *a, const struct form *form, size_t field)
{
	const struct form_field *it = &form->fields[field];
	const struct table_column *column = binding_of_field(a->db, form, field);
	const struct choices *c = app_choices(a, it);
	struct lexicon *w = mem_alloc(sizeof(*w));

	for (size_t i = 0; i < choices_count(c); i++)
		add_word(w, choices_at(c, i)->code, (long)i, true);
	if (!it->codes)
		load_records(a, tables_find(a->db, column->references), w);
	for (size_t i = 0; i < w->ids.count; i++) {
		long choice = choices_find(c, w->ids.names[i]);

		if (choice >= 0)
			add_word(w, grid_get(w->records, i, 0), choice, false);
	}
	for (size_t i = 0; i < choices_count(c); i++) {
		add_word(w, choices_at(c, i)->label.sv, (long)i, false);
		add_word(w, choices_at(c, i)->label.en, (long)i, false);
	}
	return w;
}

static void free_lexicon(struct lexicon *w)
{
	if (!w)
		return;
	numbering_done(&w->names);
	numbering_done(&w->ids);
	free(w->choices);
	free(w->codes);
	grid_free(w->records);
	free(w);
}

struct import_values *import_values_new(struct app *a, const struct form_sheet *sheet)
{
	struct import_values *v = mem_alloc(sizeof(*v));
	size_t forms = form_sheet_form_count(sheet);

	v->app = a;
	v->sheet = sheet;
	v->lexicons = mem_alloc(forms * sizeof(*v->lexicons));
	for (size_t i = 0; i < forms; i++)
		v->lexicons[i] = mem_alloc(form_sheet_form(sheet, i)->field_count *
					sizeof(*v->lexicons[i]));
	app_forget_choices(a);
	return v;
}

void import_values_free(struct import_values *v)
{
	if (!v)
		return;
	for (size_t i = 0; i < form_sheet_form_count(v->sheet); i++) {
		const struct form *form = form_sheet_form(v->sheet, i);

		for (size_t field = 0; field < form->field_count; field++)
			free_lexicon(v->lexicons[i][field]);
		free(v->lexicons[i]);
	}
	free(v->lexicons);
	free(v);
}

static const struct lexicon *lexicon_of(struct import_values *v,
				    const struct form_column *column)
{
	struct lexicon **w = &v->lexicons[column->form][column->field];

	if (!*w)
		*w = make_lexicon(v->app, form_sheet_form(v->sheet, column->form),
				column->field);
	return *w;
}

/* ---- reading ---- */

/* A cell that is being read. */
struct reading {
	const struct form_field *field;
	const struct choices *choices;
	const struct lexicon *lexicon;
};

/* Refuses a cell, of which the message shows no more than a piece. */
static bool refuse(struct err *e, const char *cell, const char *reason)
{
	return err_set(e, "”%.*s”: %s", (int)utf8_fit(cell, SHOWN), cell, reason);
}

/* The number of a code that a spreadsheet took for a number, so that it lost the noughts
 * it began with: 980 is 0980. -1 when there is no such code. */
static int find_with_noughts(const struct lexicon *w, const char *folded)
{
	char padded[8];
	size_t length = strlen(folded);

	if (!length || length > 3 || strspn(folded, "0123456789") != length)
		return -1;
	for (size_t noughts = 1; noughts + length <= 4; noughts++) {
		int at;

		snprintf(padded, sizeof(padded), "%.*s%s", (int)noughts, "0000", folded);
		at = numbering_find(&w->names, padded);
		if (at >= 0 && w->codes[at])
			return at;
	}
	return -1;
}

static bool read_choice(const struct reading *r, const char *cell, struct text *out,
			struct err *e)
{
	char *folded = fold(cell);
	int at = numbering_find(&r->lexicon->names, folded);

	if (at < 0)
		at = find_with_noughts(r->lexicon, folded);
	free(folded);
	if (at < 0)
		return refuse(e, cell, _("är varken kod eller namn i listan"));
	if (r->lexicon->choices[at] == SEVERAL)
		return refuse(e, cell, _("kan betyda flera val; skriv koden"));
	text_add(out, choices_at(r->choices, (size_t)r->lexicon->choices[at])->code);
	return true;
}

/* The parts of a cell between any of the separators, each a whole code or label. */
static bool read_parts(const struct reading *r, const char *cell, const char *separators,
		       struct text *out)
{
	size_t start = out->length;

	for (const char *p = cell; *p;) {
		size_t length = strcspn(p, separators);
		char *part = mem_text_part(p, length);
		bool blank = !part[strspn(part, " \t\r\n")];
		bool ok;

		if (!blank && out->length > start)
			text_add_char(out, ' ');
		ok = blank || read_choice(r, part, out, NULL);
		free(part);
		if (!ok) {
			out->length = start;
			return false;
		}
		p += length + (p[length] != '\0');
	}
	return true;
}

/* Labels may hold commas and blanks, so the widest reading is tried first. */
static bool read_several(const struct reading *r, const char *cell, struct text *out,
			 struct err *e)
{
	return read_choice(r, cell, out, NULL) || read_parts(r, cell, "\n;|", out) ||
	       read_parts(r, cell, ",", out) || read_parts(r, cell, " ", out) ||
	       refuse(e, cell, _("är inte koder eller namn i listan, skilda åt med "
				 "semikolon"));
}

/* Up to `most` digits as a number, and past them and the separator that follows. */
static int take_number(const char **p, size_t most, char separator)
{
	size_t digits = strspn(*p, "0123456789");
	int number = digits && digits <= most ? atoi(*p) : -1;

	*p += digits;
	if (separator && **p != separator)
		return -1;
	*p += separator != '\0';
	return number;
}

/* 20240304, and 240304 of this century. */
static bool read_digits(const char *cell, int *day)
{
	size_t length = strspn(cell, "0123456789");
	int number = atoi(cell);

	if (cell[length] || (length != 8 && length != 6))
		return false;
	if (length == 6)
		number += 20000000;
	return date_from_ymd(number / 10000, number / 100 % 100, number % 100, day);
}

/* The year first; a time of midnight is what spreadsheets add. 24-03-04 is of this
 * century, as Swedes write it. */
static bool read_year_first(const char *cell, int *day)
{
	size_t digits = strspn(cell, "0123456789");
	char separator = digits == 4 && strchr("-/.", cell[4]) ? cell[4] : '-';
	const char *p = cell;
	int year = take_number(&p, 4, separator);
	int month = take_number(&p, 2, separator);
	int dom = take_number(&p, 2, '\0');

	if (*p && strcmp(p, " 00:00") && strcmp(p, " 00:00:00") && strcmp(p, "T00:00:00"))
		return false;
	return date_from_ymd(digits == 2 && year >= 0 ? 2000 + year : year, month, dom,
			     day);
}

/* 4/3 2024 and 4/3-2024 have the day first, as Swedes write it; 4/3/2024 may be either
 * and is not read. */
static bool read_day_first(const char *cell, int *day)
{
	const char *p = cell;
	int dom = take_number(&p, 2, '/'), month, year;

	if (dom < 0)
		return false;
	month = take_number(&p, 2, '\0');
	if (*p != ' ' && *p != '-')
		return false;
	p++;
	year = strspn(p, "0123456789") == 4 ? take_number(&p, 4, '\0') : -1;
	return !*p && date_from_ymd(year, month, dom, day);
}

/* A year of two digits that lies ahead is rather of the last century. */
static bool is_ahead(const char *cell, int day)
{
	size_t digits = strspn(cell, "0123456789");

	return (digits == 2 || digits == 6) && !strchr(cell, '/') &&
	       date_year(day) > date_year(clock_today()) + 1;
}

static bool read_date(const char *cell, struct text *out, struct err *e)
{
	char iso[DATE_SIZE];
	int day;

	if ((!read_digits(cell, &day) && !read_year_first(cell, &day) &&
	     !read_day_first(cell, &day)) || is_ahead(cell, day))
		return refuse(e, cell, _("är inget datum; skriv det som 2025-03-04"));
	date_format_iso(day, iso);
	text_add(out, iso);
	return true;
}

static bool read_typed(const struct reading *r, const char *cell, struct text *out,
		       struct err *e)
{
	struct text value = { 0 };
	bool ok = value_parse(r->field, r->choices, cell, clock_today(), &value, e);

	if (ok)
		text_add(out, text_get(&value));
	text_done(&value);
	return ok;
}

/* A field's codes are kept in the order of their list. */
static bool read_multiple(const struct reading *r, const char *cell, struct text *out,
			  struct err *e)
{
	struct text codes = { 0 };
	bool ok = read_several(r, cell, &codes, e) &&
		  read_typed(r, text_get(&codes), out, e);

	text_done(&codes);
	return ok;
}

static bool read_cell(const struct reading *r, bool all_rows, const char *cell,
		      struct text *out, struct err *e)
{
	switch (r->field->type) {
	case FIELD_SELECT_ONE:
		return all_rows ? read_several(r, cell, out, e)
				: read_choice(r, cell, out, e);
	case FIELD_SELECT_MULTIPLE:
		return read_multiple(r, cell, out, e);
	case FIELD_DATE:
		return read_date(cell, out, e);
	default:
		return read_typed(r, cell, out, e);
	}
}

/* Composed and without blanks around it. */
static char *trim(const char *cell)
{
	static const char blanks[] = " \t\r\n";
	char *composed = utf8_compose(csvfile_unguard(cell));
	size_t from = strspn(composed, blanks), length = strlen(composed);

	while (length > from && strchr(blanks, composed[length - 1]))
		length--;
	memmove(composed, composed + from, length - from);
	composed[length - from] = '\0';
	return composed;
}

bool import_values_read(struct import_values *v, const struct form_column *column,
			const char *cell, struct text *out, struct err *e)
{
	const struct form_field *field = form_sheet_field(v->sheet, column);
	struct reading r = { .field = field };
	char *text = trim(cell);
	bool ok = true;

	if (field->list[0]) {
		r.lexicon = lexicon_of(v, column);
		r.choices = app_choices(v->app, field);
	}
	if (text[0])
		ok = read_cell(&r, column->row == FORM_SHEET_ALL_ROWS, text, out, e);
	free(text);
	return ok;
}

/* ---- writing ---- */

static void write_choice(const struct reading *r, const char *code, bool labels,
			 struct text *out)
{
	int row = numbering_find(&r->lexicon->ids, code);

	if (row >= 0)
		text_add(out, grid_get(r->lexicon->records, (size_t)row, 0));
	else
		text_add(out, labels ? choices_label(r->choices, code) : code);
}

/* Codes with a blank between; labels and names with a semicolon, for they hold blanks. */
void import_values_write(struct import_values *v, const struct form_column *column,
			 const char *value, bool labels, struct text *out)
{
	const struct form_field *field = form_sheet_field(v->sheet, column);
	struct reading r = { .field = field };
	const char *separator = "", *word;
	size_t length;

	if (!field->list[0]) {
		text_add(out, value);
		return;
	}
	r.lexicon = lexicon_of(v, column);
	r.choices = app_choices(v->app, field);
	while ((word = text_next_word(&value, &length))) {
		char *code = mem_text_part(word, length);

		text_add(out, separator);
		write_choice(&r, code, labels, out);
		separator = labels || r.lexicon->records ? "; " : " ";
		free(code);
	}
}
