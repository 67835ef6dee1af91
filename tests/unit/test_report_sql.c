/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every cell of every table, on registers filled by chance, equals what a plain query
 * written separately (tests/reports/plain.sql) says.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/catalog.h"
#include "app/inside.h"
#include "app/report.h"
#include "app_fixture.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/figures.h"
#include "model/report.h"
#include "store/db.h"
#include "store/query.h"

enum { YEAR = 2023, INTERVENTIONS = 24, PERSONS = 60, PARTICIPATIONS = 260 };

static struct app *a;
static uint64_t chance;

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->text);
}

static void run(const char *sql)
{
	struct err e;

	must(db_script(a->db, sql, &e), &e);
}

/*
 * A register by chance. In which order arguments are worked out is the compiler's choice,
 * so that each compiler has its own register; it is the same every time.
 */

/* 0 to n - 1. */
static int pick(int n)
{
	chance = chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int)((chance >> 33) % (uint64_t)n);
}

static const char *pick_code(const char *list)
{
	const struct code_list *l = codes_find(catalog_codes(app_catalog(a)), list);

	return l->items[pick((int)l->count)].code;
}

/* 'code', or NULL one time in `none`. */
static const char *code_or_null(const char *list, int none)
{
	static char quoted[8][60];
	static int next;
	char *out = quoted[next++ % 8];

	if (none && !pick(none))
		return "NULL";
	snprintf(out, sizeof(quoted[0]), "'%s'", pick_code(list));
	return out;
}

/* A number below `n`, or NULL one time in three. */
static const char *number_or_null(int n)
{
	static char numbers[8][20];
	static int next;
	char *out = numbers[next++ % 8];

	snprintf(out, sizeof(numbers[0]), "%d", pick(n));
	return pick(3) ? out : "NULL";
}

/* A day of the years around YEAR; many on the first and the last of a year. */
static int pick_day(void)
{
	static const int edges[][2] = { { 1, 1 }, { 12, 31 }, { 1, 31 }, { 2, 28 } };
	const int *edge = edges[pick(4)];
	int year = YEAR - 4 + pick(6), day;
	bool any = pick(4);

	assert_true(date_from_ymd(year, any ? 1 + pick(12) : edge[0],
				  any ? 1 + pick(28) : edge[1], &day));
	return day;
}

static void add_stamps(struct text *sql)
{
	text_add(sql, ",'2023-01-01T00:00:00','x','2023-01-01T00:00:00','x');\n");
}

static void add_interventions(struct text *sql)
{
	static const char *const individual[] = {
		"work_rehabilitation", "preparatory", "assessment", "preventive", "other",
	};
	static const char *const structural[] = { "dialogue", "training", "survey",
						  "other" };

	for (int i = 0; i < INTERVENTIONS; i++) {
		bool detailed = i < INTERVENTIONS / 2, single = i < 2 * INTERVENTIONS / 3;
		int start = pick_day() - 400;
		char from[DATE_SIZE], to[DATE_SIZE + 2] = "NULL", end[DATE_SIZE];

		date_format_iso(start, from);
		date_format_iso(start + pick(1500), end);
		if (pick(2))
			snprintf(to, sizeof(to), "'%s'", end);
		text_addf(sql,
			  "INSERT INTO intervention VALUES ('i%d','%s','I%d',NULL,"
			  "'%s','%s','%s','%s',%s,0,NULL",
			  i, pick(3) ? "blekinge" : "other", i,
			  single ? "individual" : "structural",
			  single ? individual[pick(5)] : structural[pick(4)],
			  detailed ? "detailed" : "volume", from, to);
		add_stamps(sql);
		for (int g = 0; g < 2; g++)
			text_addf(sql,
				  "INSERT OR IGNORE INTO intervention_target_group "
				  "VALUES ('i%d','%s');\n",
				  i, pick_code("target_group"));
	}
}

