/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as JSON; see report_json.h. */
#include "app/report_json.h"

#include <stdlib.h>

#include "app/report_frozen.h"
#include "app/report_listing.h"
#include "app/report_page.h"
#include "base/grid.h"
#include "base/json.h"
#include "base/text.h"
#include "model/codes.h"

/* The names of what columns show, as declarations have them. */
static const char *show_key(enum report_show show)
{
	switch (show) {
	case REPORT_COUNT:
		return "n";
	case REPORT_PERCENT:
		return "pct";
	case REPORT_MEAN:
		return "mean";
	case REPORT_MEAN_PERCENT:
		return "mean_pct";
	case REPORT_MILLIONS:
		return "mkr";
	case REPORT_KRONOR:
		return "kr";
	}
	return "";
}

static void add_words(struct json *j, const char *key, struct words words)
{
	json_key(j, key);
	json_open_object(j, JSON_INLINE);
	json_key_string(j, "sv", words.sv);
	json_key_string(j, "en", words.en);
	json_close(j);
}

/* ---- rows and columns ---- */

static void add_rows(struct json *j, const struct figure_table *t)
{
	json_key(j, "rows");
	json_open_array(j, JSON_LINES);
	for (size_t row = 0; row < t->rows.count; row++) {
		if (!figure_row_is_shown(t, row))
			continue;
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "key", t->rows.items[row].key);
		add_words(j, "label", t->rows.items[row].label);
		json_close(j);
	}
	json_close(j);
}

static void add_columns(struct json *j, const struct figure_table *t)
{
	json_key(j, "columns");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < t->columns.count; i++) {
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "key", t->columns.items[i].key);
		add_words(j, "label", t->columns.items[i].label);
		json_key(j, "values");
		json_open_array(j, JSON_INLINE);
		for (size_t k = 0; k < report_column_count(t); k++)
			if (report_column_at(t, k).column == i)
				json_string(j, show_key(report_column_at(t, k).show));
		json_close(j);
		json_close(j);
	}
	json_close(j);
}

/* ---- cells ---- */

/* The value of one column, null when it is not defined; nothing when it is hidden. */
static void add_value(struct json *j, const struct report_page *p,
		      const struct figure_table *t, size_t row, struct report_column c)
{
	struct text value = { 0 };

	if (report_page_hides(p, t, row, c))
		return;
	json_key(j, show_key(c.show));
	if (report_page_value(p, t, row, c, &value) == REPORT_DEFINED)
		json_decimal(j, text_get(&value));
	else
		json_null(j);
	text_done(&value);
}

/*
 * n and d for summing up, whether they are shown or not; but in a protected report what
 * is divided by could give a hidden total away.
 */
static void add_parts(struct json *j, const struct report_page *p,
		      const struct figure_table *t, size_t row, size_t column)
{
	const struct figure *f = figure_at(t, row, column);
	struct report_column count = { column, REPORT_COUNT };

	if (!(t->columns.items[column].show & REPORT_COUNT) && p->hiding)
		return;
	add_value(j, p, t, row, count);
	if (f->divided && !p->hiding)
		json_key_integer(j, "d", f->d);
}

static void add_cell(struct json *j, const struct report_page *p,
		     const struct figure_table *t, size_t row, size_t column)
{
	bool hidden = false;

	json_open_object(j, JSON_INLINE);
	json_key_string(j, "row", t->rows.items[row].key);
	json_key_string(j, "column", t->columns.items[column].key);
	add_parts(j, p, t, row, column);
	for (size_t i = 0; i < report_column_count(t); i++) {
		struct report_column c = report_column_at(t, i);

		if (c.column != column)
			continue;
		hidden = hidden || report_page_hides(p, t, row, c);
		if (c.show != REPORT_COUNT)
			add_value(j, p, t, row, c);
	}
	if (hidden)
		json_key_bool(j, "hidden", true);
	json_close(j);
}

static void add_cells(struct json *j, const struct report_page *p,
		      const struct figure_table *t)
{
	json_key(j, "cells");
	json_open_array(j, JSON_LINES);
	for (size_t row = 0; row < t->rows.count; row++) {
		if (!figure_row_is_shown(t, row))
			continue;
		for (size_t column = 0; column < t->columns.count; column++)
			add_cell(j, p, t, row, column);
	}
	json_close(j);
}

/* ---- listings ---- */

static void add_listing_columns(struct json *j, const struct report_words *columns)
{
	json_key(j, "columns");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < columns->count; i++) {
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "key", columns->items[i].key);
		add_words(j, "label", columns->items[i].label);
		json_close(j);
	}
	json_close(j);
}

