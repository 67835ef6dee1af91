/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years that are delivered stay as they were delivered; see lock.h. */
#include "app/lock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/deliveries.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/tables.h"

struct lock_year {
	char year[12];
	struct text told;
};

enum { MAX_QUERIES = 4 };

/* What is told of records that are not kept for one year. Others have a column `year`;
 * those that have neither, like the federation, are told of in no year. */
static const struct telling {
	const char *form;
	enum sql_id queries[MAX_QUERIES];
	size_t count;
} tellings[] = {
	{ "membership", { SQL_LOCK_MEMBERSHIP }, 1 },
	{ "party", { SQL_LOCK_PARTY }, 1 },
	{ "intervention", { SQL_LOCK_INTERVENTION }, 1 },
	{ "participation",
	  { SQL_LOCK_PARTICIPATION, SQL_LOCK_SUPPORT, SQL_LOCK_OCCUPATION,
	    SQL_LOCK_FOLLOWUPS }, 4 },
	{ "person", { SQL_LOCK_PERSON }, 1 },
};

static const struct telling *find_telling(const struct form *form)
{
	for (size_t i = 0; i < sizeof(tellings) / sizeof(tellings[0]); i++)
		if (!strcmp(tellings[i].form, form->parts[0].table))
			return &tellings[i];
	return NULL;
}

/* Names, and when and by whom a row was changed, are no facts of the year. */
static bool is_told(const char *column)
{
	return strcmp(column, "name") && strncmp(column, "registered_", 11) &&
	       strncmp(column, "changed_", 8);
}

static void add_rows(const struct grid *g, struct text *told)
{
	for (size_t row = 0; row < grid_rows(g); row++) {
		for (size_t i = 0; i < grid_columns(g); i++)
			if (is_told(grid_column_name(g, i)))
				csvfile_add_cell(told, grid_get(g, row, i), i == 0);
		text_add_char(told, '\n');
	}
}

static bool add_grid(struct grid *g, struct text *told)
{
	if (g)
		add_rows(g, told);
	grid_free(g);
	return g != NULL;
}

/* What is told of a record that is kept for a year. */
static bool tell_kept(struct app *a, const char *table, const char *year, const char *id,
		      struct text *told, struct err *e)
{
	const struct cell where[] = { { "id", id }, { "year", year } };

	if (table_find_column(tables_find(a->db, table), "year") < 0)
		return true;
	return add_grid(rows_load(a->db, table, CELLS(where), e), told);
}

static bool tell(struct app *a, const struct form *form, const char *year, const char *id,
		 struct text *told, struct err *e)
{
	const struct telling *t = find_telling(form);
	const char *const values[] = { year, id };
	bool ok = true;

	if (!id[0])
		return true;
	if (!t)
		return tell_kept(a, form->parts[0].table, year, id, told, e);
	for (size_t i = 0; ok && i < t->count; i++) {
		const struct query q = { .sql = sql_text(t->queries[i]),
					 .values = values,
					 .count = 2 };

		ok = add_grid(query_grid(a->db, &q, e), told);
	}
	return ok;
}

static struct lock_year *add_year(struct lock *l, const char *year)
{
	struct lock_year *it;

	l->years = mem_grow(l->years, &l->capacity, l->count + 1, sizeof(*l->years));
	it = &l->years[l->count++];
	*it = (struct lock_year){ 0 };
	strncpy(it->year, year, sizeof(it->year) - 1);
	return it;
}

bool lock_remember(struct lock *l, struct app *a, const struct form *form, const char *id,
		   struct err *e)
{
	const struct query q = { .sql = sql_text(SQL_DELIVERY_LOCKED_YEARS) };
	struct grid *years = query_grid(a->db, &q, e);
	bool ok = years != NULL;

	for (size_t i = 0; ok && i < grid_rows(years); i++) {
		struct lock_year *it = add_year(l, grid_get(years, i, 0));

		ok = tell(a, form, it->year, id, &it->told, e);
	}
	grid_free(years);
	return ok;
}

static bool year_agrees(const struct lock_year *it, struct app *a,
			const struct form *form, const char *id, struct err *e)
{
	struct text told = { 0 };
	bool ok = tell(a, form, it->year, id, &told, e);

	if (ok && strcmp(text_get(&told), text_get(&it->told)))
		ok = err_set(e, _("%s är levererat och låst: lås upp året innan "
				  "det som hör till det ändras"), it->year);
	text_done(&told);
	return ok;
}

bool lock_agrees(const struct lock *l, struct app *a, const struct form *form,
		 const char *id, struct err *e)
{
	for (size_t i = 0; i < l->count; i++)
		if (!year_agrees(&l->years[i], a, form, id, e))
			return false;
	return true;
}

void lock_done(struct lock *l)
{
	for (size_t i = 0; i < l->count; i++)
		text_done(&l->years[i].told);
	free(l->years);
	*l = (struct lock){ 0 };
}

/* ---- overruling ---- */

static bool refuse_overruling(int year, struct err *e)
{
	return err_set(e, _("%d är levererat och låst: lås upp året, med ett skäl, innan "
			    "en varning i det godkänns"), year);
}

bool lock_lets_overrule_year(struct app *a, int year, struct err *e)
{
	int revision = deliveries_locking(a, year, e);

	return revision > 0 ? refuse_overruling(year, e) : !revision;
}

bool lock_lets_overrule(struct app *a, const struct form *form, const char *id,
			struct err *e)
{
	const struct query first = { .sql = sql_text(SQL_DELIVERY_FIRST_YEAR) };
	int this_year = date_year(clock_today()), locked = 0;
	long long year;

	if (!query_int(a->db, &first, &year, e))
		return false;
	for (; year <= this_year; year++) {
		int revision = deliveries_locking(a, (int)year, e);
		struct text told = { 0 };
		char text[12];
		bool ok, tells;

		snprintf(text, sizeof(text), "%d", (int)year);
		ok = revision >= 0 && tell(a, form, text, id, &told, e);
		tells = told.length > 0;
		text_done(&told);
		if (!ok)
			return false;
		if (tells && !revision)
			return true;
		if (tells)
			locked = (int)year;
	}
	return !locked || refuse_overruling(locked, e);
}
