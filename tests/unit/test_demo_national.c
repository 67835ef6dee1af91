/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The proof against print: a national demo's tables are held against the printed ones of
 * 2021, cell by cell; where they differ the print is wrong, and all such cells are told.
 */

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
#include "app/entry.h"
#include "app/inside.h"
#include "app/report.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "model/figures.h"
#include "model/form.h"
#include "model/report.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/tables.h"

enum { YEAR = 2021 };

static char folder[] = "/tmp/samreg-national-XXXXXX";
static char path[sizeof(folder) + 40];
static struct app *app;

static void must(bool ok, struct faults *f)
{
	struct text lines = { 0 };

	if (!ok) {
		faults_print(f, &lines);
		fail_msg("%s", text_get(&lines));
	}
}

/* Another national demo, in `file`. */
static void create(const char *file, unsigned long long seed)
{
	struct demo_options o = { .size = DEMO_NATIONAL, .seed = seed };
	struct faults f = { 0 };

	must(demo_create(file, &o, &f), &f);
	assert_int_equal(o.year, YEAR);
}

static struct app *open_register(const char *file)
{
	struct faults f = { 0 };
	struct app *a = app_open(file, &f);

	must(a != NULL, &f);
	return a;
}

static int make_register(void **state)
{
	(void)state;
	path_init("test_demo_national");
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/national.db", folder);
	create(path, 1);
	app = open_register(path);
	return 0;
}

static int remove_register(void **state)
{
	char command[sizeof(folder) + 20];

	(void)state;
	app_close(app);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

/* ---- against the print ---- */

/* All figures of the year's report as its file has them, for the caller to free. */
static char *report_of(struct app *a)
{
	static const int year = YEAR;
	const struct report_order order = { .years = &year, .year_count = 1 };
	struct figures *figures;
	struct text csv = { 0 };
	struct err e;

	if (!report_make(a, &order, &figures, &e))
		fail_msg("%s", e.text);
	figures_print_csv(figures, &csv);
	figures_free(figures);
	return text_take(&csv);
}

/* A printed figure. */
struct print {
	const char *table, *row, *column, *printed, *corrected;
	int year;
};

static struct print print_at(const struct grid *g, size_t i)
{
	return (struct print){
		grid_named(g, i, "table"),   grid_named(g, i, "row"),
		grid_named(g, i, "column"),  grid_named(g, i, "printed"),
		grid_named(g, i, "corrected"), atoi(grid_named(g, i, "year")),
	};
}

/* What no register holds: it comes from others' data. */
static bool is_linked(const struct print *p)
{
	return !strcmp(p->table, "psychiatric_diagnosis_share") ||
	       !strcmp(p->table, "benefit_days_difference");
}

static bool report_has(const char *report, const struct print *p, const char *value)
{
	struct text line = { 0 };
	bool found;

	text_addf(&line, "\n%s,%s,%s,%s\n", p->table, p->row, p->column, value);
	found = strstr(report, text_get(&line)) != NULL;
	text_done(&line);
	return found;
}

/* Fails for a cell that is neither as printed nor as corrected; tells of those that are
 * not as printed. Returns how many cells there were. */
static size_t compare(struct app *a, struct text *misprints)
{
	const struct grid *g = catalog_reference(app_catalog(a), "published");
	char *report = report_of(a);
	size_t count = 0;

	for (size_t i = 0; i < grid_rows(g); i++) {
		struct print p = print_at(g, i);
		const char *right = p.corrected[0] ? p.corrected : p.printed;

		if (p.year != YEAR || is_linked(&p))
			continue;
		count++;
		if (!report_has(report, &p, right))
			fail_msg("%s %s %s is not %s", p.table, p.row, p.column, right);
		if (!report_has(report, &p, p.printed))
			text_addf(misprints, "%s %s %s: %s, not %s\n", p.table, p.row,
				  p.column, right, p.printed);
	}
	free(report);
	return count;
}

static void must_be_as_printed(struct app *a)
{
	struct text misprints = { 0 };

	assert_int_equal(compare(a, &misprints), 357);
	assert_string_equal(
		text_get(&misprints),
		"sex_age u30 total_pct: 36, not 38\n"
		"education other_post_secondary men: 271, not 371\n"
		"participants_by_orientation preparatory total: 3499, not 3491\n"
		"closure_reason continued_rehabilitation total_pct: 31, not 34\n"
		"priority_ongoing_activity_compensation 2021 men: 712, not 711\n");
	text_done(&misprints);
}

static void test_print(void **state)
{
	(void)state;
	must_be_as_printed(app);
}

/* Whoever the chance makes up, the tables are the same. */
static void test_print_with_other_seed(void **state)
{
	char file[sizeof(path)];
	struct app *a;

	(void)state;
	snprintf(file, sizeof(file), "%s/other.db", folder);
	create(file, 1000000000);
	a = open_register(file);
	must_be_as_printed(a);
	app_close(a);
}

/* Earlier years have no participations of their own, but these series all the same. */
static void test_series(void **state)
{
	static const char series[] = "interventions_over_time participants_over_time "
				     "priority_interventions equity";
	const struct grid *g = catalog_reference(app_catalog(app), "published");
	char *report = report_of(app);
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < grid_rows(g); i++) {
		struct print p = print_at(g, i);

		/* The report's table of equity begins after the first printed year. */
		if (p.year >= YEAR || !text_has_word(series, p.table) ||
		    (!strcmp(p.table, "equity") && p.year == YEAR - 5))
			continue;
		count++;
		if (!report_has(report, &p, p.printed))
			fail_msg("%s %s %s is not %s", p.table, p.row, p.column,
				 p.printed);
	}
	assert_int_equal(count, 38);
	free(report);
}

