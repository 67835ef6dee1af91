/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be declared as a table, and that everything else is refused with its place. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/report.h"
#include "tables.h"

#define HEAD "table,section,reference::Svenska (sv),reference::English (en)," \
	"title::Svenska (sv),title::English (en)," \
	"head::Svenska (sv),head::English (en),note::Svenska (sv),note::English (en)," \
	"diagram,years,order,source,filter,rows,columns,measure,base\n"
#define TEXTS "background,,,T,T,H,H,,,"

static struct reports *parse(const char *csv, struct faults *f)
{
	struct grid *g = csvfile_parse("reports.csv", csv, strlen(csv), ',', f);
	struct reports *r = g ? reports_parse(g, tables_world.codes, f) : NULL;

	grid_free(g);
	return r;
}

static void assert_accepted(const char *csv)
{
	struct faults f = { 0 };
	struct reports *r = parse(csv, &f);

	if (f.count)
		print_message("%s\n", f.items[0].message);
	assert_non_null(r);
	reports_free(r);
	faults_done(&f);
}

/* The first fault is in this row of the file and column (both from 1), and says this. */
static void assert_refused(const char *csv, size_t row, size_t column, const char *says)
{
	struct faults f = { 0 };

	assert_null(parse(csv, &f));
	assert_true(f.count > 0);
	assert_int_equal(f.items[0].row, row);
	assert_int_equal(f.items[0].column, column);
	assert_non_null(strstr(f.items[0].message, says));
	faults_done(&f);
}

static void the_products_own_tables_are_all_there(void **state)
{
	/* Every table of the national reports that needs no linked data. */
	static const char *const ids[] = {
		"interventions_by_kind", "interventions_over_time",
		"individual_by_orientation", "structural_by_orientation",
		"structural_participants", "structural_participants_by_orientation",
		"structural_participants_over_time", "participants_by_registration",
		"participants_over_time", "sex_age", "education", "support_duration",
		"support_before", "participants_by_orientation", "time_in_intervention",
		"occupation", "work_or_studies", "work_or_studies_over_time", "extent",
		"job_seekers", "job_seekers_over_time", "closure_reason",
		"support_change", "no_public_support", "cost_split", "allocation",
		"equity", "esf", "federations_over_time", "federation_list",
		"priority_ongoing_activity_compensation",
		"priority_ongoing_sickness_benefit",
		"priority_new_activity_compensation", "priority_new_sickness_benefit",
		"priority_interventions", "priority_federations",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (!reports_find(tables_world.reports, ids[i]))
			print_message("%s\n", ids[i]);
		assert_non_null(reports_find(tables_world.reports, ids[i]));
	}
	assert_null(reports_find(tables_world.reports, "benefit_days"));
	assert_true(reports_sections(tables_world.reports)->count > 5);
}

static void every_dimension_can_be_found_and_has_its_list(void **state)
{
	(void)state;
	for (size_t i = 0; i < fact_dimension_count(); i++) {
		const struct fact_dimension *d = fact_dimension_at(i);

		assert_int_equal(fact_find_dimension(d->name), i);
		assert_true(d->units != 0);
		if (*d->list)
			assert_non_null(codes_find(tables_world.codes, d->list));
	}
	assert_int_equal(fact_find_dimension("no_such"), -1);
}

static void a_table_of_several_parts_is_one_table(void **state)
{
	struct faults f = { 0 };
	struct reports *r = parse(
		HEAD "t," TEXTS ",,,participation,active,"
		"sex =total,=total:n,count,column\n"
		"t,,,,,,,,,,,,,volume,,=total,=total:n,sum participants,column\n"
		"u," TEXTS ",3,,participation,started,year,sex:n|pct,count,row\n", &f);

	(void)state;
	assert_non_null(r);
	assert_int_equal(reports_count(r), 2);
	assert_int_equal(reports_at(r, 0)->part_count, 2);
	assert_int_equal(reports_at(r, 1)->part_count, 1);
	assert_int_equal(reports_at(r, 0)->parts[1].line, 3);
	assert_int_equal(report_first_year(reports_at(r, 1), 2021), 2019);
	assert_int_equal(report_first_year(reports_at(r, 0), 2021), 2021);
	assert_string_equal(reports_sections(r)->items[0].code, "background");
	assert_int_equal(reports_sections(r)->count, 1);
	reports_free(r);
	faults_done(&f);
}

static void years_may_be_a_number_or_the_first(void **state)
{
	struct faults f = { 0 };
	struct reports *r = parse(
		HEAD "t," TEXTS ",2016-,,participation,active,year,=total:n,count,\n",
		&f);

	(void)state;
	assert_non_null(r);
	assert_int_equal(report_first_year(reports_at(r, 0), 2021), 2016);
	assert_int_equal(report_first_year(reports_at(r, 0), 2010), 2010);
	assert_int_equal(report_first_year(reports_at(r, 0), 2100), 2069);
	reports_free(r);
	assert_refused(HEAD "t," TEXTS ",x,,participation,active,age,=total:n,count,\n",
		       2, 12, "x");
	assert_refused(HEAD "t," TEXTS ",5,,participation,active,age,=total:n,count,\n",
		       2, 16, "year");
	assert_refused(HEAD "t," TEXTS ",,,participation,active,year,=total:n,count,\n",
		       2, 16, "year");
}