static void add_years(struct text *sql)
{
	for (int i = 0; i < INTERVENTIONS; i++) {
		for (int year = YEAR - 2; year <= YEAR; year++) {
			text_addf(sql,
				  "INSERT INTO intervention_year VALUES "
				  "('y%d-%d','i%d',%d,%s,%s,%s,%s,%s",
				  i, year, i, year, number_or_null(90),
				  number_or_null(900000), number_or_null(900000),
				  number_or_null(9000), "NULL");
			add_stamps(sql);
			text_addf(sql,
				  "INSERT INTO volume VALUES ('v%d-%d','i%d',%d,%s,%s,%s,"
				  "NULL,%d",
				  i, year, i, year, number_or_null(40),
				  number_or_null(40), number_or_null(40), !pick(5));
			add_stamps(sql);
			if (pick(2))
				continue;
			text_addf(sql,
				  "INSERT INTO anonymous_count VALUES "
				  "('a%d-%d','i%d',%d,'%s',%d",
				  i, year, i, year, pick_code("sex"), 1 + pick(6));
			add_stamps(sql);
		}
	}
}

static void add_money(struct text *sql)
{
	text_add(sql,
		 "INSERT INTO party VALUES ('fk','blekinge','social_insurance_agency',"
		 "'FK'");
	add_stamps(sql);
	for (int year = YEAR - 6; year <= YEAR; year++) {
		for (int i = 0; i < 3; i++) {
			text_addf(sql,
				  "INSERT INTO funding VALUES ('f%d-%d','blekinge',%d,"
				  "'fk','%s',%d,NULL",
				  i, year, year, pick_code("funding"), pick(9000000));
			add_stamps(sql);
		}
		text_addf(sql,
			  "INSERT INTO admin_cost VALUES ('c%d','blekinge',%d,'staff',"
			  "%s,%s",
			  year, year, number_or_null(900000), number_or_null(900000));
		add_stamps(sql);
		text_addf(sql,
			  "INSERT INTO federation_year VALUES ('e%d','blekinge',%d,%d,%s",
			  year, year, pick(4000000) - 2000000, number_or_null(30000000));
		add_stamps(sql);
	}
}

static void add_phase(struct text *sql, int p, const char *phase)
{
	bool works = !pick(4), studies = !pick(5);

	for (int i = 0; i < 1 + pick(2); i++)
		text_addf(sql,
			  "INSERT OR IGNORE INTO support VALUES ('p%d','%s','%s',%s);\n",
			  p, phase, pick_code("support"), code_or_null("extent", 4));
	if (!pick(10))
		return;
	text_addf(sql, "INSERT INTO occupation VALUES ('p%d','%s',%d,%s,%s,%d,%s,%s);\n",
		  p, phase, works, works ? code_or_null("work_kind", 6) : "NULL",
		  works && pick(5) ? (pick(2) ? "75" : "100") : "NULL", studies,
		  studies && pick(5) ? (pick(2) ? "25" : "50") : "NULL",
		  pick(4) ? (pick(2) ? "1" : "0") : "NULL");
}

static void add_participation(struct text *sql, int p)
{
	int start = pick_day(), end = start + (pick(8) ? pick(1100) : 0);
	char from[DATE_SIZE], to[DATE_SIZE], known[DATE_SIZE], closed[100];
	bool ended = pick(4);

	date_format_iso(start, from);
	date_format_iso(end, to);
	date_format_iso(start + pick(150) - 5, known);
	snprintf(closed, sizeof(closed), "'%s'", to);
	text_addf(sql,
		  "INSERT INTO participation VALUES ('p%d','i%d','q%d','%s',%s,NULL,"
		  "%s,%s,%s,%s,%s,'%sT12:00:00','x','%sT12:00:00','x');\n",
		  p, pick(INTERVENTIONS / 2), pick(PERSONS), from,
		  ended ? closed : "NULL", code_or_null("education", 0),
		  code_or_null("support_duration", 0), code_or_null("referrer", 3),
		  ended ? code_or_null("closure_reason", 0) : "NULL",
		  ended ? code_or_null("next_step", 3) : "NULL", known, known);
	add_phase(sql, p, "before");
	if (ended)
		add_phase(sql, p, "after");
	if (ended && !pick(4))
		add_phase(sql, p, pick(2) ? "followup_6" : "followup_12");
	for (int i = 0; i < pick(3); i++)
		text_addf(sql,
			  "INSERT OR IGNORE INTO participation_target_group "
			  "VALUES ('p%d','%s');\n",
			  p, pick_code("target_group"));
}

