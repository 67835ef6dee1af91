/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form as the columns of a spreadsheet; see form_sheet.h. */
#include "model/form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/form.h"
#include "model/record.h"

enum { MAX_FORMS = 4, MAX_NUMBER_DIGITS = 2 };

/* What a column may be called, folded; in its order of rank. */
enum rank {
	RANK_NAME,
	RANK_LABEL,
	RANKS,
};

struct heading {
	char *folded;
	size_t column;
	enum rank rank;
};

struct form_sheet {
	const struct form *forms[MAX_FORMS];
	size_t form_count;
	struct form_column *columns;
	size_t column_count, column_capacity;
	struct heading *headings;
	size_t heading_count, heading_capacity;
};

/* ---- which fields ---- */

static bool is_listed(const struct form_field *field, bool numbers)
{
	if (field->type == FIELD_IDENTITY_NUMBER)
		return numbers;
	return field->type != FIELD_NOTE && field->column[0] && !field->calculation[0] &&
	       strcmp(field->read_only, "1") != 0;
}

static void add_form(struct form_sheet *s, const struct form *form, bool numbers)
{
	for (size_t i = 0; i < form->field_count; i++) {
		if (!is_listed(&form->fields[i], numbers && !s->form_count))
			continue;
		s->columns = mem_grow(s->columns, &s->column_capacity,
				      s->column_count + 1, sizeof(*s->columns));
		s->columns[s->column_count++] =
			(struct form_column){ .form = s->form_count, .field = i };
	}
	s->forms[s->form_count++] = form;
}

static bool is_same_table(const struct form *a, const struct form *b)
{
	return !strcmp(a->parts[0].table, b->parts[0].table);
}

const struct form_field *form_sheet_field(const struct form_sheet *s,
					  const struct form_column *column)
{
	return &s->forms[column->form]->fields[column->field];
}

bool form_sheet_repeats(const struct form_sheet *s, const struct form_column *column)
{
	const struct form_field *field = form_sheet_field(s, column);

	return s->forms[column->form]->parts[field->part].repeats &&
	       field->type != FIELD_SELECT_MULTIPLE;
}

/* ---- what they are called ---- */

static const char *pick(struct words words, enum lang lang)
{
	return lang == LANG_EN && words.en[0] ? words.en : words.sv;
}

static const struct form_section *section_of(const struct form_sheet *s,
					     const struct form_column *column)
{
	return &s->forms[column->form]->sections[form_sheet_field(s, column)->section];
}

/* Whether a form before the column's has a field of the same name. */
static bool is_name_taken(const struct form_sheet *s, const struct form_column *column)
{
	const char *name = form_sheet_field(s, column)->name;

	for (size_t i = 0; i < s->column_count; i++)
		if (s->columns[i].form < column->form &&
		    !strcmp(form_sheet_field(s, &s->columns[i])->name, name))
			return true;
	return false;
}

static size_t count_label(const struct form_sheet *s, const char *label, enum lang lang)
{
	size_t count = 0;

	for (size_t i = 0; i < s->column_count; i++)
		count += !strcmp(pick(form_sheet_field(s, &s->columns[i])->label, lang),
				 label);
	return count;
}

static void add_base_name(const struct form_sheet *s, const struct form_column *column,
			  struct text *out)
{
	if (is_name_taken(s, column))
		text_addf(out, "%s.", s->forms[column->form]->name);
	text_add(out, form_sheet_field(s, column)->name);
}

static void add_long_label(const struct form_sheet *s, const struct form_column *column,
			   enum lang lang, struct text *out)
{
	text_addf(out, "%s: %s", pick(section_of(s, column)->label, lang),
		  pick(form_sheet_field(s, column)->label, lang));
}

static bool is_numbered(const struct form_sheet *s, const struct form_column *column)
{
	return form_sheet_repeats(s, column) && column->row < RECORD_MAX_ROWS;
}

void form_sheet_add_name(const struct form_sheet *s, const struct form_column *column,
			 struct text *out)
{
	add_base_name(s, column, out);
	if (is_numbered(s, column))
		text_addf(out, "_%zu", column->row + 1);
}

void form_sheet_add_label(const struct form_sheet *s, const struct form_column *column,
			  enum lang lang, struct text *out)
{
	const char *label = pick(form_sheet_field(s, column)->label, lang);

	if (count_label(s, label, lang) > 1)
		add_long_label(s, column, lang, out);
	else
		text_add(out, label);
	if (is_numbered(s, column))
		text_addf(out, " %zu", column->row + 1);
}

/* ---- what a heading means ---- */

static void add_heading(struct form_sheet *s, size_t column, enum rank rank,
			const char *text)
{
	s->headings = mem_grow(s->headings, &s->heading_capacity, s->heading_count + 1,
			       sizeof(*s->headings));
	s->headings[s->heading_count++] =
		(struct heading){ utf8_fold(text), column, rank };
}