/* One part's cells from source on; the table's own are as they should be. */
static void part_refused(const char *part, size_t column, const char *says)
{
	char csv[1000];

	snprintf(csv, sizeof(csv), HEAD "t," TEXTS ",,,%s\n", part);
	assert_refused(csv, 2, column, says);
}

static void parts_are_checked(void **state)
{
	(void)state;
	part_refused("cats,active,age,=total:n,count,", 14, "cats");
	part_refused("participation,,age,=total:n,count,", 15, "active");
	part_refused("volume,active,kind,=total:n,count,", 15, "active");
	part_refused("participation,active ended,age,=total:n,count,", 15, "ended");
	part_refused("participation,active colour=red,age,=total:n,count,", 15, "colour");
	part_refused("participation,active sex=cat,age,=total:n,count,", 15, "cat");
	part_refused("participation,active phase=after,age,=total:n,count,", 15, "phase");
	part_refused("participation,active ongoing,age,=total:n,count,", 15, "ongoing");
	part_refused("participation,active,,=total:n,count,", 16, "tom");
	part_refused("participation,active,shoes,=total:n,count,", 16, "shoes");
	part_refused("participation,active,age/u31,=total:n,count,", 16, "u31");
	part_refused("participation,active,=nothing,=total:n,count,", 16, "nothing");
	part_refused("participation,active,age:n,=total:n,count,", 16, "");
	part_refused("participation,active,age,=total,count,", 17, "");
	part_refused("participation,active,age,=total:euro,count,", 17, "euro");
	part_refused("participation,active,age,=total:n,guess,", 18, "count");
	part_refused("participation,active,age,=total:n,sum hats,", 18, "hats");
	part_refused("participation,active,age,=total:n,sum planned,", 18, "planned");
	part_refused("participation,active,age,=total:n,distinct hat,", 18, "hat");
	part_refused("participation,active,age,=total:n,share hat=1,", 18, "hat");
	part_refused("participation,active,age,=total:n,count,table", 19, "column");
	part_refused("participation,active,age,=total:n,share sex=men,row", 19, "count");
	part_refused("participation,active,age,=total:n,count,column hat", 19, "hat");
}

static void a_table_may_list_what_there_is(void **state)
{
	const struct report *r = reports_find(tables_world.reports, "federation_list");

	(void)state;
	assert_int_equal(r->part_count, 0);
	assert_int_equal(r->listing.count, 3);
	assert_string_equal(r->listing.items[1].key, "federation");
	assert_accepted(HEAD "t," TEXTS ",,,membership,at_year_end,,=county,list,\n");
	part_refused("person,at_year_end,,=county,list,", 18, "membership");
	part_refused("membership,active,,=county,list,", 18, "at_year_end");
	part_refused("membership,at_year_end,=total,=county,list,", 18, "rows");
	part_refused("membership,at_year_end,,=county:n,list,", 17, "=namn");
	part_refused("membership,at_year_end,,=no_such,list,", 17, "report_row");
	assert_refused(HEAD "t," TEXTS ",,,membership,at_year_end,,=county,list,\n"
		       "t,,,,,,,,,,,,,membership,at_year_end,,=county,list,\n",
		       3, 1, "bara en rad");
}

static void tables_are_checked(void **state)
{
#define PART "participation,active,age,=total:n,count,\n"
	(void)state;
	assert_accepted(HEAD "t," TEXTS ",,," PART);
	assert_refused(HEAD "T-1," TEXTS ",,," PART, 2, 1, "a-z");
	assert_refused(HEAD "t," TEXTS ",,," PART "u," TEXTS ",,," PART
		       "t," TEXTS ",,," PART, 4, 1, "t");
	assert_refused(HEAD "t," TEXTS ",,," PART "t," TEXTS ",,," PART, 3, 2, "");
	assert_refused(HEAD "t,attic,,,T,T,H,H,,,,,," PART, 2, 2, "attic");
	assert_refused(HEAD "t,background,,,T,,H,H,,,,,," PART, 2, 6, "tom");
	assert_refused(HEAD "t,background,,,T,T,H,H,N,,,,," PART, 2, 10, "");
	assert_refused(HEAD "t,background,A,,T,T,H,H,,,,,," PART, 2, 4, "språken");
	assert_refused(HEAD "t,background,,,T,T,H,H,,,pie,,," PART, 2, 11, "bars");
	assert_refused("table\nt\n", 1, 0, "section");
}

static void every_fault_is_told(void **state)
{
	struct faults f = { 0 };

	(void)state;
	assert_null(parse(HEAD "t,attic,,,T,,H,H,,,,,,cats,,,,,\n"
			  "u,attic,,,T,T,H,H,,,,,,volume,active,,,,\n", &f));
	assert_int_equal(f.count, 8);
	faults_done(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_products_own_tables_are_all_there),
		cmocka_unit_test(every_dimension_can_be_found_and_has_its_list),
		cmocka_unit_test(a_table_of_several_parts_is_one_table),
		cmocka_unit_test(years_may_be_a_number_or_the_first),
		cmocka_unit_test(parts_are_checked),
		cmocka_unit_test(a_table_may_list_what_there_is),
		cmocka_unit_test(tables_are_checked),
		cmocka_unit_test(every_fault_is_told),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
