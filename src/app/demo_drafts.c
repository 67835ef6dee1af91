/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that somebody has begun to key in a demo register, from data/demo/drafts.csv:
 * a row for each answer. Its kind says what the value is: a day or a year counted from
 * the demo's last, the name of an intervention, else the answer itself. A closure is of
 * somebody who has been there for some months.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/demo_inside.h"
#include "base/date.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"
#include "store/sql.h"
#include "store/stmt.h"

enum { SOME_MONTHS = 150 /* days */ };

/* A draft while its rows are read. */
struct draft_rows {
	size_t first, end; /* rows of the file */
	const char *form;
	const struct demo_participation *record; /* that is closed; NULL for new ones */
	const char *intervention;                /* its name; "" while not told */
	char when[DEMO_ID_SIZE];                 /* start or year */
	long long id;
};

static const struct demo_intervention *find_intervention(const struct demo *d,
							 const char *name)
{
	for (size_t i = 0; i < d->intervention_count; i++)
		if (!strcmp(d->interventions[i].name, name))
			return &d->interventions[i];
	return NULL;
}

/* The nth, from the latest, of those who may well be leaving now. */
static const struct demo_participation *find_leaving(const struct demo *d, size_t nth)
{
	for (size_t i = d->participation_count; i-- > 0;) {
		const struct demo_participation *p = &d->participations[i];

		if (p->end == INT_MAX && p->start <= d->last - SOME_MONTHS &&
		    d->interventions[p->intervention].end > d->last && nth-- == 0)
			return p;
	}
	return NULL;
}

/* What an answer of the file is in this register. */
static void read_value(const struct demo *d, struct draft_rows *draft, size_t row,
		       char out[DEMO_ID_SIZE])
{
	const struct grid *g = d->files[DEMO_DRAFTS];
	const char *kind = grid_named(g, row, "kind");
	const char *field = grid_named(g, row, "field");
	const char *value = grid_named(g, row, "value");
	const struct demo_intervention *it;

	snprintf(out, DEMO_ID_SIZE, "%s", value);
	if (!strcmp(kind, "day"))
		date_format_iso(d->last + atoi(value), out);
	else if (!strcmp(kind, "year"))
		snprintf(out, DEMO_ID_SIZE, "%d", d->year + atoi(value));
	if (!strcmp(kind, "intervention") && (it = find_intervention(d, value))) {
		snprintf(out, DEMO_ID_SIZE, "%s", it->id);
		draft->intervention = it->name;
	}
	if (!strcmp(field, "start") || !strcmp(field, "year"))
		snprintf(draft->when, sizeof(draft->when), "%s", out);
}

static void write_answers(struct demo *d, struct draft_rows *draft)
{
	const struct grid *g = d->files[DEMO_DRAFTS];

	for (size_t i = draft->first; d->ok && i < draft->end; i++) {
		struct stmt *s = db_stmt(d->db, SQL_JOURNAL_ADD);
		char value[DEMO_ID_SIZE];

		read_value(d, draft, i, value);
		stmt_bind_int(s, 1, draft->id);
		stmt_bind_int(s, 2, (long long)(i - draft->first) + 1);
		stmt_bind_text(s, 3, grid_named(g, i, "field"));
		stmt_bind_int(s, 4, atoi(grid_named(g, i, "row")));
		stmt_bind_text(s, 5, "");
		stmt_bind_text(s, 6, value);
		d->ok = stmt_run(s, &d->e);
	}
}

/* As the forms' own titles are put together. */
static void write_title(struct demo *d, const struct draft_rows *draft)
{
	struct text title = { 0 };
	struct demo_row row = { 0 }, where = { 0 };

	if (draft->record)
		text_addf(&title, "D-%04d · ", draft->record->number);
	text_add(&title, draft->intervention);
	text_add(&title, !strcmp(draft->form, "anonymous_count") ? " " : " · ");
	text_add(&title, draft->when);
	demo_set(&row, "title", text_get(&title));
	demo_set_int(&where, "id", draft->id);
	d->ok = d->ok &&
		rows_update(d->db, "draft", (struct cells){ row.cells, row.count },
			    (struct cells){ where.cells, where.count }, &d->e);
	text_done(&title);
}

static void write_draft(struct demo *d, struct draft_rows *draft)
{
	struct demo_row row = { 0 };

	demo_set(&row, "form", draft->form);
	demo_set(&row, "record", draft->record ? draft->record->id : "");
	demo_set(&row, "state", "kept");
	demo_set(&row, "session", "demo:0");
	demo_set(&row, "opened_by", "demo");
	demo_set_time(&row, "opened_at", d->last);
	demo_set_time(&row, "changed_at", d->last);
	demo_insert(d, "draft", &row);
	draft->id = db_last_id(d->db);
	write_answers(d, draft);
	write_title(d, draft);
}

/* Where it has begun in the register; false when there is nobody to be closed. */
static bool choose_record(const struct demo *d, struct draft_rows *draft, size_t nth)
{
	draft->record = find_leaving(d, nth);
	if (!draft->record)
		return false;
	draft->intervention = d->interventions[draft->record->intervention].name;
	date_format_iso(draft->record->start, draft->when);
	return true;
}

void demo_write_drafts(struct demo *d)
{
	const struct grid *g = d->files[DEMO_DRAFTS];
	size_t closures = 0;

	for (size_t i = 0; i < grid_rows(g);) {
		struct draft_rows draft = { .first = i, .intervention = "" };

		draft.form = grid_named(g, i, "form");
		while (i < grid_rows(g) &&
		       !strcmp(grid_get(g, i, 0), grid_get(g, draft.first, 0)))
			i++;
		draft.end = i;
		if (strcmp(draft.form, "closure") ||
		    choose_record(d, &draft, 5 * closures++))
			write_draft(d, &draft);
	}
}
