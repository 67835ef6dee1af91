/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings and answers that go along with a delivery; see export_remarks.h. */
#include "app/export_remarks.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/check.h"
#include "app/export_files.h"
#include "app/inside.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/package_cell.h"
#include "store/query.h"
#include "store/sql.h"

/* Where the records of a form are found in a delivery, and by which name. */
static const struct place {
	const char *form;
	enum package_file_id file;
	bool renamed;
	enum sql_id name;               /* of the record, when it is not its id */
} places[] = {
	{ "federation", PACKAGE_FEDERATION, false, 0 },
	{ "membership", PACKAGE_MEMBERSHIPS, true, SQL_EXPORT_NAME_OF_MEMBERSHIP },
	{ "party", PACKAGE_FUNDING, true, SQL_EXPORT_NAME_OF_PARTY },
	{ "intervention", PACKAGE_INTERVENTIONS, false, 0 },
	{ "intervention_year", PACKAGE_INTERVENTION_YEARS, true,
	  SQL_EXPORT_NAME_OF_YEAR },
	{ "volume", PACKAGE_INTERVENTION_YEARS, true, SQL_EXPORT_NAME_OF_VOLUME },
	{ "anonymous_count", PACKAGE_ANONYMOUS, true, SQL_EXPORT_NAME_OF_COUNT },
	{ "participation", PACKAGE_PARTICIPATIONS, false, 0 },
	{ "closure", PACKAGE_PARTICIPATIONS, false, 0 },
	{ "person", PACKAGE_PARTICIPATIONS, true, SQL_EXPORT_NAME_OF_PERSON },
	{ "funding", PACKAGE_FUNDING, false, 0 },
	{ "admin_cost", PACKAGE_ADMIN_COSTS, false, 0 },
	{ "federation_year", PACKAGE_FEDERATION_YEAR, false, 0 },
};

/* The columns, in their order. */
enum { RULE, FILE_NAME, ID, FIELD, REASON };

struct remark {
	const struct check_finding *finding;
	const struct place *place;
	char *name;
	size_t at;                      /* keeps equals in order */
};

static const struct place *find_place(const struct check_finding *f)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (!strcmp(places[i].form, f->form->name))
			return &places[i];
	return NULL;
}

static bool find_name(struct app *a, struct remark *r, struct err *e)
{
	const struct query q = { .sql = sql_text(r->place->name),
				 .values = &r->finding->record,
				 .count = 1 };
	struct text name = { 0 };
	bool ok = true;

	if (r->place->renamed)
		ok = query_text(a->db, &q, &name, e);
	else
		text_add(&name, r->finding->record);
	r->name = text_take(&name);
	return ok;
}

static int by_file_and_name(const void *a, const void *b)
{
	const struct remark *x = a, *y = b;
	int order;

	if (x->place->file != y->place->file)
		return x->place->file < y->place->file ? -1 : 1;
	order = strcmp(x->name, y->name);
	if (!order)
		order = strcmp(x->finding->rule, y->finding->rule);
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static struct grid *make_grid(const struct remark *remarks, size_t count)
{
	const struct package_file *file = package_file(PACKAGE_REMARKS);
	struct grid *g = grid_new(file->name);

	for (size_t i = 0; i < file->count; i++)
		grid_add_column(g, file->columns[i].name);
	for (size_t i = 0; i < count; i++) {
		const struct check_finding *f = remarks[i].finding;
		size_t row = grid_add_row(g, 0);

		grid_set(g, row, RULE, f->rule);
		grid_set(g, row, FILE_NAME, package_file(remarks[i].place->file)->name);
		grid_set(g, row, ID, remarks[i].name);
		grid_set(g, row, FIELD, f->form->fields[f->field].name);
		grid_set(g, row, REASON, f->reason);
	}
	return g;
}

/* ---- answers ---- */

/* The rows of files that answers are about, each read once. */
struct told {
	struct app *app;
	int year;
	struct grid *rows[PACKAGE_FILES];
};

/* Whether the delivery has the row, or could only have it were it another year's: -1 when
 * that can't be read. */
static int has_row(struct told *t, const char *file, const char *row, struct err *e)
{
	enum package_file_id id = package_find_file(file);

	if (package_row_is_of_year(id))
		return true;
	if (!t->rows[id])
		t->rows[id] = export_files_rows(t->app, id, app_federation(t->app),
						t->year, e);
	return t->rows[id] ? package_find_row(id, t->rows[id], row) >= 0 : -1;
}

static void add_answer(struct grid *g, const struct grid *answers, size_t i)
{
	size_t row = grid_add_row(g, 0);
	struct text rule = { 0 };

	text_addf(&rule, "%s%s", PACKAGE_QUERY, grid_named(answers, i, "query"));
	grid_set(g, row, RULE, text_get(&rule));
	grid_set(g, row, FILE_NAME, grid_named(answers, i, "file"));
	grid_set(g, row, ID, grid_named(answers, i, "record"));
	grid_set(g, row, FIELD, grid_named(answers, i, "field"));
	grid_set(g, row, REASON, grid_named(answers, i, "answer"));
	text_done(&rule);
}

static bool add_answers(struct app *a, int year, struct grid *g, struct err *e)
{
	struct grid *answers = ask_grid(a, SQL_MARK_ANSWERED, NULL, 0, e);
	struct told told = { .app = a, .year = year };
	bool ok = answers != NULL;

	for (size_t i = 0; ok && i < grid_rows(answers); i++) {
		int found = has_row(&told, grid_named(answers, i, "file"),
				    grid_named(answers, i, "record"), e);

		ok = found >= 0;
		if (found > 0)
			add_answer(g, answers, i);
	}
	for (size_t i = 0; i < PACKAGE_FILES; i++)
		grid_free(told.rows[i]);
	grid_free(answers);
	return ok;
}

/* ---- everything ---- */

struct grid *export_remarks(struct app *a, const struct check *c, int year,
			    struct err *e)
{
	struct remark *remarks = mem_alloc((c->count + 1) * sizeof(*remarks));
	struct grid *g = NULL;
	size_t count = 0;
	bool ok = true;

	for (size_t i = 0; ok && i < c->count; i++) {
		struct remark *r = &remarks[count];

		*r = (struct remark){ &c->items[i], find_place(&c->items[i]), NULL, i };
		if (r->finding->severity != SEVERITY_WARNING || !r->place)
			continue;
		ok = find_name(a, r, e);
		count++;
	}
	if (ok) {
		qsort(remarks, count, sizeof(*remarks), by_file_and_name);
		g = make_grid(remarks, count);
		ok = add_answers(a, year, g, e);
	}
	if (!ok) {
		grid_free(g);
		g = NULL;
	}
	for (size_t i = 0; i < count; i++)
		free(remarks[i].name);
	free(remarks);
	return g;
}
