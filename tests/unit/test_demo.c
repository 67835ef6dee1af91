/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demo registers: marked, whole, the same for the same seed, right by every rule. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/demo.h"
#include "app/drafts.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/tables.h"

static char folder[] = "/tmp/samreg-demo-XXXXXX";
static char path[sizeof(folder) + 40];

static void must(bool ok, struct faults *f)
{
	struct text lines = { 0 };

	if (!ok) {
		faults_print(f, &lines);
		fail_msg("%s", text_get(&lines));
	}
	assert_int_equal(f->count, 0);
}

/* A new path, and a demo there. */
static void create(enum demo_size size, unsigned long long seed, int year)
{
	static int count;
	struct demo_options o = { .size = size, .seed = seed, .year = year };
	struct faults f = { 0 };

	snprintf(path, sizeof(path), "%s/%d.db", folder, ++count);
	must(demo_create(path, &o, &f), &f);
}

static int make_folder(void **state)
{
	(void)state;
	path_init("test_demo");
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	char command[sizeof(folder) + 20];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

/* ---- the same again ---- */

static void dump_table(struct db *db, const char *table, struct text *out)
{
	struct grid *g = rows_load(db, table, CELLS_NONE, NULL);

	assert_non_null(g);
	for (size_t i = 0; i < grid_rows(g); i++) {
		text_add(out, table);
		for (size_t k = 0; k < grid_columns(g); k++)
			text_addf(out, "|%s", grid_get(g, i, k));
		text_add_char(out, '\n');
	}
	grid_free(g);
}

/* Every table of a demo with the seed, as text for the caller to free. */
static char *dump_of(unsigned long long seed, int year)
{
	struct text out = { 0 };
	struct db *db;

	create(DEMO_SMALL, seed, year);
	assert_true(db_open(path, DB_READ, &db, NULL));
	for (size_t i = 0; i < tables_count(db); i++)
		dump_table(db, tables_at(db, i)->name, &out);
	db_close(db);
	return text_take(&out);
}

static void test_same_seed(void **state)
{
	char *first = dump_of(7, 2025), *again = dump_of(7, 2025);
	char *other = dump_of(8, 2025), *earlier = dump_of(7, 2021);

	(void)state;
	assert_true(strlen(first) > 1000);
	assert_string_equal(first, again);
	assert_string_not_equal(first, other);
	assert_string_not_equal(first, earlier);
	free(first);
	free(again);
	free(other);
	free(earlier);
}

/* ---- what is refused ---- */

static void must_refuse(const char *where, int year, const char *part)
{
	struct demo_options o = { .size = DEMO_SMALL, .seed = 1, .year = year };
	struct faults f = { 0 };

	assert_false(demo_create(where, &o, &f));
	assert_true(f.count > 0);
	if (!strstr(f.items[0].message, part))
		fail_msg("\"%s\" does not say \"%s\"", f.items[0].message, part);
	faults_done(&f);
}

static void test_refusals(void **state)
{
	char where[sizeof(path)];

	(void)state;
	snprintf(where, sizeof(where), "%s/none.db", folder);
	must_refuse(where, 2026, "2026");
	must_refuse(where, 2011, "2011");
	assert_false(path_exists(where));
	create(DEMO_SMALL, 1, 0);
	must_refuse(path, 0, path);
}

static void test_sizes(void **state)
{
	enum demo_size size = DEMO_SIZES;

	(void)state;
	assert_true(demo_size_find("large", &size));
	assert_int_equal(size, DEMO_LARGE);
	assert_false(demo_size_find("Small", &size));
	assert_int_equal(size, DEMO_LARGE);
}

/* ---- what it is ---- */

static void test_marked(void **state)
{
	struct faults f = { 0 };
	struct app *a;

	(void)state;
	create(DEMO_SMALL, 1, 2025);
	a = app_open(path, &f);
	must(a != NULL, &f);
	assert_true(app_is_demo(a));
	assert_false(app_is_national(a));
	assert_non_null(strstr(app_federation_name(a), "påhittade"));
	app_close(a);
}

static long rows(struct db *db, const char *table)
{
	struct grid *g = rows_load(db, table, CELLS_NONE, NULL);
	long count = (long)grid_rows(g);

	grid_free(g);
	return count;
}

static void test_counts(void **state)
{
	struct cell kind[] = { { "kind", "structural" } };
	struct grid *structural;
	struct db *db;

	(void)state;
	create(DEMO_SMALL, 1, 2025);
	assert_true(db_open(path, DB_READ, &db, NULL));
	structural = rows_load(db, "intervention", CELLS(kind), NULL);
	assert_int_equal(grid_rows(structural), 8);
	assert_int_equal(rows(db, "intervention"), 20);
	assert_int_equal(rows(db, "participation"), 300);
	assert_int_equal(rows(db, "consent"), 300);
	assert_in_range(rows(db, "person"), 230, 280);
	assert_int_equal(rows(db, "person_identity"), 0);
	assert_int_equal(rows(db, "membership"), 4);
	assert_int_equal(rows(db, "anonymous_count"), 11);
	assert_in_range(rows(db, "volume"), 20, 30);
	assert_int_equal(rows(db, "federation_year"), 3);
	assert_int_equal(rows(db, "draft"), 6);
	grid_free(structural);
	db_close(db);
}

static const char past_days[] = "start end given_on withdrawn_on registered_at "
				"changed_at opened_at created_at";

/* No day in any column of the table is after `last`, but for ends to come. */
static void must_be_past(struct db *db, const struct table *t, const char *last)
{
	struct grid *g = rows_load(db, t->name, CELLS_NONE, NULL);

	for (size_t k = 0; k < t->count; k++) {
		const char *name = t->columns[k].name;

		if (!text_has_word(past_days, name) ||
		    (!strcmp(t->name, "intervention") && !strcmp(name, "end")))
			continue;
		for (size_t i = 0; i < grid_rows(g); i++)
			if (strncmp(grid_named(g, i, name), last, 10) > 0)
				fail_msg("%s.%s: %s", t->name, name,
					 grid_named(g, i, name));
	}
	grid_free(g);
}

static void test_nothing_to_come(void **state)
{
	static const struct {
		int year;
		const char *last;
	} cases[] = {
		{ 2025, "2025-11-14" },
		{ 2024, "2024-12-31" },
		{ 2012, "2012-12-31" },
	};
	struct db *db;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		create(DEMO_SMALL, 3, cases[i].year);
		assert_true(db_open(path, DB_READ, &db, NULL));
		for (size_t k = 0; k < tables_count(db); k++)
			must_be_past(db, tables_at(db, k), cases[i].last);
		db_close(db);
	}
}

