/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluation panel: what is counted equals a plain query on a demo; who belongs
 * where, and what is not known, on registers made for it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/demo.h"
#include "app/inside.h"
#include "app/panel.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"

static struct app *a;
static char folder[] = "/tmp/samreg-panel-XXXXXX", path[64], file[64];

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/register.db", folder);
	snprintf(file, sizeof(file), "%s/population.csv", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	path_remove_folder(folder);
	return 0;
}

static int open_register(bool made)
{
	struct faults f = { 0 };

	a = made ? app_open(path, &f) : NULL;
	faults_done(&f);
	return a ? 0 : -1;
}

static int make_demo(void **state)
{
	struct demo_options demo = { .size = DEMO_SMALL, .seed = 1, .year = 2024 };
	struct faults f = { 0 };

	(void)state;
	return open_register(demo_create(path, &demo, &f));
}

static int make_national(void **state)
{
	struct app_new national = { .national = true };
	struct faults f = { 0 };

	(void)state;
	return open_register(app_create(path, &national, &f));
}

static int close_register(void **state)
{
	(void)state;
	app_close(a);
	app_remove_register(path);
	return 0;
}

static void run(const char *sql)
{
	struct err e;

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static struct grid *ask(const char *sql)
{
	struct err e;
	struct grid *g = query_grid(a->db, &(struct query){ .sql = sql }, &e);

	if (!g)
		fail_msg("%s", e.text);
	return g;
}

static struct grid *make(int first, int last, const char *population)
{
	struct panel_order order = { .first = first, .last = last };
	struct grid *inhabitants = NULL, *g;
	struct faults f = { 0 };
	struct err e;

	if (population) {
		assert_true(path_write(file, population, strlen(population), &e));
		inhabitants = panel_read_population(a, file, &f);
		assert_non_null(inhabitants);
		order.population = inhabitants;
	}
	g = panel_make(a, &order, &e);
	if (!g)
		fail_msg("%s", e.text);
	grid_free(inhabitants);
	return g;
}

static const char *cell(const struct grid *g, const char *municipality, const char *year,
			const char *column)
{
	for (size_t i = 0; i < grid_rows(g); i++)
		if (!strcmp(grid_named(g, i, "municipality"), municipality) &&
		    !strcmp(grid_named(g, i, "year"), year)) {
			assert_true(grid_find_column(g, column) >= 0);
			return grid_named(g, i, column);
		}
	fail_msg("no row %s %s", municipality, year);
	return "";
}

static void assert_row(const struct grid *g, const char *municipality, const char *year,
		       const char *const *columns, const char *expected)
{
	struct text told = { 0 };

	for (size_t i = 0; columns[i]; i++)
		text_addf(&told, "%s%s", i ? "|" : "",
			  cell(g, municipality, year, columns[i]));
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
}

/* ---- counting ---- */

/* From the definition: a participation counts in the years it goes on in. */
static const char plain[] =
	"WITH years(year) AS (VALUES (2022), (2023), (2024)),"
	"part AS (SELECT y.year, p.municipality, e.sex,"
	" substr(p.start, 1, 4) - e.birth_year AS age,"
	" EXISTS (SELECT 1 FROM support s WHERE s.participation = p.id"
	"  AND s.phase = 'before' AND s.source = 'activity_compensation') AS young"
	" FROM participation p JOIN person e ON e.id = p.person JOIN years y"
	" ON p.start <= y.year || '-12-31'"
	" AND (p.end IS NULL OR p.end >= y.year || '-01-01')"
	" WHERE p.closure_reason IS NOT 'registered_in_error'),"
	"money AS (SELECT y.year,"
	" (SELECT sum(amount) FROM funding f WHERE f.year = y.year"
	"  AND f.kind = 'allocated') AS allocated,"
	" (SELECT sum(actual) FROM (SELECT year, actual FROM admin_cost"
	"  UNION ALL SELECT year, actual FROM intervention_year) x"
	"  WHERE x.year = y.year) AS used FROM years y)"
	"SELECT m.municipality, y.year, y.allocated, y.used,"
	" (SELECT count(*) FROM part WHERE year = y.year AND municipality IS NULL),"
	" count(p.year), coalesce(sum(p.sex = 'woman'), 0),"
	" coalesce(sum(p.sex = 'man'), 0), coalesce(sum(p.age < 30), 0),"
	" coalesce(sum(p.age >= 30), 0), coalesce(sum(p.young), 0)"
	"FROM membership m JOIN money y LEFT JOIN part p"
	" ON p.municipality = m.municipality AND p.year = y.year "
	"GROUP BY m.municipality, y.year ORDER BY m.municipality, y.year";

static void counts_are_those_of_a_plain_query(void **state)
{
	static const char *const columns[] = {
		"municipality", "year", "allocated", "used", "unplaced",
		"participations", "participations_women", "participations_men",
		"participations_u30", "participations_30_plus",
		"participations_young_activity_compensation",
	};
	struct grid *panel, *wanted;
	size_t total = 0;

	(void)state;
	run("UPDATE participation SET municipality = NULL WHERE id LIKE '%A'");
	run("UPDATE participation SET closure_reason = 'registered_in_error' "
	    "WHERE end IS NOT NULL AND id LIKE '%B'");
	wanted = ask(plain);
	panel = make(2022, 2024, NULL);
	assert_int_equal(grid_rows(panel), grid_rows(wanted));
	assert_true(grid_rows(panel) > 9);
	for (size_t i = 0; i < grid_rows(panel); i++) {
		for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
			assert_string_equal(grid_named(panel, i, columns[c]),
					    grid_get(wanted, i, c));
		total += strtoul(grid_named(panel, i, "participations"), NULL, 10);
	}
	assert_true(total > 100);
	assert_true(strtol(grid_named(panel, 2, "unplaced"), NULL, 10) > 0);
	grid_free(wanted);
	grid_free(panel);
}

static void the_years_are_those_of_the_register(void **state)
{
	struct grid *panel = make(0, 0, NULL);
	struct grid *years = ask("SELECT min(year), max(year) FROM funding");

	(void)state;
	assert_string_equal(grid_named(panel, 0, "year"), grid_get(years, 0, 0));
	assert_string_equal(grid_named(panel, grid_rows(panel) - 1, "year"),
			    grid_get(years, 0, 1));
	grid_free(years);
	grid_free(panel);
}

/* ---- who belongs where ---- */

#define BY "'-', '-', '-', '-'"
#define PARTICIPATION(id, municipality) \
	"INSERT INTO participation (id, intervention, person, start, municipality, " \
	"education, support_duration, registered_at, registered_by, changed_at, " \
	"changed_by) VALUES ('" id "', 'i', 'p', '2021-05-01', " municipality ", " \
	"'unknown', 'up_to_1y', " BY ");"

/* Gotland joined in 2020; Ale and Kungälv were there before; Öckerö has two districts of
 * two federations; Arjeplog left; others are in none. */
static const char world[] =
	"DELETE FROM membership;"
	"INSERT INTO membership VALUES "
	"('1', 'gotland', '0980', '2020-12-31', NULL, NULL, " BY "),"
	"('2', 'alv-kust', '1440', NULL, NULL, NULL, " BY "),"
	"('3', 'alv-kust', '1482', NULL, NULL, NULL, " BY "),"
	"('4', 'alv-kust', '1407', NULL, NULL, 'norr', " BY "),"
	"('5', 'gotland', '1407', '2021-01-01', NULL, 'söder', " BY "),"
	"('6', 'ange', '2506', '2019-01-01', '2021-12-30', NULL, " BY ");"
	"INSERT INTO package VALUES ('gotland', 2021, 1, 'detailed', "
	"printf('%064d', 0), 0, '-', '-', '-'), ('alv-kust', 2021, 1, 'aggregate', "
	"printf('%064d', 0), 0, '-', '-', '-');"
	"INSERT INTO intervention (id, federation, name, kind, orientation, "
	"registration, start, esf, registered_at, registered_by, changed_at, changed_by) "
	"VALUES "
	"('i', 'gotland', 'a', 'individual', 'other', 'detailed', '2020-01-01', 0, " BY
	"); INSERT INTO person VALUES ('p', 'gotland', 1, 'man', 1990, " BY ");"
	PARTICIPATION("1", "'0980'") PARTICIPATION("2", "'2506'")
	PARTICIPATION("3", "NULL")
	"INSERT INTO party VALUES ('a', 'alv-kust', 'region', 'R', " BY "),"
	"('g', 'gotland', 'region', 'R', " BY ");"
	"INSERT INTO funding (id, federation, year, party, kind, amount, registered_at, "
	"registered_by, changed_at, changed_by) VALUES ('f', 'alv-kust', 2020, 'a', "
	"'allocated', 100000, " BY "), ('g', 'gotland', 2020, 'g', 'allocated', 35, " BY
	"), ('h', 'gotland', 2020, 'g', 'other', 9, " BY ");";

static void who_belongs_where(void **state)
{
	static const char *const columns[] = {
		"member", "federation", "first_year", "before_register", "level", NULL,
	};
	struct grid *g;

	(void)state;
	run(world);
	g = make(2019, 2021, NULL);
	assert_int_equal(grid_rows(g), 290 * 3);
	assert_row(g, "0980", "2019", columns, "0||2020|0|");
	assert_row(g, "0980", "2020", columns, "1|gotland|2020|0|none");
	assert_row(g, "0980", "2021", columns, "1|gotland|2020|0|detailed");
	assert_row(g, "1440", "2021", columns, "1|alv-kust||1|aggregate");
	assert_row(g, "1407", "2021", columns,
		   "1|alv-kust gotland||1|aggregate detailed");
	assert_row(g, "2506", "2020", columns, "1|ange|2019|0|none");
	assert_row(g, "2506", "2021", columns, "0||2019|0|");
	assert_row(g, "0114", "2021", columns, "0|||0|");
	grid_free(g);
}

static void what_is_not_known_is_empty(void **state)
{
	static const char *const columns[] = {
		"unplaced", "participations", "participations_men",
		"participations_women", "participations_30_plus", NULL,
	};
	struct grid *g;

	(void)state;
	run(world);
	g = make(0, 0, NULL);
	assert_int_equal(grid_rows(g), 290);
	assert_row(g, "0980", "2021", columns, "1|1|1|0|1");
	assert_row(g, "1440", "2021", columns, "||||");
	assert_row(g, "1407", "2021", columns, "||||");
	/* Of Gotland's participations one lives elsewhere. */
	assert_row(g, "2506", "2021", columns, "|1|1|0|1");
	assert_row(g, "0114", "2021", columns, "|0|0|0|0");
	grid_free(g);
	g = make(2020, 2020, NULL);
	assert_row(g, "0980", "2020", columns, "||||");
	grid_free(g);
}

static void money_is_shared_by_those_who_live_there(void **state)
{
	static const char *const columns[] = {
		"population", "allocated", "used", "allocated_per_inhabitant",
		"used_per_inhabitant", NULL,
	};
	static const char people[] = "municipality,year,population\n0980,2020,1000\n"
				     "1440,2020,20\n1482,2020,10\n1407,2020,5\n";
	struct grid *g;

	(void)state;
	run(world);
	g = make(2020, 2020, people);
	/* A half of a hundredth is rounded up. */
	assert_row(g, "0980", "2020", columns, "1000|35||0.04|");
	/* How many live in a district nobody tells. */
	assert_row(g, "1440", "2020", columns, "20|100000|||");
	assert_row(g, "0114", "2020", columns, "||||");
	grid_free(g);
	run("UPDATE membership SET district = NULL WHERE id = '4'");
	g = make(2020, 2020, people);
	assert_row(g, "1440", "2020", columns, "20|100000||2857.14|");
	grid_free(g);
	run("DELETE FROM membership WHERE id = '4'; UPDATE funding SET amount = 0 "
	    "WHERE id = 'f'");
	g = make(2020, 2020, people);
	assert_row(g, "1482", "2020", columns, "10|0||0.00|");
	grid_free(g);
}

/* ---- population ---- */

static void assert_refused(const char *text, const char *expected)
{
	struct faults f = { 0 };
	struct text told = { 0 };
	struct err e;

	assert_true(path_write(file, text, strlen(text), &e));
	assert_null(panel_read_population(a, file, &f));
	for (size_t i = 0; i < f.count; i++)
		text_addf(&told, "%zu:%zu %s\n", f.items[i].row, f.items[i].column,
			  f.items[i].message);
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
	faults_done(&f);
}

static void every_fault_of_the_population_is_told(void **state)
{
	(void)state;
	assert_refused("municipality,year,population\n9999,2020,1\n0114,20,1\n"
		       "0114,2020,-1\n0114,2020,\n0980,2103,123456789\n",
		       "2:1 9999: kommunen finns inte\n"
		       "3:2 20: ska vara ett år från 2004 till 2100\n"
		       "4:3 -1: ska vara ett antal invånare\n"
		       "5:3 ska vara ett antal invånare\n"
		       "5:1 0114: kommunen och året förekommer två gånger\n"
		       "6:2 2103: ska vara ett år från 2004 till 2100\n"
		       "6:3 123456789: ska vara ett antal invånare\n");
	assert_refused("municipality,population,year\n",
		       "1:0 kolumnerna ska vara municipality, year och population\n");
	assert_refused("municipality,year,population,x\n",
		       "1:0 kolumnerna ska vara municipality, year och population\n");
}

#define TEST(f, begin) cmocka_unit_test_setup_teardown(f, begin, close_register)

static const struct CMUnitTest all[] = {
	TEST(counts_are_those_of_a_plain_query, make_demo),
	TEST(the_years_are_those_of_the_register, make_demo),
	TEST(who_belongs_where, make_national),
	TEST(what_is_not_known_is_empty, make_national),
	TEST(money_is_shared_by_those_who_live_there, make_national),
	TEST(every_fault_of_the_population_is_told, make_national),
};

int main(void)
{
	return cmocka_run_group_tests(all, make_folder, remove_folder);
}