static void add_federation(struct text *sql)
{
	text_add(sql,
		 "INSERT INTO federation (id, name, registered_at, registered_by, "
		 "changed_at, changed_by) VALUES ('other','Other','x','x','x','x');\n");
	for (int i = 0; i < 12; i++) {
		char from[DATE_SIZE], to[DATE_SIZE];
		int start = pick_day() - 600;

		date_format_iso(start, from);
		date_format_iso(start + pick(1500), to);
		text_addf(sql, "INSERT INTO membership SELECT 'm%d','%s',code,", i,
			  pick(2) ? "other" : "blekinge");
		text_addf(sql, pick(3) ? "'%s'," : "NULL,", from);
		text_addf(sql, pick(2) ? "'%s'" : "NULL", to);
		text_addf(sql,
			  ",NULL,'x','x','x','x' FROM municipality LIMIT 1 OFFSET %d;\n",
			  pick(8));
	}
}

static void fill(uint64_t seed)
{
	struct text sql = { 0 };

	chance = seed;
	add_federation(&sql);
	add_interventions(&sql);
	add_years(&sql);
	add_money(&sql);
	for (int q = 0; q < PERSONS; q++) {
		text_addf(&sql, "INSERT INTO person VALUES ('q%d','blekinge',%d,'%s',%d",
			  q, q + 1, pick_code("sex"), 1955 + pick(50));
		add_stamps(&sql);
	}
	for (int p = 0; p < PARTICIPATIONS; p++)
		add_participation(&sql, p);
	run("BEGIN");
	run(text_get(&sql));
	run("COMMIT");
	text_done(&sql);
}

/* ---- the plain queries ---- */

/* The text with :year filled in; the caller frees it. */
static char *with_year(const char *sql, size_t length)
{
	struct text out = { 0 };
	const char *end = sql + length, *at;

	while ((at = strstr(sql, ":year")) && at < end) {
		text_add_part(&out, sql, (size_t)(at - sql));
		text_addf(&out, "%d", YEAR);
		sql = at + strlen(":year");
	}
	text_add_part(&out, sql, (size_t)(end - sql));
	return text_take(&out);
}

/* Whether the query's cell is shown in this way: "n" or "women:n" among the words. */
static bool is_shown(const char *shows, const char *column, const char *show)
{
	char word[80];

	snprintf(word, sizeof(word), "%s:%s", column, show);
	return text_has_word(shows, show) || text_has_word(shows, word);
}

static long long half_up(double n, double d)
{
	double x = n / d;
	long long whole = (long long)x;

	whole -= whole > x;
	return x - (double)whole >= 0.5 ? whole + 1 : whole;
}

static void print_tenths(struct text *out, long long tenths, bool may_be_whole)
{
	const char *sign = tenths < 0 ? "-" : "";

	if (may_be_whole && tenths % 10 == 0)
		text_addf(out, "%lld", tenths / 10);
	else
		text_addf(out, "%s%lld.%lld", sign, llabs(tenths) / 10,
			  llabs(tenths) % 10);
}