/* ---- what it is made of ---- */

static long rows(struct db *db, const char *table)
{
	struct grid *g = rows_load(db, table, CELLS_NONE, NULL);
	long count = (long)grid_rows(g);

	grid_free(g);
	return count;
}

static void test_marked(void **state)
{
	(void)state;
	assert_true(app_is_demo(app));
	assert_true(app_is_national(app));
	assert_int_equal(rows(app->db, "federation"), 76);
	assert_int_equal(rows(app->db, "membership"), 272);
	assert_int_equal(rows(app->db, "participation"), 17501);
	assert_in_range(rows(app->db, "person"), 15000, 17300);
	assert_int_equal(rows(app->db, "person_identity"), 0);
}

/* Every federation has interventions of its own and somebody in them, and all that
 * belongs to a participation belongs to the same federation. */
static void test_federations(void **state)
{
	struct grid *federations = rows_load(app->db, "federation", CELLS_NONE, NULL);
	struct grid *all = rows_load(app->db, "participation", CELLS_NONE, NULL);
	size_t *counts = calloc(grid_rows(federations), sizeof(*counts));

	(void)state;
	for (size_t i = 0; i < grid_rows(all); i++) {
		static const char *const names[] = { "intervention", "person" };
		const char *id = grid_named(all, i, "id");
		size_t length = (size_t)(strrchr(id, '-') - id);
		char code[100] = "";
		long row;

		strncat(code, id, length);
		row = grid_find_row(federations, 0, code);
		assert_true(row >= 0);
		counts[row]++;
		for (size_t k = 0; k < 2; k++)
			assert_memory_equal(grid_named(all, i, names[k]), id, length + 1);
	}
	for (size_t i = 0; i < grid_rows(federations); i++)
		if (!counts[i])
			fail_msg("nobody in %s", grid_get(federations, i, 0));
	free(counts);
	grid_free(all);
	grid_free(federations);
}

static void test_nothing_after_the_year(void **state)
{
	static const char days[] = "start end given_on registered_at changed_at";

	(void)state;
	for (size_t k = 0; k < tables_count(app->db); k++) {
		const struct table *t = tables_at(app->db, k);
		struct grid *g;

		if (!strncmp(t->name, "code_", 5))
			continue;
		g = rows_load(app->db, t->name, CELLS_NONE, NULL);
		for (size_t c = 0; c < t->count; c++)
			for (size_t i = 0;
			     text_has_word(days, t->columns[c].name) && i < grid_rows(g);
			     i++)
				if (strncmp(grid_named(g, i, t->columns[c].name),
					    "2021-12-31", 10) > 0)
					fail_msg("%s.%s: %s", t->name, t->columns[c].name,
						 grid_named(g, i, t->columns[c].name));
		grid_free(g);
	}
}

/* ---- the same again ---- */

static char *dump(const char *file)
{
	struct text out = { 0 };
	struct db *db;

	assert_true(db_open(file, DB_READ, &db, NULL));
	for (size_t k = 0; k < tables_count(db); k++) {
		const char *table = tables_at(db, k)->name;
		struct grid *g = rows_load(db, table, CELLS_NONE, NULL);

		for (size_t i = 0; i < grid_rows(g); i++)
			for (size_t c = 0; c < grid_columns(g); c++)
				text_addf(&out, "%s|", grid_get(g, i, c));
		text_addf(&out, "%s\n", table);
		grid_free(g);
	}
	db_close(db);
	return text_take(&out);
}

