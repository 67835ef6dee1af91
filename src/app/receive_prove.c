/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A package against itself: its records in a register of their own, held against every
 * rule, and its cells against the tables of those records; see receive_inside.h.
 */
#include "app/receive_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/check.h"
#include "app/inside.h"
#include "app/report.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/fact.h"
#include "model/figures.h"
#include "model/report.h"
#include "store/db.h"

/* ---- rules ---- */

static const struct {
	const char *form;
	enum package_file_id file;
	const char *column;     /* where its id is; NULL: the id has its line */
} places[] = {
	{ "membership", PACKAGE_MEMBERSHIPS, NULL },
	{ "intervention", PACKAGE_INTERVENTIONS, "intervention" },
	{ "intervention_year", PACKAGE_INTERVENTION_YEARS, NULL },
	{ "volume", PACKAGE_INTERVENTION_YEARS, NULL },
	{ "anonymous_count", PACKAGE_ANONYMOUS, NULL },
	{ "participation", PACKAGE_PARTICIPATIONS, "participation" },
	{ "closure", PACKAGE_PARTICIPATIONS, "participation" },
	{ "person", PACKAGE_PARTICIPATIONS, "person" },
};

/* The line a record stands on; 0 when it is not known. */
static size_t line_of(const struct package *p, enum package_file_id file,
		      const char *column, const char *record)
{
	const struct grid *g = p->grids[file];
	const char *last = strrchr(record, '-');
	long row;

	last = last ? last + 1 : record;
	if (!g)
		return 0;
	if (!column)
		row = file == PACKAGE_MEMBERSHIPS ? -1 : strtol(last, NULL, 10) - 1;
	else
		row = grid_find_row(g, package_find_column(file, column),
				    strcmp(column, "person") ? record : last);
	return row < 0 || (size_t)row >= grid_rows(g) ? 0 : grid_line(g, (size_t)row);
}

static void tell_finding(struct package *p, const struct check_finding *f)
{
	const char *id = f->rule[0] ? f->rule : f->form->fields[f->field].name;

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (!strcmp(places[i].form, f->form->name)) {
			package_fault(p, places[i].file,
				      line_of(p, places[i].file, places[i].column,
					      f->record),
				      0, "%s: %s", id, f->message);
			return;
		}
	package_fault(p, PACKAGE_FEDERATION, 0, 0, "%s: %s: %s", f->form->name, id,
		      f->message);
}

static bool check_rules(struct package *p, struct app *own, struct err *e)
{
	struct check check;
	bool ok = check_register(own, p->year, &check, e);

	for (size_t i = 0; ok && i < check.count; i++) {
		const struct check_finding *f = &check.items[i];

		if (!check_is_delivered(f))
			continue;
		if (f->severity == SEVERITY_ERROR)
			tell_finding(p, f);
		else if (!f->reason[0])
			p->warnings++;
	}
	check_done(&check);
	return ok;
}

/* ---- cells ---- */

static bool words_use(struct report_words words, int dimension)
{
	for (size_t i = 0; i < words.count; i++)
		for (size_t k = 0; k < words.items[i].factor_count; k++)
			if ((int)words.items[i].factors[k].dimension == dimension)
				return true;
	return false;
}

static bool is_of_participations(enum fact_unit_kind unit)
{
	return unit == FACT_UNIT_PARTICIPATION || unit == FACT_UNIT_PHASE ||
	       unit == FACT_UNIT_MENTION;
}

/* Whether the rows of a package give the table: files do not tell when somebody was
 * registered, and with numbers only they do not tell of participations. */
static bool is_given(const struct report *r, bool aggregate)
{
	int delay = fact_find_dimension("delay");
	const struct fact_quantity *days = fact_find_quantity("days_to_registration");

	for (size_t i = 0; i < r->part_count; i++) {
		const struct report_part *part = &r->parts[i];

		if (aggregate && is_of_participations(part->unit))
			return false;
		if (words_use(part->rows, delay) || words_use(part->columns, delay) ||
		    part->quantity == days)
			return false;
	}
	return true;
}

int package_year_of_key(const char *key)
{
	while (*key) {
		size_t length = strcspn(key, "_");

		if (length == 4 && strspn(key, "0123456789") == 4)
			return (int)strtol(key, NULL, 10);
		key += length + (key[length] == '_');
	}
	return 0;
}

int package_year_of_cell(const struct report *r, const char *row, const char *column,
			 int year)
{
	int of = package_year_of_key(row);

	if (r->year_count <= 1 && !r->first_year)
		return year;
	if (!of)
		of = package_year_of_key(column);
	return of ? of : year;
}