/* Each row with its key and what stands in it; null where that is nothing. */
static void add_listing(struct json *j, const struct report_page *p,
			const struct report_words *columns)
{
	add_listing_columns(j, columns);
	json_key(j, "listing");
	json_open_array(j, JSON_LINES);
	for (size_t row = 0; row < report_listing_rows(p); row++) {
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "key", grid_named(p->listing, row, "key"));
		for (size_t i = 0; i < columns->count; i++) {
			const char *key = columns->items[i].key;
			const char *said = grid_named(p->listing, row, key);

			json_key(j, key);
			if (*said)
				json_string(j, said);
			else
				json_null(j);
		}
		json_close(j);
	}
	json_close(j);
}

/* ---- published figures ---- */

/* A number of the data file, which may be written as JSON does not allow. */
static void add_decimal(struct json *j, const char *value)
{
	struct text number = { 0 };

	text_addf(&number, "%.12g", strtod(value, NULL));
	json_decimal(j, text_get(&number));
	text_done(&number);
}

static void add_published_value(struct json *j, const struct report_page *p,
				const struct figure_table *t, size_t row,
				struct report_column c)
{
	const char *value = report_page_published(p, t, row, c);
	const char *note = report_page_published_note(p, t, row, c);

	if (!value)
		return;
	json_open_object(j, JSON_INLINE);
	json_key_integer(j, "year", report_page_published_year(p, t, row));
	json_key_string(j, "row", t->rows.items[row].key);
	json_key_string(j, "column", t->columns.items[c.column].key);
	json_key(j, show_key(c.show));
	add_decimal(j, value);
	if (*note)
		json_key_string(j, "corrected", note);
	json_close(j);
}

static void add_published(struct json *j, const struct report_page *p,
			  const struct figure_table *t)
{
	json_key(j, "published");
	json_open_array(j, JSON_LINES);
	for (size_t row = 0; row < t->rows.count; row++)
		for (size_t i = 0; i < report_column_count(t); i++)
			add_published_value(j, p, t, row, report_column_at(t, i));
	json_close(j);
}

/* ---- frozen years ---- */

static void add_known(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	if (*value)
		json_decimal(j, value);
	else
		json_null(j);
}

static void add_changes(struct json *j, const struct report_page *p,
			const struct figure_table *t)
{
	json_key(j, "changed_since_frozen");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < report_frozen_count(p, t); i++) {
		struct report_change c = report_frozen_at(p, t, i);

		json_open_object(j, JSON_INLINE);
		json_key_string(j, "row", c.row);
		json_key_string(j, "column", t->columns.items[c.column.column].key);
		json_key_string(j, "value", show_key(c.column.show));
		add_known(j, "then", c.then);
		add_known(j, "now", c.now);
		json_close(j);
	}
	json_close(j);
}

/* The stamp; null for a year that is not frozen. */
static void add_frozen(struct json *j, const struct report_page *p)
{
	json_key(j, "frozen");
	if (!p->frozen) {
		json_null(j);
		return;
	}
	json_open_object(j, JSON_INLINE);
	json_key_string(j, "at", p->frozen->at);
	json_key_integer(j, "revision", p->frozen->revision);
	json_close(j);
}

/* ---- the document ---- */

static void add_table(struct json *j, const struct report_page *p,
		      const struct figure_table *t)
{
	const struct report *r = t->report;

	json_open_object(j, JSON_LINES);
	json_key_string(j, "id", r->id);
	json_key_string(j, "section", r->section);
	add_words(j, "reference", r->reference);
	add_words(j, "title", r->title);
	add_words(j, "head", r->head);
	add_words(j, "note", r->note);
	if (report_listing_is(t)) {
		add_listing(j, p, &r->listing);
	} else {
		add_rows(j, t);
		add_columns(j, t);
		add_cells(j, p, t);
		add_published(j, p, t);
		if (p->frozen && !p->hiding)
			add_changes(j, p, t);
	}
	json_close(j);
}

static void add_sections(struct json *j, const struct report_page *p)
{
	json_key(j, "sections");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < p->sections->count; i++) {
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "id", p->sections->items[i].code);
		add_words(j, "title", p->sections->items[i].label);
		json_close(j);
	}
	json_close(j);
}

void report_json_print(const struct report_page *p, struct text *out)
{
	struct json j;

	json_init(&j, out);
	json_open_object(&j, JSON_LINES);
	json_key_integer(&j, "year", p->figures->year);
	json_key_string(&j, "federation", p->owner);
	json_key_string(&j, "created", p->made);
	json_key_bool(&j, "demo", p->demo);
	json_key_integer(&j, "drafts_left_out", (long long)p->drafts);
	json_key(&j, "protected_below");
	if (p->hiding)
		json_integer(&j, p->hiding->threshold);
	else
		json_null(&j);
	add_frozen(&j, p);
	add_sections(&j, p);
	json_key(&j, "tables");
	json_open_array(&j, JSON_LINES);
	for (size_t i = 0; i < p->figures->count; i++)
		add_table(&j, p, &p->figures->tables[i]);
	json_close(&j);
	json_close(&j);
	json_end(&j);
}
