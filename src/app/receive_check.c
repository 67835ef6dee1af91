/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells, keys and references of a package; see receive_inside.h. */
#include "app/receive_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/queries.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"

struct checking {
	struct package *p;
	const struct app *app;
	struct numbering answered;              /* queries */
	struct package_bounds bounds;
	const struct grid *municipalities;
	struct numbering keys[PACKAGE_FILES];   /* of all rows, by what no two share */
	struct numbering firsts[PACKAGE_FILES]; /* the first column's values */
};

/* What keeps parts of a key apart; no cell that is good has it. */
static const char between[] = "\x1f";

static bool fault(struct checking *c, enum package_file_id id, size_t row,
		  const char *column, const char *message)
{
	const struct grid *g = c->p->grids[id];
	const char *value = column ? package_get(c->p, id, row, column) : "";

	return package_fault(c->p, id, grid_line(g, row),
			     column ? package_find_column(id, column) + 1 : 0, "%s%s%s",
			     value, *value ? ": " : "", message);
}

static const char *get(const struct checking *c, enum package_file_id id, size_t row,
		       const char *column)
{
	return package_get(c->p, id, row, column);
}

/* What can be checked of a file: nothing when its columns are not the right ones. */
static size_t rows(const struct checking *c, enum package_file_id id)
{
	return c->p->files[id].readable ? package_rows(c->p, id) : 0;
}

/* Whether a file that is there could not be read: nothing is said to be missing in it. */
static bool is_unread(const struct checking *c, enum package_file_id id)
{
	return c->p->files[id].described && !c->p->files[id].readable;
}

/* ---- cells ---- */

static void check_cell(struct checking *c, enum package_file_id id, size_t row,
		       size_t at)
{
	const struct package_column *column = &package_file(id)->columns[at];
	const char *text = grid_get(c->p->grids[id], row, at);
	struct err e;

	if (!package_check_cell(column, text, &c->bounds, &e))
		fault(c, id, row, column->name, e.text);
	else if (text[0] && !strcmp(column->name, "municipality") &&
		 grid_find_row(c->municipalities, 0, text) < 0)
		fault(c, id, row, column->name, _("kommunen finns inte"));
}

/* ---- keys and references ---- */

/* The columns that no two rows share. A municipality may come back. */
static const char *key_of(enum package_file_id id)
{
	return id == PACKAGE_MEMBERSHIPS ? "municipality from" : package_file(id)->key;
}

static void check_key(struct checking *c, enum package_file_id id, size_t row)
{
	struct text key = { 0 };
	const char *names = key_of(id), *word;
	size_t before = c->keys[id].count, length;

	while ((word = text_next_word(&names, &length))) {
		char *name = mem_text_part(word, length);

		text_add(&key, get(c, id, row, name));
		text_add(&key, between);
		free(name);
	}
	numbering_add(&c->keys[id], text_get(&key));
	if (key.length && c->keys[id].count == before)
		fault(c, id, row, package_file(id)->columns[0].name,
		      _("raden förekommer två gånger"));
	text_done(&key);
}

static void check_reference(struct checking *c, enum package_file_id id, size_t row)
{
	const struct package_reference *to = &package_file(id)->reference;
	const struct numbering *there;
	struct text message = { 0 };
	const char *text;

	if (!to->column)
		return;
	text = get(c, id, row, to->column);
	there = &c->firsts[package_find_file(to->file)];
	if (text[0] && !is_unread(c, package_find_file(to->file)) &&
	    numbering_find(there, text) < 0) {
		text_addf(&message, _("finns inte i %s.csv"), to->file);
		fault(c, id, row, to->column, text_get(&message));
	}
	text_done(&message);
}

static void check_row(struct checking *c, enum package_file_id id, size_t row)
{
	for (size_t i = 0; i < package_file(id)->count; i++)
		check_cell(c, id, row, i);
	check_reference(c, id, row);
	check_key(c, id, row);
}

/* ---- what holds between the fields of a row ---- */

/* From `start` to `end`, either of which may be left open; ISO days sort as texts. */
static void check_period(struct checking *c, enum package_file_id id, size_t row,
			 const char *start, const char *end)
{
	const char *from = get(c, id, row, start), *to = get(c, id, row, end);

	if (from[0] && to[0] && strcmp(to, from) < 0)
		fault(c, id, row, end, _("slutar innan det börjar"));
}