/* The cells of the file as figures. */
static void take_cell(struct package *p, struct figures *told, size_t row)
{
	const enum package_file_id id = PACKAGE_CELLS;
	const char *table = package_get(p, id, row, "table");
	const char *n = package_get(p, id, row, "n"), *d = package_get(p, id, row, "d");
	struct figure_table *t = figures_find(told, table);
	struct figure *figure = t ? figure_find(t, package_get(p, id, row, "row"),
						package_get(p, id, row, "column"))
				  : NULL;

	if (!figure) {
		package_fault(p, id, grid_line(p->grids[id], row), 0,
			      _("ingen sådan cell: %s, %s, %s"), table,
			      package_get(p, id, row, "row"),
			      package_get(p, id, row, "column"));
		return;
	}
	figure->n = strtoll(n, NULL, 10);
	figure->d = strtoll(d, NULL, 10);
	figure->divided = d[0];
	figure->known = true;
}

static size_t cell_line(const struct package *p, const char *table, const char *row,
			const char *column)
{
	for (size_t i = 0; i < package_rows(p, PACKAGE_CELLS); i++)
		if (!strcmp(package_get(p, PACKAGE_CELLS, i, "table"), table) &&
		    !strcmp(package_get(p, PACKAGE_CELLS, i, "row"), row) &&
		    !strcmp(package_get(p, PACKAGE_CELLS, i, "column"), column))
			return grid_line(p->grids[PACKAGE_CELLS], i);
	return 0;
}

static void compare_cell(struct package *p, const struct figure_table *told,
			 const struct figure *given, size_t row, size_t column)
{
	const struct figure *said = figure_at(told, row, column);
	const char *r = told->rows.items[row].key, *c = told->columns.items[column].key;
	long long n = figure_is_stated(given) ? given->n : 0;
	long long d = given->divided ? given->d : 0;

	/* Of earlier years the rows tell only what still went on. */
	if (package_year_of_cell(told->report, r, c, p->year) != p->year &&
	    (!said->known || said->n >= n || n <= 0))
		return;
	if ((said->n == n && said->d == d) || (!said->known && !figure_is_stated(given)))
		return;
	package_fault(p, PACKAGE_CELLS, cell_line(p, told->report->id, r, c), 0,
		      _("%s, %s, %s: cellen är %lld av %lld, raderna ger %lld av %lld"),
		      told->report->id, r, c, said->n, said->d, n, d);
}

static void compare(struct package *p, const struct figures *told,
		    const struct figures *given)
{
	for (size_t i = 0; i < told->count; i++) {
		const struct figure_table *t = &told->tables[i];

		if (!is_given(t->report, p->aggregate))
			continue;
		for (size_t row = 0; row < t->rows.count; row++)
			for (size_t column = 0; column < t->columns.count; column++)
				compare_cell(p, t,
					     figure_at(&given->tables[i], row, column),
					     row, column);
	}
}

static struct figures *read_cells(struct package *p, const struct figures *like,
				  const struct reports *declared)
{
	const struct report **reports =
		mem_alloc(reports_count(declared) * sizeof(*reports));
	struct figures *told;

	for (size_t i = 0; i < reports_count(declared); i++)
		reports[i] = reports_at(declared, i);
	told = figures_new(reports, reports_count(declared), like->year);
	free(reports);
	for (size_t i = 0; i < package_rows(p, PACKAGE_CELLS); i++)
		take_cell(p, told, i);
	return told;
}

static bool check_cells(struct package *p, struct app *own, struct package_proof *proof,
			struct err *e)
{
	const struct report_order order = { .years = &p->year, .year_count = 1 };

	if (!report_make(own, &order, &proof->given, e))
		return false;
	if (!p->grids[PACKAGE_CELLS])
		return true;
	proof->told = read_cells(p, proof->given, catalog_reports(own->catalog));
	compare(p, proof->told, proof->given);
	return true;
}

/* ---- a register of its own ---- */

static bool fill(const struct package *p, struct app *own, struct err *e)
{
	if (!db_begin(own->db, e))
		return false;
	if (package_write(p, own->db, NULL, e))
		return db_commit(own->db, e);
	db_rollback(own->db);
	return false;
}

bool package_prove(struct package *p, struct app *a, struct package_proof *proof)
{
	struct err e;
	struct app *own = app_memory(a, p->federation,
				     package_get(p, PACKAGE_FEDERATION, 0, "name"), &e);
	bool ok = own && fill(p, own, &e) && check_cells(p, own, proof, &e) &&
		  check_rules(p, own, &e);

	app_close(own);
	if (!ok)
		package_fault(p, PACKAGE_FEDERATION, 0, 0, "%s", e.text);
	if (ok && package_is_whole(p))
		return true;
	package_proof_done(proof);
	return false;
}

void package_proof_done(struct package_proof *proof)
{
	figures_free(proof->told);
	figures_free(proof->given);
	*proof = (struct package_proof){ 0 };
}