/* The value that one row of the query gives for the show; "" when it gives none. */
static void print_expected(struct text *out, const struct grid *g, size_t row,
			   const char *show)
{
	double n = strtod(grid_get(g, row, 2), NULL),
	       d = strtod(grid_get(g, row, 3), NULL);

	text_clear(out);
	if (!*grid_get(g, row, 2))
		return;
	if (!strcmp(show, "n") || !strcmp(show, "kr"))
		text_addf(out, "%lld", (long long)n);
	else if (!strcmp(show, "mkr"))
		print_tenths(out, half_up(n, 100000), true);
	else if (d > 0 && !strcmp(show, "pct"))
		text_addf(out, "%lld", half_up(100 * n, d));
	else if (d > 0 && !strcmp(show, "mean_pct"))
		text_addf(out, "%lld", half_up(n, d));
	else if (d > 0 && !strcmp(show, "mean"))
		print_tenths(out, half_up(10 * n, d), false);
}

/* Finds the line "table,row,column," of the file and takes it away; "" when not there. */
static const char *take_value(char *csv, const char *key)
{
	static char value[64];
	char *at = strstr(csv, key), *end;

	value[0] = '\0';
	if (!at)
		return value;
	end = strchr(at + 1, '\n');
	snprintf(value, sizeof(value), "%.*s", (int)(end - at - (long)strlen(key)),
		 at + strlen(key));
	memmove(at, end, strlen(end) + 1);
	return value;
}

static void compare_row(char *csv, const char *table, const char *shows,
			const struct grid *g, size_t row)
{
	static const char *const all[] = { "n", "pct", "mean", "mean_pct", "mkr",
					   "kr" };
	const char *column = grid_get(g, row, 1);
	struct text expected = { 0 };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		char key[300];
		const char *got;

		if (!is_shown(shows, column, all[i]))
			continue;
		print_expected(&expected, g, row, all[i]);
		snprintf(key, sizeof(key), "\n%s,%s,%s%s,", table, grid_get(g, row, 0),
			 column, strstr(all[i], "pct") ? "_pct" : "");
		got = take_value(csv, key);
		/* A row that is 0 may be left out on either side. */
		if (strcmp(got, text_get(&expected)) &&
		    !(!*got && !strcmp(text_get(&expected), "0")))
			fail_msg("%s is \"%s\", the query says \"%s\"", key + 1, got,
				 text_get(&expected));
	}
	text_done(&expected);
}

/* Cells that no query gave must be 0. */
static void assert_only_zeros(const char *csv, const char *table)
{
	size_t length = strlen(table);

	for (; csv; csv = strchr(csv, '\n')) {
		const char *value;

		csv += *csv == '\n';
		if (strncmp(csv, table, length) || csv[length] != ',')
			continue;
		value = csv + strcspn(csv, "\n");
		while (value[-1] != ',')
			value--;
		if (strncmp(value, "0\n", 2) && strncmp(value, "0.0\n", 4))
			fail_msg("no query gives %.*s", (int)strcspn(csv, "\n"), csv);
	}
}

/* "-- table ID SHOWS\n" and the query; returns where the next one starts, or NULL. */
static const char *compare_table(const char *at, char *csv)
{
	const char *line = at + strlen("-- table "), *end = strchr(line, '\n');
	const char *next = strstr(end, "\n-- table ");
	char *sql = with_year(end, next ? (size_t)(next - end) : strlen(end));
	char *head = mem_text_part(line, (size_t)(end - line));
	char *shows = strchr(head, ' ');
	struct err e;
	struct grid *g;

	*shows++ = '\0';
	sql[strcspn(sql, ";")] = '\0';
	g = query_grid(a->db, &(struct query){ .sql = sql }, &e);
	must(g != NULL, &e);
	for (size_t row = 0; row < grid_rows(g); row++)
		compare_row(csv, head, shows, g, row);
	assert_only_zeros(csv, head);
	grid_free(g);
	free(head);
	free(sql);
	return next ? next + 1 : NULL;
}

static void read_plain(struct text *out)
{
	struct err e;

	must(path_read(SOURCEDIR "/tests/reports/plain.sql", 1 << 20, out, &e), &e);
}

static char *make_csv(void)
{
	static const int years[] = { YEAR };
	struct report_order order = { .years = years, .year_count = 1 };
	struct figures *figures;
	struct text csv = { 0 };
	struct err e;

	must(report_make(a, &order, &figures, &e), &e);
	figures_print_csv(figures, &csv);
	figures_free(figures);
	return text_take(&csv);
}

