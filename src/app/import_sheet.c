/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet's list as it is read; see import_sheet.h. Storing is in import_run.c. */
#include "app/import_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/import_inside.h"
#include "app/import_values.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

enum { MAX_FILE = 64 << 20 };

/* What is linked to participations from the data of others, wherever these are. */
static const char linked[] = "benefit_days";

const char *import_keep(struct import_sheet *s, const char *text)
{
	return arena_text(&s->texts, text, strlen(text));
}

/* The rows in UTF-8, after what only tells how they are written. */
static struct grid *parse(const char *path, const struct text *bytes,
			  const struct csv_detected *detected, struct faults *f)
{
	const char *rows = text_get(bytes) + detected->start;
	size_t length = bytes->length - detected->start;
	struct text decoded = { 0 };
	struct grid *g;

	if (detected->encoding != CSV_WINDOWS_1252)
		return csvfile_parse_sheet(path, rows, length, detected->separator,
					   detected->above, f);
	csv_detect_decode(&decoded, rows, length);
	g = csvfile_parse_sheet(path, text_get(&decoded), decoded.length,
				detected->separator, detected->above, f);
	text_wipe(&decoded);
	return g;
}

struct grid *import_read_file(const char *path, struct import_file *file,
			      struct faults *f)
{
	struct csv_detected *detected = &file->detected;
	struct text bytes = { 0 };
	struct grid *g = NULL;
	struct err e;

	if (!path_read(path, MAX_FILE, &bytes, &e))
		faults_add(f, "", 0, 0, "%s", e.text);
	else if (!csv_detect(text_get(&bytes), bytes.length, detected, &e))
		faults_add(f, path, 0, 0, "%s", e.text);
	else
		g = parse(path, &bytes, detected, f);
	if (g) {
		detected->decimal = csv_detect_decimal(g);
		hash_print_hex(text_get(&bytes), bytes.length, file->hash);
		text_add_part(&file->titles, text_get(&bytes) + detected->first,
			      detected->start - detected->first);
	}
	text_wipe(&bytes);
	return g;
}

/* The federation's own form is no list: there is one record, and it is there. */
struct form_sheet *import_find_sheet(const struct app *a, const char *name, bool numbers,
				     struct err *e)
{
	const struct forms *forms = catalog_forms(app_catalog(a));
	const struct form *form = forms_find(forms, name), *owner;
	struct form_sheet *sheet = NULL;

	if (!form) {
		err_set(e, _("%s: formuläret finns inte"), name);
		return NULL;
	}
	owner = form_sheet_owner(forms, form);
	if (strcmp(name, "federation") != 0)
		sheet = form_sheet_new(forms, form, numbers);
	if (!sheet && owner != form)
		err_set(e, _("%s: står i samma lista som %s"), name, owner->name);
	else if (!sheet)
		err_set(e, _("%s: formulärets poster hålls inte i listor"), name);
	return sheet;
}

struct import_sheet *import_sheet_open(struct app *a, const struct import_order *order,
				       struct faults *f)
{
	struct import_sheet *s = mem_alloc(sizeof(*s));
	struct err e;

	s->app = a;
	s->path = import_keep(s, order->file);
	if (app_is_national(a) && strcmp(order->form, linked) != 0)
		err_set(&e, _("%s: ett nationellt register tar emot leveranser, inte "
			      "listor"), app_path(a));
	else
		s->sheet = import_find_sheet(a, order->form, true, &e);
	if (!s->sheet) {
		faults_add(f, "", 0, 0, "%s", e.text);
	} else {
		s->values = import_values_new(a, s->sheet);
		s->grid = import_read_file(order->file, &s->file, f);
	}
	if (s->grid && import_find_columns(s, order->map, f) &&
	    import_begin_numbers(s, f)) {
		import_read_cells(s);
		return s;
	}
	import_sheet_free(s);
	return NULL;
}

void import_sheet_free(struct import_sheet *s)
{
	if (!s)
		return;
	import_values_free(s->values);
	identified_done(&s->identified);
	form_sheet_free(s->sheet);
	grid_wipe(s->grid);
	grid_free(s->cells);
	free(s->columns);
	free(s->translations);
	free(s->bad);
	free(s->remarks);
	text_wipe(&s->file.titles);
	arena_done(&s->texts);
	free(s);
}

const struct form *import_sheet_form(const struct import_sheet *s)
{
	return form_sheet_form(s->sheet, 0);
}

const struct csv_detected *import_sheet_detected(const struct import_sheet *s)
{
	return &s->file.detected;
}

bool import_is_blank(const struct import_sheet *s, size_t row)
{
	for (size_t column = 0; column < grid_columns(s->grid); column++) {
		const char *cell = grid_get(s->grid, row, column);

		if (s->columns[column].use != IMPORT_REMARKS && cell[strspn(cell, " ")])
			return false;
	}
	return true;
}

size_t import_sheet_rows(const struct import_sheet *s)
{
	size_t count = 0;

	for (size_t row = 0; row < grid_rows(s->grid); row++)
		count += !import_is_blank(s, row);
	return count;
}

size_t import_sheet_columns(const struct import_sheet *s)
{
	return grid_columns(s->grid);
}

const char *import_sheet_heading(const struct import_sheet *s, size_t column)
{
	return grid_column_name(s->grid, column);
}

void import_sheet_add_target(const struct import_sheet *s, size_t column,
			     struct text *out)
{
	const struct import_column *it = &s->columns[column];

	if (it->use == IMPORT_FIELD)
		form_sheet_add_label(s->sheet, &it->to, lang_get(), out);
	else if (it->use == IMPORT_SAME)
		text_add(out, _("samma person på flera rader"));
}

void import_sheet_add_letters(size_t column, struct text *out)
{
	char letters[8];
	size_t at = sizeof(letters);

	for (; column && at; column = (column - 1) / 26)
		letters[--at] = (char)('A' + (column - 1) % 26);
	text_add_part(out, letters + at, sizeof(letters) - at);
}
