/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of personal identity numbers; see import_identities.h. */
#include "app/import_identities.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/identities.h"
#include "app/import_inside.h"
#include "app/inside.h"
#include "app/seal.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/identity_number.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

/* A row that has a number; in locked memory. */
struct identity_row {
	const char *person;             /* the id; "" when there is none */
	size_t line;
	struct identity_number number;  /* "" when it is not proper */
};

enum column { COLUMN_PERSON, COLUMN_NUMBER, COLUMNS };

struct reading {
	struct app *app;
	const char *file;
	bool removes;
	struct grid *grid;
	size_t columns[COLUMNS];
	struct identity_row *rows;
	size_t count;
	struct arena texts;
	struct import_identities *done;
	struct faults *notes, *faults;
	size_t faults_before;
};

static void add_fault(struct reading *r, size_t line, enum column column,
		      const char *reason)
{
	faults_add(r->faults, r->file, line, r->columns[column] + 1, "%s", reason);
}

static bool is_whole(const struct reading *r)
{
	return r->faults->count == r->faults_before;
}

/* ---- the columns ---- */

static bool find_column(struct reading *r, enum column column)
{
	static const char *const names[COLUMNS][2] = {
		[COLUMN_PERSON] = { "person", "deltagare" },
		[COLUMN_NUMBER] = { "identity_number", "personnummer" },
	};

	for (size_t i = 0; i < grid_columns(r->grid); i++)
		for (size_t name = 0; name < 2; name++)
			if (!strcasecmp(grid_column_name(r->grid, i),
					names[column][name])) {
				r->columns[column] = i;
				return true;
			}
	return faults_add(r->faults, r->file, 1, 0, _("kolumnen %s (eller %s) saknas"),
			  names[column][1], names[column][0]);
}

static bool find_columns(struct reading *r)
{
	bool person = find_column(r, COLUMN_PERSON);

	return find_column(r, COLUMN_NUMBER) && person;
}

/* ---- the rows ---- */

static struct grid *find_person(struct reading *r, const char *number, struct err *e)
{
	const char *values[] = { app_federation(r->app), number };
	const struct query q = { .sql = sql_text(SQL_IDENTITY_PERSON), .values = values,
				 .count = 2 };

	return query_grid(r->app->db, &q, e);
}

static void check_agreement(struct reading *r, const struct identity_row *row,
			    const struct grid *person)
{
	if (!row->number.digits[0] || r->removes)
		return;
	if (strcmp(row->number.sex, grid_named(person, 0, "sex")) != 0)
		add_fault(r, row->line, COLUMN_NUMBER,
			  _("deltagaren är registrerad med ett annat kön"));
	if (row->number.birth_year != atoi(grid_named(person, 0, "birth_year")))
		add_fault(r, row->line, COLUMN_NUMBER,
			  _("deltagaren är registrerad med ett annat födelseår"));
}

static void read_person(struct reading *r, struct identity_row *row, const char *cell)
{
	char number[IDENTITY_PERSON_SIZE];
	struct grid *g;
	struct err e;

	/* The cell is not repeated: columns may have been mixed up. */
	if (!identities_parse_person(cell, number)) {
		add_fault(r, row->line, COLUMN_PERSON,
			  _("ska vara deltagarens nummer, till exempel D-0042"));
		return;
	}
	g = find_person(r, number, &e);
	if (!g)
		add_fault(r, row->line, COLUMN_PERSON, e.text);
	else if (!grid_rows(g))
		add_fault(r, row->line, COLUMN_PERSON,
			  _("det finns ingen deltagare med det numret"));
	else {
		const char *id = grid_named(g, 0, "id");

		row->person = arena_text(&r->texts, id, strlen(id));
		check_agreement(r, row, g);
	}
	grid_free(g);
}

static void read_number(struct reading *r, struct identity_row *row, const char *cell)
{
	struct err e;

	if (!identity_number_parse(cell, clock_today(), &row->number, &e))
		add_fault(r, row->line, COLUMN_NUMBER, e.text);
	else if (row->number.is_dateless && !r->removes)
		faults_add(r->notes, r->file, row->line, r->columns[COLUMN_NUMBER] + 1,
			   "%s", _("samordningsnumret anger ingen födelsedag, bara "
				   "året"));
}

static void read_rows(struct reading *r)
{
	size_t rows = grid_rows(r->grid);

	r->rows = (struct identity_row *)(void *)seal_room(rows * sizeof(*r->rows));
	for (size_t i = 0; i < rows; i++) {
		const char *person = grid_get(r->grid, i, r->columns[COLUMN_PERSON]);
		const char *number = grid_get(r->grid, i, r->columns[COLUMN_NUMBER]);
		struct identity_row *row = &r->rows[r->count];

		if (!number[strspn(number, " \t")]) {
			r->done->empty += person[0] != '\0';
			continue;
		}
		*row = (struct identity_row){ "", grid_line(r->grid, i),
					      { .sex = "" } };
		read_number(r, row, number);
		read_person(r, row, person);
		r->count++;
	}
}

/* ---- what comes twice ---- */