static void compare_all(uint64_t seed)
{
	struct text plain = { 0 };
	const char *at;
	char *csv, *views;

	a = fixture_open();
	fill(seed);
	read_plain(&plain);
	at = strstr(text_get(&plain), "-- table ");
	views = with_year(text_get(&plain), (size_t)(at - text_get(&plain)));
	csv = make_csv();
	run(views);
	while (at)
		at = compare_table(at, csv);
	free(csv);
	free(views);
	text_done(&plain);
	fixture_close(a);
}

static void chance_register_1(void **state)
{
	(void)state;
	compare_all(1);
}

static void chance_register_2(void **state)
{
	(void)state;
	compare_all(20231);
}

static void chance_register_3(void **state)
{
	(void)state;
	compare_all(4711);
}

static void every_table_has_its_query(void **state)
{
	struct text plain = { 0 };
	const struct reports *r;

	(void)state;
	a = fixture_open();
	r = catalog_reports(app_catalog(a));
	read_plain(&plain);
	for (size_t i = 0; i < reports_count(r); i++) {
		char head[100];

		/* What lists and does not count: test_federation_list. */
		if (reports_at(r, i)->listing.count)
			continue;
		snprintf(head, sizeof(head), "\n-- table %s ", reports_at(r, i)->id);
		if (!strstr(text_get(&plain), head))
			fail_msg("no query for %s", reports_at(r, i)->id);
	}
	text_done(&plain);
	fixture_close(a);
}

/* ---- looking behind ---- */

static void the_records_behind_a_cell(void **state)
{
	struct report_cell cell = { .year = YEAR, .table = "sex_age", .row = "u30",
				    .column = "women" };
	struct report_cell none = { .year = YEAR, .table = "sex_age", .row = "u31",
				    .column = "women" };
	struct grid *g, *plain;
	struct err e;

	(void)state;
	a = fixture_open();
	fill(7);
	g = report_records(a, &cell, &e);
	must(g != NULL, &e);
	plain = query_grid(
		a->db,
		&(struct query){ .sql = "SELECT p.id FROM participation p JOIN person q "
					"ON q.id = p.person "
					"WHERE q.sex = 'woman' AND substr(p.start, 1, 4) "
					"- q.birth_year < 30 "
					"AND p.start <= '2023-12-31' AND (p.end IS NULL "
					"OR p.end >= '2023-01-01') "
					"AND p.closure_reason IS NOT "
					"'registered_in_error' ORDER BY p.id" },
		&e);
	must(plain != NULL, &e);
	assert_true(grid_rows(g) > 0);
	assert_int_equal(grid_rows(g), grid_rows(plain));
	for (size_t i = 0; i < grid_rows(g); i++) {
		assert_string_equal(grid_named(g, i, "form"), "participation");
		assert_string_equal(grid_named(g, i, "id"), grid_get(plain, i, 0));
	}
	grid_free(g);
	grid_free(plain);
	assert_null(report_records(a, &none, &e));
	assert_non_null(strstr(e.text, "u31"));
	none.table = "no_such_table";
	assert_null(report_records(a, &none, &e));
	fixture_close(a);
}

static void years_too_far_apart_are_refused(void **state)
{
	static const int years[] = { 1995, 2060 };
	struct report_order order = { .years = years, .year_count = 2 };
	struct figures *out[2];
	struct err e;

	(void)state;
	a = fixture_open();
	assert_false(report_make(a, &order, out, &e));
	order.year_count = 1;
	must(report_make(a, &order, out, &e), &e);
	figures_free(out[0]);
	fixture_close(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_has_its_query),
		cmocka_unit_test(chance_register_1),
		cmocka_unit_test(chance_register_2),
		cmocka_unit_test(chance_register_3),
		cmocka_unit_test(the_records_behind_a_cell),
		cmocka_unit_test(years_too_far_apart_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
