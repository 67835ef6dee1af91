/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a national register; see scope.h. */
#include "app/scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/catalog.h"
#include "app/inside.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/query.h"
#include "store/sql.h"

/* The county's row among the counties, by code or by name, case aside; or -1. */
static long find_county(const struct grid *counties, const char *wanted)
{
	char *folded = utf8_fold(wanted);
	long found = -1;

	for (size_t i = 0; found < 0 && i < grid_rows(counties); i++) {
		char *name = utf8_fold(grid_get(counties, i, 1));

		if (!strcmp(grid_get(counties, i, 0), wanted) || !strcmp(name, folded))
			found = (long)i;
		free(name);
	}
	free(folded);
	return found;
}

static bool take_county(struct app *a, const char *wanted, struct scope *s,
			struct err *e)
{
	const struct grid *counties = catalog_reference(a->catalog, "counties");
	long row = find_county(counties, wanted);
	const char *code;

	if (row < 0)
		return err_set(e, _("%s: länet finns inte"), wanted);
	code = grid_get(counties, (size_t)row, 0);
	s->name = mem_text(grid_get(counties, (size_t)row, 1));
	s->found = query_grid(a->db, &(struct query){
		.sql = sql_text(SQL_FEDERATIONS_OF_COUNTY),
		.values = &code, .count = 1 }, e);
	if (!s->found)
		return false;
	return grid_rows(s->found) || err_set(e, _("%s: länet har inget förbund"),
					      s->name);
}

static bool take_federation(struct app *a, const char *code, struct scope *s,
			    struct err *e)
{
	const struct query q = { .sql = sql_text(SQL_FEDERATION_NAME), .values = &code,
				 .count = 1 };
	struct text name = { 0 };

	if (!query_text(a->db, &q, &name, e)) {
		text_done(&name);
		return false;
	}
	if (!name.length) {
		text_done(&name);
		return err_set(e, _("%s: förbundet finns inte i registret"), code);
	}
	grid_set(s->found, grid_add_row(s->found, 0), 0, code);
	if (s->name) {
		struct text both = { 0 };

		text_addf(&both, "%s, %s", s->name, text_get(&name));
		text_done(&name);
		name = both;
		free(s->name);
	}
	s->name = text_take(&name);
	return true;
}

static bool take_federations(struct app *a, const char *const *codes, struct scope *s,
			     struct err *e)
{
	bool ok = true;

	s->found = grid_new("federations");
	grid_add_column(s->found, "federation");
	for (size_t i = 0; ok && codes[i]; i++)
		ok = take_federation(a, codes[i], s, e);
	return ok;
}

bool scope_find(struct app *a, const char *county, const char *const *federations,
		struct scope *out, struct err *e)
{
	bool ok;

	*out = (struct scope){ 0 };
	if (!county && !federations[0])
		return true;
	if (!app_is_national(a))
		return err_set(e, _("%s: bara ett nationellt register har flera förbund"),
			       app_path(a));
	ok = county ? take_county(a, county, out, e)
		    : take_federations(a, federations, out, e);
	if (!ok)
		return false;
	out->federations.count = grid_rows(out->found);
	out->codes = mem_alloc((grid_rows(out->found) + 1) * sizeof(*out->codes));
	for (size_t i = 0; i < grid_rows(out->found); i++)
		out->codes[i] = grid_get(out->found, i, 0);
	out->federations.federations = out->codes;
	return true;
}

void scope_done(struct scope *s)
{
	grid_free(s->found);
	free(s->codes);
	free(s->name);
	free(s->key);
	*s = (struct scope){ 0 };
}

/* ---- to choose from ---- */

struct grid *scope_list(struct app *a, struct err *e)
{
	return query_grid(a->db, &(struct query){ .sql = sql_text(SQL_SCOPES) }, e);
}

const char *scope_code(const char *key)
{
	return key + strcspn(key, ":") + 1;
}

bool scope_find_key(struct app *a, const char *key, struct scope *out, struct err *e)
{
	const char *code = key && *key ? scope_code(key) : NULL;
	bool county = code && *key == 'c';
	const char *const federations[] = { county ? NULL : code, NULL };

	if (!scope_find(a, county ? code : NULL, federations, out, e))
		return false;
	if (code)
		out->key = mem_text(key);
	return true;
}

/* ---- what has come in ---- */

struct grid *scope_missing(struct app *a, const struct report_scope *scope, int year,
			   size_t *count, struct err *e)
{
	char number[8], first[DATE_SIZE], last[DATE_SIZE];
	const char *const values[] = { number, first, last };
	const struct query query = { .sql = sql_text(SQL_FEDERATIONS_OF_YEAR),
				     .values = values, .count = 3 };
	struct grid *all, *missing;

	snprintf(number, sizeof(number), "%d", year);
	snprintf(first, sizeof(first), "%04d-01-01", year);
	snprintf(last, sizeof(last), "%04d-12-31", year);
	all = query_grid(a->db, &query, e);
	if (!all)
		return NULL;
	missing = grid_new("missing");
	grid_add_column(missing, "id");
	grid_add_column(missing, "name");
	*count = 0;
	for (size_t i = 0; i < grid_rows(all); i++) {
		size_t row;

		if (!report_scope_has(scope, grid_get(all, i, 0)))
			continue;
		++*count;
		if (!strcmp(grid_get(all, i, 2), "1"))
			continue;
		row = grid_add_row(missing, 0);
		grid_set(missing, row, 0, grid_get(all, i, 0));
		grid_set(missing, row, 1, grid_get(all, i, 1));
	}
	grid_free(all);
	return missing;
}