/* ---- every record by every rule ---- */

/* The rules that warned, one after the other; errors fail. */
static void check_record(struct app *a, const char *form, const char *id,
			 struct text *warned)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(a, form, id, &e);

	if (!entry)
		fail_msg("%s %s: %s", form, id, e.text);
	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		const struct finding *it = entry_finding(entry, i);

		if (it->severity == SEVERITY_ERROR)
			fail_msg("%s %s: %s %s: %s", form, id, it->rule,
				 entry_form(entry)->fields[it->field].name, it->message);
		text_addf(warned, "%s%s ", it->reason[0] ? "overruled:" : "", it->rule);
	}
	assert_true(entry_close(entry, &e));
}

static void check_form(struct app *a, const struct form *form, struct text *warned)
{
	struct grid *g = rows_load(a->db, form->parts[0].table, CELLS_NONE, NULL);

	assert_non_null(g);
	for (size_t i = 0; i < grid_rows(g); i++)
		if (strcmp(form->name, "closure") || grid_named(g, i, "end")[0])
			check_record(a, form->name, grid_named(g, i, "id"), warned);
	grid_free(g);
}

static void check_all(unsigned long long seed, int year, struct text *warned)
{
	struct faults f = { 0 };
	const struct forms *forms;
	struct app *a;

	create(DEMO_SMALL, seed, year);
	a = app_open(path, &f);
	must(a != NULL, &f);
	forms = catalog_forms(app_catalog(a));
	for (size_t i = 0; i < forms_count(forms); i++)
		check_form(a, forms_at(forms, i), warned);
	app_close(a);
}

static void test_rules(void **state)
{
	static const char *const wanted[] = { "R-105", "R-107", "R-112", "R-136",
					      "R-155", "R-234", "overruled:R-154" };
	struct text warned = { 0 };

	(void)state;
	check_all(1, 2025, &warned);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!text_has_word(text_get(&warned), wanted[i]))
			fail_msg("nothing warns by %s, only %s", wanted[i],
				 text_get(&warned));
	/* A handful, not a heap. */
	assert_in_range(text_count_words(text_get(&warned)), 12, 40);
	text_done(&warned);
}

static void test_rules_elsewhere(void **state)
{
	static const int years[] = { 2024, 2012 };
	struct text warned = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++)
		check_all(100 + i, years[i], &warned);
	text_done(&warned);
}

/* ---- drafts ---- */

static void check_draft(struct app *a, const struct draft *draft)
{
	struct err e = { "" };
	struct entry *entry = entry_resume(a, draft->id, &e);
	struct text title = { 0 };
	const struct finding *first;

	if (!entry)
		fail_msg("draft %lld: %s", draft->id, e.text);
	entry_title(entry, &title);
	assert_string_equal(text_get(&title), draft->title);
	assert_true(record_is_changed(entry_record(entry)));
	assert_true(entry_finding_count(entry) > 0);
	/* What lacks is an answer; no answer that was given is wrong. */
	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		first = entry_finding(entry, i);
		if (first->severity == SEVERITY_ERROR &&
		    record_get(entry_record(entry), first->field, first->row)[0])
			fail_msg("%s: %s: %s", draft->title, first->rule, first->message);
	}
	assert_int_equal(entry_finding(entry, 0)->severity, SEVERITY_ERROR);
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	assert_true(entry_close(entry, &e));
	text_done(&title);
}

static void test_drafts(void **state)
{
	struct faults f = { 0 };
	struct draft_list *l;
	struct app *a;
	size_t closures = 0;

	(void)state;
	create(DEMO_SMALL, 1, 2025);
	a = app_open(path, &f);
	must(a != NULL, &f);
	l = drafts_list(a, NULL);
	assert_non_null(l);
	assert_int_equal(draft_list_count(l), 6);
	for (size_t i = 0; i < draft_list_count(l); i++) {
		const struct draft *draft = draft_list_at(l, i);

		assert_int_equal(draft->state, DRAFT_KEPT);
		closures += !strcmp(draft->form, "closure");
		check_draft(a, draft);
	}
	assert_int_equal(closures, 2);
	draft_list_free(l);
	app_close(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_seed),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_marked),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_nothing_to_come),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_rules_elsewhere),
		cmocka_unit_test(test_drafts),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
