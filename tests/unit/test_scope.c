/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a national register: choosing one, its records, and what has come in. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/inside.h"
#include "app/report.h"
#include "app/scope.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "store/db.h"

static struct app *a;

#define BY "'2024-01-01T00:00:00', 'u', '2024-01-01T00:00:00', 'u'"

/* Blekinge in a county it shares with Alfa, which is on Gotland too, and Ö, which ended
 * in 2022 and has no municipality. Two of Alfa's interventions, one of Blekinge's. */
static const char rows[] =
	"UPDATE register SET level = 'national', federation = NULL;"
	"DELETE FROM membership;"
	"UPDATE federation SET name = 'Blekinge' WHERE id = 'blekinge';"
	"INSERT INTO federation (id, name, end, registered_at, registered_by, changed_at,"
	" changed_by) VALUES ('alfa', 'Älfa', NULL, " BY "),"
	" ('o', 'Ö', '2022-12-31', " BY ");"
	"INSERT INTO membership VALUES"
	" ('1', 'blekinge', '1080', NULL, NULL, NULL, " BY "),"
	" ('2', 'alfa', '1060', NULL, NULL, NULL, " BY "),"
	" ('3', 'alfa', '0980', NULL, NULL, NULL, " BY ");"
	"INSERT INTO intervention VALUES"
	" ('b-1', 'blekinge', 'Spår', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY "),"
	" ('a-1', 'alfa', 'Ett', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY "),"
	" ('a-2', 'alfa', 'Två', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY ");"
	"INSERT INTO package VALUES ('alfa', 2024, 1, 'detailed', "
	"'0123456789012345678901234567890123456789012345678901234567890123', 0, '', '',"
	" '');";

static int open_register(void **state)
{
	struct err e;

	(void)state;
	a = fixture_open();
	if (!db_script(a->db, rows, &e))
		fail_msg("%s", e.text);
	a = fixture_reopen(a);
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	fixture_close(a);
	return 0;
}

static void find(const char *key, struct scope *out)
{
	struct err e;

	if (!scope_find_key(a, key, out, &e))
		fail_msg("%s", e.text);
}

static void assert_column(const struct grid *g, const char *column, const char *expected)
{
	struct text told = { 0 };

	for (size_t i = 0; i < grid_rows(g); i++)
		text_addf(&told, "%s%s", i ? " " : "", grid_named(g, i, column));
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
}

static void counties_come_first_then_federations(void **state)
{
	struct err e;
	struct grid *g = scope_list(a, &e);

	(void)state;
	assert_non_null(g);
	assert_column(g, "key", "county:10 county:09 federation:blekinge "
				"federation:alfa federation:o");
	assert_column(g, "code", "10 09 blekinge alfa o");
	assert_string_equal(grid_named(g, 1, "name"), "Gotlands län");
	assert_string_equal(scope_code(grid_named(g, 1, "key")), "09");
	grid_free(g);
}

static void a_key_finds_its_federations(void **state)
{
	struct scope s;
	struct err e;

	(void)state;
	find("county:10", &s);
	assert_string_equal(s.name, "Blekinge län");
	assert_string_equal(s.key, "county:10");
	assert_int_equal(s.federations.count, 2);
	scope_done(&s);
	find("federation:alfa", &s);
	assert_string_equal(s.name, "Älfa");
	assert_int_equal(s.federations.count, 1);
	assert_string_equal(s.federations.federations[0], "alfa");
	scope_done(&s);
	find("", &s);
	assert_int_equal(s.federations.count, 0);
	assert_null(s.name);
	assert_null(s.key);
	scope_done(&s);
	assert_false(scope_find_key(a, "federation:beta", &s, &e));
	assert_non_null(strstr(e.text, "beta"));
	scope_done(&s);
}

static void assert_records(const char *key, const char *ids)
{
	struct report_cell cell = { 2024, "interventions_by_kind", "individual",
				    "total", { NULL, 0 } };
	struct scope s;
	struct err e;
	struct grid *g;

	find(key, &s);
	cell.scope = s.federations;
	g = report_records(a, &cell, &e);
	if (!g)
		fail_msg("%s", e.text);
	assert_column(g, "id", ids);
	grid_free(g);
	scope_done(&s);
}

static void a_cell_holds_the_records_of_the_part(void **state)
{
	(void)state;
	assert_records("federation:blekinge", "b-1");
	assert_records("federation:alfa", "a-1 a-2");
	assert_records("county:09", "a-1 a-2");
	assert_records("county:10", "a-1 a-2 b-1");
	assert_records(NULL, "a-1 a-2 b-1");
}

static void assert_missing(const char *key, int year, size_t there, const char *ids)
{
	struct scope s;
	struct err e;
	struct grid *g;
	size_t count;

	find(key, &s);
	g = scope_missing(a, &s.federations, year, &count, &e);
	if (!g)
		fail_msg("%s", e.text);
	assert_int_equal(count, there);
	assert_column(g, "id", ids);
	grid_free(g);
	scope_done(&s);
}

static void those_that_have_not_delivered_are_known(void **state)
{
	(void)state;
	assert_missing("", 2024, 2, "blekinge");
	assert_missing("", 2022, 3, "blekinge alfa o");
	assert_missing("county:09", 2024, 1, "");
	assert_missing("county:10", 2024, 2, "blekinge");
	assert_missing("federation:o", 2024, 0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counties_come_first_then_federations),
		cmocka_unit_test(a_key_finds_its_federations),
		cmocka_unit_test(a_cell_holds_the_records_of_the_part),
		cmocka_unit_test(those_that_have_not_delivered_are_known),
	};

	return cmocka_run_group_tests(tests, open_register, close_register);
}
