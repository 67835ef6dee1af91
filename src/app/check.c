/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule held against every record; see check.h. */
#include "app/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/findings.h"
#include "app/form_rules.h"
#include "app/inside.h"
#include "app/overruled.h"
#include "app/records.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/record.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"
#include "store/tables.h"

/* Forms whose records belong to a year in another way than by a column `year`. */
static const struct {
	const char *form;
	enum sql_id sql;
} own_ways[] = {
	{ "membership", SQL_CHECK_MEMBERSHIPS },
	{ "intervention", SQL_CHECK_INTERVENTIONS },
	{ "participation", SQL_CHECK_PARTICIPATIONS },
	{ "closure", SQL_CHECK_CLOSURES },
	{ "person", SQL_CHECK_PERSONS },
};

/* All that is used again for each record of a form. */
struct checker {
	struct app *app;
	const struct form *form;
	struct form_rules *rules;
	struct field_state *states;
	struct findings findings;
	struct text title;
	struct check *check;
};

/* Of which records; NULL: of all. */
struct extent {
	const char *year, *federation;
};

/* ---- which records ---- */

static void add_records(const struct checker *c, struct text *sql)
{
	const char *name = c->form->parts[0].table;
	const struct table *table = tables_find(c->app->db, name);

	for (size_t i = 0; i < sizeof(own_ways) / sizeof(own_ways[0]); i++)
		if (!strcmp(own_ways[i].form, c->form->name)) {
			text_add(sql, sql_text(own_ways[i].sql));
			return;
		}
	text_addf(sql, "SELECT id FROM \"%s\"", name);
	if (table_find_column(table, "year") >= 0)
		text_add(sql, " WHERE ?1 IS NULL OR year = ?1");
	text_add(sql, " ORDER BY id");
}

/* Whose a record t is: it has the federation, or what it belongs to has it. */
static const char *owner_of(const struct table *table)
{
	if (table_find_column(table, "federation") >= 0)
		return "t.federation";
	if (table_find_column(table, "intervention") >= 0)
		return "(SELECT federation FROM intervention WHERE id = t.intervention)";
	if (table_find_column(table, "participation") >= 0)
		return "(SELECT i.federation FROM participation p JOIN intervention i "
		       "ON i.id = p.intervention WHERE p.id = t.participation)";
	return strcmp(table->name, "federation") ? "NULL" : "t.id";
}

/* The ids of the form's records of the year, of all years when it is NULL, and whose
 * they are. */
static struct grid *find_records(const struct checker *c, const struct extent *of,
				 struct err *e)
{
	const char *name = c->form->parts[0].table;
	const struct table *table = tables_find(c->app->db, name);
	const char *const values[] = { of->year, of->federation };
	struct text sql = { 0 };
	struct query q = { .values = values, .count = 2, .name = c->form->name };
	struct grid *ids;

	text_addf(&sql, "SELECT q.id, %s AS owner FROM (", owner_of(table));
	add_records(c, &sql);
	text_addf(&sql, ") q JOIN \"%s\" t ON t.id = q.id "
			"WHERE ?2 IS NULL OR owner = ?2 ORDER BY q.id", name);
	q.sql = text_get(&sql);
	ids = query_grid(c->app->db, &q, e);
	text_done(&sql);
	return ids;
}

/* ---- one record ---- */

static const char *keep(struct check *c, const char *text)
{
	return text[0] ? arena_text(&c->texts, text, strlen(text)) : "";
}

static void count_finding(struct check *c, enum severity severity, const char *reason)
{
	if (severity == SEVERITY_ERROR)
		c->errors++;
	else if (reason[0])
		c->overruled++;
	else
		c->warnings++;
}

static void add_findings(struct checker *c, const char *id, const char *federation)
{
	struct check *check = c->check;
	const char *record, *title, *whose;

	if (!c->findings.count)
		return;
	text_clear(&c->title);
	form_rules_title(c->rules, &c->title);
	record = keep(check, id);
	whose = keep(check, federation);
	title = keep(check, text_get(&c->title));
	for (size_t i = 0; i < c->findings.count; i++) {
		const struct finding *f = &c->findings.items[i];
		const struct check_finding found = {
			.form = c->form,
			.record = record,
			.federation = whose,
			.title = title,
			.rule = keep(check, f->rule),
			.severity = f->severity,
			.field = f->field,
			.row = f->row,
			.message = keep(check, f->message),
			.reason = keep(check, f->reason),
		};

		if (app_is_national(c->app) && !check_is_delivered(&found))
			continue;
		count_finding(check, f->severity, f->reason);
		check->items = mem_grow(check->items, &check->capacity, check->count + 1,
					sizeof(*check->items));
		check->items[check->count++] = found;
	}
}