/* A delivery tells nothing of what came after its year. */
static void check_by_year_end(struct checking *c, enum package_file_id id, size_t row,
			      const char *column)
{
	struct text last = { 0 };

	text_addf(&last, "%d-12-31", c->p->year);
	if (strcmp(get(c, id, row, column), text_get(&last)) > 0)
		fault(c, id, row, column, _("ligger efter det levererade året"));
	text_done(&last);
}

static void check_in_year(struct checking *c, enum package_file_id id, size_t row,
			  const char *start, const char *end)
{
	const char *to = get(c, id, row, end);
	struct text first = { 0 };

	text_addf(&first, "%d-01-01", c->p->year);
	check_by_year_end(c, id, row, start);
	if (to[0] && strcmp(to, text_get(&first)) < 0)
		fault(c, id, row, end, _("ligger före det levererade året"));
	check_by_year_end(c, id, row, end);
	text_done(&first);
	check_period(c, id, row, start, end);
}

static void check_membership(struct checking *c, size_t row)
{
	check_in_year(c, PACKAGE_MEMBERSHIPS, row, "from", "to");
}

static void check_intervention(struct checking *c, size_t row)
{
	const enum package_file_id id = PACKAGE_INTERVENTIONS;

	check_period(c, id, row, "start", "end");
	check_by_year_end(c, id, row, "end");
	if (!strcmp(get(c, id, row, "kind"), "structural") &&
	    strcmp(get(c, id, row, "registration"), "volume"))
		fault(c, id, row, "registration",
		      _("en strukturövergripande insats räknas alltid"));
	if (!strcmp(get(c, id, row, "part_of"), get(c, id, row, "intervention")))
		fault(c, id, row, "part_of", _("kan inte vara en del av sig själv"));
}

static void check_participation(struct checking *c, size_t row)
{
	const enum package_file_id id = PACKAGE_PARTICIPATIONS;
	const char *reason = get(c, id, row, "closure_reason");

	check_in_year(c, id, row, "start", "end");
	if (!get(c, id, row, "end")[0] != !reason[0])
		fault(c, id, row, "closure_reason",
		      _("slutdatum och avslutningsanledning hör ihop"));
	if (!strcmp(reason, "registered_in_error"))
		fault(c, id, row, "closure_reason", _("levereras aldrig"));
}

static void check_occupation(struct checking *c, size_t row)
{
	const enum package_file_id id = PACKAGE_OCCUPATION;

	if (strcmp(get(c, id, row, "works"), "1") &&
	    (get(c, id, row, "work_kind")[0] || get(c, id, row, "work_extent")[0]))
		fault(c, id, row, "works", _("den som inte arbetar har inget arbete"));
	if (strcmp(get(c, id, row, "studies"), "1") && get(c, id, row, "study_extent")[0])
		fault(c, id, row, "studies", _("den som inte studerar har inga studier"));
}

static void check_followup(struct checking *c, size_t row)
{
	const char *months = get(c, PACKAGE_FOLLOWUPS, row, "months");

	if (strcmp(months, "6") && strcmp(months, "12"))
		fault(c, PACKAGE_FOLLOWUPS, row, "months", _("ska vara 6 eller 12"));
	check_by_year_end(c, PACKAGE_FOLLOWUPS, row, "done");
}

/* A remark names a row by the first column of its file, a party or a person by name and
 * number. */
static bool is_named(struct checking *c, enum package_file_id id, const char *name)
{
	const struct grid *g = c->p->grids[id];
	const char *column = id == PACKAGE_FUNDING ? "party_name" : "person";

	if (numbering_find(&c->firsts[id], name) >= 0)
		return true;
	return (id == PACKAGE_FUNDING || id == PACKAGE_PARTICIPATIONS) && g &&
	       grid_find_row(g, package_find_column(id, column), name) >= 0;
}

/* A remark of a rule names it so; the answer to a query as it was asked, maybe about
 * another year. */
static bool is_there(struct checking *c, enum package_file_id id, size_t row)
{
	const char *name = get(c, PACKAGE_REMARKS, row, "id");
	const struct grid *g = c->p->grids[id];

	if (!package_answer(c->p, row).query)
		return is_named(c, id, name);
	return package_row_is_of_year(id) || (g && package_find_row(id, g, name) >= 0);
}