static void find_persons_twice(struct reading *r)
{
	struct numbering persons = { 0 };
	size_t *lines = mem_alloc((r->count + 1) * sizeof(*lines));

	for (size_t i = 0; i < r->count; i++) {
		const struct identity_row *row = &r->rows[i];
		size_t before = persons.count, at;

		if (!row->person[0])
			continue;
		at = (size_t)numbering_add(&persons, row->person);
		if (at == before)
			lines[at] = row->line;
		else
			faults_add(r->faults, r->file, row->line,
				   r->columns[COLUMN_PERSON] + 1,
				   _("deltagaren står redan på rad %zu"), lines[at]);
	}
	free(lines);
	numbering_done(&persons);
}

static int by_number(const void *a, const void *b)
{
	const struct identity_row *x = *(const struct identity_row *const *)a;
	const struct identity_row *y = *(const struct identity_row *const *)b;
	int order = strcmp(x->number.digits, y->number.digits);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* By pointers: sorting makes no copies of numbers. */
static void find_numbers_twice(struct reading *r)
{
	const struct identity_row **order = mem_alloc((r->count + 1) * sizeof(*order));

	for (size_t i = 0; i < r->count; i++)
		order[i] = &r->rows[i];
	qsort(order, r->count, sizeof(*order), by_number);
	for (size_t i = 1; i < r->count; i++)
		if (order[i]->number.digits[0] &&
		    !strcmp(order[i]->number.digits, order[i - 1]->number.digits))
			faults_add(r->faults, r->file, order[i]->line,
				   r->columns[COLUMN_NUMBER] + 1,
				   _("samma personnummer står på rad %zu"),
				   order[i - 1]->line);
	free(order);
}

/* ---- against the register ---- */

static bool check_owner(struct reading *r, const struct seal *s,
			const struct identity_row *row, struct err *e)
{
	struct text owner = { 0 };
	long long number;
	bool ok = identities_find(r->app, s, row->number.digits, &number, &owner, e);

	if (ok && r->removes && strcmp(text_get(&owner), row->person) != 0)
		add_fault(r, row->line, COLUMN_NUMBER,
			  _("personnumret är inte deltagarens"));
	else if (ok && number && strcmp(text_get(&owner), row->person) != 0)
		faults_add(r->faults, r->file, row->line, r->columns[COLUMN_NUMBER] + 1,
			   _("personnumret hör redan till deltagaren D-%04lld"), number);
	text_done(&owner);
	return ok;
}

static bool check_owners(struct reading *r, const struct seal *s, struct err *e)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->rows[i].number.digits[0] && r->rows[i].person[0] &&
		    !check_owner(r, s, &r->rows[i], e))
			return false;
	return true;
}

static bool store_rows(struct reading *r, const struct seal *s, struct err *e)
{
	for (size_t i = 0; i < r->count; i++)
		switch (identities_put(r->app, s, r->rows[i].person,
				       r->rows[i].number.digits, e)) {
		case IDENTITY_ADDED:
			r->done->added++;
			break;
		case IDENTITY_CHANGED:
			r->done->changed++;
			break;
		case IDENTITY_SAME:
			r->done->same++;
			break;
		case IDENTITY_FAILED:
			return false;
		}
	return true;
}

static bool remove_rows(struct reading *r, const struct seal *s, struct err *e)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!identities_remove(r->app, s, r->rows[i].person,
				       r->rows[i].number.digits, e))
			return false;
		r->done->removed++;
	}
	return true;
}

/* Within a transaction. A key is made only when there is something to seal with it. */
static bool check_and_store(struct reading *r, struct err *e)
{
	struct seal *s = NULL;
	bool have, ok = identities_have_key(r->app, &have, e);

	if (ok && !have && r->removes)
		return err_set(e, _("%s: registret har inga personnummer"),
			       app_path(r->app));
	if (ok && (have || (is_whole(r) && r->count))) {
		s = identities_open_key(r->app, e);
		ok = s && check_owners(r, s, e) &&
		     (!is_whole(r) || (r->removes ? remove_rows : store_rows)(r, s, e));
		seal_close(s);
	}
	return ok;
}

static void finish(struct reading *r)
{
	struct err e;
	bool ok = db_begin(r->app->db, &e);

	if (ok) {
		read_rows(r);
		if (!r->removes)
			find_persons_twice(r);
		find_numbers_twice(r);
		ok = check_and_store(r, &e);
	}
	if (ok && is_whole(r))
		ok = db_commit(r->app->db, &e);
	else
		db_rollback(r->app->db);
	if (!ok)
		faults_add(r->faults, "", 0, 0, "%s", e.text);
}

static bool read_list(struct reading *r)
{
	struct import_file file = { 0 };

	r->faults_before = r->faults->count;
	*r->done = (struct import_identities){ 0 };
	r->grid = import_read_file(r->file, &file, r->faults);
	if (r->grid && find_columns(r))
		finish(r);
	grid_wipe(r->grid);
	text_wipe(&file.titles);
	seal_free_room((char *)r->rows);
	arena_done(&r->texts);
	return is_whole(r);
}

bool import_identities(struct app *a, const char *file, struct import_identities *done,
		       struct faults *notes, struct faults *f)
{
	struct reading r = { .app = a, .file = file, .done = done, .notes = notes,
			     .faults = f };
	struct err e;

	if (!identities_are_kept(a, &e))
		return faults_add(f, "", 0, 0, "%s", e.text);
	return read_list(&r);
}

bool import_identities_remove(struct app *a, const char *file,
			      struct import_identities *done, struct faults *f)
{
	struct reading r = { .app = a, .file = file, .removes = true, .done = done,
			     .faults = f };

	return read_list(&r);
}
