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

/* ---- which records ---- */

static void add_query(const struct checker *c, struct text *sql)
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

/* The ids of the form's records of the year; of all years when it is NULL. */
static struct grid *find_records(const struct checker *c, const char *year, struct err *e)
{
	struct text sql = { 0 };
	struct query q = { .values = &year, .name = c->form->name };
	struct grid *ids;

	add_query(c, &sql);
	q.sql = text_get(&sql);
	q.count = strstr(q.sql, "?1") ? 1 : 0;
	ids = query_grid(c->app->db, &q, e);
	text_done(&sql);
	return ids;
}

/* ---- one record ---- */

static const char *keep(struct check *c, const char *text)
{
	return text[0] ? arena_text(&c->texts, text, strlen(text)) : "";
}

static void count_finding(struct check *c, const struct finding *f)
{
	if (f->severity == SEVERITY_ERROR)
		c->errors++;
	else if (f->reason[0])
		c->overruled++;
	else
		c->warnings++;
}

static void add_findings(struct checker *c, const char *id)
{
	struct check *check = c->check;
	const char *record, *title;

	if (!c->findings.count)
		return;
	text_clear(&c->title);
	form_rules_title(c->rules, &c->title);
	record = keep(check, id);
	title = keep(check, text_get(&c->title));
	for (size_t i = 0; i < c->findings.count; i++) {
		const struct finding *f = &c->findings.items[i];

		count_finding(check, f);
		check->items = mem_grow(check->items, &check->capacity, check->count + 1,
					sizeof(*check->items));
		check->items[check->count++] = (struct check_finding){
			.form = c->form,
			.record = record,
			.title = title,
			.rule = keep(check, f->rule),
			.severity = f->severity,
			.field = f->field,
			.row = f->row,
			.message = keep(check, f->message),
			.reason = keep(check, f->reason),
		};
	}
}

static bool check_record(struct checker *c, const char *id, struct err *e)
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
		add_findings(c, id);
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
		ok = check_record(c, grid_get(ids, i, 0), e);
	form_rules_release(c->rules);
	return ok;
}

static bool check_form(struct app *a, const struct form *form, const char *year,
		       struct check *out, struct err *e)
{
	struct checker c = { .app = a, .form = form, .check = out };
	struct grid *ids;
	bool ok;

	c.rules = app_rules(a, form);
	ids = find_records(&c, year, e);
	c.states = mem_alloc(form->field_count * sizeof(*c.states));
	ok = ids && check_records(&c, ids, e);
	grid_free(ids);
	findings_done(&c.findings);
	text_done(&c.title);
	free(c.states);
	return ok;
}

static bool check_forms(struct app *a, int year, struct check *out, struct err *e)
{
	const struct forms *forms = catalog_forms(a->catalog);
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	char number[12];
	long long drafts = 0;
	bool ok;

	snprintf(number, sizeof(number), "%d", year);
	ok = query_int(a->db, &count_drafts, &drafts, e);
	for (size_t i = 0; ok && i < forms_count(forms); i++)
		ok = check_form(a, forms_at(forms, i), year ? number : NULL, out, e);
	out->drafts = (size_t)drafts;
	return ok;
}

bool check_register(struct app *a, int year, struct check *out, struct err *e)
{
	bool within = db_in_transaction(a->db), ok;

	app_forget_choices(a);
	*out = (struct check){ 0 };
	if (within)
		return check_forms(a, year, out, e);
	ok = db_begin_reading(a->db, e) && check_forms(a, year, out, e);
	db_rollback(a->db);
	return ok;
}

void check_done(struct check *c)
{
	arena_done(&c->texts);
	free(c->items);
	*c = (struct check){ 0 };
}