/* What answers a query answers one that was asked, once. */
static void check_answer(struct checking *c, size_t row)
{
	const enum package_file_id id = PACKAGE_REMARKS;
	const struct queries_answer answer = package_answer(c->p, row);
	size_t before = c->answered.count;
	struct err e;

	numbering_add(&c->answered, answer.query);
	if (c->answered.count == before)
		fault(c, id, row, "rule", _("raden förekommer två gånger"));
	else if (!queries_check_answer(c->app, &answer, &e))
		fault(c, id, row, "rule", e.text);
}

static void check_remark(struct checking *c, size_t row)
{
	enum package_file_id id = package_find_file(get(c, PACKAGE_REMARKS, row, "file"));

	if (id == PACKAGE_FILES)
		fault(c, PACKAGE_REMARKS, row, "file", _("finns inte"));
	else if (!is_unread(c, id) && !is_there(c, id, row))
		fault(c, PACKAGE_REMARKS, row, "id", _("raden finns inte i filen"));
	if (package_answer(c->p, row).query)
		check_answer(c, row);
}

static void (*const row_checks[PACKAGE_FILES])(struct checking *c, size_t row) = {
	[PACKAGE_MEMBERSHIPS] = check_membership,
	[PACKAGE_INTERVENTIONS] = check_intervention,
	[PACKAGE_PARTICIPATIONS] = check_participation,
	[PACKAGE_OCCUPATION] = check_occupation,
	[PACKAGE_FOLLOWUPS] = check_followup,
	[PACKAGE_REMARKS] = check_remark,
};

/* ---- what holds between rows ---- */

static void check_names(struct checking *c)
{
	struct numbering names = { 0 };

	for (size_t i = 0; i < rows(c, PACKAGE_INTERVENTIONS); i++) {
		size_t before = names.count;

		numbering_add(&names, get(c, PACKAGE_INTERVENTIONS, i, "name"));
		if (names.count == before)
			fault(c, PACKAGE_INTERVENTIONS, i, "name",
			      _("två insatser har samma namn"));
	}
	numbering_done(&names);
}

/* A person is told of in each of its participations, and always the same. */
static void check_persons(struct checking *c)
{
	const enum package_file_id id = PACKAGE_PARTICIPATIONS;
	struct numbering numbers = { 0 }, persons = { 0 };

	for (size_t i = 0; i < rows(c, id); i++) {
		struct text whole = { 0 };
		size_t known = numbers.count, same = persons.count;

		text_addf(&whole, "%s %s %s", get(c, id, i, "person"),
			  get(c, id, i, "sex"), get(c, id, i, "birth_year"));
		numbering_add(&numbers, get(c, id, i, "person"));
		numbering_add(&persons, text_get(&whole));
		if (numbers.count == known && persons.count > same)
			fault(c, id, i, "person",
			      _("personen har ett annat kön eller födelseår på en "
				"annan rad"));
		text_done(&whole);
	}
	numbering_done(&numbers);
	numbering_done(&persons);
}

static void check_rows(struct checking *c)
{
	struct package *p = c->p;

	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		for (size_t i = 0; i < rows(c, id); i++)
			numbering_add(&c->firsts[id], grid_get(p->grids[id], i, 0));
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		for (size_t i = 0; i < rows(c, id); i++) {
			check_row(c, id, i);
			if (row_checks[id])
				row_checks[id](c, i);
		}
	check_names(c);
	check_persons(c);
}

static bool is_code(const char *text)
{
	return text[0] && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

void package_check(struct package *p, const struct app *a)
{
	struct checking c = { .p = p, .app = a };

	if (!is_code(p->federation)) {
		package_fault(p, PACKAGE_FEDERATION, 2, 1, _("%s: är ingen kod"),
			      p->federation);
		return;
	}
	c.municipalities = catalog_reference(app_catalog(a), "municipalities");
	c.bounds = (struct package_bounds){ catalog_codes(app_catalog(a)),
					    p->federation, p->year };
	check_rows(&c);
	numbering_done(&c.answered);
	for (size_t i = 0; i < PACKAGE_FILES; i++) {
		numbering_done(&c.keys[i]);
		numbering_done(&c.firsts[i]);
	}
}