static void test_same_seed(void **state)
{
	char file[sizeof(path)], *first = dump(path), *again;

	(void)state;
	snprintf(file, sizeof(file), "%s/again.db", folder);
	create(file, 1);
	again = dump(file);
	assert_true(strlen(first) > 1000000);
	/* Not assert_string_equal(), which would print them. */
	assert_true(!strcmp(first, again));
	free(first);
	free(again);
}

/* ---- by the rules ---- */

/* No rule says anything but that participations of 2021 are open long afterwards. */
static void check_record(const char *form, const char *id)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(app, form, id, &e);

	if (!entry)
		fail_msg("%s %s: %s", form, id, e.text);
	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		const struct finding *it = entry_finding(entry, i);

		if (strcmp(it->rule, "R-155") != 0)
			fail_msg("%s %s: %s %s: %s", form, id, it->rule,
				 entry_form(entry)->fields[it->field].name, it->message);
	}
	assert_true(entry_close(entry, &e));
}

static void test_rules(void **state)
{
	enum { AT_MOST = 150 };
	const struct forms *forms = catalog_forms(app_catalog(app));

	(void)state;
	for (size_t k = 0; k < forms_count(forms); k++) {
		const struct form *form = forms_at(forms, k);
		struct grid *g =
			rows_load(app->db, form->parts[0].table, CELLS_NONE, NULL);
		size_t step = grid_rows(g) / AT_MOST + 1;

		for (size_t i = 0; i < grid_rows(g); i += step)
			if (strcmp(form->name, "closure") || grid_named(g, i, "end")[0])
				check_record(form->name, grid_named(g, i, "id"));
		grid_free(g);
	}
}

/* ---- what is refused ---- */

static void must_refuse(int year, const char *part)
{
	struct demo_options o = { .size = DEMO_NATIONAL, .seed = 1, .year = year };
	struct faults f = { 0 };
	char file[sizeof(path)];

	snprintf(file, sizeof(file), "%s/none.db", folder);
	assert_false(demo_create(file, &o, &f));
	assert_int_equal(f.count, 1);
	if (!strstr(f.items[0].message, part))
		fail_msg("\"%s\" does not say \"%s\"", f.items[0].message, part);
	assert_false(path_exists(file));
	faults_done(&f);
}

static void test_years_without_print(void **state)
{
	(void)state;
	must_refuse(2020, "2020");
	must_refuse(2022, "välj 2021");
}

/* The data in a folder of their own, the print changed by `edit`, a program of sed. */
static void use_other_print(const char *edit)
{
	static const char lines[] = "set -e; mkdir '%s/tree'; cd '%s/tree'; "
				    "cp -r \"$SRCDIR/forms\" \"$SRCDIR/data\" .; "
				    "chmod -R u+w .; "
				    "sed -i '%s' data/reference/published.csv";
	char command[1000], tree[sizeof(path)];

	snprintf(command, sizeof(command), lines, folder, folder, edit);
	assert_int_equal(system(command), 0);
	snprintf(tree, sizeof(tree), "%s/tree", folder);
	assert_int_equal(setenv("SAMREG_DATA", tree, 1), 0);
	path_init("test_demo_national");
}

static void use_own_print(void)
{
	char command[sizeof(folder) + 20];

	assert_int_equal(setenv("SAMREG_DATA", getenv("SRCDIR"), 1), 0);
	path_init("test_demo_national");
	snprintf(command, sizeof(command), "rm -rf '%s/tree'", folder);
	assert_int_equal(system(command), 0);
}

/* The demo reads its figures: where they cannot be had together it says so. */
static void test_impossible_print(void **state)
{
	static const struct {
		const char *edit, *part;
	} cases[] = {
		{ "s/^2021,education,doctoral,men,1,/2021,education,doctoral,men,2,/",
		  "education" },
		{ "s/total_pct,34,31,/total_pct,34,,/", "closure_reason" },
		{ "/^2021,job_seekers,after,women_pct/d", "job_seekers after women_pct" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		use_other_print(cases[i].edit);
		must_refuse(YEAR, cases[i].part);
		use_own_print();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_print_with_other_seed),
		cmocka_unit_test(test_series),
		cmocka_unit_test(test_marked),
		cmocka_unit_test(test_federations),
		cmocka_unit_test(test_nothing_after_the_year),
		cmocka_unit_test(test_same_seed),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_years_without_print),
		cmocka_unit_test(test_impossible_print),
	};

	return cmocka_run_group_tests(tests, make_register, remove_register);
}
