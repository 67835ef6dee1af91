/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form as the columns of a spreadsheet: what a list of its records is headed with, and
 * which field a heading means. A form that continues the records of another (a closure
 * those of participations) shares its sheet. Knows no file and no register.
 */
#ifndef SAMREG_MODEL_FORM_SHEET_H
#define SAMREG_MODEL_FORM_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct form;
struct form_field;
struct forms;
struct text;

/* In place of a row: all rows of a repeating part in one cell. */
enum { FORM_SHEET_ALL_ROWS = 1000 };

/* What a column holds. */
struct form_column {
	size_t form;    /* 0 the form itself, 1 and so on those that continue it */
	size_t field;
	size_t row;     /* from 0; 0 in a part that does not repeat */
};

struct form_sheet;

/*
 * The sheet of a form; `forms` must outlive it. NULL when its records are not kept in
 * lists: they continue others', or nothing tells them apart. The form's own personal
 * identity number is in it only where `numbers` says so. The caller frees it.
 */
struct form_sheet *form_sheet_new(const struct forms *forms, const struct form *form,
				  bool numbers);
void form_sheet_free(struct form_sheet *s);

/* The form whose sheet a form's fields stand in: itself, or the one it continues. */
const struct form *form_sheet_owner(const struct forms *forms, const struct form *form);

/* The forms of the sheet, the form itself first. */
size_t form_sheet_form_count(const struct form_sheet *s);
const struct form *form_sheet_form(const struct form_sheet *s, size_t i);

/* The fields in their order, all with row 0. What is computed, looked up or only shown is
 * not among them. */
size_t form_sheet_count(const struct form_sheet *s);
const struct form_column *form_sheet_at(const struct form_sheet *s, size_t i);

/* The field of a column. */
const struct form_field *form_sheet_field(const struct form_sheet *s,
					  const struct form_column *column);

/* Whether the column's part repeats, so that its headings are numbered. A field with
 * several codes does not: they stand in one cell. */
bool form_sheet_repeats(const struct form_sheet *s, const struct form_column *column);

/* Adds a column's name, support_before_1, or its label in the language, Försörjning 1;
 * what several fields are called has the form or section before it. */
void form_sheet_add_name(const struct form_sheet *s, const struct form_column *column,
			 struct text *out);
void form_sheet_add_label(const struct form_sheet *s, const struct form_column *column,
			  enum lang lang, struct text *out);

enum form_sheet_found {
	FORM_SHEET_NONE,
	FORM_SHEET_ONE,
	FORM_SHEET_SEVERAL,     /* the label alone does not tell */
};

/*
 * What a heading means: a name, or a label in either language, case and blanks around it
 * aside. In a repeating part without a number: FORM_SHEET_ALL_ROWS.
 */
enum form_sheet_found form_sheet_find(const struct form_sheet *s, const char *heading,
				      struct form_column *out);

#endif