static void add_headings(struct form_sheet *s, size_t at)
{
	const struct form_column *column = &s->columns[at];
	const struct form_field *field = form_sheet_field(s, column);
	struct text t = { 0 };

	add_base_name(s, column, &t);
	add_heading(s, at, RANK_NAME, text_get(&t));
	add_heading(s, at, RANK_LABEL, field->label.sv);
	add_heading(s, at, RANK_LABEL, field->label.en);
	for (int lang = LANG_SV; lang <= LANG_EN; lang++) {
		text_clear(&t);
		add_long_label(s, column, (enum lang)lang, &t);
		add_heading(s, at, RANK_LABEL, text_get(&t));
	}
	text_done(&t);
}

const struct form *form_sheet_owner(const struct forms *forms, const struct form *form)
{
	size_t i = 0;

	while (!is_same_table(forms_at(forms, i), form))
		i++;
	return forms_at(forms, i);
}

struct form_sheet *form_sheet_new(const struct forms *forms, const struct form *form,
				  bool numbers)
{
	struct form_sheet *s = mem_alloc(sizeof(*s));

	if (form_sheet_owner(forms, form) != form || !form->key[0]) {
		free(s);
		return NULL;
	}
	for (size_t i = 0; i < forms_count(forms); i++) {
		const struct form *other = forms_at(forms, i);

		if (is_same_table(other, form) && s->form_count < MAX_FORMS)
			add_form(s, other, numbers);
	}
	for (size_t i = 0; i < s->column_count; i++)
		add_headings(s, i);
	return s;
}

void form_sheet_free(struct form_sheet *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->heading_count; i++)
		free(s->headings[i].folded);
	free(s->headings);
	free(s->columns);
	free(s);
}

size_t form_sheet_form_count(const struct form_sheet *s)
{
	return s->form_count;
}

const struct form *form_sheet_form(const struct form_sheet *s, size_t i)
{
	return s->forms[i];
}

size_t form_sheet_count(const struct form_sheet *s)
{
	return s->column_count;
}

const struct form_column *form_sheet_at(const struct form_sheet *s, size_t i)
{
	return &s->columns[i];
}

/* Takes a number off the end of a heading, "_2" or " 2"; 0 when there is none. */
static size_t take_number(char *folded)
{
	size_t length = strlen(folded), digits = 0, number;

	while (digits < length && folded[length - digits - 1] >= '0' &&
	       folded[length - digits - 1] <= '9')
		digits++;
	if (!digits || digits > MAX_NUMBER_DIGITS || length < digits + 2)
		return 0;
	number = (size_t)atoi(folded + length - digits);
	length -= digits + 1;
	if ((folded[length] != '_' && folded[length] != ' ') || number > RECORD_MAX_ROWS)
		return 0;
	folded[length] = '\0';
	return number;
}

/* The columns called so, those of names before those of labels; `numbered` ones are only
 * in parts that repeat. */
static enum form_sheet_found look_for(const struct form_sheet *s, const char *folded,
				      bool numbered, size_t *column)
{
	for (int rank = 0; rank < RANKS; rank++) {
		enum form_sheet_found found = FORM_SHEET_NONE;

		for (size_t i = 0; i < s->heading_count; i++) {
			const struct heading *h = &s->headings[i];

			if (h->rank != (enum rank)rank || strcmp(h->folded, folded) ||
			    (numbered && !form_sheet_repeats(s, &s->columns[h->column])))
				continue;
			if (found != FORM_SHEET_NONE && *column != h->column)
				return FORM_SHEET_SEVERAL;
			found = FORM_SHEET_ONE;
			*column = h->column;
		}
		if (found != FORM_SHEET_NONE)
			return found;
	}
	return FORM_SHEET_NONE;
}

/* Without blanks around it and without control characters. */
static char *fold_heading(const char *heading)
{
	char *clean = utf8_clean(heading), *folded;
	size_t from = strspn(clean, " "), length = strlen(clean);

	while (length > from && clean[length - 1] == ' ')
		clean[--length] = '\0';
	folded = utf8_fold(clean + from);
	free(clean);
	return folded;
}

enum form_sheet_found form_sheet_find(const struct form_sheet *s, const char *heading,
				      struct form_column *out)
{
	char *folded = fold_heading(heading);
	size_t at = 0, number = 0;
	enum form_sheet_found found = look_for(s, folded, false, &at);

	if (found == FORM_SHEET_NONE) {
		number = take_number(folded);
		found = number ? look_for(s, folded, true, &at) : FORM_SHEET_NONE;
	}
	free(folded);
	if (found != FORM_SHEET_ONE)
		return found;
	*out = s->columns[at];
	if (number)
		out->row = number - 1;
	else if (form_sheet_repeats(s, out))
		out->row = FORM_SHEET_ALL_ROWS;
	return found;
}