static bool check_record(struct checker *c, const char *id, const char *federation,
			 struct err *e)
{
	struct record *r = record_new(c->form);
	struct overruled overruled = { 0 };
	bool ok = records_load(c->app, r, id, e) &&
		  overruled_load(&overruled, c->app, id, e) &&
		  form_rules_evaluate(c->rules, r, c->states, e);

	if (ok) {
		findings_collect(&c->findings,
				 &(struct findings_source){ c->app, r, c->rules,
							    c->states, &overruled });
		add_findings(c, id, federation);
	}
	c->check->records += ok;
	overruled_done(&overruled);
	record_free(r);
	return ok;
}

/* ---- all of them ---- */

static bool check_records(struct checker *c, const struct grid *ids, struct err *e)
{
	bool ok = form_rules_hold(c->rules, e);

	if (!ok)
		return false;
	for (size_t i = 0; ok && i < grid_rows(ids); i++)
		ok = check_record(c, grid_get(ids, i, 0), grid_get(ids, i, 1), e);
	form_rules_release(c->rules);
	return ok;
}

static bool check_form(struct app *a, const struct form *form, const struct extent *of,
		       struct check *out, struct err *e)
{
	struct checker c = { .app = a, .form = form, .check = out };
	struct grid *ids;
	bool ok;

	c.rules = app_rules(a, form);
	ids = find_records(&c, of, e);
	c.states = mem_alloc(form->field_count * sizeof(*c.states));
	ok = ids && check_records(&c, ids, e);
	grid_free(ids);
	findings_done(&c.findings);
	text_done(&c.title);
	free(c.states);
	return ok;
}

static bool check_forms(struct app *a, int year, const char *federation,
			struct check *out, struct err *e)
{
	const struct forms *forms = catalog_forms(a->catalog);
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	char number[12];
	const struct extent of = { year ? number : NULL, federation };
	long long drafts = 0;
	bool ok;

	snprintf(number, sizeof(number), "%d", year);
	ok = query_int(a->db, &count_drafts, &drafts, e);
	for (size_t i = 0; ok && i < forms_count(forms); i++)
		ok = check_form(a, forms_at(forms, i), &of, out, e);
	out->drafts = (size_t)drafts;
	return ok;
}

bool check_federation(struct app *a, int year, const char *federation, struct check *out,
		      struct err *e)
{
	bool within = db_in_transaction(a->db), ok;

	app_forget_choices(a);
	*out = (struct check){ 0 };
	if (within)
		return check_forms(a, year, federation, out, e);
	ok = db_begin_reading(a->db, e) && check_forms(a, year, federation, out, e);
	db_rollback(a->db);
	return ok;
}

bool check_register(struct app *a, int year, struct check *out, struct err *e)
{
	return check_federation(a, year, NULL, out, e);
}

bool check_is_delivered(const struct check_finding *f)
{
	const struct form_field *field = &f->form->fields[f->field];

	return strcmp(f->form->name, "federation") && strcmp(f->form->name, "party") &&
	       strcmp(f->form->parts[field->part].table, "consent");
}

void check_select(const struct check *c, const char *federation, struct check *out)
{
	*out = (struct check){ 0 };
	for (size_t i = 0; i < c->count; i++) {
		const struct check_finding *f = &c->items[i];

		if (strcmp(f->federation, federation) || !check_is_delivered(f))
			continue;
		count_finding(out, f->severity, f->reason);
		out->items = mem_grow(out->items, &out->capacity, out->count + 1,
				      sizeof(*out->items));
		out->items[out->count++] = *f;
	}
}

void check_done(struct check *c)
{
	arena_done(&c->texts);
	free(c->items);
	*c = (struct check){ 0 };
}
